package onebook.sample;

/** 统一社会信用代码 (GB 32100) with the organisation code's own check character (GB 11714). */
final class TaxId {
    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10,
            30, 28};
    private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};

    private TaxId() { }

    /** @param district six digits of GB/T 2260 */
    static String company(Dice dice, String district) {
        StringBuilder body = new StringBuilder("MA");
        for (int i = 0; i < 6; i++) {
            body.append(i > 0 && dice.percent(70) ? (char) ('0' + dice.from(0, 9))
                    : LETTERS.charAt(dice.from(0, LETTERS.length() - 1)));
        }
        String seventeen = "91" + district + body + organisationCheck(body.toString());
        return seventeen + check(seventeen);
    }

    static char organisationCheck(String eight) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(eight.charAt(i), 36) * ORGANISATION[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    static char check(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += LETTERS.indexOf(seventeen.charAt(i)) * WEIGHTS[i];
        }
        return LETTERS.charAt((31 - sum % 31) % 31);
    }
}
