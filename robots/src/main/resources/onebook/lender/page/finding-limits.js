// From where on something is asked, and how gravely: the tables the program itself reads. Of a
// finding and severity the newest row that was valid counts.

const FINDING_TABLES = /*{{tables}}*/{}/*{{end}}*/;

/** Rows of cells, without the header. */
function tableRows(name) {
  return FINDING_TABLES[name].split('\n').slice(1).filter(line => line.trim() !== '')
    .map(line => line.split(','));
}

/** A number such as 0.05 as a fraction: {text, above: 5n, below: 100n}. */
function fractionOf(text) {
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return {text, above: BigInt(text.replace('.', '')), below: 10n ** BigInt(decimals)};
}

/** Half away from zero. Requires a divisor above zero. */
function halfUp(above, below) {
  const size = above < 0n ? -above : above;
  const rounded = (2n * size + below) / (2n * below);
  return above < 0n ? -rounded : rounded;
}

/** "0.1234" of so many ten-thousandths. */
function fourDecimals(number) {
  const digits = String(number < 0n ? -number : number).padStart(5, '0');
  return (number < 0n ? '-' : '') + digits.slice(0, -4) + '.' + digits.slice(-4);
}

function least(first, ...others) {
  return others.reduce((smallest, one) => one.compare(smallest) < 0 ? one : smallest, first);
}

function atLeastZero(amount) {
  return amount.isNegative ? ZERO : amount;
}

/** No more than the whole and not below zero. */
function partWithin(part, whole) {
  return part.isNegative ? ZERO : least(part, whole);
}

/** Adds to what a map has, which begins with the first amount. */
function addTo(map, key, amount) {
  map.set(key, map.has(key) ? map.get(key).plus(amount) : amount);
}

/** What a map has, or what it is given then. */
function having(map, key, made) {
  if (!map.has(key)) {
    map.set(key, made());
  }
  return map.get(key);
}

function inOrder(map, order) {
  return [...map].sort((one, other) => order(one[0], other[0]));
}

/** Entries of a map by months, oldest first. */
function byMonth(map) {
  return inOrder(map, (one, other) => one - other);
}

/** How a party stands in a table: a name, or a tag in its place. */
function partyShown(party) {
  return party === '' ? '（未写明 not stated）' : party;
}

const Limits = {
  rows: null,

  /** One row of each severity, the newest; before the first rows these. */
  valid(id, at) {
    this.rows = this.rows || tableRows('limits').map(([finding, from, severity, above]) =>
      ({finding, from: parsePeriod(from), severity, above: fractionOf(above)}));
    const rows = this.rows.filter(one => one.finding === id);
    const until = rows.reduce((first, one) => Math.min(first, one.from), Infinity);
    let valid = [];
    for (const row of rows.filter(one => one.from <= Math.max(at, until))) {
      valid = valid.filter(old => old.severity !== row.severity || old.from >= row.from);
      valid.push(row);
    }
    return valid;
  },

  first(id, at) {
    return this.valid(id, at)[0];
  },

  /** A number that stands for itself, as a fraction. */
  fraction(id, at) {
    return this.first(id, at).above;
  },

  /** A whole number. */
  number(id, at) {
    return Number(this.fraction(id, at).text);
  },

  money(id, at) {
    const {above, below} = this.fraction(id, at);
    return Money.cny(above * 100n / below);
  },

  severity(id, at) {
    return this.first(id, at).severity;
  },

  /** The gravest severity whose share of the whole the amount is above; null below all. */
  above(id, at, amount, whole) {
    const severities = this.valid(id, at)
      .filter(row => row.above.above === 0n || !whole.isZero)
      .filter(row => amount.abs().minor * row.above.below > row.above.above * whole.abs().minor)
      .map(row => row.severity).sort();
    return severities.length === 0 ? null : severities[0];
  },
};
