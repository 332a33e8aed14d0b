package onebook.robot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Company;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.report.Forms;

/** The data files of the product: those on disk beside it come before those in its jar. */
public final class Templates {
    /** System property that names a folder with edited templates. */
    public static final String FOLDER = "onebook.templates";

    private Templates() { }

    static boolean areEdited() {
        return !System.getProperty(FOLDER, "").isEmpty();
    }

    /** @param name as "rules/small-scale.yaml" */
    public static String text(String name) {
        try {
            Path edited = Path.of(System.getProperty(FOLDER, "")).resolve(name);
            if (areEdited() && Files.isRegularFile(edited)) {
                return Files.readString(edited);
            }
            try (InputStream in = Templates.class.getResourceAsStream("/templates/" + name)) {
                if (in == null) {
                    throw new IllegalArgumentException("no template " + name);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The forms of the statements. */
    static Forms forms() {
        try {
            return Forms.parse(List.of(text("report/balance-sheet.csv"),
                    text("report/income-statement.csv"), text("report/cash-flow.csv")));
        } catch (IllegalArgumentException | DateTimeParseException mistake) {
            throw new RefusedException(Refusal.RULES_CANNOT_BE_USED, mistake.getMessage());
        }
    }

    static String nameOf(Company.Taxpayer taxpayer) {
        return taxpayer == Company.Taxpayer.GENERAL ? "general" : "small-scale";
    }

    /** The chart of 小企业会计准则 with the VAT accounts of this kind of taxpayer. */
    static List<Account> accounts(Company.Taxpayer taxpayer) {
        // 1002,银行存款,Bank deposits,ASSET,DEBIT
        return text("accounts/" + nameOf(taxpayer) + ".csv").lines().skip(1)
                .map(line -> Arrays.asList(line.split(",")))
                .map(cell -> new Account(AccountCode.of(cell.get(0)), cell.get(1), cell.get(2),
                        Account.Kind.valueOf(cell.get(3)), Side.valueOf(cell.get(4))))
                .toList();
    }
}
