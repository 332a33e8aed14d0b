package onebook.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
        Files.write(documents.resolve(scenario.railFile()),
                Paper.rail(scenario.rail(), scenario.seed()));
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
        Frame a = statement(cast.bankA(), dice);
        LocalDate cut = LocalDate.of(2026, 2, 1).plusDays(dice.from(0, 25));
        LocalDate overlap = cut.plusDays(dice.from(4, 12));
        while (a.between(cut, overlap).rows().size() < 2) {
            overlap = overlap.plusDays(1);
        }
        boolean newestFirst = dice.percent(50);
        String digits = a.account().number().substring(a.account().number().length() - 4);
        csv(turned(a.between(Calendar.FIRST, overlap), newestFirst), "-" + digits + "-1.csv");
        csv(turned(a.between(cut, Calendar.LAST), newestFirst), "-" + digits + "-2.csv");
        Frame b = statement(cast.bankB(), dice);
        file(b, "-2026Q1.xlsx", SheetStatement.of(turned(b, dice.percent(50))));
        csv(turned(statement(cast.wallet(), dice), dice.percent(50)), "-2026Q1.csv");
    }

    private static Frame turned(Frame frame, boolean newestFirst) {
        return newestFirst ? frame.newestFirst() : frame;
    }

    private Frame statement(Account account, Dice dice) {
        long opening = scenario.openingBalance(account);
        List<Row> run = Frame.run(scenario.money().of(account), opening, dice);
        return new Frame(account, cast.us().name(), Calendar.FIRST, Calendar.LAST, run, opening,
                new Dice(scenario.seed(), account.number()));
    }

    private void csv(Frame frame, String ending) throws IOException {
        file(frame, ending, CsvStatement.of(frame));
    }

    private void file(Frame frame, String ending, byte[] bytes) throws IOException {
        String layout = frame.account().layout().name().toLowerCase(Locale.ROOT);
        Files.write(folder.resolve("bank").resolve(layout + ending), bytes);
    }

    private String company() {
        StringBuilder accounts = new StringBuilder();
        cast.accounts().subList(0, 2).forEach(account -> accounts.append(account(account)));
        StringBuilder parties = new StringBuilder();
        for (Party party : new Dice(scenario.seed(), "parties").shuffled(cast.known())) {
            parties.append("  - {name: ").append(party.name()).append(", taxId: \"")
                    .append(party.taxId()).append("\"}\n");
        }
        return """
                name: %s
                taxId: "%s"
                taxpayer: small-scale
                from: 2026-01
                to: 2026-03
                place: %s
                bankAccounts:
                %swallets:
                %sparties:
                %smerchandise: [%s]
                costOfSales: {method: gross-margin, rate: "0.%d"}
                employees: [%s]
                """.formatted(cast.us().name(), cast.us().taxId(), cast.place(), accounts,
                account(cast.wallet()), parties, String.join(", ", cast.trade().merchandise()),
                cast.marginPercent(), String.join(", ", cast.employees()));
    }

    private static String account(Account account) {
        return "  - {account: \"" + account.code() + "\", bank: " + account.bank() + ", number: \""
                + account.number() + "\"}\n";
    }
}
