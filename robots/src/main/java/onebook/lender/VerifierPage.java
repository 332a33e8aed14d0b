package onebook.lender;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onebook.lender.finding.Resources;
import onebook.seal.CanonicalJson;
import onebook.seal.Sha256;

/**
 * verify.html: the verifier once more, written apart from this one for a browser. One file that
 * loads nothing and may connect to nothing; the same bytes from the same program.
 */
public final class VerifierPage {
    private static final String PLACE = "/onebook/lender/page/";
    private static final List<String> ENGINE = List.of("bytes", "sha", "ed25519", "inflate", "zip",
            "json", "time", "money", "note", "keys", "policy", "merkle", "covered", "leaf",
            "anchors", "balances", "forms", "tables", "laws", "finding-limits", "finding-reading",
            "finding-populations", "finding-sums", "finding-facts", "finding-tieout",
            "finding-bank", "finding-twice", "finding-habits", "finding-corroboration",
            "finding-cash", "finding-ratios", "finding-profile", "finding-answers", "replay",
            "identity", "verify", "browse", "serve");
    private static final List<String> PAGE =
            List.of("texts", "view", "papers", "drill", "answers", "app");
    /** Tables the questions read, by the name the page has for them. */
    private static final Map<String, String> TABLES = Map.of(
            "limits", "/templates/lender/findings.csv",
            "figures", "/templates/lender/form-figures.csv",
            "benford", "/templates/lender/benford.csv",
            "benford_limits", "/templates/lender/benford-limits.csv",
            "ageing", "/templates/report/ageing.csv");
    /** What the page offers to its own scripts and to tests. */
    private static final String OFFERED = "return {verifyPackage, openPackage, Ed25519, sha256,"
            + " sha512, gunzip, sha256Of: bytes => hex(sha256(bytes))};";

    private VerifierPage() { }

    /** The whole file, UTF-8. */
    public static byte[] html() {
        String engine = "\n\"use strict\";\nglobalThis.OneBook = (() => {\n"
                + script(ENGINE).replace("/*{{forms}}*/[]/*{{end}}*/", forms())
                .replace("/*{{tables}}*/{}/*{{end}}*/", tables()) + OFFERED
                + "\n})();\n";
        String page = "\n\"use strict\";\n(() => {\n" + script(PAGE) + "})();\n";
        String style = "\n" + part("page.css");
        String html = part("page.html").replace("{{policy}}", policy(style, engine, page))
                .replace("{{style}}", style).replace("{{engine}}", engine)
                .replace("{{page}}", page);
        return html.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Nothing is run or styled but what is hashed here, and nothing is fetched from anywhere. Blobs
     * are the page's own: its worker, and documents, of which browsers show a PDF as an object.
     */
    private static String policy(String style, String engine, String page) {
        return "default-src 'none'; connect-src 'none'; script-src " + hash(engine) + " "
                + hash(page) + "; style-src " + hash(style) + "; worker-src blob:; img-src blob:;"
                + " frame-src blob:; object-src blob:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    /** The tables of the forms, as the program itself reads them. */
    private static String forms() {
        return new String(CanonicalJson.write(new ArrayList<>(StatementForms.tables())),
                StandardCharsets.UTF_8);
    }

    /** Thresholds and meanings, as the program itself reads them. */
    private static String tables() {
        Map<String, Object> texts = new TreeMap<>();
        TABLES.forEach((name, path) -> texts.put(name, Resources.text(path)));
        return new String(CanonicalJson.write(texts), StandardCharsets.UTF_8);
    }

    private static String script(List<String> names) {
        return names.stream().map(name -> part(name + ".js")).collect(Collectors.joining("\n"));
    }

    private static String part(String name) {
        return Resources.text(PLACE + name);
    }
}
