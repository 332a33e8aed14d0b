// POP of invoices, CUT, LAG and habits: the bureau's list, the ends of months, round amounts,
// weekends, first digits.

/** The tax bureau's list of invoices against the book, both ways. */
class PopulationQuestion {
  constructor(facts) {
    this.facts = facts;
  }

  answer(scope) {
    return this.facts.invoices.isAnyListed
      ? [true, false].flatMap(isSale => this.direction(scope, isSale)) : [];
  }

  direction(scope, isSale) {
    const {invoices, cited, months} = this.facts;
    const tallies = {missing: {count: 0, gross: ZERO}, unlisted: {count: 0, gross: ZERO},
      changed: {count: 0, gross: ZERO}};
    for (const row of invoices.all) {
      if (row.isSale === isSale && row.month !== null && scope.holds(row.month)
          && invoices.isListed(row.month)) {
        const [name, amount] = populationOf(row, cited.standing(row) !== null);
        if (name !== '') {
          tallies[name].count++;
          tallies[name].gross = tallies[name].gross.plus(amount.abs());
        }
      }
    }
    const whole = months.within(scope.from, scope.to, isSale ? 'net' : 'purchases');
    const zh = isSale ? '销项' : '进项';
    const en = isSale ? 'sales' : 'purchases';
    const ask = (id, {count, gross}, inChinese, inEnglish) => count === 0 ? []
      : [finding(id, Limits.above(id, scope.to, gross, whole) || Limits.severity(id, scope.to),
        inChinese(count, gross), inEnglish(count, gross))];
    return [...ask('POP-INVOICE', tallies.missing,
      (n, sum) => `税局清单中有 ${n} 张${zh}发票（合计 ${sum}）未入账，差异待说明`,
      (n, sum) => `the bureau lists ${n} invoices of ${en}, together ${sum}, that are not booked; `
        + 'a difference to explain'),
    ...ask('POP-UNLISTED', tallies.unlisted,
      (n, sum) => `账上有 ${n} 张${zh}发票（合计 ${sum}）不在税局清单中，差异待说明`,
      (n, sum) => `${n} invoices of ${en}, together ${sum}, are booked but not in the bureau's `
        + 'list; a difference to explain'),
    ...ask('POP-STATUS', tallies.changed,
      (n, sum) => `${n} 张${zh}发票（合计 ${sum}）在税局清单中已作废或金额不同，差异待说明`,
      (n, sum) => `${n} invoices of ${en}, together ${sum}, are void or of another amount in the `
        + "bureau's list; a difference to explain")];
  }
}

/** Which tally an invoice belongs to, with its amount there; an empty name where none. */
function populationOf(row, isBooked) {
  const isListed = row.status !== 'none';
  const isVoid = row.status === 'void';
  if (!isListed && isBooked) {
    return ['unlisted', row.gross];
  }
  if (isVoid && isBooked || isListed && row.isFile && !isVoid && !row.fileGross.isZero
      && !row.fileGross.isSame(row.gross)) {
    return ['changed', row.fileGross];
  }
  return isListed && !isBooked && !isVoid && !row.gross.isZero ? ['missing', row.gross]
    : ['', ZERO];
}

/** CUT: revenue of a month's last three days, and what is taken back early in the next month. */
class CutOffQuestion {
  constructor(facts) {
    this.facts = facts;
  }

  answer(scope) {
    const found = [];
    const sums = this.facts.months;
    const months = scope.months.filter(month => this.facts.withEntries.has(month));
    const times = Limits.fraction('CUT-LATE', scope.to);
    for (const month of months) {
      const others = months.filter(one => one !== month).map(one => sums.of(one, 'late'))
        .sort((one, other) => one.compare(other));
      const late = sums.of(month, 'late');
      const isMore = others.length >= 3 && this.isLarge(late, month)
        && late.compare(Money.cny(halfUp(others[Math.floor(others.length / 2)].minor * times.above,
          times.below))) > 0;
      const name = periodText(month);
      if (isMore) {
        found.push(finding('CUT-LATE', Limits.severity('CUT-LATE', month),
          `${name} 最后三天的收入 ${late} 超过其他月份中位数的 ${times.text} 倍，差异待说明`,
          `${name}: revenue of the last three days, ${late}, is more than ${times.text} times the `
            + 'median of other months; a difference to explain'));
      }
      this.reversed(month, found);
    }
    return found;
  }

  /** A share of the month's revenue that is worth asking about. */
  isLarge(amount, month) {
    return Limits.above('CUT-REVERSED', month, amount, this.facts.months.of(month, 'net')) !== null;
  }

  reversed(month, found) {
    const back = this.facts.months.of(after(month), 'earlyRed').negated();
    if (back.isPositive && this.isLarge(back, month)) {
      const [name, next] = [periodText(month), periodText(after(month))];
      const revenue = this.facts.months.of(month, 'net');
      found.push(finding('CUT-REVERSED', Limits.severity('CUT-REVERSED', month),
        `${next} 前十天冲销了以前月份收入 ${back}（${name} 收入 ${revenue}），差异待说明`,
        `the first ten days of ${next} take back revenue of ${back} of earlier months (revenue of `
          + `${name}: ${revenue}); a difference to explain`));
    }
  }
}

