// Questions that remain when the book is what was sealed: things twice, gaps, balances that do not
// continue, bank against book. Each is a difference to explain; none says why it is there.

const MOST_MONTHS = 1000000;

class Findings {
  /** Requires the hashes of the documents the package carries. */
  static of(book, from, to, files) {
    const findings = new Findings();
    Object.assign(findings, {book, from, to, found: []});
    findings.twice();
    findings.bookedTwice();
    findings.gaps();
    findings.evidence(files);
    findings.broken();
    book.bank.forEach((lines, account) => findings.account(account, lines));
    return findings.found;
  }

  add(id, severity, zh, en) {
    this.found.push(finding(id, severity, zh, en));
  }

  /** DUP: one file logged twice; one invoice number in several files. */
  twice() {
    const files = new Set();
    const invoices = new Map();
    for (const document of this.book.documents) {
      if (files.has(document.sha256)) {
        this.add('DUP-DOCUMENT', 'S3', `同一文件登记了两次：${document.sha256}`,
          `one file was logged twice: ${document.sha256}`);
      }
      files.add(document.sha256);
      if (document.invoice !== null) {
        const key = document.invoice.text('key');
        const known = invoices.get(key) || {amounts: new Set(), files: 0};
        known.amounts.add(document.invoice.textOrEmpty('gross'));
        known.files++;
        invoices.set(key, known);
      }
    }
    invoices.forEach((known, key) => {
      if (known.amounts.size > 1) {
        this.add('DUP-INVOICE', 'S2', `${key} 出现不同金额，差异待说明`,
          `${key} is there with several amounts; a difference to explain`);
      } else if (known.files > 1) {
        this.add('DUP-FORM', 'S4', `${key} 有多份文件`, `${key} is there in several files`);
      }
    });
  }

  /** DUP: two standing entries of the same invoice and lines, neither from a bank line. */
  bookedTwice() {
    const keys = new Map(this.book.documents.filter(one => one.invoice !== null)
      .map(one => [one.sha256, one.invoice.text('key')]));
    const first = new Map();
    for (const entry of this.book.laws.standing()) {
      if (entry.evidence.some(one => one.path.startsWith('line:'))) {
        continue;
      }
      const lines = entry.postings.map(line => ' ' + line.account
        + (line.isDebit ? 'DEBIT' : 'CREDIT') + line.amount).sort().join('');
      for (const key of new Set(entry.evidence.map(one => keys.get(one.document)))) {
        const before = first.get(key + lines);
        if (key !== undefined && before !== undefined) {
          this.add('DUP-BOOKED', 'S2', `${key} 记账两次：${before} 与 ${entry.number.text}，差异待说明`,
            `${key} is booked as ${before} and as ${entry.number.text}; a difference to explain`);
        } else if (key !== undefined) {
          first.set(key + lines, entry.number.text);
        }
      }
    }
  }

  /** SEQ: months of the span without entries or not closed; voucher numbers are a law. */
  gaps() {
    check(this.to - this.from < MOST_MONTHS, 'a span of more months than any book has');
    const months = new Set(this.book.entries.map(entry => entry.number.period));
    for (let month = this.from; month <= this.to; month++) {
      const name = periodText(month);
      if (!months.has(month)) {
        this.add('SEQ-MONTH', 'S3', `${name} 没有凭证`, `there is no entry in ${name}`);
      }
      if (!this.book.laws.closed.has(month)) {
        this.add('SEQ-OPEN', 'S3', `${name} 尚未结账，数字可能还会变化`,
          `${name} is not closed; its figures may still change`);
      }
    }
  }

