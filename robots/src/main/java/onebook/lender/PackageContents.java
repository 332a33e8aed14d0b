package onebook.lender;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import onebook.ledger.Period;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.Veil;

/**
 * What somebody who reads a package gets to see: for its owner, before it is handed over. Says
 * nothing about whether any of it holds.
 *
 * @param checkpointSha256 SHA-256 of log/checkpoint
 * @param checkpoint the note in log/checkpoint
 * @param members size in bytes by name, in the order of the container
 * @param kinds how many leaves of each kind have a body that can be read
 * @param names what files were called when they were taken in, by their SHA-256
 * @param fields the names of all fields with a text in them that can be read, sorted
 * @param hidden how many leaves cover names or texts that are not in the package
 */
public record PackageContents(String lender, String profile, String level, Period from, Period to,
        String checkpointSha256, String checkpoint, Map<String, Long> members,
        Map<String, Long> kinds, Map<String, String> names, Set<String> fields, long hidden) {
    private static final int LARGEST = 1 << 26;
    private static final int LARGEST_NOTE = 1 << 20;

    /** Throws {@link MalformedException} where the file is no package. */
    public static PackageContents of(Path file) throws IOException {
        try (StrictZipReader zip = StrictZipReader.open(file)) {
            Manifest manifest = Manifest.parse(zip.read(PackageFiles.MANIFEST, LARGEST));
            Map<String, Long> members = new TreeMap<>(ZipLayout.ORDER);
            zip.members().values().forEach(one -> members.put(one.name(), one.size()));
            String checkpoint = StrictText.of(zip.read(PackageFiles.CHECKPOINT, LARGEST_NOTE));
            Seen seen = new Seen();
            try (Disclosures disclosures = Disclosures.of(zip)) {
                long[] index = new long[1];
                EntriesFile.read(zip.stream(PackageFiles.ENTRIES),
                        members.get(PackageFiles.ENTRIES), line ->
                                seen.see(disclosures.next(index[0]++, line).leaf()));
            }
            return new PackageContents(manifest.lender(), manifest.profile(), manifest.level(),
                    manifest.from(), manifest.to(),
                    zip.members().get(PackageFiles.CHECKPOINT).sha256(), checkpoint, members,
                    seen.kinds, seen.names, seen.fields, seen.hidden);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new MalformedException("not a package: " + wrong.getMessage(), wrong);
        }
    }

    /** What can be read, leaf by leaf; what is covered and not disclosed cannot. */
    private static final class Seen {
        private final Map<String, Long> kinds = new TreeMap<>();
        private final Map<String, String> names = new TreeMap<>();
        private final Set<String> fields = new TreeSet<>();
        private long hidden;

        void see(Leaf leaf) {
            kinds.merge(leaf.kind(), 1L, Long::sum);
            boolean isHiding = !leaf.covered().isEmpty();
            hidden += isHiding ? 1 : 0;
            if (leaf.kind().equals("doc") && leaf.body().get("sha256") instanceof String hash
                    && leaf.body().get("name") instanceof String name
                    && !(isHiding && Veil.isMark(name))) {
                names.put(hash, name);
            }
            see("d", leaf.body(), isHiding);
        }

        /** The fields with something in them, however deep. */
        private void see(String key, Object value, boolean isHiding) {
            if (value instanceof Map<?, ?> map) {
                map.forEach((name, inner) -> see((String) name, inner, isHiding));
            } else if (value instanceof List<?> list) {
                list.forEach(inner -> see(key, inner, isHiding));
            } else if (value instanceof String text
                    ? !text.isEmpty() && !(isHiding && Veil.isMark(text)) : value != null) {
                fields.add(key);
            }
        }
    }

    /** What the document of that member was called; empty for other members. */
    public String nameOf(String member) {
        return member.startsWith(PackageFiles.DOCUMENTS) ? names.getOrDefault(member.substring(
                PackageFiles.DOCUMENTS.length()).replaceFirst("\\..*", ""), "") : "";
    }

    /** The files that were taken in, in order of name. */
    public List<String> documents() {
        return members.keySet().stream().filter(name -> name.startsWith(PackageFiles.DOCUMENTS))
                .toList();
    }
}
