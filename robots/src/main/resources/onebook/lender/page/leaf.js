// One line of the log: its frame, and the bodies of which the form is fixed. What would be written
// otherwise is malformed.

const LARGEST_LEAF = 65535;
const DIMENSIONS = ['customer', 'supplier', 'employee', 'department', 'project', 'bank_account'];
const KINDS = ['opening', 'ordinary', 'correction', 'supplement', 'closing'];
const MOST_INT = 2147483647;

/** {kind, index, entity, book, period, body, covered}; refuses what no writer writes. */
function parseLeaf(bytes) {
  check(bytes.length <= LARGEST_LEAF, `a leaf of ${bytes.length} bytes`);
  const line = new Body(parseJson(bytes));
  check(line.isOnly(['b', 'd', 'e', 'n', 'p', 'ref', 't', 'ts', 'v'], ['sd'])
    && line.values.v === 1, 'not a leaf of version 1');
  const index = line.number('n');
  checkInstant(line.text('ts'));
  check(/^[a-z]{1,32}$/.test(line.text('t')) && index >= 0
    && /^([0-9]{4}-(0[1-9]|1[0-2]))?$/.test(line.text('p')), `leaf ${index}: kind or period`);
  check(line.list('ref').every(ref => typeof ref === 'number' && ref >= 0 && ref < index),
    `leaf ${index} refers to what is not before it`);
  return {kind: line.text('t'), index, entity: line.text('e'), book: line.text('b'),
    period: line.text('p'), body: new Body(line.values.d), covered: parseCovered(line)};
}

/** A code of the chart: four digits, then dotted details. */
function accountCode(text) {
  check(text.length <= 64 && /^[0-9]{4}(\.[0-9]{2,4})*$/.test(text),
    'not an account code: ' + text.slice(0, 80));
  return text;
}

/** The code without its last detail, or empty. */
function parentOf(code) {
  return code.slice(0, Math.max(0, code.lastIndexOf('.')));
}

function isWithin(code, ancestor) {
  return code === ancestor || code.startsWith(ancestor + '.');
}

/** An account of the chart from such a body: {code, name, english, kind, side}. */
function accountOf(body, others) {
  check(body.isOnly(['code', 'name', 'english', 'kind', 'side'],
    ['dimensions', 'currency', 'unit', ...others]), 'the account is written otherwise');
  const [name, english, kind, side] = ['name', 'english', 'kind', 'side'].map(key =>
    body.text(key));
  check(['asset', 'liability', 'equity', 'cost', 'income', 'expense'].includes(kind)
    && ['debit', 'credit'].includes(side), 'not an account');
  if (body.has('dimensions')) {
    const places = body.list('dimensions').map(one => DIMENSIONS.indexOf(one));
    check(places.length > 0 && places.every((place, i) => place > (i === 0 ? -1 : places[i - 1])),
      'the account is written otherwise');
  }
  ['currency', 'unit'].filter(key => body.has(key)).forEach(key =>
    check(body.text(key) !== '', 'the account is written otherwise'));
  return {code: accountCode(body.text('code')), name, english, kind, side};
}

/** The accounts of books/chart.json. */
function parseChart(bytes) {
  const list = parseJson(bytes);
  check(Array.isArray(list), 'not a chart of accounts');
  const accounts = list.map(one => accountOf(new Body(one), []));
  accounts.forEach((account, i) => check(i === 0 || accounts[i - 1].code < account.code,
    'the accounts are not in order, or one is there twice'));
  const chart = new Map(accounts.map(account => [account.code, account]));
  check(isWholeChart(chart), 'an account has no parent');
  return chart;
}

function isWholeChart(chart) {
  return [...chart.keys()].every(code => parentOf(code) === '' || chart.has(parentOf(code)));
}

/** "2026-03-0007": {text, period, sequence}. */
function entryNumber(text) {
  const form = /^([0-9]{4}-[0-9]{2})-([0-9]{4,})$/.exec(text);
  check(form !== null, 'not a voucher number: ' + text.slice(0, 80));
  const sequence = Number(form[2]);
  check(sequence >= 1 && sequence <= MOST_INT && (form[2].length === 4 || form[2][0] !== '0'),
    'not a voucher number: ' + text.slice(0, 80));
  return {text, period: parsePeriod(form[1]), sequence};
}

function int(value) {
  check(typeof value === 'number' && value <= MOST_INT && value >= -MOST_INT - 1, 'no number');
  return value;
}