/** LAG: amounts that were first known outside long after their month. */
class LagQuestion {
  constructor(corroboration) {
    this.corroboration = corroboration;
  }

  answer(scope) {
    const timed = this.corroboration.cells(scope.from, scope.to)
      .filter(cell => cell.inTime !== null);
    const whole = sumOf(timed.map(cell => cell.amount));
    const late = whole.minus(sumOf(timed.map(cell => cell.inTime)));
    const severity = Limits.above('LAG', scope.to, late, whole);
    if (severity === null) {
      return [];
    }
    const days = Limits.number('LAG-DAYS', scope.to);
    return [finding('LAG-ANCHOR', severity,
      `各类金额 ${whole} 中有 ${late} 在月末 ${days} 天以后才有外部锚定，差异待说明`,
      `of amounts of ${whole}, ${late} were first anchored outside more than ${days} days after `
        + 'their month; a difference to explain')];
  }
}

/**
 * RND, WKE, BEN: round amounts beyond a month's habit, entries that people made at weekends, first
 * two digits. For information only.
 */
class HabitsQuestion {
  constructor(facts) {
    this.facts = facts;
    this.months = new Map();
    this.digits = new Map();
    this.amounts = 0;
  }

  entry(entry) {
    if (entry.kind !== 'ordinary' || this.facts.isSilent(entry)) {
      return;
    }
    const month = having(this.months, entry.number.period, () => ({entries: 0, round: 0,
      byHand: 0, weekend: 0}));
    const {minor} = totalOf(entry);
    month.entries++;
    month.round += minor !== 0n && minor % 100000n === 0n ? 1 : 0;
    if (entry.prepared !== 'rule') {
      // day 0 was a Thursday
      const weekday = ((dayNumber(entry.date.period, entry.date.day) + 3) % 7 + 7) % 7;
      month.byHand++;
      month.weekend += weekday >= 5 ? 1 : 0;
    }
    if (minor >= 1000n && !entry.postings.some(line => useOf(line.account) === 'payroll')) {
      const first = String(minor).slice(0, 2);
      this.digits.set(first, (this.digits.get(first) || 0) + 1);
      this.amounts++;
    }
  }

  answer(scope) {
    const found = byMonth(this.months).filter(([period]) => scope.holds(period))
      .flatMap(([period, month]) => [...this.round(period, month), ...weekendOf(period, month)]);
    return [...found, ...this.benford(scope)];
  }

  /** k of n beyond K of N by z deviations: (kN - nK)² > z² n K (N - K), without a root. */
  round(period, month) {
    const others = [...this.months.values()].filter(one => one !== month);
    const entries = others.reduce((sum, one) => sum + one.entries, 0);
    const round = Math.max(1, others.reduce((sum, one) => sum + one.round, 0));
    const z = Limits.fraction('RND', period).above;
    const more = BigInt(month.round) * BigInt(entries) - BigInt(month.entries) * BigInt(round);
    const spread = z * z * BigInt(month.entries) * BigInt(round)
      * BigInt(Math.max(1, entries - round));
    const isBeyond = month.entries >= 20 && entries >= 60 && more > 0n && more * more > spread;
    const name = periodText(period);
    return isBeyond ? [finding('RND-THOUSANDS', Limits.severity('RND', period),
      `${name} 的 ${month.entries} 笔凭证中有 ${month.round} 笔为整千元，高于其他月份的习惯`,
      `${name}: of ${month.entries} entries ${month.round} are whole thousands, beyond what other `
        + 'months have')] : [];
  }

  /** The mean absolute deviation of first two digits, against what chance gives for as many. */
  benford(scope) {
    if (this.amounts < Limits.number('BEN-LEAST', scope.to)) {
      return [];
    }
    const count = BigInt(this.amounts);
    const sum = tableRows('benford').reduce((all, [digits, share]) => {
      const off = BigInt(this.digits.get(digits) || 0) * 1000000000n - BigInt(share) * count;
      return all + (off < 0n ? -off : off);
    }, 0n);
    const limit = tableRows('benford_limits').reduce((known, [from, share]) =>
      Number(from) <= this.amounts ? BigInt(share) : known, 0n);
    return sum <= limit * count * 90n ? [] : [finding('BEN-DIGITS',
      Limits.severity('BEN-LEAST', scope.to), `${count} 笔金额的首两位数字分布偏离 `
        + `${sum / (count * 90n)}（十亿分之一），高于同样数量随机数据的 95% 分位 ${limit}`,
      `first two digits of ${count} amounts deviate by ${sum / (count * 90n)} billionths, above `
        + `the 95 % quantile of as many by chance, ${limit}`)];
  }
}

function weekendOf(period, month) {
  const share = Limits.fraction('WKE', period);
  const isMore = month.byHand >= 20
    && BigInt(month.weekend) * share.below > share.above * BigInt(month.byHand);
  const name = periodText(period);
  return isMore ? [finding('WKE-WEEKEND', Limits.severity('WKE', period),
    `${name} 的 ${month.byHand} 笔手工凭证中有 ${month.weekend} 笔日期为周末`,
    `${name}: of ${month.byHand} entries that people made ${month.weekend} are dated at weekends`)]
    : [];
}