  /** POP: documents that entries of the span name but nobody can look at. */
  evidence(files) {
    const missing = new Set();
    const unlogged = new Set();
    const hidden = new Set();
    const cited = new Set();
    for (const entry of this.book.entries) {
      const isAsked = this.from <= entry.number.period && entry.number.period <= this.to;
      for (const {document} of entry.evidence) {
        if (document === '') {
          continue;
        }
        cited.add(document);
        if (isAsked && !this.book.hashes.has(document)) {
          unlogged.add(document);
        } else if (isAsked && !files.has(document)) {
          (this.book.withheld.has(document) ? hidden : missing).add(document);
        }
      }
    }
    this.count('POP-DOCUMENT', 'S2', missing.size, n => `凭证引用的 ${n} 份文件不在资料包内`,
      n => `${n} documents that entries name are not in the package`);
    this.count('HID-DOCUMENT', 'S3', hidden.size,
      n => `${n} 份文件因其中名称或文字被隐去而未提供`,
      n => `${n} documents are kept back with the names or texts that are hidden`);
    this.count('POP-EVIDENCE', 'S3', unlogged.size, n => `凭证引用的 ${n} 份文件未登记`,
      n => `${n} documents that entries name were never logged`);
    this.count('POP-UNBOOKED', 'S4', this.book.documents.filter(one =>
      one.invoice !== null && !cited.has(one.sha256)).length, n => `${n} 份已登记的发票未记账`,
      n => `${n} logged invoices are not booked`);
  }

  count(id, severity, count, zh, en) {
    if (count > 0) {
      this.add(id, severity, zh(count), en(count));
    }
  }

  broken() {
    this.book.statements.filter(one => one.proof === 'BROKEN').forEach(one =>
      this.add('POP-STATEMENT', 'S2', `账户 ${one.account} 有一份对账单余额不连续`,
        `a statement of ${one.account} has balances that do not continue`));
  }

  /** POP and REC for one bank account. */
  account(account, lines) {
    const until = lines.filter(line => !isAfterMonth(line.date, this.to));
    const chain = bankChain(until);
    const ids = lines.map(line => line.id).filter(id => id !== '');
    if (new Set(ids).size < ids.length) {
      this.add('DUP-BANK', 'S3', `账户 ${account} 有银行流水登记了两次`,
        `a bank line of ${account} was logged twice`);
    }
    if (chain.gaps > 0) {
      this.add('POP-BALANCE', 'S2', `账户 ${account} 的银行余额有 ${chain.gaps} 处不连续，差异待说明`,
        `${account}: the bank balances break off ${chain.gaps} times; a difference to explain`);
    } else if (chain.closing !== null) {
      this.reconcile(account, until, chain.closing);
    }
  }

  /** REC: bank less book is what waits, or a difference to explain. */
  reconcile(account, lines, closing) {
    const inBook = Balances.of(this.book.entries.filter(entry =>
      entry.number.period <= this.to)).balance(accountCode(account));
    const booked = new Set(this.book.laws.standing().flatMap(entry => entry.evidence)
      .map(one => sourceOf(one.document, one.path)));
    const waiting = lines.filter(line => !booked.has(line.source));
    const sum = sumOf(waiting.map(line => line.amount));
    const difference = closing.minus(inBook).minus(sum);
    if (!difference.isZero) {
      this.add('REC-BANK', 'S3', `账户 ${account} 银行余额 ${closing}、账面余额 ${inBook}，除 ${sum} `
        + `的未记账流水外尚有差异 ${difference} 待说明`, `${account}: the bank says ${closing}, the `
        + `book ${inBook}; beside lines of ${sum} that are not booked a difference of `
        + `${difference} to explain`);
    } else if (waiting.length > 0) {
      this.add('REC-WAITING', 'S4', `账户 ${account} 有 ${waiting.length} 笔银行流水未记账，合计 ${sum}`,
        `${account}: ${waiting.length} bank lines are not booked, together ${sum}`);
    }
  }
}

/**
 * Bank lines as steps from the balance before to the balance after: {gaps, closing}. Where no line
 * is missing every balance a line ends with is one another begins with, but for the last.
 */
function bankChain(lines) {
  if (lines.length === 0 || lines.some(line => line.balance === null)) {
    return {gaps: 0, closing: null};
  }
  const ends = new Map();
  const count = (balance, by) => ends.set(balance.minor, (ends.get(balance.minor) || 0) + by);
  for (const line of lines) {
    count(line.balance, 1);
    count(line.balance.minus(line.amount), -1);
  }
  const loose = [...ends].filter(([, times]) => times > 0);
  const gaps = loose.reduce((sum, [, times]) => sum + times, 0) - 1;
  const newest = lines.reduce((last, line) => line.date.order >= last.date.order ? line : last);
  return {gaps: Math.max(0, gaps),
    closing: gaps === 0 ? Money.cny(loose[0][0]) : newest.balance};
}
