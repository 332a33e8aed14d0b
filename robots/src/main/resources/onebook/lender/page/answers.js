// What was found: findings by how grave they are, the four-way tie-out, how much papers of others
// show, ratios, and what this kind of loan asks for.

const MOST_FINDINGS = 500;
/** What stands against a law or a signature is no difference to explain. */
const NO_DIFFERENCE = /^(INT|POLICY|MALFORMED|KEY|WIT|UNK)/;

function showFindings(findings) {
  const kept = findings.slice(0, MOST_FINDINGS);
  replace('findings', make('h2', {}, say('findings')), ...(findings.length === 0
    ? [make('p', {className: 'hint'}, say('noFindings'))] : []),
  ...['S1', 'S2', 'S3', 'S4'].map(severity => kept.filter(one => one.severity === severity))
    .filter(group => group.length > 0).flatMap(findingGroup),
  ...limited(MOST_FINDINGS, findings.length));
}

function findingGroup(group) {
  const [{severity}] = group;
  return [make('h3', {className: severity},
    `${severity} ${say('severity')[severity]} (${group.length})`),
  table(['ID', '', ''], group.map(one => [one.id, one[language],
    NO_DIFFERENCE.test(one.id) ? '' : make('em', {}, say('explain'))]))];
}

/** A part of the page that opens by a press and is open where it is short. */
function folded(title, isOpen, ...content) {
  const section = make('details', {}, make('summary', {}, make('h2', {}, title)), ...content);
  section.open = isOpen;
  return section;
}

function showAnswers(answers) {
  replace('answers', folded(say('tieOut'), true, tieOutMonths(answers),
    ...answers.bridges.map(bridgeRows)),
  folded(say('corroboration'), true, make('p', {className: 'hint'}, say('corroborationHint')),
    corroborationRows(answers.corroboration)),
  folded(say('ratios'), false, table(say('ratioHeads'), answers.ratios.map(one =>
    [one[language], one.formula, one.inputs, one.value]), [3])),
  folded(say('profile'), false, ...profileSections(answers.profile)));
}

function tieOutMonths({months}) {
  return table(say('tieOutHeads'), months.map(one => [one.month,
    ...one.amounts.map((amount, i) => amount !== null ? amount : i === 2 ? '—'
      : say('notKnown'))]), [1, 2, 3, 4, 5]);
}

/** One bridge; what is left of it stands out unless it is nothing. */
function bridgeRows({name, from, to, start, end, residual, lines}) {
  const span = from === to ? to : `${from} – ${to}`;
  const left = residual === '0.00' ? residual : make('strong', {className: 'ask'}, residual);
  return folded(`${span}　${say('bridges')[name]}：${say('explain')} ${residual}`, false,
    table([say('item'), say('amount')], [[say('begins'), start],
      ...lines.map(line => [say('ofWhich', line[language]), line.amount]),
      [say('explain'), left], [say('ends'), end]], [1]));
}

function corroborationRows(classes) {
  const row = (name, month, {amount, parts}) => [name, month, amount,
    ...parts.map(part => part === null ? say('byReader') : part)];
  return table(say('corroborationHeads'), classes.flatMap(({name, total, months}) =>
    [row(name, say('all'), total), ...months.map(one => row('', one.month, one))]),
  [2, 3, 4, 5, 6, 7]);
}

function profileSections(rows) {
  const sections = new Map();
  rows.forEach(([section, ...cells]) => {
    sections.set(section, sections.get(section) || []);
    sections.get(section).push(cells);
  });
  return [...sections].flatMap(([section, cells]) => [make('h3', {}, foreign(section)),
    table(say('profileHeads'), cells, [2, 3, 4])]);
}
