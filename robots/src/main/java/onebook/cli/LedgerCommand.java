package onebook.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import onebook.ledger.Account.Dimension;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Period;
import onebook.print.Cell;
import onebook.print.Printout;
import onebook.print.Table;
import onebook.report.LedgerQuery;
import onebook.robot.Books;
import onebook.robot.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "ledger", description = "an account book, shown or printed to .pdf or .xlsx")
final class LedgerCommand implements Callable<Integer> {
    private static final int ALL_LEVELS = 99;

    private final Clock clock;
    @Spec
    private CommandSpec spec;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;
    @Option(names = "--kind", required = true, paramLabel = "KIND",
            description = "one of ${COMPLETION-CANDIDATES}, also in small letters")
    private Books.Kind kind;
    @Option(names = "--account", paramLabel = "1002.01",
            description = "with its details; without one all that the kind is of")
    private Optional<AccountCode> account;
    @Option(names = "--from", required = true, paramLabel = "2026-01")
    private Period from;
    @Option(names = "--to", paramLabel = "2026-03", description = "the month of --from if missing")
    private Optional<Period> to;
    @Option(names = "--party", paramLabel = "NAME", description = "only this party's lines")
    private Optional<String> party;
    @Option(names = "--dimension", paramLabel = "department[=NAME]", mapFallbackValue = "",
            description = "only these lines; without a name, a balance of each value")
    private Map<Dimension, String> dimensions = new EnumMap<>(Dimension.class);
    @Option(names = "--text", defaultValue = "", description = "only lines that mention this")
    private String text;
    @Option(names = "--level", paramLabel = "N",
            description = "accounts down to this level; 1 for general, all for balance if missing")
    private Optional<Integer> level;
    @Option(names = "--entry", paramLabel = "2026-03-0007", description = "the one voucher")
    private Optional<EntryNumber> entry;
    @Option(names = "--per-page", defaultValue = "2", paramLabel = "1|2",
            description = "vouchers to a page")
    private int perPage;
    @Option(names = "--report", defaultValue = "", paramLabel = "NAME|X.yaml")
    private String report;
    @Option(names = "--out", paramLabel = "X.xlsx|X.pdf", converter = Arguments.Written.class)
    private Optional<Path> target;

    LedgerCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Books.Order order = order();
        try (Desk desk = book.open(clock)) {
            if (target.isPresent()) {
                desk.books().print(order, target.get(), book.by());
                out.print(target.get());
            } else {
                print(desk.books().look(order, book.by()));
            }
        }
        return 0;
    }

    private Books.Order order() {
        require(target.map(Printout::canWrite).orElse(true), "--out ends in .pdf or .xlsx");
        require(to.map(last -> last.compareTo(from) >= 0).orElse(true), "--to is before --from");
        require(perPage == 1 || perPage == 2, "--per-page is 1 or 2");
        require(kind != Books.Kind.REPORT || !report.isEmpty(), "--kind report needs --report");
        require(kind != Books.Kind.MULTI || account.isPresent(), "--kind multi needs --account");
        Map<Dimension, String> values = new EnumMap<>(dimensions);
        values.values().removeIf(String::isEmpty);
        Optional<Dimension> listed = dimensions.keySet().stream()
                .filter(one -> !values.containsKey(one)).findFirst();
        require(kind.hasLines() || party.isEmpty() && values.isEmpty() && text.isEmpty(),
                "--party, --dimension with a name and --text are for books that show lines");
        require(listed.isEmpty() || kind == Books.Kind.BALANCE, "--dimension needs =NAME");
        return new Books.Order(kind, account, from, to.orElse(from),
                new LedgerQuery.Filter(party, values), text,
                level.orElse(kind == Books.Kind.GENERAL ? 1 : ALL_LEVELS), listed, entry,
                perPage, report);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw Arguments.wrong(spec, otherwise);
        }
    }

    private void print(Printout book) {
        if (!out.isJson()) {
            try (Stream<String> lines = book.text()) {
                lines.forEach(out::print);
            }
            return;
        }
        try (Stream<Table> tables = book.tables().get()) {
            tables.forEach(table -> {
                try (Stream<Table.Row> rows = table.rows().get()) {
                    rows.forEach(row -> out.print(json(table, row)));
                }
            });
        }
    }

    /** What the row is, then each field that has something under the name of its column. */
    private static ObjectNode json(Table table, Table.Row row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("table", table.name());
        if (!row.name().isEmpty()) {
            json.put("row", row.name());
        }
        for (int column = 0; column < table.columns().size(); column++) {
            Cell cell = row.cell(column);
            if (!cell.plain().isEmpty()) {
                json.put(table.columns().get(column).key(), cell.plain());
            }
        }
        return json;
    }
}
