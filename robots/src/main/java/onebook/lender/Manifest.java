package onebook.lender;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onebook.ledger.Period;
import onebook.seal.CanonicalJson;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;

/**
 * manifest.json: what the package says it is and holds; canonical JSON.
 *
 * @param id derived from the checkpoint and whom the package is for
 * @param level how much is disclosed: L3 everything, L2 not all names and texts, L1 no names
 * @param files every member but the manifest and its note, in order of name
 */
record Manifest(String id, String level, String profile, String lender, Period from, Period to,
        List<Listed> files) {
    static final String FORMAT = "vb-package/1";
    private static final Set<String> KEYS =
            Set.of("files", "format", "from", "id", "lender", "level", "profile", "to");

    /** One member of the container. */
    record Listed(String path, long size, String sha256) { }

    static Manifest of(LenderPackage pack, Map<String, byte[]> members) {
        List<Listed> files = new ArrayList<>();
        members.keySet().stream().sorted(ZipLayout.ORDER).forEach(path -> files.add(new Listed(path,
                members.get(path).length, Sha256.hex(members.get(path)))));
        String whose = String.join("\n", pack.checkpointNote(), pack.lender(), pack.profile(),
                pack.from().toString(), pack.to().toString());
        String id = Sha256.hex(CanonicalJson.write(whose)).substring(0, 16);
        return new Manifest(id, pack.hiding().level(), pack.profile(), pack.lender(), pack.from(),
                pack.to(), files);
    }

    byte[] bytes() {
        Map<String, Object> json = new TreeMap<>();
        json.put("format", FORMAT);
        json.put("id", id);
        json.put("level", level);
        json.put("profile", profile);
        json.put("lender", lender);
        json.put("from", from.toString());
        json.put("to", to.toString());
        json.put("files", files.stream().map(file -> Map.of("path", file.path(), "size",
                file.size(),
                "sha256", file.sha256())).toList());
        return CanonicalJson.write(json);
    }

    /** Throws {@link MalformedException} on anything that {@link #bytes} would not write. */
    static Manifest parse(byte[] bytes) {
        Body json = Body.of(CanonicalJson.parse(bytes));
        if (!json.keys().equals(KEYS) || !json.text("format").equals(FORMAT)) {
            throw new MalformedException("not a manifest of " + FORMAT);
        }
        Manifest manifest = new Manifest(json.text("id"), json.text("level"), json.text("profile"),
                json.text("lender"), json.period("from"), json.period("to"),
                json.objects("files").stream().map(file -> new Listed(file.text("path"),
                        file.number("size"), file.text("sha256"))).toList());
        if (manifest.from.compareTo(manifest.to) > 0) {
            throw new MalformedException("the span ends before it begins");
        }
        return manifest;
    }

    /** What manifest.note signs. */
    static String noteBody(String manifestSha256, String checkpointSha256) {
        return "%s\n%s\n%s\n".formatted(FORMAT, manifestSha256, checkpointSha256);
    }

    /** The members that are missing, strange or other than listed. */
    List<String> differences(Collection<StrictZipReader.Member> members) {
        Map<String, Listed> listed = new TreeMap<>(ZipLayout.ORDER);
        List<String> wrong = new ArrayList<>();
        for (Listed file : files) {
            if (listed.put(file.path(), file) != null) {
                wrong.add(file.path());
            }
        }
        for (StrictZipReader.Member member : members) {
            Listed file = listed.remove(member.name());
            boolean own = PackageFiles.MANIFEST.equals(member.name())
                    || PackageFiles.MANIFEST_NOTE.equals(member.name());
            if (own ? file != null : !new Listed(member.name(), member.size(), member.sha256())
                    .equals(file)) {
                wrong.add(member.name());
            }
        }
        wrong.addAll(listed.keySet());
        return wrong;
    }
}
