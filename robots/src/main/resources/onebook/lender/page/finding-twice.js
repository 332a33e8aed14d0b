// DUP, POP of documents and SEQ: things twice, papers nobody can look at, gaps.

/** A file logged twice, an invoice in several files or amounts, an invoice booked twice. */
class TwiceQuestion {
  constructor(facts) {
    this.facts = facts;
    this.files = new Set();
    this.found = [];
    this.invoices = new Map();
    this.ofFile = new Map();
    this.booked = new Map();
    this.groups = new Map();
  }

  leaf({kind, body}) {
    if (kind !== 'doc') {
      return;
    }
    const sha = body.text('sha256');
    if (this.files.has(sha)) {
      this.found.push(finding('DUP-DOCUMENT', 'S3', `同一文件登记了两次：${sha}`,
        `one file was logged twice: ${sha}`));
    }
    this.files.add(sha);
    const invoice = body.object('invoice');
    if (invoice !== null) {
      const gross = invoice.textOrEmpty('gross');
      const key = invoice.text('key');
      const known = having(this.invoices, key, () => ({key, amounts: new Set(), forms: 0}));
      known.amounts.add(gross);
      known.forms++;
      having(this.ofFile, sha, () => known);
    }
  }

  /** Entries out of a bank line pay an invoice; they do not book it again. */
  entry(entry) {
    if (entry.takesBack !== null || hasBankLine(entry)) {
      return;
    }
    const named = new Set(documentsOf(entry).map(document => this.ofFile.get(document))
      .filter(one => one !== undefined));
    const lines = entry.postings.map(line => ' ' + line.account
      + (line.isDebit ? 'DEBIT' : 'CREDIT') + line.amount).sort().join('');
    named.forEach(({key}) => {
      const numbers = having(this.booked, key + lines, () => []);
      numbers.push(entry.number);
      if (numbers.length > 1) {
        this.groups.set(key + lines, {key, numbers});
      }
    });
  }

  answer() {
    const all = [...this.found];
    this.invoices.forEach(({key, amounts, forms}) => {
      if (amounts.size > 1) {
        all.push(finding('DUP-INVOICE', 'S2', `${key} 出现不同金额，差异待说明`,
          `${key} is there with several amounts; a difference to explain`));
      } else if (forms > 1) {
        all.push(finding('DUP-FORM', 'S4', `${key} 有多份文件`, `${key} is there in several files`));
      }
    });
    this.groups.forEach(({key, numbers}) => {
      const [first, ...others] = numbers.filter(one => this.facts.cited.stands(one));
      others.forEach(other => all.push(finding('DUP-BOOKED', 'S2',
        `${key} 记账两次：${first.text} 与 ${other.text}，差异待说明`,
        `${key} is booked as ${first.text} and as ${other.text}; a difference to explain`)));
    });
    return all;
  }
}

/**
 * One party and amount twice on receivables or payables within days, at least one of the two
 * without an invoice. Looks back over a bounded number of entries.
 */
class AgainQuestion {
  static MOST = 20000;

  constructor(facts) {
    this.facts = facts;
    this.pairs = [];
    this.recent = new Map();
  }

  entry(entry) {
    if (entry.kind !== 'ordinary' || hasBankLine(entry)) {
      return;
    }
    const now = {number: entry.number, day: dayNumber(entry.date.period, entry.date.day),
      isInvoiced: this.facts.invoices.of(entry).length > 0};
    for (const line of entry.postings) {
      const signed = signedOf(line);
      const isOwed = isWithin(line.account, '1122') && signed.isPositive
        || isWithin(line.account, '2202') && signed.isNegative;
      if (isOwed && line.party !== '') {
        this.compare([line.account, line.party, line.amount].join('\n'), line, now);
      }
    }
  }

  compare(key, line, now) {
    const before = this.recent.get(key);
    this.recent.delete(key);
    this.recent.set(key, now);
    if (this.recent.size > AgainQuestion.MOST) {
      this.recent.delete(this.recent.keys().next().value);
    }
    if (before !== undefined && !(before.isInvoiced && now.isInvoiced)
        && this.pairs.length < AgainQuestion.MOST) {
      this.pairs.push({party: line.party, amount: line.amount, first: before.number,
        second: now.number, days: Math.abs(now.day - before.day)});
    }
  }