/** A text that is left out where it says nothing. */
function said(body, key, usual) {
  if (!body.has(key)) {
    return usual;
  }
  check(body.text(key) !== usual, `${key} is written though it says nothing`);
  return body.text(key);
}

function parseEntry(body) {
  check(body.isOnly(['number', 'date', 'kind', 'summary', 'postings', 'evidence', 'rule', 'why',
    'by', 'proposal'], ['prepared', 'reviewed', 'attachments', 'keys', 'corrects']),
    'the body of an entry is written otherwise');
  const [kind, by] = [body.text('kind'), body.text('by')];
  const date = body.date('date');
  check(KINDS.includes(kind) && date.text === body.text('date'),
    'the body of an entry is written otherwise');
  check(!body.has('attachments') || int(body.number('attachments')) > 0, 'attachments');
  check(!body.has('keys') || body.list('keys').length > 0
    && body.list('keys').every(key => typeof key === 'string'), 'keys');
  const corrects = body.has('corrects') ? entryNumber(body.text('corrects')).text : null;
  return {number: entryNumber(body.text('number')), date, kind, by, corrects,
    takesBack: kind === 'supplement' ? null : corrects,
    summary: body.text('summary'), rule: body.text('rule'), why: body.text('why'),
    proposal: body.text('proposal'), prepared: said(body, 'prepared', by),
    reviewed: said(body, 'reviewed', by), postings: body.objects('postings').map(posting),
    evidence: body.objects('evidence').map(evidence)};
}

function posting(body) {
  check(body.isOnly(['account', 'side', 'amount'],
    ['currency', 'party', 'memo', 'dimensions', 'foreign', 'quantity', 'cash_flow']),
    'a line is written otherwise');
  check(['debit', 'credit'].includes(body.text('side')), 'neither debit nor credit');
  return {account: accountCode(body.text('account')), isDebit: body.text('side') === 'debit',
    amount: Money.parse(body.text('amount'), said(body, 'currency', 'CNY')),
    party: said(body, 'party', ''), details: details(body)};
}

/** What a line says beyond its amount, as texts that can be compared. */
function details(body) {
  const dimensions = body.object('dimensions');
  check(dimensions === null || dimensions.keys().length > 0
    && dimensions.keys().every(key => DIMENSIONS.includes(key) && dimensions.text(key) !== null),
    'dimensions');
  const foreign = body.object('foreign');
  check(foreign === null || foreign.isOnly(['amount', 'currency', 'rate'], []), 'foreign');
  const quantity = body.object('quantity');
  check(quantity === null || quantity.isOnly(['count', 'price'], []), 'quantity');
  const decimal = (of, key) => {
    checkDecimal(of.text(key));
    return of.text(key);
  };
  check(!body.has('cash_flow') || int(body.number('cash_flow')) > 0, 'cash_flow');
  return {memo: said(body, 'memo', ''),
    dimensions: dimensions === null ? [] : DIMENSIONS.map(key => dimensions.textOrEmpty(key)
      + (dimensions.has(key) ? '+' : '')),
    foreign: foreign === null ? null : {
      amount: Money.parse(foreign.text('amount'), foreign.text('currency')),
      rate: decimal(foreign, 'rate')},
    quantity: quantity === null ? null : {count: decimal(quantity, 'count'),
      price: decimal(quantity, 'price')},
    cashFlow: body.has('cash_flow') ? body.number('cash_flow') : 0};
}

function evidence(body) {
  check(body.isOnly(['document', 'path', 'page', 'text'], ['box']),
    'evidence is written otherwise');
  check(!body.has('box') || body.list('box').length === 4
    && body.list('box').every(side => int(side) === side), 'box');
  return {document: body.text('document'), path: body.text('path'), page: int(body.number('page')),
    box: body.has('box') ? body.list('box') : null, text: body.text('text')};
}

/** A line as a text: the same text for the same line, in red where asked. */
function lineText(line, isRed) {
  const {foreign, quantity} = line.details;
  const money = amount => (isRed ? amount.negated() : amount).toString() + amount.currency;
  return JSON.stringify([line.account, line.isDebit, money(line.amount), line.party,
    line.details.memo, line.details.dimensions, line.details.cashFlow,
    foreign === null ? null : [money(foreign.amount), foreign.rate],
    quantity === null ? null
      : [isRed ? negatedDecimal(quantity.count) : quantity.count, quantity.price]]);
}
