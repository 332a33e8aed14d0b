// The page: what the reader gives, the work in a worker of its own, and the verdict.

let running = null;
let last = null;

/** Reads a text that the reader chose; null where there is none. */
function given(id) {
  const text = document.getElementById(id).value;
  return text === '' ? null : text;
}

/** Work in a worker where the browser lets us, else here in pieces. */
function start(bytes, policy, seen, progress) {
  try {
    return inWorker(bytes, policy, seen, progress);
  } catch (refused) {
    return here(bytes, policy, seen, progress);
  }
}

function inWorker(bytes, policy, seen, progress) {
  const code = document.getElementById('engine').textContent;
  const address = URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
  const worker = new Worker(address);
  const waiting = new Map();
  let count = 0;
  let hasAnswered = false;
  const send = (message, transfer) => new Promise((resolve, reject) => {
    waiting.set(++count, {resolve, reject});
    worker.postMessage({id: count, ...message}, transfer || []);
  });
  const stop = why => {
    worker.terminate();
    URL.revokeObjectURL(address);
    waiting.forEach(({reject}) => reject(why));
    waiting.clear();
  };
  worker.onmessage = ({data}) => {
    hasAnswered = true;
    if (data.progress) {
      progress(data.progress);
    } else if (waiting.has(data.id)) {
      const {resolve, reject} = waiting.get(data.id);
      waiting.delete(data.id);
      data.error === undefined ? resolve(data.value) : reject(new Error(data.error));
    }
  };
  worker.onerror = () => stop(hasAnswered ? new Error('worker') : REFUSED);
  return {opened: send({bytes: bytes.buffer, policy, seen}), ask: question => send({question}),
    cancel: () => stop(CANCELLED)};
}

const CANCELLED = new Error('cancelled');
const REFUSED = new Error('no worker');

function here(bytes, policy, seen, progress) {
  let browse = null;
  let isCancelled = false;
  let rested = performance.now();
  const pause = async (step, part) => {
    if (performance.now() - rested > 40) {
      progress({step, part});
      await new Promise(resolve => setTimeout(resolve));
      rested = performance.now();
    }
    if (isCancelled) {
      throw CANCELLED;
    }
  };
  const opened = OneBook.openPackage(bytes, policy, seen, pause).then(result => {
    browse = result.browse;
    return {verdict: result.verdict, isWhole: browse !== null};
  });
  return {opened, ask: async question => browse.answer(question), cancel: () => {
    isCancelled = true;
  }};
}

async function run() {
  const file = openedFile;
  if (file === null || running !== null) {
    return;
  }
  const job = running = {isStopped: false, cancel: () => {
    job.isStopped = true;
  }};
  setBusy(true);
  clearResult();
  try {
    const opened = await open(file, job);
    last = opened;
    ask = job.ask;
    await showVerdict();
  } catch (wrong) {
    showState(wrong === CANCELLED ? say('cancelled') : say('failed'),
      wrong === CANCELLED ? '' : `${say('failedHint')} (${wrong.message || wrong})`);
  } finally {
    running = null;
    setBusy(false);
  }
}

async function open(file, job) {
  const begin = async how => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (job.isStopped) {
      throw CANCELLED;
    }
    Object.assign(job, how(bytes, given('policy'), given('seen'), showProgress));
    return job.opened;
  };
  try {
    return await begin(start);
  } catch (wrong) {
    if (wrong !== REFUSED) {
      throw wrong;
    }
    return begin(here);
  }
}

function setBusy(isBusy) {
  document.getElementById('verify').disabled = isBusy || openedFile === null;
  document.getElementById('cancel').hidden = !isBusy;
  document.getElementById('progress').hidden = !isBusy;
  document.getElementById('verdict').setAttribute('aria-busy', String(isBusy));
  if (isBusy) {
    showState(say('busy') + '…', '');
  }
}

function showProgress({step, part}) {
  document.getElementById('progress').value = part;
  showState(say('busy') + '…', say('steps.' + step));
}

function showState(sentence, hint) {
  replace('verdict', make('p', {className: 'state'}, sentence),
    ...(hint === '' ? [] : [make('p', {className: 'hint'}, hint)])).className = '';
}

function clearResult() {
  last = null;
  forgetAddresses();
  ['findings', 'answers', 'statements', 'pane0', 'pane1', 'pane2'].forEach(id => replace(id));
}

