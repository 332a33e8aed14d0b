// POP and REC of bank accounts: chains, statements, accounts nobody brought a statement of; and
// money that comes and goes.

/**
 * 余额调节表 of every account with bank lines at the end of a month: {account, gaps, closing, book,
 * count, waiting, difference}; closing is null where not all lines state a balance. Where no line
 * is missing every balance a line ends with is one another begins with, but for the last.
 */
function bankStates(facts, to) {
  const byAccount = new Map(facts.bank.accounts.map(account => [account, []]));
  facts.bank.all.filter(line => !isAfterMonth(line.date, to))
    .forEach(line => byAccount.get(line.account).push(line));
  return [...byAccount].map(([account, lines]) => {
    const unbooked = lines.filter(line => facts.bank.booked(line) === null);
    const waiting = sumOf(unbooked.map(line => line.amount));
    const book = facts.cash.at(account, to);
    const {gaps, closing} = bankChain(lines);
    return {account, gaps, closing, book, count: unbooked.length, waiting,
      difference: closing === null ? null : closing.minus(book).minus(waiting)};
  });
}

function bankChain(lines) {
  const ends = new Map();
  const count = (balance, by) => ends.set(balance.minor, (ends.get(balance.minor) || 0) + by);
  let newest = null;
  for (const line of lines) {
    if (line.balance === null) {
      return {gaps: 0, closing: null};
    }
    count(line.balance, 1);
    count(line.balance.minus(line.amount), -1);
    newest = newest === null || line.date.order >= newest.date.order ? line : newest;
  }
  if (newest === null) {
    return {gaps: 0, closing: null};
  }
  const loose = [...ends].filter(([, times]) => times > 0);
  const times = loose.reduce((sum, [, many]) => sum + many, 0);
  return {gaps: Math.max(0, times - 1),
    closing: times === 1 ? Money.cny(loose[0][0]) : newest.balance};
}

class BankQuestion {
  constructor(facts) {
    this.facts = facts;
    this.broken = [];
  }

  leaf({kind, body}) {
    if (kind === 'bankstmt' && body.textOrEmpty('proof') === 'BROKEN') {
      this.broken.push(body.textOrEmpty('account'));
    }
  }

  answer(scope) {
    const found = this.broken.map(account => finding('POP-STATEMENT', 'S2',
      `账户 ${account} 有一份对账单余额不连续`,
      `a statement of ${account} has balances that do not continue`));
    bankStates(this.facts, scope.to).forEach(state => this.account(state, found));
    const revenue = this.facts.months.within(scope.from, scope.to, 'net');
    this.statements(scope, revenue, found);
    this.accounts(scope, found);
    this.transfers(scope, revenue, found);
    return found;
  }

  account(state, found) {
    const {account, gaps, closing, difference, waiting} = state;
    if (this.facts.bank.twice.has(account)) {
      found.push(finding('DUP-BANK', 'S3', `账户 ${account} 有银行流水登记了两次`,
        `a bank line of ${account} was logged twice`));
    }
    if (gaps > 0) {
      found.push(finding('POP-BALANCE', 'S2', `账户 ${account} 的银行余额有 ${gaps} 处不连续，差异待说明`,
        `${account}: the bank balances break off ${gaps} times; a difference to explain`));
    } else if (closing !== null && !difference.isZero) {
      found.push(finding('REC-BANK', 'S3', `账户 ${account} 银行余额 ${closing}、账面余额 ${state.book}`
        + `，除 ${waiting} 的未记账流水外尚有差异 ${difference} 待说明`, `${account}: the bank says `
        + `${closing}, the book ${state.book}; beside lines of ${waiting} that are not booked a `
        + `difference of ${difference} to explain`));
    } else if (closing !== null && state.count > 0) {
      found.push(finding('REC-WAITING', 'S4',
        `账户 ${account} 有 ${state.count} 笔银行流水未记账，合计 ${waiting}`,
        `${account}: ${state.count} bank lines are not booked, together ${waiting}`));
    }
  }

  /** Accounts the book posts to in the span, without one bank line. */
  statements(scope, revenue, found) {
    const known = new Set(this.facts.bank.accounts);
    for (const [account, moved] of this.facts.cash.received(scope.from, scope.to)) {
      if (!known.has(account)) {
        found.push(finding('POP-STATEMENTS', Limits.above('POP-STATEMENTS', scope.to, moved,
          revenue) || Limits.severity('POP-STATEMENTS', scope.to),
        `账户 ${account} 有账面收付（收入 ${moved}）而没有银行流水，差异待说明`,
        `${account}: the book has movements, ${moved} of them in, but no line of a statement; `
          + 'a difference to explain'));
      }
    }
  }

  /** Accounts the bank lists and the book does not keep. */
  accounts(scope, found) {
    const kept = new Set();
    for (const {code, shown: name, isClosed} of this.facts.accounts.company) {
      const isKept = code !== '' && !kept.has(code);
      kept.add(code);
      if (!isKept && !isClosed) {
        found.push(finding('POP-ACCOUNT', Limits.severity('POP-ACCOUNT', scope.to),
          `已开立账户清单中的 ${name} 不在账簿里，差异待说明`, `the list of opened accounts has ${name}, `
            + 'which the book does not keep; a difference to explain'));
      }
    }
  }

  /** Money to or from the company itself that is no transfer between accounts of the book. */
  transfers(scope, revenue, found) {
    const {bank, company} = this.facts;
    const own = bank.all.filter(line => company !== '' && line.party === company
      && bank.booked(line) !== null && scope.holds(line.month) && bank.flow(line) !== 'transfer')
      .map(line => line.amount.abs());
    const sum = sumOf(own);
    const severity = sum.isZero ? null : Limits.above('POP-TRANSFER', scope.to, sum, revenue);
    if (severity !== null) {
      found.push(finding('POP-TRANSFER', severity,
        `${own.length} 笔与本单位名下账户的往来（合计 ${sum}）不是账簿内账户之间的划转，差异待说明`,
        `${own.length} bank lines to or from the company itself, together ${sum}, are no transfers `
          + 'between accounts of the book; a difference to explain'));
    }
  }
}

