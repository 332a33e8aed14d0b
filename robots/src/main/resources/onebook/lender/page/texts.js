// What the page says, in two languages.

const TEXTS = {
  zh: {
    title: '贷款资料包核验', lead: '本页在您自己的电脑上核验资料包，不联网，也不发送任何内容。',
    outside: '公钥、策略和保存的检查点只能来自资料包之外：请向企业当面或经其他渠道取得。',
    package: '一、资料包（.obk）', packageHint: '拖到此处，或选择文件', none: '尚未选择文件',
    policy: '二、核验策略（公钥）', policyHint: '粘贴策略文本，或选择文件；没有策略则身份未核实',
    seen: '三、以前保存的检查点（可选）', seenHint: '粘贴您上次保存的检查点或凭条，或选择文件',
    choose: '选择文件', verify: '核验', cancel: '取消', print: '打印', again: '核验另一个',
    empty: '请选择一个资料包。核验结果会显示在这里。', busy: '正在核验',
    cancelled: '已取消，没有结论。', failed: '没有结论：本页无法读完这个文件。',
    failedHint: '请改用 onebook-verify.jar 核验，或换一个浏览器。',
    steps: {members: '读取文件', unpack: '解开记录', leaves: '逐条核对记录', tables: '重算报表',
      questions: '核对文件与银行流水'},
    verdict: {0: '核验通过', 1: '完整性核验失败', 2: '未满足核验策略', 3: '格式错误',
      4: '核验通过，有待说明事项', id: '身份未核实'},
    sentence: {
      0: '每个字节、每条记录、每张表都与您认可的公钥所签署的一致。',
      1: '资料包的内容与签署的或重新计算的不一致。不要依据它放款。',
      2: '资料包自身一致，但没有满足您的策略，不能算通过。',
      3: '这不是一个完好的资料包，或者您给的策略无法读取。不要依据它放款。',
      4: '资料包与您认可的公钥所签署的一致。下列事项需要企业说明。',
      id: '资料包自身一致，但谁都可能做出它：没有您认可的公钥为它签名。'},
    company: '企业', taxId: '税号', span: '期间', entries: '凭证', documents: '文件', leaves: '记录',
    origin: '日志', key: '公钥', root: '根哈希', unknown: '未核实', findings: '核验事项',
    noFindings: '没有待说明事项。', severity: {S1: '停止', S2: '放款前询问', S3: '询问', S4: '知悉'},
    statements: '报表（由记录重新计算）', line: '行次', item: '项目', first: ['期末余额', '本期金额'],
    second: ['年初余额', '本年累计金额'], accounts: '组成的科目', account: '科目', party: '往来单位',
    amount: '金额', number: '凭证号', date: '日期', summary: '摘要', debit: '借方', credit: '贷方',
    entry: '凭证', evidence: '依据', hands: '制单 / 审核 / 记账', why: '理由', kind: '类别',
    corrects: '所更正的凭证', noPaper: '没有文件', absent: '文件不在资料包内', save: '保存副本',
    changed: '文件在核验之后改变了，不予显示。', noView: '此类文件不在本页显示，请保存后查看。',
    more: '仅显示前 {0} 项，共 {1} 项。', nothing: '没有明细。', cut: '以下内容省略。',
    notWhole: '由于核验失败，不显示报表和凭证。', page: '第 {0} 页', language: 'English',
    said: '资料包内写的是 {0}', close: '关闭', document: '文件',
    hiddenName: '〔隐去 {0}〕', hiddenText: '〔内容已隐去〕', anchors: '外部见证', timesOf: '{0} 次',
    since: '自何时受外部保护', witnessed: '见证覆盖', firstLeaves: '前 {0} 条记录',
    gap: '两次见证最长间隔', days: '{0} 天 {1} 小时', noWitness: '策略中没有认识的见证人看过',
    stamps: '时间戳', unchecked: '{0} 个，本页不核对；请用 onebook-verify.jar --tsa-roots 核对',
  },
  en: {
    title: 'Verify a lender package', lead: 'This page checks the package on your own computer. '
      + 'It has no connection and sends nothing.',
    outside: 'Keys, policy and earlier checkpoints come from outside the package only: get them '
      + 'from the company in person or by another way.',
    package: '1. Package (.obk)', packageHint: 'Drop it here or choose a file',
    none: 'No file chosen', policy: '2. Policy (keys)',
    policyHint: 'Paste the policy or choose its file; without one the identity is unverified',
    seen: '3. Checkpoint kept from an earlier package (optional)',
    seenHint: 'Paste the checkpoint or receipt you kept, or choose its file',
    choose: 'Choose a file',
    verify: 'Verify', cancel: 'Cancel', print: 'Print', again: 'Another package',
    empty: 'Choose a package. The verdict appears here.', busy: 'Checking',
    cancelled: 'Cancelled; there is no verdict.',
    failed: 'No verdict: this page could not read the file to its end.',
    failedHint: 'Check it with onebook-verify.jar, or in another browser.',
    steps: {members: 'reading the file', unpack: 'unpacking the leaves',
      leaves: 'trying each leaf', tables: 'computing the tables again',
      questions: 'comparing documents and bank lines'},
    verdict: {0: 'VERIFIED', 1: 'INTEGRITY FAILURE', 2: 'POLICY NOT MET', 3: 'MALFORMED',
      4: 'VERIFIED WITH FINDINGS', id: 'UNVERIFIED IDENTITY'},
    sentence: {
      0: 'Every byte, every leaf and every table is what a key you accept has signed.',
      1: 'What the package holds is not what was signed or computed. Do not lend on it.',
      2: 'The package agrees with itself, but your policy is not met; it does not pass.',
      3: 'This is no sound package, or your policy cannot be read. Do not lend on it.',
      4: 'The package is what a key you accept has signed. Ask the company about what follows.',
      id: 'The package agrees with itself, but anybody may have made it: no key you accept '
        + 'signed it.'},
    company: 'Company', taxId: 'Tax number', span: 'Months', entries: 'Entries',
    documents: 'Documents', leaves: 'Leaves', origin: 'Log', key: 'Key', root: 'Root',
    unknown: 'not verified', findings: 'Findings', noFindings: 'Nothing to explain.',
    severity: {S1: 'stop', S2: 'ask before lending', S3: 'ask', S4: 'to know'},
    statements: 'Statements (computed from the leaves)', line: 'Line', item: 'Item',
    first: ['Ending balance', 'Period'], second: ['Beginning of year', 'Year to date'],
    accounts: 'Accounts of this line', account: 'Account', party: 'Counterparty',
    amount: 'Amount', number: 'Entry', date: 'Date', summary: 'Summary', debit: 'Debit',
    credit: 'Credit', entry: 'Entry', evidence: 'Evidence',
    hands: 'Prepared / reviewed / posted', why: 'Reason', kind: 'Kind',
    corrects: 'Entry it corrects', noPaper: 'no paper', absent: 'the package does not hold it',
    save: 'Save a copy', changed: 'The file changed after it was checked; it is not shown.',
    noView: 'This kind of file is not shown here; save it to look at it.',
    more: 'Only the first {0} of {1} are shown.', nothing: 'No details.',
    cut: 'The rest is left out.', notWhole: 'Statements and entries are not shown, because the '
      + 'check failed.', page: 'page {0}', language: '中文', said: 'the package says {0}',
    close: 'Close', document: 'Document',
    hiddenName: '[hidden {0}]', hiddenText: '[text hidden]', anchors: 'Anchors outside',
    timesOf: '{0} times', since: 'Protected since', witnessed: 'Seen by witnesses',
    firstLeaves: 'the first {0} leaves', gap: 'Largest gap', days: '{0} d {1} h',
    noWitness: 'by no witness that your policy names', stamps: 'Time stamps',
    unchecked: '{0}; this page does not check them, onebook-verify.jar --tsa-roots does',
  },
};

let language = (navigator.language || '').toLowerCase().startsWith('zh') ? 'zh' : 'en';

/** A text by its name: say('more', 200, 3000). */
function say(name, ...values) {
  const text = name.split('.').reduce((part, key) => part[key], TEXTS[language]);
  return values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), text);
}
