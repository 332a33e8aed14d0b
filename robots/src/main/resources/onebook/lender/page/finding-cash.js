// What each voucher moved in cash, by the line of 会小企03; in above zero, out below.

const CASH_FLOW = '会小企03';

/** On which line cash stands, by the account it moved for. */
class CashRules {
  constructor(form, chart) {
    Object.assign(this, {chart, rules: [], shared: [], rest: {}, choices: new Set(), cash: [],
      lines: new Map()});
    form.rows.forEach(row => row.clauses.forEach(clause => this.read(row.line, clause)));
  }

  read(line, clause) {
    const {verb, operands} = clause;
    const add = (way, accounts, to) => accounts.forEach(account => to.push({line, clause, account,
      isIn: way !== 'out', isOut: way !== 'in'}));
    switch (verb) {
      case 'receives': case 'pays': this.choices.add(line); break;
      case 'rest': this.rest[operands.join() === 'in'] = line; break;
      case 'opening': this.cash.push(...operands); break;
      case 'shared': add(operands[0], operands.slice(1), this.shared); break;
      case 'in': case 'out': case 'any': add(verb, operands, this.rules); break;
      case 'sum': break;
      default: throw new Error('no such clause: ' + verb);
    }
  }

  isCash(account) {
    return this.cash.some(code => isWithin(account, code));
  }

  /** True where a person may choose the line: it is no total. */
  isChoice(line) {
    return this.choices.has(line);
  }

  /** The line of money that came in for the account, or went out. */
  line(contra, isInward) {
    const best = this.best(contra, isInward, this.rules);
    return best === null ? this.rest[isInward] : best.line;
  }

  /** True where it takes the line of what it moved with. */
  isShared(contra, isInward) {
    return this.best(contra, isInward, this.shared) !== null;
  }

  best(contra, isInward, among) {
    let best = null;
    let most = [0, 0];
    for (const rule of among) {
      const weight = (isInward ? rule.isIn : rule.isOut) && isWithin(contra, rule.account)
        ? this.weight(rule.clause, contra) : [0, 0];
      if (weight[0] > most[0] || weight[0] === most[0] && weight[1] > most[1]) {
        best = rule;
        most = weight;
      }
    }
    return best;
  }

  /** How closely a clause means the account: how deep, by how long a word. */
  weight(clause, contra) {
    if (clause.which === '') {
      return [1, 0];
    }
    for (let at = contra; parentOf(at) !== ''; at = parentOf(at)) {
      const name = this.chart.has(at) ? this.chart.get(at).name : '';
      const word = clause.words.filter(one => name.includes(one))
        .reduce((longest, one) => one.length > longest.length ? one : longest, '');
      if (word !== '') {
        return [at.split('.').length, word.length];
      }
    }
    return [0, 0];
  }
}

/**
 * One voucher's cash. The other lines are summed per account and party. Money cannot have come in
 * for more than the credit sums among them, nor gone out for more than the debit ones; the rest is
 * shared out in proportion, to the fen. A voucher whose cash lines are all red, or that takes
 * another back, is what the black one would be, with the sign turned.
 */
class VoucherCash {
  /** [line, amount] of every part. */
  static of(entry, rules) {
    const red = lines => lines.map(line => ({...line, amount: line.amount.negated()}));
    const takesBack = entry.takesBack !== null;
    const lines = takesBack ? red(entry.postings) : entry.postings;
    const cash = lines.filter(line => rules.isCash(line.account));
    if (cash.length === 0) {
      return [];
    }
    const isRed = cash.every(line => line.amount.isNegative);
    const voucher = new VoucherCash(rules, isRed ? red(lines) : lines);
    voucher.shareAll();
    return voucher.parts.map(([line, amount]) =>
      [line, isRed !== takesBack ? amount.negated() : amount]);
  }

