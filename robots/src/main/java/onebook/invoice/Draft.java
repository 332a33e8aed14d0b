package onebook.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.document.Field;
import onebook.document.Reading;
import onebook.document.Region;
import onebook.ledger.Money;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/** The fields of an invoice while it is being read; the last word on a field wins. */
final class Draft {
    final String kind;
    final String source;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Draft(String kind, String source) {
        this.kind = kind;
        this.source = source;
    }

    static Draft of(Reading<Invoice> reading) {
        Draft draft = new Draft(reading.kind(), reading.source());
        reading.fields().forEach(draft::put);
        return draft;
    }

    void put(Field field) {
        if (!field.value().isEmpty()) {
            fields.put(field.path(), field);
        }
    }

    void state(String path, String value) {
        put(Field.stated(path, value, value));
    }

    void print(String path, String value, Region region) {
        put(Field.printed(path, value, region));
    }

    void remove(String path) {
        fields.remove(path);
    }

    void problem(Refusal name, String path, String text) {
        problems.add(new Problem(name, path, text));
    }

    /** Takes over every field of another draft. */
    void putAll(Draft other) {
        other.fields.values().forEach(this::put);
    }

    Optional<Field> field(String path) {
        return Optional.ofNullable(fields.get(path));
    }

    List<Field> fields() {
        return List.copyOf(fields.values());
    }

    boolean has(String path) {
        return fields.containsKey(path);
    }

    /** "" where the field is absent. */
    String value(String path) {
        return field(path).map(Field::value).orElse("");
    }

    Optional<BigDecimal> amount(String path) {
        return field(path).map(f -> new BigDecimal(f.value()));
    }

    Optional<LocalDate> date() {
        return field("invoice.date").map(f -> LocalDate.parse(f.value()));
    }

    /** Number of lines: lines are counted from 0 without gaps. */
    int lines() {
        int n = 0;
        while (has("invoice.lines." + n + ".name") || has("invoice.lines." + n + ".net")) {
            n++;
        }
        return n;
    }

    static String line(int index, String field) {
        return "invoice.lines." + index + "." + field;
    }

    /** True where the characters were seen, not stated. */
    boolean isSeen() {
        return isSeen(source);
    }

    static boolean isSeen(String source) {
        return source.equals("ocr") || source.equals("qr");
    }

    /** True where the issuer's own data were read, which say by leaving out. */
    boolean isData() {
        return source.equals("xml") || source.equals("xbrl") || source.equals("pdf-attachment");
    }

    Reading<Invoice> toReading() {
        return new Reading<>(kind, source, invoice(), fields(), problems);
    }

    private Optional<Invoice> invoice() {
        boolean enough = has("invoice.number") && has("invoice.date") && has("invoice.net")
                && has("invoice.tax") && has("invoice.gross");
        if (!enough) {
            return Optional.empty();
        }
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 0; i < lines(); i++) {
            lines.add(invoiceLine(i));
        }
        return Optional.of(new Invoice(value("invoice.type"), value("invoice.code"),
                value("invoice.number"), date().orElseThrow(), party("seller"), party("buyer"),
                money("invoice.net"), money("invoice.tax"), money("invoice.gross"), lines,
                field("invoice.original").map(Field::value), value("invoice.remark")));
    }

    private Invoice.Party party(String side) {
        return new Invoice.Party(value("invoice." + side + ".name"),
                value("invoice." + side + ".taxId"));
    }

    private InvoiceLine invoiceLine(int i) {
        return new InvoiceLine(value(line(i, "name")), value(line(i, "spec")),
                value(line(i, "unit")),
                value(line(i, "quantity")), value(line(i, "unitPrice")), money(line(i, "net")),
                value(line(i, "rate")), money(line(i, "tax")));
    }

    private Money money(String path) {
        String currency = has("invoice.currency") ? value("invoice.currency") : Money.CNY;
        return Money.of(amount(path).orElse(BigDecimal.ZERO), currency);
    }
}
