// How much of each class of amounts papers of others show, month by month, net of what was taken
// back. One piece of evidence counts once and for no more than its own amount; an owner's word
// never counts. No grade is given, and classes are never averaged.

const CLASSES = {revenue: '收入 revenue', cost: '成本费用 cost', cash: '银行存款 cash',
  receivables: '应收账款 receivables', payroll: '薪酬 payroll', tax: '税费 tax'};
const CHINA_SECONDS = 8 * 3600;

/**
 * When amounts were first known outside, as far as the reader knows who says so. Amounts wait in
 * runs of leaves, longer ones the more there are, and a run counts when all of it is covered.
 */
class Anchoring {
  static MOST_RUNS = 4096;

  constructor() {
    this.inTimeSums = new Map();
    this.waiting = new Map();
    this.run = 1;
    this.index = 0;
    this.isAnchored = false;
  }

  leaf(leaf) {
    this.index = leaf.index;
  }

  /** So many leaves were known outside at that time, in seconds since 1970. */
  anchored(size, seconds) {
    this.isAnchored = true;
    const day = Math.floor((Number(seconds) + CHINA_SECONDS) / 86400);
    const days = Limits.number('LAG-DAYS', monthOfDay(day));
    for (const [place, sums] of this.waiting) {
      if ((place + 1) * this.run > Number(size)) {
        break;
      }
      this.waiting.delete(place);
      sums.forEach(({kind, month, amount}, key) => {
        if (day <= lastDayNumber(month) + days) {
          const known = this.inTimeSums.get(key);
          this.inTimeSums.set(key, known === undefined ? amount : known.plus(amount));
        }
      });
    }
  }

  /** Of the entry whose leaf came last. */
  add(kind, month, amount) {
    this.merge(this.waiting, Math.floor(this.index / this.run), kind + ' ' + month,
      {kind, month, amount});
    if (this.waiting.size > Anchoring.MOST_RUNS) {
      const longer = new Map();
      this.waiting.forEach((sums, place) => sums.forEach((one, key) =>
        this.merge(longer, Math.floor(place / 2), key, one)));
      this.waiting = longer;
      this.run *= 2;
    }
  }

  merge(runs, place, key, {kind, month, amount}) {
    const sums = having(runs, place, () => new Map());
    const known = sums.get(key);
    sums.set(key, {kind, month, amount: known === undefined ? amount : known.amount.plus(amount)});
  }

  inTime(kind, month) {
    return this.inTimeSums.get(kind + ' ' + month) || ZERO;
  }
}

class Corroboration {
  constructor(facts) {
    this.facts = facts;
    this.anchoring = new Anchoring();
    this.kinds = new Map();
    this.grades = new Map();
  }

  leaf(leaf) {
    this.anchoring.leaf(leaf);
    if (leaf.kind === 'doc') {
      const isSigned = leaf.body.textOrEmpty('issuer_signature') === 'valid';
      const isIssued = leaf.body.textOrEmpty('channel') === 'issuer';
      if (isSigned || isIssued) {
        this.grades.set(leaf.body.text('sha256'), isSigned ? 3 : 2);
      }
    }
  }

  sums(kind, month) {
    return having(having(this.kinds, kind, () => new Map()), month, () => ({amount: ZERO,
      shown: new Map(), e2: ZERO, e3: ZERO}));
  }

  show(kind, month, source, part) {
    addTo(this.sums(kind, month).shown, source, part);
  }

  entry(entry, reading) {
    if (this.facts.isSilent(entry)) {
      return;
    }
    const month = wrongMonth(entry);
    const sold = reading.net.plus(reading.vat);
    this.amount('revenue', month, sold);
    this.amount('receivables', month, reading.has('revenue') ? reading.sum('receivable') : ZERO);
    const bought = entry.kind === 'closing' || reading.has('payroll') ? ZERO
      : reading.sum('purchase').plus(reading.sum('finance'));
    this.amount('cost', month, bought);
    this.papers(entry, month, sold, bought);
    this.bank(entry, month, reading, bought);
  }

  amount(kind, month, amount) {
    if (!amount.isZero) {
      const sums = this.sums(kind, month);
      sums.amount = sums.amount.plus(amount);
      this.anchoring.add(kind, month, amount);
    }
  }

  /** Invoices the entry names, as far as they are not used up; a red entry gives back. */
  papers(entry, month, sold, bought) {
    for (const row of this.facts.invoices.of(entry)) {
      if (!sold.isZero) {
        const part = takeOf(row, row.fileGross.abs(), sold);
        this.show('revenue', month, 'tax', part);
        this.show('receivables', month, 'tax', part);
        this.grade('revenue', month, entry, part);
      } else if (!bought.isZero) {
        const part = takeOf(row, row.fileGross.abs(), bought);
        this.show('cost', month, 'counterparty', part);
        this.grade('cost', month, entry, part);
      }
    }
  }

  grade(kind, month, entry, part) {
    const grade = entry.evidence.length === 0 ? 1 : entry.evidence.reduce((most, one) =>
      Math.max(most, this.grades.get(one.document) || 1), 1);
    const sums = this.sums(kind, month);
    sums.e2 = grade >= 2 ? sums.e2.plus(part) : sums.e2;
    sums.e3 = grade >= 3 ? sums.e3.plus(part) : sums.e3;
  }

