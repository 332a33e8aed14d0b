// 账票税银: what the book says was sold, what was invoiced, declared and paid by customers, month by
// month, with a bridge from each to the next. What a book holds nothing of is absent, not zero.

const DISPOSALS = ['处置固定资产的销售额', 'sales of used assets, which are no revenue'];

/** Lines are [zh, en, amount]; those of nothing are left out. */
function bridgeOf(name, [from, to], [start, end], lines) {
  const explained = lines.filter(([,, amount]) => !amount.isZero)
    .map(([zh, en, amount]) => ({zh, en, amount}));
  const known = sumOf(explained.map(line => line.amount));
  return {name, from, to, start, end, explained, residual: start.minus(end).minus(known)};
}

class TieOut {
  constructor(facts, scope) {
    this.facts = facts;
    this.scope = scope;
    this.invoices = new Map();
    this.bank = new Map();
    facts.invoices.all.filter(row => row.isSale).forEach(row => this.invoice(row));
    facts.bank.all.forEach(row => this.line(row));
  }

  invoicesOf(month) {
    return having(this.invoices, month, () => ({net: ZERO, elsewhere: ZERO, fromElsewhere: ZERO,
      unbooked: ZERO, uncounted: ZERO, takenBack: ZERO}));
  }

  bankOf(month) {
    return having(this.bank, month, () => ({in: new Map(), customers: ZERO, customersByEntry: ZERO,
      inflow: ZERO}));
  }

  invoice(row) {
    const {cited, invoices} = this.facts;
    const booked = cited.standing(row);
    const add = (month, name, amount) => {
      const sums = this.invoicesOf(month);
      sums[name] = sums[name].plus(amount);
    };
    cited.gone(row).forEach(number =>
      add(number.period, 'takenBack', this.facts.takenBack(number)));
    if (invoices.counts(row)) {
      add(row.month, 'net', row.net);
      if (booked === null) {
        add(row.month, 'unbooked', row.net);
      } else if (booked.period !== row.month) {
        add(row.month, 'elsewhere', row.net);
        add(booked.period, 'fromElsewhere', row.net);
      }
    } else if (booked !== null) {
      add(booked.period, 'uncounted', row.net);
    }
  }

  line(row) {
    const sums = this.bankOf(row.month);
    const flow = this.facts.bank.flow(row);
    if (row.amount.isPositive) {
      addTo(sums.in, flow, row.amount);
      sums.inflow = sums.inflow.plus(row.amount);
    }
    if (flow === 'customer') {
      sums.customers = sums.customers.plus(row.amount);
      const booked = this.bankOf(this.facts.bank.booked(row).period);
      booked.customersByEntry = booked.customersByEntry.plus(row.amount);
    }
  }

  /** The months of the span; null where nothing is known. */
  get months() {
    const {months, filings} = this.facts;
    return this.scope.months.map(month => {
      const filed = filings.vat.filter(one => one.to === month)
        .map(one => filedFigure(one, 'sales')).filter(one => one !== null);
      return {month, book: months.of(month, 'net'), bookGross: months.gross(month),
        invoices: this.hasInvoices ? this.invoicesOf(month).net : null,
        filed: filed.length === 0 ? null : filed.reduce((sum, one) => sum.plus(one)),
        bank: this.hasBank ? this.received(month) : null};
    });
  }

  received(month) {
    return this.bankOf(month).customers;
  }

  get hasInvoices() {
    const {invoices} = this.facts;
    return invoices.isAnyListed || invoices.all.some(row => row.isSale && row.month !== null);
  }

  get hasBank() {
    return this.facts.bank.all.length > 0;
  }

  /** All bridges of the span, month by month; those to a return for its whole period. */
  get bridges() {
    const bridges = [];
    for (const month of this.scope.months) {
      if (this.hasInvoices) {
        bridges.push(this.toInvoices(month, month));
      }
      this.facts.filings.vat.filter(one => one.to === month).forEach(filing => {
        const sales = filedFigure(filing, 'sales');
        if (sales !== null) {
          this.filed(filing, sales, bridges);
        }
      });
      if (this.hasBank) {
        bridges.push(this.toBank(month), this.inflow(month));
      }
    }
    return bridges;
  }

