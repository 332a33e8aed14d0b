package onebook.seal;

/**
 * A set of texts that keeps 64 bits of each: sixteen bytes for a text, however long. Two texts of a
 * million are taken for one with a chance of one in ten million.
 */
public final class Fingerprints {
    private long[] places = new long[1 << 10];
    private int size;

    /** False where the text was there before. */
    public boolean add(String text) {
        if (size * 2 >= places.length) {
            grow();
        }
        return put(of(text));
    }

    /** True also for a text that is taken for one that was added. */
    public boolean mayContain(String text) {
        long print = of(text);
        int place = (int) print & places.length - 1;
        while (places[place] != 0 && places[place] != print) {
            place = place + 1 & places.length - 1;
        }
        return places[place] != 0;
    }

    private boolean put(long print) {
        int place = (int) print & places.length - 1;
        while (places[place] != 0) {
            if (places[place] == print) {
                return false;
            }
            place = place + 1 & places.length - 1;
        }
        places[place] = print;
        size++;
        return true;
    }

    private void grow() {
        long[] old = places;
        places = new long[old.length * 2];
        size = 0;
        for (long print : old) {
            if (print != 0) {
                put(print);
            }
        }
    }

    /** FNV-1a, then mixed so that every bit of it depends on every letter; never 0. */
    private static long of(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
