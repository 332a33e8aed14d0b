package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Side;
import onebook.schedule.SettableClock;
import onebook.tax.TaxPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each role tries each act; what becomes of it stands in people/roles.csv. */
class RolesTest {
    private interface Act {
        Object by(String name) throws IOException;
    }

    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-03-20T12:00");
    private final Map<String, Act> acts = new LinkedHashMap<>();
    private Firm firm;
    private Desk desk;
    private Vouchers vouchers;
    private Corrections corrections;
    private int number;

    @Test
    void every_role_may_do_what_the_table_says_and_nothing_else() throws IOException {
        firm = Staff.hire(Firm.first(folder), clock);
        try (Desk opened = Desk.open(firm.book(), clock)) {
            desk = opened;
            vouchers = Vouchers.of(desk);
            corrections = Corrections.of(desk);
            RuleList.of(Staff.as(Staff.OWNER, desk)).authorise(List.of(), Staff.OWNER);
            reading();
            drafts();
            entries();
            robots();
            months();
            leaving();
            exchange();
            people();
            Map<String, String> table = table();
            assertThat(acts.keySet()).containsExactlyInAnyOrderElementsOf(table.keySet());
            tried().forEach((act, cells) ->
                    assertThat(cells).as(act).isEqualTo(table.get(act)));
            assertThat(Staff.as(Staff.AUDITOR, desk).audit()).isEmpty();
        }
    }

