// The printed forms and what their lines are made of, read from the tables the program itself uses.

/** A form: {name, title, validFrom, rows: [{side, line, zh, en, clauses}]}. */
function parseForm(table) {
  const lines = table.split('\n').filter(line => line.trim() !== '');
  const [, name, title, validFrom] = lines[0].split(',');
  const rows = lines.slice(2).map(line => line.split(',')).map(fields => ({
    side: fields[0], line: fields[1] === '' ? 0 : Number(fields[1]), zh: fields[2], en: fields[3],
    clauses: fields[1] === '' ? [] : fields[5].split(';').map(parseClause)}));
  const named = new Set(rows.flatMap(row => row.clauses)
    .filter(clause => /^(party-)?(debit|credit)$/.test(clause.verb))
    .flatMap(clause => clause.operands));
  return {name, title, validFrom: parseDate(validFrom), rows, named};
}

/** "debit 5403 named 消费税": {verb, operands, which, words}. */
function parseClause(text) {
  const clause = {verb: '', operands: [], which: '', words: []};
  text.trim().split(/\s+/).forEach((word, i) => {
    if (i === 0) {
      clause.verb = word;
    } else if (clause.which === '' && ['named', 'without', 'newer', 'older'].includes(word)) {
      clause.which = word;
    } else {
      (clause.which === '' ? clause.operands : clause.words).push(word);
    }
  });
  return clause;
}

/** The form as it is used for a month: the newest prescribed by then, or the first there was. */
function formOf(forms, name, period) {
  const versions = forms.filter(form => form.name === name)
    .sort((one, other) => one.validFrom.order - other.validFrom.order);
  const known = versions.filter(form => !isAfterMonth(form.validFrom, period));
  return known.length > 0 ? known[known.length - 1] : versions[0];
}

/** What stands on the accounts by some slices of the records, each figure with its terms. */
class Sums {
  constructor(balances, chart, slices, lastYear) {
    this.balances = balances;
    this.chart = chart;
    this.slices = slices;
    this.lastYear = lastYear;
    this.firstLevel = [...new Set([...balances.sums.keys()].map(code => code.slice(0, 4)))];
  }

  isOf(code, kinds) {
    return this.chart.has(code) && kinds.includes(this.chart.get(code).kind);
  }

  term(account, party, isDebit, amount) {
    return {account, party, isDebit, amount, slices: this.slices};
  }

  /** What the account's details hold where the clause asks for some, or the whole account. */
  figure(clause, isDebit) {
    return bothFigures(clause.operands.map(account =>
      clause.which === 'named' ? this.named(account, clause, isDebit)
        : clause.which === 'without' ? this.without(account, clause, isDebit)
          : this.of(account, isDebit)));
  }

  of(account, isDebit) {
    const within = this.balances.within(account);
    if (within.length === 0) {
      return {amount: ZERO, terms: []};
    }
    const sum = sumOf(within.map(([, parties]) => onSide(parties, isDebit)));
    return figureOf([this.term(account, null, isDebit, sum)]);
  }

  named(account, clause, isDebit) {
    const found = new Set(this.balances.within(account)
      .map(([code]) => this.namedAt(code, clause)).filter(code => code !== ''));
    return bothFigures([...found].sort(byUnits).map(code => this.of(code, isDebit)));
  }

  without(account, clause, isDebit) {
    return figureOf(this.balances.within(account)
      .filter(([code]) => this.namedAt(code, clause) === '')
      .map(([code, parties]) => this.term(code, null, isDebit, onSide(parties, isDebit))));
  }

  /** The highest detail above or at the code whose name has one of the words, or empty. */
  namedAt(code, clause) {
    const parent = parentOf(code);
    if (parent === '') {
      return '';
    }
    const above = this.namedAt(parent, clause);
    const name = this.chart.has(code) ? this.chart.get(code).name : '';
    return above !== '' ? above : clause.words.some(word => name.includes(word)) ? code : '';
  }