/** RPT: customers' money that goes past the company's accounts, and money to and from owners. */
class RelatedQuestion {
  constructor(facts) {
    this.facts = facts;
  }

  answer(scope) {
    const found = [];
    const sum = name => this.facts.months.within(scope.from, scope.to, name);
    const revenue = sum('net');
    const ask = (id, amount, zh, en) => {
      const severity = Limits.above(id, scope.to, amount, revenue);
      if (severity !== null) {
        found.push(finding(id, severity, zh, en));
      }
    };
    const past = sum('owners');
    if (past.isPositive) {
      ask('RPT-PRIVATE', past, `客户欠款中有 ${past} 记为由他人收取（其他应收、应付款），差异待说明`,
        `${past} of what customers owed is booked as received by others (other receivables or `
          + 'payables); a difference to explain');
    }
    this.owner(scope, found);
    const [came, went] = [sum('ownerIn'), sum('ownerOut')];
    ask('RPT-CHURN', least(came, went), `与股东等往来款一进一出较大：收 ${came}、付 ${went}，差异待说明`,
      `current accounts with owners and others: ${came} in and ${went} out; a difference`
        + ' to explain');
    const growth = sum('ownerOwed');
    if (growth.isPositive) {
      ask('RPT-GROWTH', growth, `其他应收款增加 ${growth}，差异待说明`,
        `other receivables grew by ${growth}; a difference to explain`);
    }
    return found;
  }

  /** Customers' payments that came from somebody who declared private accounts. */
  owner(scope, found) {
    const {bank, accounts} = this.facts;
    const paid = bank.all.filter(line => scope.holds(line.month) && line.amount.isPositive
      && accounts.owners.has(line.party) && bank.flow(line) === 'customer')
      .map(line => line.amount);
    if (paid.length > 0) {
      found.push(finding('RPT-OWNER', Limits.severity('RPT-OWNER', scope.to),
        `${paid.length} 笔记为客户回款的收入来自申报的个人账户持有人，合计 ${sumOf(paid)}，差异待说明`,
        `${paid.length} payments booked as customers' came from holders of declared private `
          + `accounts, together ${sumOf(paid)}; a difference to explain`));
    }
  }
}

/**
 * CIR: money that went out and came back as a customer's payment within days: from the same party
 * with nearly the same amount, or to the fen from another party, at least three times with the same
 * two.
 */
class CircularQuestion {
  constructor(facts) {
    this.facts = facts;
  }

  answer(scope) {
    const days = Limits.number('CIR-DAYS', scope.to);
    const smallest = Limits.money('CIR-LEAST', scope.to);
    const share = Limits.fraction('CIR-SHARE', scope.to);
    const lines = this.facts.bank.all.filter(line => scope.holds(line.month) && line.party !== ''
      && line.amount.abs().compare(smallest) >= 0).sort((one, other) => one.day - other.day);
    const ways = new Map();
    const out = {amounts: [], lines: new Map(), used: new Set()};
    for (const line of lines) {
      const flow = this.facts.bank.flow(line);
      if (line.amount.isNegative && !['transfer', 'payroll', 'tax'].includes(flow)) {
        wentOut(out, line);
      } else if (line.amount.isPositive && flow === 'customer') {
        // rounded down: less is near
        const near = Money.cny(line.amount.minor * share.above / share.below);
        cameBack(out, line, [line.amount.minus(near), line.amount.plus(near)], days, ways);
      }
    }
    return inOrder(ways, byUnits).map(([, way]) => way)
      .filter(way => way.to === way.from || way.amounts.length >= 3)
      .map(way => this.found(way, scope));
  }

  found({to, from, amounts}, scope) {
    const [paid, payer, sum] = [partyShown(to), partyShown(from), sumOf(amounts)];
    return finding('CIR-FLOW', Limits.severity('CIR-DAYS', scope.to),
      `付给 ${paid} 的款项数日内以相近金额从 ${payer} 作为货款收回 ${amounts.length} 次，合计 ${sum}，差异待说明`,
      `what was paid to ${paid} came back from ${payer} within days as customers' payments, `
        + `${amounts.length} times, together ${sum}; a difference to explain`);
  }
}

/** The place of the first amount that is not below. */
function placeOf(amounts, minor) {
  let [low, high] = [0, amounts.length];
  while (low < high) {
    const middle = low + high >> 1;
    if (amounts[middle] < minor) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function wentOut(out, line) {
  const {minor} = line.amount.abs();
  if (!out.lines.has(minor)) {
    out.amounts.splice(placeOf(out.amounts, minor), 0, minor);
    out.lines.set(minor, []);
  }
  out.lines.get(minor).push(line);
}

function cameBack(out, line, [from, to], days, ways) {
  for (let i = placeOf(out.amounts, from.minor); i < out.amounts.length
      && out.amounts[i] <= to.minor; i++) {
    const same = out.lines.get(out.amounts[i]);
    const found = same.find(paid => line.day - paid.day <= days && !out.used.has(paid)
      && (paid.party === line.party || paid.amount.negated().isSame(line.amount)));
    if (found !== undefined) {
      out.used.add(found);
      having(ways, found.party + '\n' + line.party, () => ({to: found.party, from: line.party,
        amounts: []})).amounts.push(line.amount);
      return;
    }
    out.lines.set(out.amounts[i], same.filter(paid => line.day - paid.day <= days));
  }
}
