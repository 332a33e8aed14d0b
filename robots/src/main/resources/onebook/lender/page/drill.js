// From a line to its accounts, to an entry, to its documents: one press each.

let openedFile = null;
let ask = null;

function showStatements(forms) {
  replace('statements', make('h2', {}, say('statements')), ...forms.map((form, index) =>
    make('section', {}, make('h3', {}, `${form.name} ${form.title}`),
      table([say('line'), say('item'), say('first')[index], say('second')[index]],
        form.rows.map(row => [row.line || '', caption(row),
          figure(row, index, 'first'), figure(row, index, 'second')]), [2, 3]))));
}

/** In red where the table in the package says something else than the leaves give. */
function caption(row) {
  return row.said === null ? row[language] : make('strong', {className: 'bad'},
    `${row[language]} ✘ ${say('said', row.said)}`);
}

function figure(row, form, column) {
  const terms = row.terms[column === 'first' ? 0 : 1];
  return row.line === 0 || terms === 0 ? row[column]
    : button(row[column], () => showLine(row, {form, line: row.line,
    column}), {className: 'figure', 'aria-label': `${row[language].trim()} ${row[column]}`});
}

/** The deeper panes go; the pane of this depth shows what is asked for. */
function pane(depth, title, ...content) {
  for (let i = depth; i < 3; i++) {
    replace('pane' + i);
  }
  if (depth < 2) {
    forgetAddresses();
  }
  const heading = make('h3', {tabIndex: -1}, ...[title].flat());
  replace('pane' + depth, heading, ...content);
  heading.focus();
}

async function showLine(row, place) {
  const {terms, total} = await ask({what: 'line', ...place});
  pane(0, `${say('accounts')}: ${row[language].trim()} ${row[place.column]}`,
    ...(total === 0 ? [make('p', {className: 'hint'}, say('nothing'))] : [
      table([say('account'), '', say('party'), say('amount')], terms.map(term => [
        button(term.account, () => showTerm(term, place)), term.name, term.party || '',
        term.amount]), [3]), ...limited(terms.length, total)]));
}

async function showTerm(term, place) {
  const {entries, total} = await ask({what: 'term', term: term.index, ...place});
  pane(1, [`${term.account} ${term.name} `, term.party || '', ` ${term.amount}`],
    table([say('number'), say('date'), say('summary'), say('amount')], entries.map(entry => [
      button(entry.number, () => showEntry(entry.number)), entry.date, entry.summary,
      entry.amount]), [3]), ...limited(entries.length, total));
}

async function showEntry(number) {
  const entry = await ask({what: 'entry', number});
  forgetAddresses();
  pane(2, `${say('entry')} ${entry.number}`,
    facts([[say('date'), entry.date], [say('summary'), entry.summary], [say('why'), entry.why],
      [say('kind'), `${entry.kind} · ${entry.rule}`], [say('corrects'), entry.corrects],
      [say('hands'), make('span', {}, ...entry.hands.flatMap((hand, i) =>
        i === 0 ? [hand] : [' / ', hand]))]]),
    table([say('account'), '', say('party'), say('summary'), say('debit'), say('credit')],
      entry.lines.map(line => [line.account, line.name, line.party, line.memo,
        line.debit && amount(line.debit, line), line.credit && amount(line.credit, line)]),
      [4, 5]),
    make('h4', {}, say('evidence')), ...await papersOf(entry));
}

function amount(text, line) {
  return line.currency === 'CNY' ? text : `${text} ${line.currency}`;
}

/** Each document once, below what the entry read in it. */
async function papersOf(entry) {
  const seen = new Set();
  const elements = [];
  for (const one of entry.evidence) {
    const document = one.document;
    elements.push(make('p', {}, foreign(one.path), ' ',
      one.page > 0 ? say('page', one.page) + ' ' : '', foreign(one.text), ' ',
      document === null ? `(${say('noPaper')})` : foreign(document.name),
      document !== null && document.at === undefined
        ? make('strong', {className: 'ask'}, ` ${say('absent')}`) : ''));
    if (document !== null && document.at !== undefined && !seen.has(document.sha256)) {
      seen.add(document.sha256);
      elements.push(await paper(openedFile, document));
    }
  }
  return elements;
}