  filed(filing, sales, bridges) {
    const {facts} = this;
    if (facts.firstMonth === null || facts.firstMonth > filing.from) {
      return;
    }
    const span = [filing.from, filing.to];
    const disposals = [...DISPOSALS, (filedFigure(filing, 'disposals') || ZERO).negated()];
    const book = facts.months.within(...span, 'net');
    bridges.push(bridgeOf('book-filed', span, [book, sales], [disposals]));
    if (this.hasInvoices) {
      const invoiced = this.toInvoices(...span);
      bridges.push(bridgeOf('invoices-filed', span, [invoiced.end, sales],
        [...invoiced.explained.map(line => [line.zh, line.en, line.amount.negated()]),
          disposals]));
    }
  }

  toInvoices(from, to) {
    const {facts} = this;
    const sums = {net: ZERO, elsewhere: ZERO, fromElsewhere: ZERO, unbooked: ZERO,
      uncounted: ZERO, takenBack: ZERO, known: ZERO, unread: ZERO};
    for (let month = from; month <= to; month = after(month)) {
      const one = {...this.invoicesOf(month), known: facts.unread(month, true),
        unread: facts.unread(month, false)};
      Object.keys(sums).forEach(name => {
        sums[name] = sums[name].plus(one[name]);
      });
    }
    const book = name => facts.months.within(from, to, name);
    return bridgeOf('book-invoices', [from, to], [book('net'), sums.net], [
      ['未开票收入', 'revenue without an invoice', book('uninvoiced').plus(sums.known)],
      ['红字冲销', 'entries taken back in red', book('red')],
      ['后来冲销的凭证', 'entries that were taken back later', sums.takenBack],
      ['其他月份的发票在本期入账', 'invoices of other months, booked now', sums.fromElsewhere],
      ['本期发票在其他月份入账', 'invoices booked in other months', sums.elsewhere.negated()],
      ['未入账的发票', 'invoices that are not booked', sums.unbooked.negated()],
      ['不在税局清单的发票', 'invoices the bureau does not list', sums.uncounted],
      ['发票日期或双方未读出', 'invoices whose date or parties are not known', sums.unread]]);
  }

  toBank(month) {
    const sums = this.bankOf(month);
    const book = name => this.facts.months.of(month, name);
    return bridgeOf('book-bank', [month, month], [this.facts.months.gross(month), sums.customers], [
      ['应收账款增加', 'growth of receivables', book('receivables')],
      ['预收账款变动', 'change of advances', book('advances')],
      ['收取现金', 'paid in cash', book('hand')],
      ['手续费', 'charges kept back', book('fees')],
      ['与应付款项相抵', 'set off against payables', book('offset')],
      ['借款', 'loans', book('loans')],
      ['由其他人收取（其他应收、应付款）', 'received by others (other receivables, payables)',
        book('owners')],
      ['其他科目', 'other accounts', book('others')],
      ['银行与入账跨月', 'booked in another month than at the bank',
        sums.customersByEntry.minus(sums.customers)]]);
  }

  inflow(month) {
    const sums = this.bankOf(month);
    const came = flow => sums.in.get(flow) || ZERO;
    return bridgeOf('inflow', [month, month], [sums.inflow, came('customer')], [
      ['本单位账户间划转', 'transfers between own accounts', came('transfer')],
      ['借款', 'loans', came('loan')],
      ['投资与往来', 'capital and current accounts', came('owner')],
      ['供应商退款', 'repaid by suppliers', came('supplier')],
      ['退税', 'repaid taxes', came('tax')],
      ['工资退回', 'wages returned', came('payroll')],
      ['利息', 'interest', came('interest')],
      ['其他', 'other', came('other')]]);
  }
}

