// The laws every entry had to satisfy when it was posted, tried once more: a log that breaks one
// was not written by a book, whoever signed it.

class BookLaws {
  constructor(chart) {
    this.chart = chart;
    this.failures = [];
    this.entries = new Map();
    this.corrected = new Set();
    this.proposals = new Set();
    this.sequences = new Map();
    this.closed = new Set();
    this.postable = new Map();
    this.lastClosed = null;
  }

  /** At most fifty failures are told. */
  require(holds, id, zh, en) {
    if (!holds && this.failures.length < 50) {
      this.failures.push(finding(id, 'S1', zh, en));
    }
  }

  /** What an account is from now on; null where it is taken out of the chart. */
  change(code, account) {
    const chart = new Map(this.chart);
    chart.delete(code);
    if (account !== null) {
      chart.set(account.code, account);
    }
    const isUsed = account === null && [...this.entries.values()].some(entry =>
      entry.postings.some(line => isWithin(line.account, code)));
    this.require(!isUsed, 'INT-CHART', `科目 ${code} 已记过账，却被删除`,
      `account ${code} was removed after it was posted to`);
    const isWhole = isWholeChart(chart);
    this.require(isWhole, 'INT-CHART', `科目 ${code} 的上级不在科目表里`,
      `account ${code} is changed so that a detail stands under none`);
    if (isWhole) {
      this.chart = chart;
      this.postable.clear();
    }
  }

  isPostable(code) {
    if (!this.postable.has(code)) {
      const isParent = [...this.chart.keys()].some(other => parentOf(other) === code);
      this.postable.set(code, this.chart.has(code) && !isParent);
    }
    return this.postable.get(code);
  }

  post(entry, leaf) {
    const {number} = entry;
    this.require(periodText(number.period) === leaf.period && entry.date.period === number.period,
      'INT-ENTRY-PERIOD', `凭证 ${number.text} 的日期不在其期间内`,
      `entry ${number.text} is dated outside its period`);
    const due = (this.sequences.get(number.period) || 0) + 1;
    this.sequences.set(number.period, due);
    this.require(number.sequence === due, 'INT-ENTRY-NUMBER',
      `凭证号不连续：应为第 ${due} 号，实为 ${number.text}`,
      `voucher numbers are not continuous: ${due} was due, ${number.text} came`);
    this.require(this.lastClosed === null || number.period > this.lastClosed, 'INT-ENTRY-CLOSED',
      `凭证 ${number.text} 记入已结账期间`, `entry ${number.text} was posted into a closed period`);
    this.require(!this.proposals.has(entry.proposal), 'INT-ENTRY-TWICE',
      `凭证 ${number.text} 的依据已记过账`,
      `entry ${number.text} posts a proposal that was posted before`);
    this.proposals.add(entry.proposal);
    this.postings(entry);
    if (entry.takesBack !== null) {
      this.correction(entry);
    }
    this.require(entry.kind !== 'supplement' || this.entries.has(entry.corrects),
      'INT-ENTRY-SUPPLEMENT', `凭证 ${number.text} 所补充的凭证不存在`,
      `entry ${number.text} supplements an entry that is not there`);
    this.require(!this.entries.has(number.text), 'INT-ENTRY-NUMBER', `凭证号 ${number.text} 重复`,
      `voucher number ${number.text} came twice`);
    this.entries.set(number.text, entry);
  }

  postings(entry) {
    const sums = new Map();
    for (const line of entry.postings) {
      const signed = line.isDebit ? line.amount : line.amount.negated();
      const before = sums.get(signed.currency);
      sums.set(signed.currency, before === undefined ? signed : before.plus(signed));
      this.require(this.isPostable(line.account), 'INT-ENTRY-ACCOUNT',
        `凭证 ${entry.number.text} 使用了不可记账的科目 ${line.account}`,
        `entry ${entry.number.text} posts to ${line.account}, which is no detail account`
          + ' of the chart');
    }
    const isBalanced = entry.postings.length >= 2 && sums.size === 1
      && [...sums.values()].every(sum => sum.isZero);
    this.require(isBalanced, 'INT-ENTRY-BALANCE', `凭证 ${entry.number.text} 借贷不平`,
      `entry ${entry.number.text} does not balance`);
  }

  correction(red) {
    const wrong = this.entries.get(red.takesBack);
    let isRed = wrong !== undefined && wrong.takesBack === null
      && !this.corrected.has(red.takesBack);
    if (isRed) {
      this.corrected.add(red.takesBack);
      isRed = red.kind === 'correction'
        && wrong.postings.map(line => lineText(line, true)).join()
          === red.postings.map(line => lineText(line, false)).join();
    }
    this.require(isRed, 'INT-ENTRY-CORRECTION',
      `凭证 ${red.number.text} 不是 ${red.takesBack} 的红字冲销`,
      `entry ${red.number.text} is not the red entry of ${red.takesBack}`);
  }

  /** Compares what a close leaf states with the entries before it; it may state less. */
  close(leaf, counts) {
    const period = leaf.body.period('period');
    const name = periodText(period);
    this.require(leaf.period === name && (this.lastClosed === null || period > this.lastClosed),
      'INT-CLOSE-ORDER', `结账顺序不对：${name}`, `periods were not closed in order: ${name}`);
    this.lastClosed = period;
    this.closed.add(period);
    this.require(this.isStated(period, leaf.body) && isCounted(leaf.body.object('counts'), counts),
      'INT-CLOSE', `${name} 结账记录与凭证不符`,
      `the close of ${name} states other figures than its entries`);
  }

  isStated(period, body) {
    const all = [...this.entries.values()];
    const month = all.filter(entry => entry.number.period === period);
    const total = sumOf(month.map(totalOf));
    const hash = body.textOrEmpty('trial_balance_sha256');
    return (!body.has('entries') || body.number('entries') === month.length)
      && (body.money('debit_total') || total).isSame(total)
      && (body.money('credit_total') || total).isSame(total)
      && (hash === '' || hash === hex(sha256(
        utf8(trialBalance(new Records(all), this.chart, period, period)))));
  }

  /** Entries that no later entry took back, and that take back none. */
  standing() {
    return [...this.entries.values()].filter(entry => entry.takesBack === null
      && !this.corrected.has(entry.number.text));
  }
}

/** The sum of the debit side. */
function totalOf(entry) {
  const amounts = entry.postings.filter(line => line.isDebit).map(line => line.amount);
  return amounts.length === 0 ? ZERO : amounts.reduce((sum, one) => sum.plus(one));
}

function isCounted(stated, counts) {
  return stated === null || stated.keys().length === counts.size
    && [...counts].every(([kind, count]) => stated.values[kind] === count);
}

/** Something the reader should know: S1 stop, S2 ask before lending, S3 ask, S4 to know. */
function finding(id, severity, zh, en) {
  return {id, severity, zh, en};
}
