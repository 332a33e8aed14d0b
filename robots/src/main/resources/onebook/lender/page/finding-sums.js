// Sums of a book by month: by name, by party, by account at a bank.

/** Sums of the book by month and name. */
class Months {
  constructor() {
    this.months = new Map();
  }

  add(month, name, amount) {
    if (!amount.isZero) {
      addTo(having(this.months, month, () => new Map()), name, amount);
    }
  }

  of(month, name) {
    return (this.months.get(month) || new Map()).get(name) || ZERO;
  }

  /** Both months included. */
  within(from, to, name) {
    let all = ZERO;
    byMonth(this.months).filter(([month]) => from <= month && month <= to).forEach(([month]) => {
      all = all.plus(this.of(month, name));
    });
    return all;
  }

  gross(month) {
    return this.of(month, 'net').plus(this.of(month, 'vat'));
  }
}

/**
 * What parties owe or are owed on one account, by the month it arose; what they paid settles the
 * oldest month first. A red entry goes to the month of the entry it takes back.
 */
class PartyMonths {
  constructor(account, isDebit) {
    this.account = account;
    this.isDebit = isDebit;
    this.parties = new Map();
  }

  party(name) {
    return having(this.parties, name, () => ({items: new Map(), opened: new Map(),
      settled: new Map(), shown: new Map()}));
  }

  add(entry) {
    const month = wrongMonth(entry);
    for (const line of entry.postings.filter(one => isWithin(one.account, this.account))) {
      const party = this.party(line.party);
      const isItem = line.isDebit === this.isDebit;
      addTo(isItem ? party.items : party.settled, month, line.amount);
      if (isItem && entry.kind === 'opening') {
        addTo(party.opened, month, line.amount);
      }
    }
  }

  /** So much of what the party settled is shown by bank lines. */
  shown(entry, byBank) {
    let left = byBank;
    for (const line of entry.postings) {
      const isPaid = isWithin(line.account, this.account) && line.isDebit !== this.isDebit;
      if (isPaid && left.isPositive && line.amount.isPositive) {
        const part = least(left, line.amount);
        addTo(this.party(line.party).shown, entry.number.period, part);
        left = left.minus(part);
      }
    }
  }

  /** What bank lines until then show to be paid of the items of each month, oldest first. */
  shownPaid(to) {
    const paid = new Map();
    for (const [, party] of inOrder(this.parties, byUnits)) {
      let left = sumUntil(party.shown, to);
      for (const [month, item] of byMonth(party.items).filter(([one]) => one <= to)) {
        const opened = party.opened.get(month) || ZERO;
        left = left.minus(least(left, atLeastZero(opened)));
        const part = least(left, atLeastZero(item.minus(opened)));
        addTo(paid, month, part);
        left = left.minus(part);
      }
    }
    return paid;
  }

  /** 账龄 at the end of a month, ages counted from the end of the month an item arose in. */
  ageing(to, buckets) {
    const rows = [];
    for (const [name, party] of inOrder(this.parties, byUnits)) {
      const sums = buckets.map(() => ZERO);
      let left = sumUntil(party.settled, to);
      for (const [month, item] of byMonth(party.items).filter(([one]) => one <= to)) {
        const part = item.isNegative ? item : least(atLeastZero(left), item);
        left = left.minus(part);
        const days = lastDayNumber(to) - lastDayNumber(month);
        const bucket = buckets.findIndex(one => days <= one.days);
        sums[bucket] = sums[bucket].plus(item.minus(part));
      }
      const advance = left.negated();
      const total = sumOf(sums).plus(advance);
      if (!advance.isZero || sums.some(one => !one.isZero)) {
        rows.push({party: name, amounts: sums, advance, total});
      }
    }
    return rows;
  }
}

function sumUntil(months, to) {
  return sumOf(byMonth(months).filter(([month]) => month <= to).map(([, amount]) => amount));
}

/** The month of the entry that is taken back, or of the entry itself. */
function wrongMonth(entry) {
  return entry.takesBack === null ? entry.number.period : entryNumber(entry.takesBack).period;
}

/** What accounts at banks and wallets moved, by account and month. */
class BankMonths {
  constructor() {
    this.accounts = new Map();
  }

  add(entry) {
    for (const line of entry.postings.filter(one => useOf(one.account) === 'bank')) {
      const months = having(this.accounts, line.account, () => new Map());
      const moved = having(months, entry.number.period, () => ({net: ZERO, in: ZERO}));
      const signed = signedOf(line);
      moved.net = moved.net.plus(signed);
      moved.in = signed.isPositive ? moved.in.plus(signed) : moved.in;
    }
  }

  /** At the end of a month. */
  at(account, to) {
    return sumOf(byMonth(this.accounts.get(account) || new Map())
      .filter(([month]) => month <= to).map(([, moved]) => moved.net));
  }

  /** Accounts that moved within the span, with what came in. */
  received(from, to) {
    return inOrder(this.accounts, byUnits).map(([account, months]) => [account,
      byMonth(months).filter(([month]) => from <= month && month <= to)])
      .filter(([, within]) => within.length > 0)
      .map(([account, within]) => [account, sumOf(within.map(([, moved]) => moved.in))]);
  }
}
