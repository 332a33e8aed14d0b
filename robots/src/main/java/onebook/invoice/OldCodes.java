package onebook.invoice;

/** 发票代码 of invoices before 数电票: what their figures mean. */
final class OldCodes {
    private OldCodes() { }

    /** vat-special, vat-ordinary, or "" where the code does not tell. */
    static String type(String code) {
        if (code.matches("0[0-9]{11}")) {
            return code.endsWith("13") ? "vat-special"
                    : code.matches(".*(04|05|06|07|11|12)") ? "vat-ordinary" : "";
        } else if (code.matches("[0-9]{10}")) {
            char kind = code.charAt(7);
            return kind == '1' || kind == '5' ? "vat-special"
                    : kind == '3' || kind == '6' ? "vat-ordinary" : "";
        }
        return "";
    }

    /** The year in which the numbers were given out, 2000 and up; 0 where the code has none. */
    static int year(String code) {
        if (code.matches("0[0-9]{11}")) {
            return 2000 + Integer.parseInt(code.substring(5, 7));
        }
        return code.matches("[0-9]{10}") ? 2000 + Integer.parseInt(code.substring(4, 6)) : 0;
    }
}
