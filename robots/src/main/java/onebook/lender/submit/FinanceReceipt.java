package onebook.lender.submit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.seal.MalformedException;
import onebook.seal.Verifier;

/**
 * What a registry signs about one receivable: vb-finance/1 of submission-format.md.
 *
 * @param state reserved, financed, released or checked
 * @param until end of a reservation
 * @param review fingerprints that matched others, for a person to compare
 * @param leaf place of the request in the registry's log
 * @param leafHash 32 bytes
 * @param prints fingerprints by name
 */
public record FinanceReceipt(String id, String state, Instant at, Optional<Instant> until,
        String lender, List<String> review, long leaf, byte[] leafHash,
        Map<String, String> prints) {
    static final String FORM = "vb-finance/1";
    private static final int LINES = 8;

    /** Of one pledge as a request left it. */
    static FinanceReceipt of(Pledge pledge, Instant at, String lender, long leaf, byte[] hash) {
        return new FinanceReceipt(pledge.id(), pledge.state().toString(), at, pledge.until(),
                lender, pledge.review(), leaf, hash, pledge.prints());
    }

    String body() {
        List<String> lines = new ArrayList<>(List.of(FORM, id, state, at.toString(),
                until.map(Instant::toString).orElse(Receipt.NONE), lender,
                review.isEmpty() ? Receipt.NONE : String.join(" ", review),
                "leaf " + leaf + " " + HexFormat.of().formatHex(leafHash)));
        new TreeMap<>(prints).forEach((name, hex) -> lines.add(name + " " + hex));
        return String.join("\n", lines) + "\n";
    }

    /** Empty where this key did not sign the note, or the note is no such receipt. */
    public static Optional<FinanceReceipt> open(String note, Verifier registry) {
        try {
            return registry.open(note).map(FinanceReceipt::parse);
        } catch (RuntimeException wrong) {
            return Optional.empty();
        }
    }

    private static FinanceReceipt parse(String body) {
        String[] lines = body.split("\n");
        if (lines.length < LINES || !lines[0].equals(FORM)
                || !lines[7].matches("leaf (0|[1-9][0-9]{0,9}) [0-9a-f]{64}")) {
            throw new MalformedException("not a receipt of a registry");
        }
        Map<String, String> prints = new TreeMap<>();
        for (String line : List.of(lines).subList(LINES, lines.length)) {
            prints.put(line.substring(0, 2), line.substring(3));
        }
        String[] leaf = lines[7].split(" ");
        FinanceReceipt receipt = new FinanceReceipt(lines[1], lines[2], Instant.parse(lines[3]),
                lines[4].equals(Receipt.NONE) ? Optional.empty()
                        : Optional.of(Instant.parse(lines[4])), lines[5],
                lines[6].equals(Receipt.NONE) ? List.of() : List.of(lines[6].split(" ")),
                Long.parseLong(leaf[1]), HexFormat.of().parseHex(leaf[2]), prints);
        if (!receipt.body().equals(body)) {
            throw new MalformedException("a receipt in another form");
        }
        return receipt;
    }
}