  answer(scope) {
    const days = Limits.number('DUP-ENTRY-DAYS', scope.to);
    const {cited} = this.facts;
    return this.pairs.filter(pair => pair.days <= days && cited.stands(pair.first)
      && cited.stands(pair.second) && scope.holds(pair.second.period)).map(pair => {
      const [first, second] = [pair.first.text, pair.second.text];
      const party = partyShown(pair.party);
      return finding('DUP-ENTRY', Limits.severity('DUP-ENTRY-DAYS', scope.to),
        `${party} ${pair.amount} 在 ${first} 与 ${second} 各入账一次，相隔 ${pair.days} 天，其中有凭证没有发票`
          + '，差异待说明', `${party}, ${pair.amount}: booked as ${first} and as ${second}, `
          + `${pair.days} days apart, not both with an invoice; a difference to explain`);
    });
  }
}

/** Documents that entries of the span name but nobody can look at; invoices that wait. */
class EvidenceQuestion {
  constructor() {
    this.logged = new Set();
    this.invoices = new Set();
    this.withheld = new Set();
    this.cited = new Map();
    this.isShownInPart = false;
  }

  leaf({kind, body, covered}) {
    this.isShownInPart = covered.size > 0;
    if (this.isShownInPart && body.has('sha256')) {
      this.withheld.add(body.text('sha256'));
    }
    if (kind === 'doc' || kind === 'bankstmt') {
      this.logged.add(body.text('sha256'));
    }
    if (kind === 'doc' && body.has('invoice')) {
      this.invoices.add(body.text('sha256'));
    }
  }

  entry(entry) {
    for (const document of documentsOf(entry).filter(one => one !== '')) {
      having(this.cited, document, () => new Set()).add(entry.number.period);
      if (this.isShownInPart) {
        this.withheld.add(document);
      }
    }
  }

  answer(scope) {
    const asked = [...this.cited].filter(([, months]) => [...months].some(one => scope.holds(one)))
      .map(([document]) => document);
    const absent = asked.filter(one => this.logged.has(one) && !scope.files.has(one));
    const hidden = absent.filter(one => this.withheld.has(one)).length;
    const unlogged = asked.filter(one => !this.logged.has(one)).length;
    const waiting = [...this.invoices].filter(one => !this.cited.has(one)).length;
    const missing = absent.length - hidden;
    return [[missing, 'POP-DOCUMENT', 'S2', `凭证引用的 ${missing} 份文件不在资料包内`,
      `${missing} documents that entries name are not in the package`],
    [hidden, 'HID-DOCUMENT', 'S3', `${hidden} 份文件因其中名称或文字被隐去而未提供`,
      `${hidden} documents are kept back with the names or texts that are hidden`],
    [unlogged, 'POP-EVIDENCE', 'S3', `凭证引用的 ${unlogged} 份文件未登记`,
      `${unlogged} documents that entries name were never logged`],
    [waiting, 'POP-UNBOOKED', 'S4', `${waiting} 份已登记的发票未记账`,
      `${waiting} logged invoices are not booked`]]
      .filter(([count]) => count > 0).map(([, ...rest]) => finding(...rest));
  }
}

/** Months of the span without entries or not closed; voucher numbers are a law of the book. */
class GapsQuestion {
  constructor(facts) {
    this.facts = facts;
  }

  answer(scope) {
    return scope.months.flatMap(month => {
      const name = periodText(month);
      return [...(this.facts.withEntries.has(month) ? [] : [finding('SEQ-MONTH', 'S3',
        `${name} 没有凭证`, `there is no entry in ${name}`)]),
      ...(this.facts.closed.has(month) ? [] : [finding('SEQ-OPEN', 'S3',
        `${name} 尚未结账，数字可能还会变化`, `${name} is not closed; its figures may still change`)])];
    });
  }
}
