// What one entry says, in sums by what its accounts are for; debit positive.

const USE_OF = new Map();
Object.entries({revenue: '5001 5051', vat: '2221.01 2221.02', tax: '2221',
  receivable: '1122 1121', advance: '2203', bank: '1002 1012', hand: '1001', finance: '5603',
  supplier: '2202 2201 1123', payroll: '2211', owner: '2241 1221', capital: '3001 3002',
  loan: '2001 2501 2701', purchase: '1401 1402 1403 1405 1411 4001 4101 4401 5401 5402 5601 5602 '
    + '1601 1604 1701 1801'})
  .forEach(([use, codes]) => codes.split(' ').forEach(code => USE_OF.set(code, use)));

/** By its second level where that means something of its own, else by its first. */
function useOf(account) {
  const isTwo = account.length === 7 || account.length > 7 && account[7] === '.';
  return isTwo && USE_OF.get(account.slice(0, 7)) || USE_OF.get(account.slice(0, 4)) || 'other';
}

function signedOf(line) {
  return line.isDebit ? line.amount : line.amount.negated();
}

function hasBankLine(entry) {
  return entry.evidence.some(one => one.path.startsWith('line:'));
}

/** The hashes of the papers an entry names, each once. */
function documentsOf(entry) {
  return [...new Set(entry.evidence.map(one => one.document))];
}

class Reading {
  constructor(entry) {
    this.sums = new Map();
    this.bankLines = 0;
    for (const line of entry.postings) {
      const use = useOf(line.account);
      addTo(this.sums, use, signedOf(line));
      this.bankLines += use === 'bank' ? 1 : 0;
    }
  }

  sum(use) {
    return this.sums.get(use) || ZERO;
  }

  has(use) {
    return this.sums.has(use);
  }

  /** Revenue without tax. */
  get net() {
    return this.sum('revenue').negated();
  }

  /** The tax on revenue; none where an entry has no revenue. */
  get vat() {
    return this.has('revenue') ? this.sum('vat').negated() : ZERO;
  }

  get isOfCustomers() {
    return this.has('revenue') || this.has('receivable') || this.has('advance');
  }

  /** What a bank line was for. */
  get flow() {
    if (this.isOfCustomers) {
      return 'customer';
    }
    if (this.bankLines > 1 && this.sum('bank').isZero || this.bankLines > 0 && this.has('hand')) {
      return 'transfer';
    }
    return this.has('loan') ? 'loan' : this.has('payroll') ? 'payroll'
      : this.has('tax') || this.has('vat') ? 'tax'
        : this.has('supplier') || this.has('purchase') ? 'supplier'
          : this.has('owner') || this.has('capital') ? 'owner'
            : this.has('finance') ? 'interest' : 'other';
  }
}

/**
 * Which entries name a thing (a bank line, an invoice), and which of them stand: a red entry ends
 * that, whenever it comes. Things keep the numbers in a list.
 */
class Cited {
  constructor() {
    this.takenBack = new Set();
  }

  takeBack(number) {
    this.takenBack.add(number);
  }

  stands(number) {
    return !this.takenBack.has(number.text);
  }

  cite(thing, number) {
    if (!thing.cited.some(one => one.text === number.text)) {
      thing.cited.push(number);
    }
  }

  /** The first entry that names it and stands, or null. */
  standing(thing) {
    return thing.cited.find(one => this.stands(one)) || null;
  }

  /** Those that name it and were taken back. */
  gone(thing) {
    return thing.cited.filter(one => !this.stands(one));
  }
}

/** What is asked about: months, a kind of loan, hashes of the documents at hand. */
class Scope {
  constructor(from, to, profile, files) {
    Object.assign(this, {from, to, profile, files});
  }

  holds(month) {
    return this.from <= month && month <= this.to;
  }

  get months() {
    check(this.to - this.from < MOST_MONTHS, 'a span of more months than any book has');
    const months = [];
    for (let month = this.from; month <= this.to; month = after(month)) {
      months.push(month);
    }
    return months;
  }
}

const MOST_MONTHS = 1000000;
