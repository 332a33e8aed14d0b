// What a lender of a kind asks for, as rows of one table: section, item, party, count, amount,
// share. 发票贷 asks for all that was invoiced, 税金贷 for returns against book and bank; both for
// 账龄 and 余额调节表.

class Profile {
  static of(facts, scope) {
    const profile = Object.assign(new Profile(), {facts, scope, rows: []});
    if (scope.profile === 'invoice-loan') {
      profile.invoices(true);
      profile.invoices(false);
    } else if (scope.profile === 'tax-loan') {
      profile.returns();
    }
    const buckets = tableRows('ageing').map(([days, label]) =>
      ({label, days: days === '' ? Infinity : Number(days)}));
    profile.ageing('应收账龄 receivables by age', facts.receivables, buckets);
    profile.ageing('应付账龄 payables by age', facts.payables, buckets);
    profile.banks();
    return profile.rows;
  }

  row(section, item, party, count, amount, share = '') {
    this.rows.push([section, item, party, count, amount, share].map(String));
  }

  invoices(isSale) {
    const {facts, scope} = this;
    const section = isSale ? '销项发票 invoices issued' : '进项发票 invoices received';
    const counted = new Map(scope.months.map(month => [month, []]));
    facts.invoices.all.filter(row => row.isSale === isSale && facts.invoices.counts(row)
      && scope.holds(row.month)).forEach(row => counted.get(row.month).push(row));
    let empty = 0;
    counted.forEach((rows, month) => {
      const counts = countsOf(rows);
      empty += counts.count === 0 ? 1 : 0;
      this.row(section, periodText(month) + (facts.invoices.isListed(month)
        ? ' 税局清单 by the bureau\'s list' : ' 已登记文件 by files'), '', counts.count, counts.gross);
    });
    const all = countsOf([...counted.values()].flat());
    const share = (part, whole) => whole === 0 ? ''
      : fourDecimals(halfUp(BigInt(part) * 10000n, BigInt(whole)));
    this.row(section, '合计 total', '', all.count, all.gross);
    this.row(section, '没有开票的月份 months without', '', empty, '');
    this.row(section, '红字 red', '', all.red, all.redGross, share(all.red, all.count));
    this.row(section, '作废 void', '', all.voided, '', share(all.voided, all.count + all.voided));
    const parties = concentrationOf(facts, scope, isSale);
    parties.shares.slice(0, 10).forEach(one => this.row(section,
      isSale ? '主要客户 customer' : '主要供应商 supplier', partyShown(one.party), one.count,
      one.gross, parties.share(one.gross) || ''));
  }

  returns() {
    const {facts, scope} = this;
    for (const filing of facts.filings.all.filter(one => scope.holds(one.to))) {
      const section = `申报表 return ${filing.form} ${periodText(filing.from)} – `
        + periodText(filing.to);
      const figure = (item, meaning) => {
        const amount = filedFigure(filing, meaning);
        if (amount !== null) {
          this.row(section, item, '', '', amount);
        }
        return amount !== null;
      };
      figure('申报销售额 sales declared', 'sales');
      figure('申报收入 revenue declared', 'revenue');
      this.row(section, '账面收入 revenue of the book', '', '',
        facts.months.within(filing.from, filing.to, 'net'));
      if (figure('应补税额 tax payable', 'payable')) {
        this.row(section, '期后一个月银行缴纳 paid by bank in the month after', '', '',
          facts.months.of(after(filing.to),
            filing.form === 'cit-prepay' ? 'incomeTaxPaid' : 'vatPaid'));
      }
      this.row(section, '回执 receipt', '', filing.hasReceipt ? 1 : 0, '');
    }
    for (const month of scope.months) {
      this.row('缴税 taxes paid by bank', '增值税 VAT ' + periodText(month), '', '',
        facts.months.of(month, 'vatPaid'));
      this.row('缴税 taxes paid by bank', '企业所得税 income tax ' + periodText(month), '', '',
        facts.months.of(month, 'incomeTaxPaid'));
    }
  }

  ageing(section, parties, buckets) {
    for (const one of parties.ageing(this.scope.to, buckets)) {
      const party = partyShown(one.party);
      one.amounts.forEach((amount, i) => {
        if (!amount.isZero) {
          this.row(section, buckets[i].label, party, '', amount);
        }
      });
      if (!one.advance.isZero) {
        this.row(section, '预收预付 paid in advance', party, '', one.advance);
      }
      this.row(section, '合计 total', party, '', one.total);
    }
  }

  banks() {
    for (const state of bankStates(this.facts, this.scope.to)) {
      const section = '余额调节表 bank reconciliation ' + state.account;
      this.row(section, '银行余额 bank', '', '',
        state.closing === null ? '流水未载余额 not stated' : state.closing);
      this.row(section, '账面余额 book', '', '', state.book);
      this.row(section, '未入账流水 lines not booked', '', state.count, state.waiting);
      this.row(section, '尚有差异 difference to explain', '', '',
        state.difference === null ? '' : state.difference);
    }
  }
}

function countsOf(rows) {
  const counts = {count: 0, red: 0, voided: 0, gross: ZERO, redGross: ZERO};
  for (const row of rows) {
    if (row.status === 'void') {
      counts.voided++;
    } else {
      counts.count++;
      counts.gross = counts.gross.plus(row.gross);
      if (row.gross.isNegative) {
        counts.red++;
        counts.redGross = counts.redGross.plus(row.gross);
      }
    }
  }
  return counts;
}
