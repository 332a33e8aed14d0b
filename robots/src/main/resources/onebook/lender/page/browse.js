// A checked book as a reader walks through it: from the line of a statement to the accounts it is
// made of, to their entries, to the documents those name. All answers are texts and numbers.

const MOST_SHOWN = 200;

class Browse {
  constructor(verification) {
    this.verification = verification;
    this.forms = verification.statements || [];
  }

  /** {what, …} gives what the method of that name says. */
  answer(question) {
    const known = {statements: () => this.statementRows(), answers: () => this.answers(),
      line: () => this.line(question), term: () => this.entriesOf(question),
      entry: () => this.entry(question)};
    return known[question.what]();
  }

  /**
   * Both forms: [{name, title, rows: [{line, zh, en, first, second, said}]}]; said is what the
   * table in the package has on that line where that is something else, or null.
   */
  statementRows() {
    const said = this.said();
    return this.forms.map(({form, first, second}) => ({name: form.name, title: form.title,
      rows: form.rows.filter(row => row.line > 0 || row.zh !== '').map(row => {
        const amounts = row.line === 0 ? ['', '']
          : [first, second].map(column => String(column.get(row.line).amount));
        const other = said.get(`${form.name},${row.line}`) || 'nothing';
        return {line: row.line, zh: row.zh, en: row.en, first: amounts[0], second: amounts[1],
          terms: row.line === 0 ? [] : [first, second]
            .map(column => column.get(row.line).terms.length),
          said: row.line === 0 || other === amounts.join() ? null : other};
      })}));
  }

  /** The lines of books/statements.csv by form and line. */
  said() {
    const {zip} = this.verification;
    if (!zip.has(FILES.statements)) {
      return new Map();
    }
    const text = new TextDecoder().decode(zip.read(FILES.statements, LARGEST_TABLE));
    return new Map(text.split('\n').map(line => /^([^,]*,[^,]*),(.*)$/.exec(line))
      .filter(form => form !== null).map(form => [form[1], form[2]]));
  }

  figure({form, column, line}) {
    return this.forms[form][column].get(line);
  }

  /** What was found, with the names that stay hidden marked. */
  answers() {
    const answers = answersShown(this.verification.answers);
    return {...answers, profile: answers.profile.map(([section, item, party, ...rest]) =>
      [section, item, this.party(party), ...rest])};
  }

  name(code) {
    const account = this.verification.book.chart.get(code);
    return account === undefined ? '' : account.name;
  }

  /** A party of sums, which are made of many leaves. */
  party(name) {
    return this.verification.book.hidden.has(name) ? {hidden: name} : name;
  }

  /** The accounts, or parties of accounts, that a line is made of. */
  line(place) {
    const terms = this.figure(place).terms;
    return {total: terms.length, terms: terms.map((term, index) => ({index, account: term.account,
      name: this.name(term.account), party: this.party(term.party), amount: String(term.amount)}))
      .slice(0, MOST_SHOWN)};
  }

  /** The entries that an account of a line counts. */
  entriesOf({term: index, ...place}) {
    const term = this.figure(place).terms[index];
    const isCounted = line => isWithin(line.account, term.account)
      && (term.party === null || line.party === term.party);
    const records = this.verification.records;
    const found = records.entries.filter(entry => term.slices.some(slice =>
      slice.from <= entry.number.period && entry.number.period <= slice.to
      && slice.parts.includes(records.parts.get(entry))) && entry.postings.some(isCounted));
    return {total: found.length, entries: found.slice(0, MOST_SHOWN).map(entry => ({
      number: entry.number.text, date: entry.date.text,
      summary: textFor(entry.covered, entry.summary), amount: String(entry.postings.filter(isCounted).map(line =>
        line.isDebit === term.isDebit ? line.amount : line.amount.negated())
        .reduce((sum, one) => sum.plus(one)))}))};
  }

  /** Every field of an entry, and where in the file the documents are that it names. */
  entry({number}) {
    const entry = this.verification.records.byNumber.get(number);
    const named = name => nameFor(entry.covered, name);
    const said = text => textFor(entry.covered, text);
    return {number, date: entry.date.text, kind: entry.kind, summary: said(entry.summary),
      rule: said(entry.rule), why: said(entry.why), corrects: entry.corrects || '',
      hands: [entry.prepared, entry.reviewed, entry.by].map(said),
      lines: entry.postings.map(line => ({account: line.account, name: this.name(line.account),
        party: named(line.party), memo: said(line.details.memo), currency: line.amount.currency,
        debit: line.isDebit ? String(line.amount) : '',
        credit: line.isDebit ? '' : String(line.amount)})),
      evidence: entry.evidence.map(one => ({path: one.path, page: one.page, text: said(one.text),
        document: this.document(one.document)}))};
  }

  /** {sha256, name, extension, at, size}, without a place where the package does not hold it. */
  document(sha) {
    if (sha === '') {
      return null;
    }
    const {book, zip} = this.verification;
    const logged = book.documents.find(one => one.sha256 === sha);
    const document = {sha256: sha, name: logged === undefined ? ''
      : textFor(logged.covered, logged.name)};
    const path = zip.below(FILES.documents)
      .find(name => name.startsWith(FILES.documents + sha + '.'));
    if (path !== undefined) {
      const member = zip.get(path);
      Object.assign(document, {extension: path.slice(path.lastIndexOf('.') + 1),
        at: member.content, size: member.size});
    }
    return document;
  }
}
