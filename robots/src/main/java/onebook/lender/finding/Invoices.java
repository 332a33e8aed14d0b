package onebook.lender.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.Set;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Body;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;

/** Invoices by what may be booked once: those whose files came in, those the tax bureau lists. */
final class Invoices {
    /** As the bureau says; NONE where no list has it. */
    enum Status { NONE, NORMAL, RED, VOID }

    /** One invoice, from files, from a list, or both; a list is believed before a file. */
    static final class Row extends Cited.Citable {
        private final String key;
        private Optional<Period> month = Optional.empty();
        private Money net = Money.ZERO;
        private Money gross = Money.ZERO;
        private Money fileGross = Money.ZERO;
        private String seller = "";
        private String buyer = "";
        private boolean isSale;
        private boolean isFile;
        private Status status = Status.NONE;
        private boolean isChanged;

        private Row(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        /** Without one it belongs to no population. */
        Optional<Period> month() {
            return month;
        }

        Money net() {
            return status == Status.VOID ? Money.ZERO : net;
        }

        Money gross() {
            return status == Status.VOID ? Money.ZERO : gross;
        }

        Money fileGross() {
            return fileGross;
        }

        /** The other side of it. */
        String party() {
            return isSale ? buyer : seller;
        }

        boolean isSale() {
            return isSale;
        }

        boolean isFile() {
            return isFile;
        }

        Status status() {
            return status;
        }

        /** Another status in a later list. */
        boolean isChanged() {
            return isChanged;
        }
    }

    private final Marks byKey = new Marks();
    private final Marks byFile = new Marks();
    private final List<Row> rows = new ArrayList<>();
    private final Set<Period> listed = new TreeSet<>();

    void leaf(Leaf leaf, Body body) {
        if (leaf.kind().equals("doc") && body.has("invoice")) {
            file(leaf, body.text("sha256"), body.object("invoice").orElseThrow());
        } else if (leaf.kind().equals("taxlist")) {
            Period month = body.period("from");
            Period last = body.period("to");
            if (month.compareTo(last) > 0 || last.year() - month.year() > 10) {
                throw new MalformedException("a list of invoices from " + month + " to " + last);
            }
            for (; month.compareTo(last) <= 0; month = month.next()) {
                listed.add(month);
            }
            body.objects("invoices").forEach(one -> listed(leaf.entity(), one));
        }
    }

    private Row row(String key) {
        int place = byKey.putIfAbsent(key, rows.size());
        if (place < 0) {
            rows.add(new Row(key));
        }
        return rows.get(place < 0 ? rows.size() - 1 : place);
    }

    private void file(Leaf leaf, String sha256, Body invoice) {
        Row row = row(invoice.text("key"));
        int place = byKey.get(row.key);
        byFile.putIfAbsent(sha256, place);
        if (!row.isFile) {
            row.isFile = true;
            row.fileGross = amount(invoice, "gross");
        }
        boolean isNamed = invoice.has("date") && invoice.has("seller_tax_id")
                && invoice.has("buyer_tax_id");
        if (isNamed && row.month.isEmpty()) {
            boolean isSale = invoice.text("seller_tax_id").equals(leaf.entity());
            if (isSale || invoice.text("buyer_tax_id").equals(leaf.entity())) {
                fill(row, invoice, isSale);
            }
        }
    }

    private static Money amount(Body body, String key) {
        return body.money(key).orElse(Money.ZERO);
    }

    private static void fill(Row row, Body invoice, boolean isSale) {
        row.month = Optional.of(Period.of(invoice.date("date")));
        row.net = amount(invoice, "net");
        row.gross = amount(invoice, "gross");
        row.seller = invoice.textOrEmpty("seller_name");
        row.buyer = invoice.textOrEmpty("buyer_name");
        row.isSale = isSale;
    }

    private void listed(String entity, Body invoice) {
        Row row = row(invoice.text("key"));
        Status status = switch (invoice.text("status")) {
            case "normal" -> Status.NORMAL;
            case "red" -> Status.RED;
            case "void" -> Status.VOID;
            default -> throw new MalformedException("no status: " + invoice.text("status"));
        };
        row.isChanged |= row.status != Status.NONE && row.status != status;
        row.status = status;
        String direction = invoice.text("direction");
        if (!direction.equals("out") && !direction.equals("in")) {
            throw new MalformedException("no direction: " + direction);
        }
        fill(row, invoice, direction.equals("out"));
    }

    /** The invoice that was read from a file. */
    Optional<Row> ofFile(String sha256) {
        int place = sha256.isEmpty() ? -1 : byFile.get(sha256);
        return place < 0 ? Optional.empty() : Optional.of(rows.get(place));
    }

    List<Row> all() {
        return rows;
    }

    /** True where the bureau's list covers the month. */
    boolean isListed(Period month) {
        return listed.contains(month);
    }

    boolean isAnyListed() {
        return !listed.isEmpty();
    }

    /** In the population of its month: listed where there is a list, else known from its file. */
    boolean counts(Row row) {
        return row.month.map(month -> row.status != Status.NONE || !isListed(month)).orElse(false);
    }
}
