-- One book. Tables that hold history have no row id and refuse every change.
CREATE TABLE IF NOT EXISTS leaf (
  n    INTEGER PRIMARY KEY CHECK (n >= 0),
  kind TEXT NOT NULL,
  body BLOB NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS leaf_rule ON leaf (n) WHERE kind = 'rule';

CREATE TABLE IF NOT EXISTS entry (
  number   TEXT PRIMARY KEY,
  period   TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  date     TEXT NOT NULL,
  kind     TEXT NOT NULL,
  summary  TEXT NOT NULL,
  rule     TEXT NOT NULL,
  proposal TEXT NOT NULL UNIQUE,
  corrects TEXT UNIQUE,
  leaf     INTEGER NOT NULL UNIQUE REFERENCES leaf (n)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS posting (
  entry    TEXT NOT NULL,
  line     INTEGER NOT NULL,
  account  TEXT NOT NULL,
  side     TEXT NOT NULL CHECK (side IN ('DEBIT', 'CREDIT')),
  minor    INTEGER NOT NULL,
  currency TEXT NOT NULL,
  party    TEXT NOT NULL,
  PRIMARY KEY (entry, line)
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
  leaf   INTEGER NOT NULL UNIQUE REFERENCES leaf (n)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS closed (
  period TEXT PRIMARY KEY,
  leaf   INTEGER NOT NULL UNIQUE REFERENCES leaf (n)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS document (
  id    TEXT PRIMARY KEY,
  name  TEXT NOT NULL,
  media TEXT NOT NULL,
  size  INTEGER NOT NULL,
  file  TEXT NOT NULL,
  leaf  INTEGER NOT NULL UNIQUE REFERENCES leaf (n)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS bank_line (
  id       TEXT PRIMARY KEY,
  account  TEXT NOT NULL,
  document TEXT NOT NULL,
  json     TEXT NOT NULL,
  leaf     INTEGER NOT NULL UNIQUE REFERENCES leaf (n)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS checkpoint (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS account (
  code    TEXT PRIMARY KEY,
  name    TEXT NOT NULL,
  english TEXT NOT NULL,
  kind    TEXT NOT NULL,
  side    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS run (
  id     TEXT PRIMARY KEY,
  json   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Not history: what can be read again, and settings.
CREATE TABLE IF NOT EXISTS reading (
  document TEXT PRIMARY KEY,
  json     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS posting_account ON posting (account, entry);
CREATE INDEX IF NOT EXISTS entry_period ON entry (period, sequence);