  constructor(rules, lines) {
    this.rules = rules;
    this.cash = lines.filter(line => rules.isCash(line.account));
    this.parts = [];
    const reasons = new Map();
    for (const line of lines.filter(one => !rules.isCash(one.account))) {
      const {cashFlow} = line.details;
      const chosen = rules.isChoice(cashFlow) ? cashFlow : 0;
      const reason = having(reasons, JSON.stringify([line.account, line.party, chosen]),
        () => ({account: line.account, party: line.party, chosen, amount: null}));
      const effect = signedOf(line).negated();
      reason.amount = reason.amount === null ? effect : reason.amount.plus(effect);
    }
    this.reasons = [...reasons.values()].sort((one, other) =>
      byUnits(one.account, other.account) || byUnits(one.party, other.party)
      || one.chosen - other.chosen);
  }

  shareAll() {
    const side = isDebit => sumOf(this.cash.filter(line => line.isDebit === isDebit)
      .map(line => line.amount));
    const [into, out] = [side(true), side(false)];
    const inward = atLeastZero(into).plus(atLeastZero(out.negated()));
    const outward = atLeastZero(out).plus(atLeastZero(into.negated()));
    this.share(inward, true);
    this.share(outward, false);
  }

  /** The reasons for which money came in, or went out, each above zero. */
  reasonsOf(isInward) {
    return this.reasons.map(one => ({...one, amount: isInward ? one.amount
      : one.amount.negated()})).filter(one => one.amount.isPositive);
  }

  share(limit, isInward) {
    const all = this.reasonsOf(isInward);
    const total = least(limit, sumOf(all.map(one => one.amount)));
    if (total.isZero) {
      return;
    }
    const rest = total.minus(this.chosen(total, isInward));
    const own = all.filter(one => one.chosen !== 0
      || !this.rules.isShared(one.account, isInward));
    const among = own.length === 0 ? all : own;
    const shares = sharesOf(rest, among.map(one => one.amount));
    among.forEach((reason, i) => this.put(reason.chosen > 0 ? reason.chosen
      : this.rules.line(reason.account, isInward), shares[i], isInward));
  }

  /** Puts what a person chose a line for; gives how much that is. */
  chosen(total, isInward) {
    const side = this.cash.filter(line => line.isDebit === isInward);
    const weights = side.map(line => line.amount);
    const isChosen = line => this.rules.isChoice(line.details.cashFlow);
    if (!side.some(isChosen) || !sumOf(weights).isPositive) {
      return ZERO;
    }
    const shares = sharesOf(total, weights);
    return sumOf(side.map((line, i) => {
      if (!isChosen(line)) {
        return ZERO;
      }
      this.put(line.details.cashFlow, shares[i], isInward);
      return shares[i];
    }));
  }

  put(line, amount, isInward) {
    if (!amount.isZero) {
      this.parts.push([line, isInward ? amount : amount.negated()]);
    }
  }
}

/** Shares in proportion to weights whose sum is above zero; they add up to the total. */
function sharesOf(total, weights) {
  const whole = sumOf(weights);
  if (whole.isSame(total)) {
    return weights;
  }
  let sofar = ZERO;
  let given = ZERO;
  return weights.map(weight => {
    sofar = sofar.plus(weight);
    const upTo = Money.cny(halfUp(total.minor * sofar.minor, whole.minor));
    const share = upTo.minus(given);
    given = upTo;
    return share;
  });
}

/** Lines of 会小企03 summed entry by entry. */
class CashMovement {
  constructor(chart) {
    this.months = new Map();
    this.chartIs(chart);
  }

  /** The chart as it is from now on. */
  chartIs(chart) {
    this.chart = chart;
    this.rules = new Map();
  }

  add(entry) {
    const {period} = entry.number;
    const form = formOf(FORMS, CASH_FLOW, period);
    const rules = having(this.rules, form, () => new CashRules(form, this.chart));
    VoucherCash.of(entry, rules).forEach(([line, amount]) =>
      addTo(having(this.months, period, () => new Map()), line, amount));
  }

  /** Lines up to that one, in less out; line 6 gives what line 7 prints. */
  upTo(line, from, to) {
    return sumOf(byMonth(this.months).filter(([month]) => from <= month && month <= to)
      .flatMap(([, lines]) => [...lines].filter(([one]) => one <= line)
        .map(([, amount]) => amount)));
  }
}
