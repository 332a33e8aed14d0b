package onebook.robot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.bank.StatementLine;
import onebook.seal.CanonicalJson;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;
import onebook.store.BookAudit;
import onebook.store.SourceTables;

/**
 * Do the files in the evidence folder, what is kept of reading them, and the company's profile
 * still say what the log says?
 * Requires a log that can be read.
 */
final class EvidenceAudit {
    private final OpenBook open;
    private final Path evidence;
    private final Map<String, Map<String, Object>> sealed = new HashMap<>();
    private final List<BookAudit.Damage> damages = new ArrayList<>();

    private EvidenceAudit(OpenBook open, Path evidence) {
        this.open = open;
        this.evidence = evidence;
        for (byte[] bytes : open.journal().leaves()) {
            Leaf leaf = Leaf.parse(bytes);
            if (leaf.kind().equals("doc")) {
                sealed.put(String.valueOf(leaf.body().get("sha256")), leaf.body());
            } else if (leaf.kind().equals("bank")) {
                sealed.put(String.valueOf(leaf.body().get("line_id")), leaf.body());
            }
        }
    }

    static List<BookAudit.Damage> of(OpenBook open, Path evidence) {
        EvidenceAudit audit = new EvidenceAudit(open, evidence);
        audit.damages.addAll(profile(open));
        open.journal().sources().documents().forEach(audit::document);
        open.journal().sources().bankLines().forEach(audit::line);
        return audit.damages;
    }

    /** Is the company's profile the one that the first leaf was sealed with? */
    static List<BookAudit.Damage> profile(OpenBook open) {
        String now = Sha256.hex(open.journal().setting("profile").orElse(""));
        return open.journal().leaves().stream().limit(1).map(EvidenceAudit::sealedProfile)
                .filter(sealed -> !sealed.equals(now)).map(sealed -> new BookAudit.Damage(
                        "company profile", "it differs from what was sealed")).toList();
    }

    private static String sealedProfile(byte[] genesis) {
        try {
            return String.valueOf(Leaf.parse(genesis).body().get("profile_sha256"));
        } catch (MalformedException broken) {
            return "nothing that can be read";
        }
    }

    private void document(SourceTables.DocumentRow row) {
        String subject = "document " + row.name();
        Path file = evidence.resolve(row.file());
        try {
            if (!Sha256.hex(file).equals(row.id())) {
                damages.add(new BookAudit.Damage(subject, "its file was changed: " + row.file()));
            }
        } catch (IOException gone) {
            damages.add(new BookAudit.Damage(subject, "its file cannot be read: " + row.file()));
        }
        Optional<Map<String, Object>> read;
        try {
            read = open.journal().sources().reading(row.id())
                    .map(json -> Json.read(json, StoredReading.class))
                    .flatMap(StoredReading::invoice)
                    .flatMap(reading -> reading.value()).map(Intake::of);
        } catch (RuntimeException broken) { // whatever a changed text makes of it
            damages.add(new BookAudit.Damage(subject, "what was read cannot be read again"));
            return;
        }
        Object was = sealed.getOrDefault(row.id(), Map.of()).get("invoice");
        if (was instanceof Map<?, ?> map ? read.isEmpty() || differ(map, read.get())
                : read.isPresent()) {
            damages.add(new BookAudit.Damage(subject,
                    "what was read differs from what was sealed"));
        }
    }

    private void line(SourceTables.BankLineRow row) {
        boolean isSealed;
        try {
            StatementLine line = Json.read(row.json(), StatementLine.class);
            isSealed = !differ(sealed.getOrDefault(row.id(), Map.of()), Intake.of(line));
        } catch (RuntimeException broken) { // whatever a changed text makes of it
            isSealed = false;
        }
        if (!isSealed) {
            damages.add(new BookAudit.Damage("bank line " + row.id(),
                    "it differs from what was sealed"));
        }
    }

    /** Compares what both say; a later program may seal more of a paper than an earlier one. */
    private static boolean differ(Map<?, ?> sealed, Map<String, Object> now) {
        Map<String, Object> before = new TreeMap<>();
        Map<String, Object> after = new TreeMap<>(now);
        sealed.forEach((key, value) -> before.put(String.valueOf(key), value));
        before.keySet().retainAll(now.keySet());
        after.keySet().retainAll(before.keySet());
        return before.isEmpty()
                || !Arrays.equals(CanonicalJson.write(before), CanonicalJson.write(after));
    }
}
