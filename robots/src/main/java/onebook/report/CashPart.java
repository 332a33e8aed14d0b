package onebook.report;

import onebook.ledger.AccountCode;

/** Why cash moved: a line of 会小企03, and the account it moved for. */
record CashPart(int line, AccountCode contra) implements Comparable<CashPart> {
    @Override
    public int compareTo(CashPart other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : contra.compareTo(other.contra);
    }
}
