package onebook.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/** A stream of choices that depends on nothing but the seed and the topic chosen about. */
public final class Dice {
    private final long seed;
    private final SplittableRandom random;

    public Dice(long seed, String topic) {
        long mixed = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < topic.length(); i++) {
            mixed = (mixed ^ topic.charAt(i)) * 0x100000001B3L;
        }
        this.seed = mixed;
        this.random = new SplittableRandom(mixed);
    }

    /** A stream of its own, so that more choices there change nothing here. */
    public Dice about(String topic) {
        return new Dice(seed, topic);
    }

    /** Both ends included. */
    public int from(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    public long from(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Bell-shaped around 0 with a spread of about 1. */
    public double noise() {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += random.nextDouble();
        }
        return (sum - 2) * 1.73;
    }

    public boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    public <T> List<T> shuffled(Collection<T> of) {
        List<T> rest = new ArrayList<>(of);
        List<T> out = new ArrayList<>();
        while (!rest.isEmpty()) {
            out.add(rest.remove(random.nextInt(rest.size())));
        }
        return out;
    }

    public String digits(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append((char) ('0' + random.nextInt(10)));
        }
        return out.toString();
    }

    public String hex(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append("0123456789ABCDEF".charAt(random.nextInt(16)));
        }
        return out.toString();
    }
}