  bank(entry, month, reading, bought) {
    const {facts} = this;
    const isRed = entry.takesBack !== null;
    const moved = sumOf(entry.postings.filter(line => useOf(line.account) === 'bank')
      .map(line => isRed ? line.amount.abs().negated() : line.amount.abs()));
    let shownAmount = ZERO;
    let left = moved;
    for (const line of facts.bank.named(entry)) {
      const part = takeOf(line, line.amount.abs(), left);
      shownAmount = shownAmount.plus(part);
      left = left.minus(part);
    }
    this.amount('cash', month, moved);
    this.show('cash', month, 'bank', shownAmount);
    this.grade('cash', month, entry, shownAmount);
    if (reading.isOfCustomers && !isRed) {
      facts.receivables.shown(entry, shownAmount);
      if (reading.has('revenue') && !reading.has('receivable')) {
        this.show('revenue', month, 'bank', shownAmount);
      }
    } else if (reading.has('supplier') && !isRed) {
      facts.payables.shown(entry, shownAmount);
    }
    if (!bought.isZero && !reading.has('supplier')) {
      this.show('cost', month, 'bank', shownAmount);
    }
    this.paidToOthers(entry, month, reading, shownAmount);
  }

  paidToOthers(entry, month, reading, shownAmount) {
    if (reading.has('payroll')) {
      this.amount('payroll', month, sumOf(entry.postings.filter(line => !line.isDebit
        && useOf(line.account) === 'payroll').map(line => line.amount)));
      this.show('payroll', month, 'bank', shownAmount);
    } else if (reading.flow === 'tax' && reading.has('bank')) {
      this.amount('tax', month, reading.sum('tax').plus(reading.sum('vat')));
      this.show('tax', month, 'bank', shownAmount);
    }
  }

  /** In order of class and month: {kind, month, amount, e1, e2, e3, two, inTime or null}. */
  cells(from, to) {
    const received = this.facts.receivables.shownPaid(to);
    const paid = this.facts.payables.shownPaid(to);
    const confirmed = this.confirmed();
    const declared = this.declared(to);
    const more = {revenue: [received, null], receivables: [received, null],
      cost: [paid, confirmed], tax: [null, declared]};
    const of = (sums, month) => sums === null ? ZERO : sums.get(month) || ZERO;
    return Object.keys(CLASSES).flatMap(kind => byMonth(this.kinds.get(kind) || new Map())
      .filter(([month, sums]) => from <= month && month <= to && sums.amount.isPositive)
      .map(([month, sums]) => {
        const by = source => sums.shown.get(source) || ZERO;
        const [bank, tax] = more[kind] || [null, null];
        return this.cell(kind, month, sums, [by('bank').plus(of(bank, month)),
          by('tax').plus(of(tax, month)), by('counterparty')]);
      }));
  }

  cell(kind, month, sums, sources) {
    const {amount} = sums;
    const [most, second] = sources.map(one => partWithin(one, amount))
      .sort((one, other) => other.compare(one));
    const two = partWithin(most.plus(second).minus(amount), amount);
    const both = kind === 'cost' ? partWithin(least(sources[1], sources[2]), amount) : ZERO;
    return {kind, month, amount, e1: most, e2: partWithin(sums.e2, amount),
      e3: partWithin(sums.e3, amount), two: two.compare(both) < 0 ? both : two,
      inTime: this.anchoring.isAnchored
        ? partWithin(this.anchoring.inTime(kind, month), amount) : null};
  }

  /** Purchases whose very invoice and amount the tax bureau lists, by the month booked. */
  confirmed() {
    const confirmed = new Map();
    for (const row of this.facts.invoices.all) {
      const isConfirmed = !row.isSale && row.isFile && !['none', 'void'].includes(row.status)
        && row.fileGross.isSame(row.gross);
      const booked = isConfirmed ? this.facts.cited.standing(row) : null;
      if (booked !== null) {
        addTo(confirmed, booked.period, row.used);
      }
    }
    return confirmed;
  }

  /** Payments that a return with a receipt calls for, oldest first; never in its own period. */
  declared(to) {
    const declared = new Map();
    const months = byMonth(this.kinds.get('tax') || new Map());
    for (const filing of this.facts.filings.all) {
      let left = filing.hasReceipt ? filedFigure(filing, 'payable') || ZERO : ZERO;
      for (const [month, sums] of months) {
        if (month > filing.to && month <= to && left.isPositive) {
          const free = sums.amount.minus(declared.get(month) || ZERO);
          const part = partWithin(least(left, free), left);
          addTo(declared, month, part);
          left = left.minus(part);
        }
      }
    }
    return declared;
  }
}

/** What is left of the evidence, up to the amount; below zero it is given back. */
function takeOf(evidenceRow, whole, amount) {
  const used = evidenceRow.used;
  const part = amount.isNegative ? least(used, amount.abs()).negated()
    : least(whole.minus(used), amount);
  evidenceRow.used = used.plus(part);
  return part;
}

/** Ten-thousandths, rounded down: nothing is shown to be more than it is. */
function shareOf(part, whole) {
  return part.minor * 10000n / whole.minor;
}

/** Classes over all months, the weakest first: the least part by two sources, then by one. */
function totalsOf(cells) {
  const both = (one, other) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name,
    value instanceof Money && other[name] !== null ? value.plus(other[name])
      : name === 'inTime' ? null : value]));
  return Object.keys(CLASSES).map(kind => cells.filter(cell => cell.kind === kind))
    .filter(own => own.length > 0).map(own => own.reduce(both))
    .sort((one, other) => Number(shareOf(one.two, one.amount) - shareOf(other.two, other.amount)
      || shareOf(one.e1, one.amount) - shareOf(other.e1, other.amount)));
}
