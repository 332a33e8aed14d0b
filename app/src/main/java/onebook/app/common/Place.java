package onebook.app.common;

/** The windows, in order of the navigation. */
public enum Place { INBOX, LEDGER, BANK, TAX, LENDER, ROBOTS, SEAL, SETTINGS }
