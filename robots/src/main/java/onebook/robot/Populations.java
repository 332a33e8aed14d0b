package onebook.robot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onebook.bank.AccountList;
import onebook.invoice.BureauList;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.report.Span;
import onebook.report.Statements;
import onebook.rules.CompanyProfile;
import onebook.seal.CanonicalJson;
import onebook.seal.Leaf;
import onebook.store.LogLines;
import onebook.tax.TaxPeriod;
import onebook.tax.VatReturn;
import onebook.tax.VatWorkbookReader;

/**
 * What others know of a company goes into the log: returns that were filed, the tax bureau's list
 * of invoices, the list of opened accounts. The same again writes nothing.
 */
public final class Populations {
    /** Beneath what a leaf holds, with room for what is around the list. */
    private static final int MOST_BYTES = 60_000;
    private static final int MOST_INVOICES = 200;

    private final Desk desk;
    private final OpenBook open;

    /**
     * A return that was filed.
     *
     * @param form vat-small-scale, vat-general, cit-prepay or statements
     * @param figures by line: "l1", "bs30", "is1"
     * @param receiptNumber of the bureau, or empty
     */
    public record Filed(String form, Span period, Map<String, Money> figures,
            String receiptNumber) { }

    /**
     * What was written.
     *
     * @param leaves none where all of it was there
     * @param count figures, invoices or accounts in the file
     */
    public record Logged(int leaves, int count) { }

    private Populations(Desk desk) {
        this.desk = desk;
        this.open = desk.book();
    }

    public static Populations of(Desk desk) {
        return new Populations(desk);
    }

    // ---- returns

    /** The figures of a filled workbook of OneBook. */
    public Map<String, Money> figures(TaxPeriod period, Path workbook) {
        try {
            Map<String, Money> figures = new TreeMap<>();
            VatWorkbookReader.read(workbook, open.company(), period)
                    .forEach((line, amount) -> figures.put("l" + line, amount));
            return figures;
        } catch (IllegalArgumentException | IOException wrong) {
            throw new RefusedException(Refusal.CELL_IS_NOT_UNDERSTOOD,
                    workbook.getFileName() + ", " + wrong.getMessage());
        }
    }

    /** The figures of the return as the book gives it. */
    public Map<String, Money> figures(VatReturn vat) {
        Map<String, Money> figures = new TreeMap<>();
        vat.usedLines().forEach(line -> figures.put("l" + line, vat.total(line)));
        return figures;
    }

    /** Totals of the statements as the book gives them. */
    public Map<String, Money> figures(Statements statements) {
        Map<String, Money> figures = new TreeMap<>();
        for (int line : List.of(1, 30, 47, 52)) {
            figures.put("bs" + line, statements.balanceSheet().line(line).first().amount());
        }
        for (int line : List.of(1, 2, 21, 30, 32)) {
            figures.put("is" + line, statements.incomeStatement().line(line).first().amount());
        }
        return figures;
    }

    /** @param receipt the bureau's file that it received the return */
    public Logged file(Filed filed, Optional<Path> receipt, String by) {
        synchronized (desk) {
            open.mayWrite(Duty.PREPARE, by);
            Optional<EvidenceFile> kept = receipt.map(file -> EvidenceFile.take(open, file));
            try {
                Map<String, Object> body = new TreeMap<>();
                body.put("form", filed.form());
                body.put("from", filed.period().from().toString());
                body.put("to", filed.period().to().toString());
                body.put("figures", texts(filed.figures()));
                if (!filed.receiptNumber().isEmpty()) {
                    body.put("receipt_number", filed.receiptNumber());
                }
                kept.ifPresent(file -> body.put("receipt_sha256", file.document().id()));
                return new Logged(write("filing", List.of(body), kept, by), filed.figures().size());
            } finally {
                kept.ifPresent(EvidenceFile::takeAwayUnlessSealed);
            }
        }
    }

    private static Map<String, Object> texts(Map<String, Money> figures) {
        Map<String, Object> texts = new TreeMap<>();
        figures.forEach((name, amount) -> texts.put(name, amount.toString()));
        return texts;
    }

    // ---- lists

    /** @param span the months the list covers; those of its invoices where none is named */
    public Logged invoices(Path list, Optional<Span> span, String by) {
        synchronized (desk) {
            open.mayWrite(Duty.PREPARE, by);
            EvidenceFile kept = EvidenceFile.take(open, list);
            try {
                List<BureauList.Line> lines =
                        kept.reading(() -> BureauList.read(kept.document().path()));
                List<Map<String, Object>> parts = parts(kept, lines, span);
                return new Logged(write("taxlist", parts, Optional.of(kept), by), lines.size());
            } finally {
                kept.takeAwayUnlessSealed();
            }
        }
    }

