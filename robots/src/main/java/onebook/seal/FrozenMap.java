package onebook.seal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A JSON object that is known to be canonical, all the way down, and cannot change any more. */
final class FrozenMap extends AbstractMap<String, Object> {
    private final String[] keys;
    private final Object[] values;
    /** Levels of objects and lists, this one included. */
    private final int height;

    /** Requires keys in order and values that are frozen too. */
    FrozenMap(List<String> keys, List<Object> values) {
        this.keys = keys.toArray(String[]::new);
        this.values = values.toArray();
        this.height = 1 + values.stream().mapToInt(FrozenMap::height).max().orElse(0);
    }

    static int height(Object value) {
        if (value instanceof FrozenMap map) {
            return map.height;
        }
        return value instanceof List<?> list
                ? 1 + list.stream().mapToInt(FrozenMap::height).max().orElse(0) : 1;
    }

    @Override
    public Object get(Object key) {
        int at = key instanceof String name ? Arrays.binarySearch(keys, name) : -1;
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return IntStream.range(0, keys.length)
                        .mapToObj(i -> Map.entry(keys[i], values[i])).iterator();
            }

            @Override
            public int size() {
                return keys.length;
            }
        };
    }
}
