package onebook.lender;

import java.util.Optional;
import java.util.Set;
import onebook.seal.CoveredLeaf;
import onebook.seal.Leaf;

/**
 * What a borrower keeps from a lender: names and texts that the leaves cover. Amounts, dates and
 * accounts are never hidden, and no leaf is left out: what is hidden shows as hidden.
 *
 * @param isEveryName names of customers, suppliers and all others are hidden
 * @param isEveryText summaries, reasons and memos are hidden
 * @param names these names are hidden wherever they stand, also within a text
 * @param accounts names and texts of vouchers that post to these accounts or their details
 */
public record Hiding(boolean isEveryName, boolean isEveryText, Set<String> names,
        Set<String> accounts) {
    public static final Hiding NOTHING = new Hiding(false, false, Set.of(), Set.of());

    public Hiding {
        names = Set.copyOf(names);
        accounts = Set.copyOf(accounts);
        if (names.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a name to hide is not blank");
        }
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** How much the package discloses, as its manifest says: L3 is everything. */
    String level() {
        return isNothing() ? "L3" : isEveryName ? "L1" : "L2";
    }

    /**
     * The leaf as the lender gets it; a text that repeats a hidden name is hidden with it.
     *
     * @param hidden the names to look for
     */
    byte[] shown(byte[] kept, NameSearch hidden) {
        CoveredLeaf leaf = CoveredLeaf.of(kept);
        if (isNothing() || leaf.names().isEmpty() && leaf.texts().isEmpty()) {
            return kept;
        }
        boolean isOfAccount = !accounts.isEmpty() && postsTo(leaf.leaf());
        Optional<byte[]> shownNames = leaf.names().filter(part -> !isEveryName && !isOfAccount
                && !hidden.isIn(part));
        Optional<byte[]> shownTexts = leaf.texts().filter(part -> !isEveryText && !isOfAccount
                && !hidden.isIn(part));
        return new CoveredLeaf(leaf.line(), shownNames, shownTexts).kept();
    }

    private boolean postsTo(Leaf leaf) {
        return leaf.kind().equals("entry") && Leaf.entryOf(leaf).postings().stream()
                .anyMatch(line -> accounts.stream().anyMatch(code ->
                        line.account().value().equals(code)
                                || line.account().value().startsWith(code + ".")));
    }
}