    private List<Map<String, Object>> parts(EvidenceFile kept, List<BureauList.Line> lines,
            Optional<Span> span) {
        List<List<Map<String, Object>>> chunks = new ArrayList<>(List.of(new ArrayList<>()));
        int bytes = 0;
        for (BureauList.Line line : lines) {
            Map<String, Object> one = sealed(line, span);
            int size = CanonicalJson.write(one).length + 1;
            if (bytes + size > MOST_BYTES
                    || chunks.get(chunks.size() - 1).size() == MOST_INVOICES) {
                chunks.add(new ArrayList<>());
                bytes = 0;
            }
            chunks.get(chunks.size() - 1).add(one);
            bytes += size;
        }
        List<Period> months = lines.stream().map(line -> Period.of(line.date())).sorted().toList();
        List<Map<String, Object>> parts = new ArrayList<>();
        for (List<Map<String, Object>> chunk : chunks) {
            Map<String, Object> body = new TreeMap<>();
            body.put("sha256", kept.document().id());
            body.put("channel", "file");
            body.put("from", span.map(Span::from).orElse(months.get(0)).toString());
            body.put("to", span.map(Span::to).orElse(months.get(months.size() - 1)).toString());
            body.put("part", (long) parts.size() + 1);
            body.put("parts", (long) chunks.size());
            body.put("count", (long) lines.size());
            body.put("invoices", chunk);
            parts.add(body);
        }
        return parts;
    }

    private Map<String, Object> sealed(BureauList.Line line, Optional<Span> span) {
        String ours = open.company().taxId();
        boolean isOut = line.seller().taxId().equals(ours);
        if (!isOut && !line.buyer().taxId().equals(ours)) {
            throw new RefusedException(Refusal.INVOICE_IS_NOT_OURS, line.key());
        }
        Period month = Period.of(line.date());
        if (span.isPresent() && (month.compareTo(span.get().from()) < 0
                || month.compareTo(span.get().to()) > 0)) {
            throw new RefusedException(Refusal.DATE_IS_OUT_OF_RANGE,
                    line.key() + " " + line.date());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("key", line.key());
        body.put("date", line.date().toString());
        body.put("seller_name", line.seller().name());
        body.put("seller_tax_id", line.seller().taxId());
        body.put("buyer_name", line.buyer().name());
        body.put("buyer_tax_id", line.buyer().taxId());
        body.put("net", line.net().toString());
        body.put("tax", line.tax().toString());
        body.put("gross", line.gross().toString());
        body.put("direction", isOut ? "out" : "in");
        body.put("status", line.status().name().toLowerCase(Locale.ROOT));
        return body;
    }

    /** @param isPrivate accounts of owners, as they declare them, and not the company's */
    public Logged accounts(Path list, boolean isPrivate, String by) {
        synchronized (desk) {
            open.mayWrite(Duty.PREPARE, by);
            EvidenceFile kept = EvidenceFile.take(open, list);
            try {
                List<AccountList.Line> lines =
                        kept.reading(() -> AccountList.read(kept.document().path()));
                Map<String, Object> body = new TreeMap<>();
                body.put("sha256", kept.document().id());
                body.put("kind", isPrivate ? "private" : "company");
                body.put("accounts", lines.stream().map(this::sealed).toList());
                return new Logged(write("accounts", List.of(body), Optional.of(kept), by),
                        lines.size());
            } finally {
                kept.takeAwayUnlessSealed();
            }
        }
    }

    /** Of the number only its end: the rest is in the file. */
    private Map<String, Object> sealed(AccountList.Line line) {
        Map<String, Object> body = new TreeMap<>();
        open.profile().cash(line.number()).map(CompanyProfile.Cash::account)
                .ifPresent(account -> body.put("account", account));
        body.put("bank", line.bank());
        body.put("number_end", line.number().substring(line.number().length() - 4));
        body.put("holder", line.holder());
        body.put("status", line.isClosed() ? "closed" : "open");
        return body;
    }

    // ---- writing

    private int write(String kind, List<Map<String, Object>> bodies, Optional<EvidenceFile> file,
            String by) {
        if (isKnown(kind, bodies)) {
            return 0;
        }
        return open.journal().transaction(() -> {
            file.ifPresent(one -> one.seal(kind));
            bodies.forEach(body -> open.journal().leaf(kind, "", body, List.of()));
            open.operation(by, "log " + kind + " "
                    + file.map(one -> one.document().name()).orElse("").strip());
            open.checkpoint();
            return bodies.size();
        });
    }

    /** Of a list each part is there; of a return or of accounts the newest says the same. */
    private boolean isKnown(String kind, List<Map<String, Object>> bodies) {
        Set<String> wanted = new HashSet<>();
        bodies.forEach(body -> wanted.add(text(body)));
        Set<String> found = new HashSet<>();
        LogLines.each(open.journal(), kind, bytes -> {
            Map<String, Object> body = Leaf.parse(bytes).body();
            boolean isSame = List.of("form", "from", "to", "kind").stream().allMatch(key ->
                    Objects.equals(body.get(key), bodies.get(0).get(key)));
            if (isSame && !kind.equals("taxlist")) {
                found.clear();
            }
            if (isSame && wanted.contains(text(body))) {
                found.add(text(body));
            }
        });
        return found.equals(wanted);
    }

    private static String text(Map<String, Object> body) {
        return new String(CanonicalJson.write(body), StandardCharsets.UTF_8);
    }
}
