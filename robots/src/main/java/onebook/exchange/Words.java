package onebook.exchange;

/**
 * Texts that come again and again, each made once. Forgets nothing and takes no more after a
 * while, so that a file of ever new texts fills no memory.
 */
final class Words {
    private static final int PLACES = 1 << 16;
    private static final int MOST = PLACES / 2;
    private static final int LONGEST = 64;

    private final String[] kept = new String[PLACES];
    private int size;

    String of(char[] text, int from, int to) {
        if (to - from > LONGEST) {
            return new String(text, from, to - from);
        }
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        while (kept[place] != null) {
            if (isSame(kept[place], text, from, to)) {
                return kept[place];
            }
            place = place + 1 & PLACES - 1;
        }
        String made = new String(text, from, to - from);
        if (size < MOST) {
            kept[place] = made;
            size++;
        }
        return made;
    }

    private static boolean isSame(String word, char[] text, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (word.charAt(i - from) != text[i]) {
                return false;
            }
        }
        return true;
    }
}
