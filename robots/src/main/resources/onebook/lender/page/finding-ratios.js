// Ratios a lender computes, each with its formula and its inputs; nobody is graded by them.
// Quotients are rounded half up to four decimals, days to whole days; averages are of the beginning
// of the year and the end.

const NO_DIVISOR = '分母为零或为负 the divisor is zero or below';

/** Customers or suppliers of the span by what was invoiced, the largest first. */
function concentrationOf(facts, scope, isSale) {
  const sums = new Map();
  for (const row of facts.invoices.all) {
    if (row.isSale === isSale && facts.invoices.counts(row) && scope.holds(row.month)) {
      const known = having(sums, row.party, () => ({party: row.party, count: 0, gross: ZERO}));
      known.count++;
      known.gross = known.gross.plus(row.gross);
    }
  }
  const shares = inOrder(sums, byUnits).map(([, share]) => share)
    .sort((one, other) => other.gross.compare(one.gross));
  const whole = sumOf(shares.map(share => share.gross));
  return {shares, whole, share: part => whole.isPositive
    ? fourDecimals(halfUp(part.minor * 10000n, whole.minor)) : null};
}

class Ratios {
  static of(statementForms, cash, facts, scope) {
    const [sheet, income] = statementForms;
    const ratios = Object.assign(new Ratios(), {sheet, income, cash, facts, scope, all: []});
    ratios.position();
    ratios.earning();
    ratios.turning();
    ratios.paying();
    ratios.taxes();
    [true, false].forEach(isSale => ratios.concentration(isSale));
    return ratios.all;
  }

  bs(line) {
    return {line: 'BS' + line, amount: this.sheet.first.get(line).amount};
  }

  begin(line) {
    return {line: `BS${line}年初`, amount: this.sheet.second.get(line).amount};
  }

  pl(line) {
    return {line: 'PL' + line, amount: this.income.first.get(line).amount};
  }

  /** Above and below in fen, or both in the same part of one. */
  add([name, zh, en, formula], above, below, ...inputs) {
    const value = below > 0n ? fourDecimals(halfUp(above * 10000n, below)) : null;
    this.all.push({name, zh, en, formula, inputs, value, whyNot: below > 0n ? '' : NO_DIVISOR});
  }

  days([name, zh, en, formula], begin, end, flow) {
    const days = this.scope.months.reduce((sum, month) => sum + daysOf(month), 0);
    const below = flow.amount.minor * 2n;
    const value = below > 0n ? String(halfUp((begin.amount.minor + end.amount.minor)
      * BigInt(days), below)) : null;
    this.all.push({name, zh, en, formula: formula.replace('days', days), inputs: [begin, end, flow],
      value, whyNot: below > 0n ? '' : NO_DIVISOR});
  }

  missing([name, zh, en, formula], whyNot) {
    this.all.push({name, zh, en, formula, inputs: [], value: null, whyNot});
  }

  position() {
    const [assets, debts] = [this.bs(30), this.bs(47)];
    const [current, due] = [this.bs(15), this.bs(41)];
    const [stock, prepaid] = [this.bs(9), this.bs(5)];
    this.add(['debt', '资产负债率', 'debt to assets', 'BS47/BS30'], debts.amount.minor,
      assets.amount.minor, debts, assets);
    this.add(['current', '流动比率', 'current ratio', 'BS15/BS41'], current.amount.minor,
      due.amount.minor, current, due);
    this.add(['quick', '速动比率', 'quick ratio', '(BS15-BS9-BS5)/BS41'], current.amount.minor
      - stock.amount.minor - prepaid.amount.minor, due.amount.minor, current, stock, prepaid, due);
  }

  earning() {
    const [revenue, cost, profit] = [this.pl(1), this.pl(2), this.pl(32)];
    this.add(['gross_margin', '毛利率', 'gross margin', '(PL1-PL2)/PL1'],
      revenue.amount.minor - cost.amount.minor, revenue.amount.minor, revenue, cost);
    this.add(['net_margin', '净利率', 'net margin', 'PL32/PL1'], profit.amount.minor,
      revenue.amount.minor, profit, revenue);
    for (const [name, zh, en, line] of [['roe', '净资产收益率', 'return on equity', 52],
      ['roa', '总资产收益率', 'return on assets', 30]]) {
      const [begin, end] = [this.begin(line), this.bs(line)];
      this.add([name, zh, en, `PL32/((BS${line}年初+BS${line})/2)`], profit.amount.minor * 2n,
        begin.amount.minor + end.amount.minor, profit, begin, end);
    }
  }

