// What has been posted: sums per account and party, and the parts an entry may be of.

const OPENING = 'opening';
const TURNOVER = 'turnover';
const TRANSFER = 'transfer';

/** Debit and credit per account and party, in order of both. */
class Balances {
  constructor() {
    this.sums = new Map();
  }

  static of(entries) {
    const balances = new Balances();
    for (const entry of entries) {
      for (const line of entry.postings) {
        balances.merge(line.account, line.party, line.isDebit ? {debit: line.amount, credit: ZERO}
          : {debit: ZERO, credit: line.amount});
      }
    }
    return balances.sorted();
  }

  merge(account, party, sum) {
    let parties = this.sums.get(account);
    if (parties === undefined) {
      this.sums.set(account, parties = new Map());
    }
    const before = parties.get(party);
    parties.set(party, before === undefined ? sum : bothSums(before, sum));
  }

  sorted() {
    const inOrder = map => new Map([...map].sort((one, other) => byUnits(one[0], other[0])));
    this.sums = inOrder(this.sums);
    this.sums.forEach((parties, account) => this.sums.set(account, inOrder(parties)));
    return this;
  }

  plus(other) {
    const both = new Balances();
    for (const one of [this, other]) {
      one.sums.forEach((parties, account) => parties.forEach((sum, party) =>
        both.merge(account, party, sum)));
    }
    return both.sorted();
  }

  /** Sums per party of the account and its details: [code, parties]. */
  within(account) {
    return [...this.sums].filter(([code]) => isWithin(code, account));
  }

  /** Debit less credit of the account with all its details and parties. */
  balance(account) {
    return balanceOf(this.within(account).flatMap(([, parties]) => [...parties.values()])
      .reduce(bothSums, {debit: ZERO, credit: ZERO}));
  }

  /** Turnover per account exactly as posted to, in order of code. */
  byAccount() {
    return new Map([...this.sums].map(([account, parties]) =>
      [account, [...parties.values()].reduce(bothSums)]));
  }
}

function bothSums(one, other) {
  return {debit: one.debit.plus(other.debit), credit: one.credit.plus(other.credit)};
}

function balanceOf(sum) {
  return sum.debit.minus(sum.credit);
}

/** Entries as statements ask for them. */
class Records {
  constructor(entries) {
    this.entries = entries;
    this.byNumber = new Map(entries.map(entry => [entry.number.text, entry]));
    this.parts = new Map(entries.map(entry => [entry, this.partOf(entry)]));
  }

  /** What an entry is to a statement; a red entry is what the entry it takes back was. */
  partOf(entry) {
    const meant = entry.takesBack !== null && this.byNumber.get(entry.takesBack) || entry;
    return meant.kind === 'opening' ? OPENING
      : meant.rule === 'profit-transfer' ? TRANSFER : TURNOVER;
  }

  /** The earliest month with an entry, or the other one where there is none. */
  firstMonth(otherwise) {
    return this.entries.length === 0 ? otherwise
      : this.entries.reduce((first, entry) => Math.min(first, entry.number.period), Infinity);
  }

  slice(slice) {
    return this.entries.filter(entry => slice.from <= entry.number.period
      && entry.number.period <= slice.to && slice.parts.includes(this.parts.get(entry)));
  }

  balances(slice) {
    return Balances.of(this.slice(slice));
  }
}

/** 期初: what was brought forward into the book. */
function opening(from, to) {
  return {parts: [OPENING], from, to};
}

/** All that was posted in the months, but not brought forward. */
function posted(from, to) {
  return {parts: [TURNOVER, TRANSFER], from, to};
}

/** 发生额: what was posted in the months, without what only carries profit. */
function turnover(from, to) {
  return {parts: [TURNOVER], from, to};
}