  /**
   * Only the parties whose balance stands on the side; "newer" is as much of it as was added in the
   * last twelve months, "older" the rest.
   */
  parties(clause, isDebit) {
    const terms = [];
    for (const account of clause.operands) {
      const added = clause.which === '' ? new Map() : byParty(account, this.lastYear(),
        sum => isDebit ? sum.debit : sum.credit);
      byParty(account, this.balances, balanceOf).forEach(({code, party, amount}, key) => {
        const balance = isDebit ? amount : amount.negated();
        const part = partOf(balance, clause, added.has(key) ? added.get(key).amount : ZERO);
        if (part.isPositive) {
          terms.push(this.term(code, party, isDebit, part));
        }
      });
    }
    return figureOf(terms);
  }
}

function partOf(balance, clause, added) {
  if (clause.which === '' || !balance.isPositive) {
    return balance;
  }
  const newer = added.minor < 0n ? ZERO
    : added.plus(balance.negated()).minor < 0n ? added : balance;
  return clause.which === 'newer' ? newer : balance.minus(newer);
}

/** Per counterparty, or per detail account where its lines name none. */
function byParty(account, balances, what) {
  const parties = new Map();
  for (const [code, names] of balances.within(account)) {
    for (const [party, sum] of names) {
      const owner = party === '' ? code : account;
      const key = owner + ' ' + party;
      const before = parties.get(key);
      parties.set(key, {code: owner, party,
        amount: before === undefined ? what(sum) : before.amount.plus(what(sum))});
    }
  }
  return parties;
}

function onSide(parties, isDebit) {
  const debit = sumOf([...parties.values()].map(balanceOf));
  return isDebit ? debit : debit.negated();
}

function figureOf(terms) {
  return {amount: sumOf(terms.map(term => term.amount)), terms};
}

function bothFigures(figures) {
  return {amount: sumOf(figures.map(figure => figure.amount)),
    terms: figures.flatMap(figure => figure.terms)};
}

function negatedFigure(figure) {
  return {amount: figure.amount.negated(), terms: figure.terms.map(term => ({...term,
    isDebit: !term.isDebit, amount: term.amount.negated()}))};
}

/** Every line of a form by number, totals too. */
function fillForm(form, sums) {
  const lines = new Map();
  const clausesOf = new Map(form.rows.filter(row => row.line > 0)
    .map(row => [row.line, row.clauses]));
  const line = number => {
    if (!lines.has(number)) {
      const clauses = clausesOf.get(number);
      lines.set(number, clauses[0].verb !== 'sum'
        ? bothFigures(clauses.map(clause => clauseFigure(form, sums, clause)))
        : bothFigures(clauses[0].operands.map(Number).map(other => other < 0
          ? negatedFigure(line(-other)) : line(other))));
    }
    return lines.get(number);
  };
  [...clausesOf.keys()].forEach(line);
  return lines;
}

function clauseFigure(form, sums, clause) {
  const isDebit = clause.verb.endsWith('debit');
  switch (clause.verb) {
    case 'debit': case 'credit': return sums.figure(clause, isDebit);
    case 'party-debit': case 'party-credit': return sums.parties(clause, isDebit);
    case 'rest': {
      const kind = clause.operands[0].toLowerCase();
      return bothFigures(unnamed(form, sums).filter(code => sums.isOf(code, [kind]))
        .map(code => sums.of(code, ['asset', 'cost'].includes(kind))));
    }
    case 'profit': return bothFigures(sums.firstLevel
      .filter(code => sums.isOf(code, ['income', 'expense']))
      .map(code => sums.of(code, false)).filter(figure => !figure.amount.isZero));
    default: throw new Error('no such clause: ' + clause.verb);
  }
}

/** First-level accounts with postings that no row of the form names. */
function unnamed(form, sums) {
  return sums.firstLevel.filter(code => !form.named.has(code));
}