  turning() {
    for (const [name, zh, en, line, flow] of [
      ['receivable_days', '应收账款周转天数', 'days of receivables', 4, 1],
      ['inventory_days', '存货周转天数', 'days of inventory', 9, 2],
      ['payable_days', '应付账款周转天数', 'days of payables', 33, 2]]) {
      this.days([name, zh, en, `(BS${line}年初+BS${line})/2*days/PL${flow}`], this.begin(line),
        this.bs(line), this.pl(flow));
    }
  }

  paying() {
    const {scope, facts} = this;
    const [before, interest, profit] = [this.pl(30), this.pl(19), this.pl(32)];
    this.add(['interest_cover', '利息保障倍数', 'interest cover', '(PL30+PL19)/PL19'],
      before.amount.minor + interest.amount.minor, interest.amount.minor, before, interest);
    const operating = {line: 'CF7', amount: this.cash.upTo(6, scope.from, scope.to)};
    this.add(['cash_to_profit', '经营现金流/净利润', 'operating cash to net profit', 'CF7/PL32'],
      operating.amount.minor, profit.amount.minor, operating, profit);
    this.missing(['dscr', '偿债备付率', 'debt service cover', 'CF7/(12个月内应还本息)'],
      '账簿里没有还款计划 the book holds no plan of repayments');
    const sold = {line: 'PL1+VAT', amount: this.pl(1).amount.plus(
      facts.months.within(scope.from, scope.to, 'vat'))};
    const tieOut = new TieOut(facts, scope);
    const received = {line: '客户银行回款 customers at the bank',
      amount: sumOf(scope.months.map(month => tieOut.received(month)))};
    this.add(['bank_to_revenue', '银行流入/含税收入', 'bank inflow to revenue with tax',
      '客户银行回款/(PL1+VAT)'], received.amount.minor, sold.amount.minor, received, sold);
  }

  taxes() {
    const {scope, facts} = this;
    const revenue = this.pl(1);
    const vat = {line: '2221.01缴纳', amount: facts.months.within(scope.from, scope.to, 'vatPaid')};
    this.add(['vat_burden', '增值税税负率', 'VAT burden', '缴纳增值税/PL1'], vat.amount.minor,
      revenue.amount.minor, vat, revenue);
    this.add(['income_tax', '所得税贡献率', 'income tax to revenue', 'PL31/PL1'],
      this.pl(31).amount.minor, revenue.amount.minor, this.pl(31), revenue);
    const yearBefore = month => periodOf(partsOf(month).year - 1, partsOf(month).month);
    const growth = ['growth', '销售增长', 'growth of sales', 'PL1/上年同期-1'];
    const from = yearBefore(scope.from);
    if (facts.firstMonth !== null && facts.firstMonth <= from) {
      const earlier = {line: '上年同期 year before',
        amount: facts.months.within(from, yearBefore(scope.to), 'net')};
      this.add(growth, revenue.amount.minor - earlier.amount.minor, earlier.amount.minor, revenue,
        earlier);
    } else {
      this.missing(growth, '账簿没有上年同期 the book does not hold the year before');
    }
  }

  concentration(isSale) {
    const parties = concentrationOf(this.facts, this.scope, isSale);
    for (const most of [1, 5]) {
      const part = sumOf(parties.shares.slice(0, most).map(one => one.gross));
      const value = parties.share(part);
      this.all.push({name: (isSale ? 'customers_top' : 'suppliers_top') + most,
        zh: (isSale ? '客户集中度 前' : '供应商集中度 前') + most,
        en: `share of the largest ${most}${isSale ? ' customers' : ' suppliers'}`,
        formula: `前${most}名开票/全部开票`, inputs: [{line: '前' + most, amount: part},
          {line: '全部', amount: parties.whole}], value,
        whyNot: value === null ? '没有发票数据 no invoices are known' : ''});
    }
  }
}
