-- One book. History refuses every change; see Schema.
CREATE TABLE IF NOT EXISTS leaf (
  n    INTEGER PRIMARY KEY CHECK (n >= 0),
  kind TEXT NOT NULL,
  body BLOB NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- The right edge of the tree at a size, so that a book need not read every leaf to go on.
CREATE TABLE IF NOT EXISTS edge (
  size   INTEGER PRIMARY KEY,
  hashes BLOB NOT NULL CHECK (length(hashes) % 32 = 0)
) STRICT;

CREATE TABLE IF NOT EXISTS entry (
  period   TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  number   TEXT NOT NULL CHECK (number = printf('%s-%04d', period, sequence)),
  date     TEXT NOT NULL,
  kind     TEXT NOT NULL,
  summary  TEXT NOT NULL,
  rule     TEXT NOT NULL,
  proposal TEXT NOT NULL UNIQUE,
  corrects TEXT,
  leaf     INTEGER NOT NULL,
  PRIMARY KEY (period, sequence)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX IF NOT EXISTS entry_taken_back ON entry (corrects) WHERE kind = 'CORRECTION';

-- By account, because that is how a ledger is read; the leaf has the lines of an entry.
CREATE TABLE IF NOT EXISTS posting (
  account  TEXT NOT NULL,
  period   TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  line     INTEGER NOT NULL,
  side     TEXT NOT NULL CHECK (side IN ('DEBIT', 'CREDIT')),
  minor    INTEGER NOT NULL,
  currency TEXT NOT NULL,
  party    TEXT NOT NULL,
  PRIMARY KEY (account, period, sequence, line)
) STRICT, WITHOUT ROWID;

-- What may be booked once ("invoice:…", "bank:…"), and each entry that booked it.
CREATE TABLE IF NOT EXISTS booked (
  key   TEXT NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (key, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS rejected (
  item   TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  leaf   INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS closed (
  period TEXT PRIMARY KEY,
  leaf   INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS document (
  id    TEXT PRIMARY KEY,
  name  TEXT NOT NULL,
  media TEXT NOT NULL,
  size  INTEGER NOT NULL,
  file  TEXT NOT NULL,
  leaf  INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS bank_line (
  id       TEXT PRIMARY KEY,
  account  TEXT NOT NULL,
  document TEXT NOT NULL,
  json     TEXT NOT NULL,
  leaf     INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS checkpoint (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An account as the leaf says it; the newest leaf of a code counts. Leaf 0 is the first chart.
CREATE TABLE IF NOT EXISTS account (
  code    TEXT NOT NULL,
  leaf    INTEGER NOT NULL,
  json    TEXT NOT NULL,
  PRIMARY KEY (code, leaf)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS run (
  id     TEXT PRIMARY KEY,
  json   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Not history: sums of what is posted, what can be read again, and settings.
CREATE TABLE IF NOT EXISTS month_sum (
  period  TEXT NOT NULL,
  part    TEXT NOT NULL,
  account TEXT NOT NULL,
  party   TEXT NOT NULL,
  debit   INTEGER NOT NULL,
  credit  INTEGER NOT NULL,
  PRIMARY KEY (period, part, party, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS reading (
  document TEXT PRIMARY KEY,
  json     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Drafts of vouchers: they change until they are posted; saved and reviewed are leaves of the log.
CREATE TABLE IF NOT EXISTS draft (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  date     TEXT NOT NULL,
  json     TEXT NOT NULL,
  saved    INTEGER NOT NULL,
  reviewed INTEGER
) STRICT;

-- What people sign on with: salted hashes, failures, and until when a name is locked.
CREATE TABLE IF NOT EXISTS secret (
  name     TEXT PRIMARY KEY,
  record   TEXT NOT NULL,
  failures INTEGER NOT NULL,
  locked   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Digests of rows that no leaf repeats.
CREATE TABLE IF NOT EXISTS kept (
  tab    TEXT NOT NULL,
  name   TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (tab, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS leaf_operations ON leaf (n) WHERE kind = 'op';
CREATE INDEX IF NOT EXISTS leaf_people ON leaf (n) WHERE kind = 'op' AND instr(body, '"person":');
CREATE INDEX IF NOT EXISTS leaf_keys ON leaf (n) WHERE kind = 'key';
CREATE INDEX IF NOT EXISTS leaf_rules ON leaf (n) WHERE kind = 'rule';