    private Map<String, String> table() throws IOException {
        List<String> rows = new String(getClass().getResourceAsStream("/people/roles.csv")
                .readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(rows.get(0)).isEqualTo("act," + String.join(",",
                Staff.names().stream().map(name -> Staff.roleOf(name).code()).toList()));
        Map<String, String> table = new TreeMap<>();
        rows.stream().skip(1).forEach(row ->
                table.put(row.substring(0, row.indexOf(',')), row.substring(row.indexOf(',') + 1)));
        return table;
    }

    private Map<String, String> tried() {
        Map<String, String> tried = new TreeMap<>();
        acts.forEach((act, doing) -> {
            List<String> cells = new ArrayList<>();
            Staff.names().forEach(name -> cells.add(attempt(doing, name)));
            tried.put(act, String.join(",", cells));
        });
        return tried;
    }

    private String attempt(Act act, String name) {
        try {
            Object outcome = act.by(name);
            return outcome instanceof Outcome.Refused refused ? refused.refusal().name() : "yes";
        } catch (RefusedException refused) {
            return refused.refusal().name();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Whatever was prepared before, the act itself is done by that person. */
    private Desk as(String name) {
        return Staff.as(name, desk);
    }

    private Voucher draft(Draft draft) {
        as(Staff.BOOKKEEPER);
        return vouchers.save(draft, Staff.BOOKKEEPER);
    }

    private Voucher reviewed(Draft draft) {
        Voucher voucher = draft(draft);
        as(Staff.REVIEWER);
        return vouchers.review(voucher.id(), voucher.revision(), Staff.REVIEWER);
    }

    private EntryNumber posted() {
        Voucher voucher = reviewed(Papers.dated("2026-03-01", Papers.expense().lines()
                .toArray(Draft.Line[]::new)));
        as(Staff.POSTER);
        return ((Outcome.Posted) vouchers.post(voucher.id(), Staff.POSTER)).entry().number();
    }

    private void reading() {
        acts.put("look at entries", name -> as(name).entries(EntryFilter.ALL));
        acts.put("look at the operation log",
                name -> OperationLog.of(as(name)).all(OperationLog.Filter.ALL));
    }

    private void drafts() {
        acts.put("write a draft", name -> {
            as(name);
            return vouchers.save(Papers.dated("2029-01-01"), name);
        });
        acts.put("change a draft", name -> {
            Voucher draft = draft(Papers.dated("2029-01-01"));
            as(name);
            return vouchers.change(draft.id(), draft.revision(), draft.draft(), name);
        });
        acts.put("delete a draft", name -> {
            Voucher draft = draft(Papers.dated("2029-01-01"));
            as(name);
            vouchers.delete(draft.id(), name);
            return "";
        });
        acts.put("attach a paper", name -> {
            as(name);
            firm.sells(900 + ++number, "2026-03-05", 10);
            return vouchers.attach(firm.inbox().resolve("sale-" + (900 + number) + ".xml"), name);
        });
        acts.put("review a draft", name -> {
            Voucher draft = draft(dated2029());
            as(name);
            return vouchers.review(draft.id(), draft.revision(), name);
        });
        acts.put("take a review back", name -> {
            Voucher draft = reviewed(dated2029());
            as(name);
            return vouchers.unreview(draft.id(), name);
        });
        acts.put("post a voucher", name -> {
            Voucher draft = reviewed(dated2029());
            as(name);
            return vouchers.post(draft.id(), name);
        });
    }

    private static Draft dated2029() {
        return Papers.dated("2029-01-01", Papers.expense().lines().toArray(Draft.Line[]::new));
    }

    private void entries() {
        acts.put("correct an entry", name -> {
            EntryNumber wrong = posted();
            as(name);
            return corrections.correct(wrong, LocalDate.parse("2029-01-01"), "错", name);
        });
        acts.put("supplement an entry", name -> {
            EntryNumber small = posted();
            as(name);
            return vouchers.save(corrections.supplement(small, LocalDate.parse("2029-01-01"), "少记",
                    Papers.expense().lines()), name);
        });
        acts.put("accept a waiting item", name -> {
            WaitingItem item = waiting();
            as(name);
            return desk.accept(item.id(), LocalDate.parse("2029-01-01"), "入账", Papers.expense()
                    .lines().stream().map(line -> line.posting().orElseThrow()).toList(), name);
        });
        acts.put("reject a waiting item", name -> {
            WaitingItem item = waiting();
            as(name);
            return desk.reject(item.id(), "不是我们的", name).isEmpty();
        });
    }

    private WaitingItem waiting() {
        firm.getsForeign(500 + ++number, "2026-03-05", 10 + number);
        as(Staff.BOOKKEEPER).run("capture",
                List.of(firm.inbox().resolve("foreign-" + (500 + number) + ".xml")), false,
                Staff.BOOKKEEPER, RunReport.Progress.SILENT);
        return desk.waiting().get(desk.waiting().size() - 1);
    }

    private void robots() {
        acts.put("run a robot", name -> {
            firm.sells(700 + ++number, "2026-03-05", 10 + number);
            return as(name).run("capture", false, name, RunReport.Progress.SILENT);
        });
        acts.put("undo a run", name -> {
            firm.sells(800 + ++number, "2026-03-05", 10 + number);
            String run = as(Staff.POSTER).run("capture", false, Staff.POSTER,
                    RunReport.Progress.SILENT).id();
            return as(name).undo(run, name);
        });
    }

    private void months() {
        acts.put("enter opening balances", name -> as(name).openWith(opening(), name));
        acts.put("close a month", name ->
                as(name).close(as(name).lastClosed().map(Period::next)
                        .orElse(Period.parse("2026-01")), name));
    }

    private void exchange() {
        acts.put("import vouchers", name -> imported(name, "张会计", "李主管"));
        acts.put("import vouchers that name nobody", name -> imported(name, "", ""));
        acts.put("export the book", name -> {
            BookExport.write(as(name), folder.resolve("all-" + ++number), BookExport.Form.CSV,
                    StandardCharsets.UTF_8);
            return "";
        });
        acts.put("add an account", name -> {
            AccountRegister register = new AccountRegister(as(name));
            register.add(List.of(new Account(AccountCode.of("1002." + (10 + ++number % 80)),
                    "账户" + number, "", Account.Kind.ASSET, Side.DEBIT)), name);
            return "";
        });
    }

    private Object imported(String name, String preparer, String reviewer) throws IOException {
        Path file = Files.writeString(folder.resolve("vouchers-" + ++number + ".csv"),
                "entry,date,account,description,debit,credit,preparer,reviewer\n"
                + "%1$d,2026-03-05,1001,x,1,,%2$s,%3$s\n%1$d,2026-03-05,3001,x,,1,%2$s,%3$s\n"
                .formatted(number, preparer, reviewer));
        VoucherImport.Report report = VoucherImport.run(as(name), VoucherImport.Order.of(file),
                name, RunReport.Progress.SILENT);
        return report.problems().stream().findFirst()
                .<Object>map(first -> new Outcome.Refused(first.name(), first.text())).orElse("");
    }

    private Path opening() throws IOException {
        return Files.writeString(folder.resolve("opening.csv"),
                "科目编码,科目名称,往来单位,借方余额,贷方余额\n1001,,,100.00,\n3001,,,,100.00\n");
    }

    private void leaving() {
        acts.put("export a workbook", name -> {
            new Deliverables(as(name), folder).vat(TaxPeriod.parse("2026Q1"),
                    folder.resolve("vat.xlsx"));
            return "";
        });
        acts.put("pack for a lender", name -> {
            new Deliverables(as(name), folder).pack(new Deliverables.Order("tax-loan",
                    Period.parse("2026-01"), Period.parse("2026-01"), "某银行"),
                    folder.resolve("x.obk"));
            return "";
        });
        acts.put("authorise a rule", name -> {
            RuleList.of(as(name)).authorise(List.of("match"), name);
            return "";
        });
    }

    private void people() {
        acts.put("add a person", name -> People.of(as(name)).add("新人",
                EnumSet.of(Role.AUDITOR), Staff.SECRET.toCharArray(), name));
        acts.put("give roles", name -> People.of(as(name)).give(Staff.AUDITOR,
                EnumSet.of(Role.AUDITOR), name));
        acts.put("remove a person", name -> {
            People.of(as(name)).remove("新人", name);
            return "";
        });
        acts.put("allow one person to do all", name -> {
            People.of(as(name)).onePerson(false, name);
            return "";
        });
        acts.put("set somebody's password", name -> {
            String other = name.equals(Staff.OWNER) ? Staff.AUDITOR : Staff.OWNER;
            return People.of(as(name)).password(other, Staff.SECRET.toCharArray(), name);
        });
        acts.put("set the own key", name -> People.of(as(name)).key(name,
                Staff.keyOf(name).vkey(), name));
    }
}