// ---- REC and POP-FILING: what is left of the bridges, and returns that are not there

/** The bridge from invoices to the return says nothing the others do not. */
const ASKED_BRIDGES = {
  'book-invoices': ['REC-INVOICE', '账面收入与开票', 'revenue of the book and invoices'],
  'book-filed': ['REC-FILED', '账面收入与申报销售额', 'revenue of the book and declared sales'],
  'book-bank': ['REC-RECEIPTS', '账面含税收入与客户银行回款',
    'revenue with tax and what customers paid at the bank'],
  inflow: ['REC-INFLOW', '银行流入与客户回款',
    'money that came in at the bank and what customers paid']};

class TieOutQuestion {
  constructor(facts) {
    this.facts = facts;
  }

  answer(scope) {
    const found = new TieOut(this.facts, scope).bridges
      .filter(bridge => Object.hasOwn(ASKED_BRIDGES, bridge.name)).flatMap(residualOf);
    this.filings(scope, found);
    return found;
  }

  filings(scope, found) {
    const {vat, replaced} = this.facts.filings;
    if (vat.length === 0) {
      if (scope.profile === 'tax-loan') {
        found.push(finding('POP-NO-FILING', Limits.severity('POP-NO-FILING', scope.to),
          '没有登记增值税申报表', 'no VAT return was logged'));
      }
      return;
    }
    const missing = scope.months.filter(month => month > vat[0].from
      && month < vat[vat.length - 1].to
      && !vat.some(one => one.from <= month && one.to >= month)).map(periodText);
    if (missing.length > 0) {
      const list = `[${missing.join(', ')}]`;
      found.push(finding('POP-FILING', Limits.severity('POP-FILING', scope.to),
        `以下月份没有增值税申报表：${list}`, `months without a VAT return: ${list}`));
    }
    replaced.forEach(old => {
      const [from, to] = [periodText(old.from), periodText(old.to)];
      found.push(finding('DUP-FILING', Limits.severity('DUP-FILING', scope.to),
        `${old.form} ${from} – ${to} 登记过不同数字的申报，差异待说明`,
        `${old.form} of ${from} to ${to} was logged with several figures; a difference to `
          + 'explain'));
    });
    this.declared(scope, found);
  }

  /** Income tax is declared on the revenue of the year so far. */
  declared(scope, found) {
    const {filings, firstMonth, months} = this.facts;
    for (const filing of filings.all) {
      const from = filing.form === 'statements' ? filing.from : 12 * partsOf(filing.to).year;
      const isKnown = !isVat(filing) && scope.holds(filing.to) && firstMonth !== null
        && firstMonth <= from;
      const revenue = isKnown ? filedFigure(filing, 'revenue') : null;
      if (revenue !== null) {
        found.push(...residualOf(bridgeOf('book-filed', [from, filing.to],
          [months.within(from, filing.to, 'net'), revenue], [])));
      }
    }
  }
}

/** No finding or one. */
function residualOf(bridge) {
  const {start, end, residual} = bridge;
  const [id, zh, en] = ASKED_BRIDGES[bridge.name];
  const whole = least(start.abs(), end.abs()).isZero ? start.abs().plus(end.abs()) : start;
  const isSmall = residual.abs().compare(Limits.money('REC-LEAST', bridge.to)) <= 0;
  const severity = isSmall ? null : Limits.above(id, bridge.to, residual, whole);
  const span = bridge.from === bridge.to ? periodText(bridge.to)
    : `${periodText(bridge.from)} – ${periodText(bridge.to)}`;
  return severity === null ? [] : [finding(id, severity,
    `${span}：${zh}（${start} 与 ${end}）差异 ${start.minus(end)}，已列明原因之外尚有 ${residual}`
      + ' 待说明',
    `${span}: ${en} are ${start} and ${end}, a difference of ${start.minus(end)}; beside the `
      + `causes listed ${residual} to explain`)];
}
