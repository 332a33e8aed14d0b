package onebook.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import onebook.sample.paper.Paper;
import onebook.sample.statement.CsvStatement;
import onebook.sample.statement.Frame;
import onebook.sample.statement.OpeningSheet;
import onebook.sample.statement.Row;
import onebook.sample.statement.SheetStatement;

/** Writes the folder a company hands over. */
final class Inputs {
    private final Scenario scenario;
    private final Cast cast;
    private final Path folder;

    Inputs(Scenario scenario, Path folder) {
        this.scenario = scenario;
        this.cast = scenario.cast();
        this.folder = folder;
    }

    void write() throws IOException {
        Path documents = Files.createDirectories(folder.resolve("documents"));
        Files.createDirectories(folder.resolve("bank"));
        Files.write(folder.resolve("company.yaml"), company().getBytes(StandardCharsets.UTF_8));
        try (OpeningSheet sheet = new OpeningSheet()) {
            for (Opening.Row row : scenario.opening().rows()) {
                sheet.add(row.account(), row.name(), row.party(), row.fen());
            }
            Files.write(folder.resolve("opening-balances.xlsx"), sheet.bytes());
        }
        for (Paperwork paper : scenario.papers()) {
            Files.write(documents.resolve(paper.file()), paper.copyOf().isEmpty() ? bytes(paper)
                    : Files.readAllBytes(documents.resolve(paper.copyOf())));
        }
        Files.write(documents.resolve(scenario.railFile()), Paper.rail(scenario.rail(), scenario.seed()));
        Files.write(documents.resolve(scenario.commercialFile()),
                Paper.commercial(scenario.commercial(), scenario.seed()));
        statements();
    }

    private byte[] bytes(Paperwork paper) throws IOException {
        Paper of = new Paper(paper.bill(), scenario.seed());
        return switch (paper.form()) {
            case XML -> of.xml();
            case OFD -> of.ofd();
            case OLD_OFD -> of.olderOfd();
            case PDF -> of.pdf();
            case SCAN -> of.scan(paper.file().endsWith(".png"));
            case BLUR -> of.hopeless();
        };
    }

    private void statements() throws IOException {
        Dice dice = new Dice(scenario.seed(), "statements");
        Account a = cast.bankA();
        LocalDate cut = LocalDate.of(2026, 2, 1).plusDays(dice.from(0, 25));
        boolean newestFirst = dice.percent(50);
        List<Row> run = run(a, dice);
        String name = a.layout().name().toLowerCase(Locale.ROOT) + "-" + a.number().substring(a.number().length() - 4);
        csv(frame(a, run, List.of(Calendar.FIRST, cut.plusDays(dice.from(4, 12))), newestFirst), name + "-1.csv");
        csv(frame(a, run, List.of(cut, Calendar.LAST), newestFirst), name + "-2.csv");
        Account b = cast.bankB();
        Frame whole = frame(b, run(b, dice), List.of(Calendar.FIRST, Calendar.LAST), dice.percent(50));
        Files.write(folder.resolve("bank/" + b.layout().name().toLowerCase(Locale.ROOT) + "-2026Q1.xlsx"),
                SheetStatement.of(whole));
        Account w = cast.wallet();
        csv(frame(w, run(w, dice), List.of(Calendar.FIRST, Calendar.LAST), dice.percent(50)), "alipay-2026Q1.csv");
    }

    private List<Row> run(Account account, Dice dice) {
        return Frame.run(scenario.money().of(account), scenario.openingBalance(account), dice);
    }

    private Frame frame(Account account, List<Row> run, List<LocalDate> span, boolean newestFirst) {
        return Frame.of(account, cast.us().name(), span, run, scenario.openingBalance(account), newestFirst,
                new Dice(scenario.seed(), account.number()));
    }

    private void csv(Frame frame, String name) throws IOException {
        Files.write(folder.resolve("bank").resolve(name), CsvStatement.of(frame));
    }

    private String company() {
        StringBuilder out = new StringBuilder();
        out.append("name: ").append(cast.us().name()).append("\ntaxId: \"").append(cast.us().taxId())
                .append("\"\ntaxpayer: small-scale\nfrom: 2026-01\nto: 2026-03\nplace: ").append(cast.place())
                .append("\nbankAccounts:\n");
        for (Account account : cast.accounts().subList(0, 2)) {
            out.append(account(account));
        }
        out.append("wallets:\n").append(account(cast.wallet())).append("parties:\n");
        for (Party party : new Dice(scenario.seed(), "parties").shuffled(cast.known())) {
            out.append("  - {name: ").append(party.name()).append(", taxId: \"").append(party.taxId())
                    .append("\"}\n");
        }
        out.append("merchandise: [").append(String.join(", ", cast.trade().merchandise()))
                .append("]\ncostOfSales: {method: gross-margin, rate: \"0.").append(cast.marginPercent())
                .append("\"}\nemployees: [").append(cast.employees().stream().collect(Collectors.joining(", ")))
                .append("]\n");
        return out.toString();
    }

    private static String account(Account account) {
        return "  - {account: \"" + account.code() + "\", bank: " + account.bank() + ", number: \""
                + account.number() + "\"}\n";
    }
}
