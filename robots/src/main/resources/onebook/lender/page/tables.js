// The tables under books/, which follow from leaves alone: the same bytes for the same book.

const FORMS = /*{{forms}}*/[]/*{{end}}*/.map(parseForm);
const BALANCE_SHEET = '会小企01';
const INCOME_STATEMENT = '会小企02';

/** A spreadsheet takes a text that begins with = + - or @ for a formula: an apostrophe stops it. */
function quoted(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[,"\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
}

function trialBalance(records, chart, from, to) {
  const first = records.firstMonth(from);
  const brought = records.balances(opening(first, to))
    .plus(records.balances(posted(first, before(from)))).byAccount();
  const within = records.balances(posted(from, to)).byAccount();
  const none = {debit: ZERO, credit: ZERO};
  const rows = new Map();
  brought.forEach((sum, code) => rows.set(code,
    amounts(balanceOf(sum), within.get(code) || none)));
  within.forEach((sum, code) => rows.has(code) || rows.set(code, amounts(ZERO, sum)));
  let text = 'account,name,openingDebit,openingCredit,debit,credit,closingDebit,closingCredit\n';
  let totals = amounts(ZERO, none);
  for (const [code, row] of [...rows].sort((one, other) => byUnits(one[0], other[0]))) {
    const name = chart.has(code) ? chart.get(code).name : '';
    text += [code, quoted(name), ...row].join() + '\n';
    totals = totals.map((total, i) => total.plus(row[i]));
  }
  return text + ['total', '', ...totals].join() + '\n';
}

/** Opening and closing on the side of the balance, the period's sums as written. */
function amounts(openingBalance, sum) {
  const closing = openingBalance.plus(balanceOf(sum));
  const onDebit = balance => balance.isPositive ? balance : ZERO;
  return [onDebit(openingBalance), onDebit(openingBalance.negated()), sum.debit, sum.credit,
    onDebit(closing), onDebit(closing.negated())];
}

/** Both statements: [{form, first, second}], columns being lines by number. */
function statements(records, chart, from, to) {
  return [balanceSheet(records, chart, to), incomeStatement(records, chart, from, to)];
}

/** 会小企01: at the end of the month, and at the beginning of its year. */
function balanceSheet(records, chart, at) {
  const form = formOf(FORMS, BALANCE_SHEET, at);
  const first = records.firstMonth(at);
  const newYear = 12 * partsOf(at).year;
  const brought = opening(first, at);
  const earlier = posted(first, before(newYear));
  const year = posted(newYear, at);
  const beginning = records.balances(brought).plus(records.balances(earlier));
  const added = end => records.balances(turnover(end - 11, end))
    .plus(records.balances(opening(end - 11, at)));
  const ending = new Sums(beginning.plus(records.balances(year)), chart,
    [brought, earlier, year], () => added(at));
  ending.firstLevel.filter(code => !chart.has(code)).forEach(code => ending.of(code, true));
  return {form, first: fillForm(form, ending), second: fillForm(form,
    new Sums(beginning, chart, [brought, earlier], () => added(before(newYear))))};
}

/** 会小企02: the months, and the year to their end. */
function incomeStatement(records, chart, from, to) {
  const form = formOf(FORMS, INCOME_STATEMENT, to);
  const sums = slice => new Sums(records.balances(slice), chart, [slice], () => new Balances());
  const year = sums(turnover(12 * partsOf(to).year, to));
  unnamed(form, year).filter(code => year.isOf(code, ['income', 'expense']))
    .forEach(code => year.of(code, false));
  return {form, first: fillForm(form, sums(turnover(from, to))), second: fillForm(form, year)};
}

function statementsTable(filled) {
  let text = 'form,line,first,second\n';
  for (const {form, first, second} of filled) {
    for (const number of [...first.keys()].sort((one, other) => one - other)) {
      text += [form.name, number, first.get(number).amount, second.get(number).amount].join()
        + '\n';
    }
  }
  return text;
}

function journalTable(entries, chart, from, to) {
  const rows = ['entry,date,account,description,debit,credit,currency,party,account_name,kind,'
    + 'rule,by,documents\n'];
  for (const entry of entries) {
    if (from <= entry.number.period && entry.number.period <= to) {
      const documents = [...new Set(entry.evidence.map(one => one.document))]
        .filter(document => document !== '').map(quoted).join(' ');
      for (const line of entry.postings) {
        const name = chart.has(line.account) ? chart.get(line.account).name : '';
        rows.push([entry.number.text, entry.date.text, line.account, quoted(entry.summary),
          line.isDebit ? line.amount : '', line.isDebit ? '' : line.amount, line.amount.currency,
          quoted(line.party), quoted(name), entry.kind.toUpperCase(), quoted(entry.rule),
          quoted(entry.by), documents].join() + '\n');
      }
    }
  }
  return rows.join('');
}
