package onebook.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import onebook.seal.Sha256;

/**
 * SHA-256 over the rows of a table, one per group of rows that come in the same order from the file
 * and from the log: two tables are compared without holding either.
 */
final class TableDigests {
    private final Map<String, MessageDigest> groups = new TreeMap<>();

    /** Requires the rows of a group in their order. */
    void add(String group, String row) {
        MessageDigest digest = groups.computeIfAbsent(group, one -> Sha256.digest());
        digest.update(row.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /** The groups that differ from the other's. Both are used up. */
    Set<String> differing(TableDigests other) {
        Set<String> differing = new TreeSet<>(groups.keySet());
        differing.addAll(other.groups.keySet());
        differing.removeIf(group -> groups.containsKey(group) && other.groups.containsKey(group)
                && Arrays.equals(groups.get(group).digest(), other.groups.get(group).digest()));
        return differing;
    }
}
