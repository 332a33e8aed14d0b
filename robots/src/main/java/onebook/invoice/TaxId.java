package onebook.invoice;

import java.util.Optional;

/** Numbers of taxpayers: 统一社会信用代码 (GB 32100-2015), older numbers, identity cards. */
public final class TaxId {
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS =
            {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] CARD_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CARD_SIGNS = "10X98765432";
    private static final String MISREAD = "OQDIZSBo";
    private static final String MEANT = "00012580";

    private TaxId() { }

    /** True for a number of 18 whose last sign fits, and for the older ones of 15 or 20 figures. */
    public static boolean isValid(String id) {
        if (id.length() == 18) {
            return isCreditCode(id) || isIdentityCard(id);
        }
        return id.matches("[0-9]{6}[0-9A-Z]{9}|[0-9]{17}[0-9X][0-9]{2}");
    }

    /** GB 32100: 91110000600037341L. */
    public static boolean isCreditCode(String id) {
        if (id.length() != 18) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = SIGNS.indexOf(id.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * WEIGHTS[i];
        }
        return id.matches("[1-9A-GNY][0-9A-Z][0-9]{6}.*")
                && SIGNS.charAt((31 - sum % 31) % 31) == id.charAt(17);
    }

    /** GB 11643, as natural persons have. */
    static boolean isIdentityCard(String id) {
        if (!id.matches("[1-9][0-9]{16}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (id.charAt(i) - '0') * CARD_WEIGHTS[i];
        }
        return CARD_SIGNS.charAt(sum % 11) == id.charAt(17);
    }

    /**
     * What a scan meant: the number itself where it is valid, else with signs that no credit code
     * has (O, I, Z, S) or that look alike (B and 8) put right, where exactly one such number is
     * valid. Of nineteen signs the first or the last was the form's rule beside the number.
     */
    static Optional<String> repaired(String read) {
        if (isValid(read)) {
            return Optional.of(read);
        }
        if (read.length() == 19) {
            return withoutRule(read);
        }
        StringBuilder sure = new StringBuilder();
        for (char c : read.toCharArray()) {
            int at = "OIZSV".indexOf(c) >= 0 || c == 'o' ? MISREAD.indexOf(c) : -1;
            sure.append(at >= 0 ? MEANT.charAt(at) : c);
        }
        if (isCreditCode(sure.toString())) {
            return Optional.of(sure.toString());
        }
        return oneChange(sure.toString());
    }

    /** Empty where both ends, or neither, could go. */
    private static Optional<String> withoutRule(String read) {
        String first = read.substring(1);
        String last = read.substring(0, 18);
        if (isCreditCode(first) == isCreditCode(last)) {
            return Optional.empty();
        }
        return Optional.of(isCreditCode(first) ? first : last);
    }

    private static Optional<String> oneChange(String id) {
        String found = null;
        for (int i = 0; i < id.length(); i++) {
            int at = MISREAD.indexOf(id.charAt(i));
            if (at >= 0) {
                String tried = id.substring(0, i) + MEANT.charAt(at) + id.substring(i + 1);
                if (isCreditCode(tried) && found != null) {
                    return Optional.empty();
                }
                found = isCreditCode(tried) ? tried : found;
            }
        }
        return Optional.ofNullable(found);
    }
}
