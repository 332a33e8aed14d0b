// Every question there is, fed with a book leaf by leaf, in the order of the log; and the members
// under report/ that follow from the leaves alone.

class Questions {
  /** Requires the chart the genesis leaf speaks of. */
  constructor(chart) {
    const facts = this.facts = new Facts();
    this.corroboration = new Corroboration(facts);
    this.gaps = new GapsQuestion(facts);
    this.questions = [new TwiceQuestion(facts), new EvidenceQuestion(), new BankQuestion(facts),
      new AgainQuestion(facts), new PopulationQuestion(facts), new TieOutQuestion(facts),
      new RelatedQuestion(facts), new CircularQuestion(facts), new CutOffQuestion(facts),
      new LagQuestion(this.corroboration), new HabitsQuestion(facts)];
    this.cash = new CashMovement(chart);
  }

  /** The chart as it is from now on. */
  chartIs(chart) {
    this.cash.chartIs(chart);
  }

  /** Any leaf; where it is an entry, entry() comes next. */
  leaf(leaf) {
    [this.facts, this.corroboration, ...this.questions].forEach(one => {
      if (one.leaf !== undefined) {
        one.leaf(leaf);
      }
    });
  }

  /** So many leaves were known outside at that time (seconds), says somebody the reader knows. */
  anchored(size, seconds) {
    this.corroboration.anchoring.anchored(size, seconds);
  }

  entry(entry) {
    const reading = new Reading(entry);
    this.facts.entry(entry, reading);
    this.corroboration.entry(entry, reading);
    const isKnown = entry.postings.every(line => this.cash.chart.has(line.account));
    if (isKnown && !this.facts.isSilent(entry)) {
      this.cash.add(entry);
    }
    this.questions.forEach(one => {
      if (one.entry !== undefined) {
        one.entry(entry);
      }
    });
  }

  /** {findings, months, bridges, corroboration, ratios, profile}. */
  answers(scope, statementForms) {
    const near = this.facts.near(scope);
    const tieOut = new TieOut(this.facts, near);
    return {findings: [...this.gaps.answer(scope),
      ...this.questions.flatMap(one => one.answer(near))],
    months: tieOut.months, bridges: tieOut.bridges,
    corroboration: this.corroboration.cells(scope.from, scope.to),
    ratios: Ratios.of(statementForms, this.cash, this.facts, near),
    profile: Profile.of(this.facts, near)};
  }
}

/** JSON in its one form: keys in order. */
function canonicalText(value) {
  if (Array.isArray(value)) {
    return '[' + value.map(canonicalText).join() + ']';
  }
  return value !== null && typeof value === 'object' ? '{' + Object.keys(value).sort()
    .map(key => JSON.stringify(key) + ':' + canonicalText(value[key])).join() + '}'
    : JSON.stringify(value);
}

/** Text of the members by what FILES calls them. */
function answerTables(answers) {
  return {score: canonicalText(answers.corroboration.map(scoreOf)),
    ratios: canonicalText(answers.ratios.map(ratioOf)), tieOut: tieOutTable(answers.bridges),
    profile: 'section,item,party,count,amount,share\n' + answers.profile.map(
      ([section, item, party, ...rest]) => [...[section, item, party].map(quoted), ...rest].join()
        + '\n').join('')};
}

/** Each share with its numerator; what is not known from the leaves alone is left out. */
function scoreOf(cell) {
  const json = {class: cell.kind, month: periodText(cell.month), amount: String(cell.amount)};
  for (const [name, part] of [['s1', cell.e1], ['s2', cell.e2], ['s3', cell.e3],
    ['s2x', cell.two]]) {
    json[name] = fourDecimals(shareOf(part, cell.amount));
    json[name + '_amount'] = String(part);
  }
  return json;
}

function ratioOf({name, zh, en, formula, inputs, value, whyNot}) {
  return {name, zh, en, formula, inputs: inputs.map(one => ({line: one.line,
    amount: String(one.amount)})), ...(value === null ? {} : {value}),
  ...(whyNot === '' ? {} : {why_not: whyNot})};
}

function tieOutTable(bridges) {
  return 'bridge,from,to,line,amount\n' + bridges.map(bridge => {
    const name = [bridge.name, periodText(bridge.from), periodText(bridge.to)].join() + ',';
    const rows = [['start', bridge.start],
      ...bridge.explained.map(line => [quoted(line.zh + ' ' + line.en), line.amount]),
      ['差异待说明 to explain', bridge.residual], ['end', bridge.end]];
    return rows.map(([line, amount]) => `${name}${line},${amount}\n`).join('');
  }).join('');
}

/** The answers as texts for a page. */
function answersShown(answers) {
  const text = amount => amount === null ? null : String(amount);
  const part = (cell, one) => one === null ? null
    : `${one}（${fourDecimals(shareOf(one, cell.amount))}）`;
  const row = cell => ({month: cell.month === undefined ? '' : periodText(cell.month),
    amount: text(cell.amount), parts: [cell.e1, cell.e2, cell.e3, cell.two, cell.inTime]
      .map(one => part(cell, one))});
  return {months: answers.months.map(one => ({month: periodText(one.month),
    amounts: [one.book, one.invoices, one.filed, one.bookGross, one.bank].map(text)})),
  bridges: answers.bridges.map(one => ({name: one.name, from: periodText(one.from),
    to: periodText(one.to), start: text(one.start), end: text(one.end),
    residual: text(one.residual), lines: one.explained.map(line => ({zh: line.zh, en: line.en,
      amount: text(line.amount)}))})),
  corroboration: totalsOf(answers.corroboration).map(total => ({name: CLASSES[total.kind],
    total: row({...total, month: undefined}),
    months: answers.corroboration.filter(cell => cell.kind === total.kind).map(row)})),
  ratios: answers.ratios.map(one => ({zh: one.zh, en: one.en, formula: one.formula,
    inputs: one.inputs.map(input => `${input.line} = ${input.amount}`).join('　'),
    value: one.value === null ? one.whyNot : one.value})),
  profile: answers.profile};
}