async function showVerdict() {
  const {verdict, isWhole} = last;
  const {exit, figures} = verdict;
  const word = exit === EXIT_POLICY && figures !== null && figures.key === '' ? 'id' : exit;
  const panel = replace('verdict', make('h2', {tabIndex: -1},
    make('span', {className: 'mark', 'aria-hidden': 'true'}, MARKS[exit]), ' ',
    say('verdict.' + word)), make('p', {className: 'state'}, say('sentence.' + word)),
    ...(figures === null ? [] : [figureFacts(figures)]));
  panel.className = 'exit' + exit;
  showFindings(verdict.findings);
  if (isWhole) {
    showAnswers(await ask({what: 'answers'}));
    showStatements(await ask({what: 'statements'}));
  } else {
    replace('answers', make('p', {className: 'hint'}, say('answersNone')));
    replace('statements', make('p', {className: 'hint'}, say('notWhole')));
  }
  panel.querySelector('h2').focus();
}

const EXIT_POLICY = 2;
const MARKS = {0: '✔', 1: '✘', 2: '?', 3: '✘', 4: '✔'};

function figureFacts(figures) {
  return facts([[say('company'), figures.company], [say('taxId'), figures.taxId],
    [say('span'), `${figures.from} – ${figures.to}`],
    [say('entries'), String(figures.entries)], [say('documents'), String(figures.documents)],
    [say('leaves'), String(figures.leaves)], ...outside(figures.protection),
    [say('origin'), figures.origin],
    [say('key'), figures.key === '' ? make('strong', {className: 'bad'}, say('unknown'))
      : figures.key], [say('root'), figures.root]]);
}

/** What others outside have seen, as far as the reader knows them. */
function outside({anchors, witnessedTo, since, gap, stamps}) {
  return [[say('anchors'), anchors === 0 ? '' : say('timesOf', anchors)],
    [say('since'), since !== '' ? timeText(since) : anchors === 0 ? '' : say('noWitness')],
    [say('witnessed'), witnessedTo === 0 ? '' : say('firstLeaves', witnessedTo)],
    [say('gap'), gap === '' ? ''
      : say('days', BigInt(gap) / 86400n, BigInt(gap) % 86400n / 3600n)],
    [say('stamps'), stamps === 0 ? '' : say('unchecked', stamps)]];
}

/** Seconds since 1970 as people read them, unless they lie beyond any calendar. */
function timeText(seconds) {
  const date = new Date(Number(seconds) * 1000);
  return isNaN(date) ? seconds + ' s' : date.toISOString().replace('.000Z', 'Z');
}

// ---- what the reader gives

async function take(file) {
  if (file.name.toLowerCase().endsWith('.obk')) {
    if (running === null) {
      openedFile = file;
      clearResult();
      showChosen();
      setBusy(false);
      showState(say('empty'), '');
    }
  } else if (file.size <= 1 << 20) {
    const text = await file.text();
    document.getElementById(text.includes('\n\u2014 ') ? 'seen' : 'policy').value = text;
  }
}

async function takeText(id, file) {
  if (file !== undefined && file.size <= 1 << 20) {
    document.getElementById(id).value = await file.text();
  }
}

function showChosen() {
  replace('chosen', openedFile === null ? say('none') : foreign(openedFile.name));
}

function speak() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = say('title');
  document.querySelectorAll('[data-say]').forEach(element => {
    element.textContent = say(element.dataset.say);
  });
  document.querySelectorAll('[data-hint]').forEach(element => {
    element.placeholder = say(element.dataset.hint);
  });
  showChosen();
  ['pane0', 'pane1', 'pane2'].forEach(id => replace(id));
  if (last !== null) {
    showVerdict();
  } else if (running === null) {
    showState(say('empty'), '');
  }
}

function listen(id, event, handler) {
  document.getElementById(id).addEventListener(event, handler);
}

listen('file', 'change', event => {
  const file = event.target.files[0];
  if (file !== undefined && running === null) {
    openedFile = file;
    clearResult();
    showChosen();
    setBusy(false);
    showState(say('empty'), '');
  }
});
listen('policyFile', 'change', event => takeText('policy', event.target.files[0]));
listen('seenFile', 'change', event => takeText('seen', event.target.files[0]));
listen('verify', 'click', run);
listen('cancel', 'click', () => running !== null && running.cancel());
listen('print', 'click', () => window.print());
listen('language', 'click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  speak();
});
document.addEventListener('dragover', event => {
  event.preventDefault();
  document.body.classList.add('drop');
});
document.addEventListener('dragleave', () => document.body.classList.remove('drop'));
document.addEventListener('drop', event => {
  event.preventDefault();
  document.body.classList.remove('drop');
  [...event.dataTransfer.files].forEach(take);
});
speak();
