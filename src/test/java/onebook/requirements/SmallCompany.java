package onebook.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import onebook.Tree;
import onebook.cli.Spoken;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.robot.Desk;
import onebook.robot.Firm;
import onebook.schedule.SettableClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The book of one small company, worked on from the command line by one person. */
final class SmallCompany {
    static final String BY = "王芳";
    static final LocalDate DAY = LocalDate.parse("2026-03-30");
    final SettableClock clock = new SettableClock("2026-04-02T12:00");
    final Firm firm;

    SmallCompany(Path folder) {
        firm = Firm.first(folder.resolve("firm")).begin(clock);
    }

    Path folder() {
        return firm.folder();
    }

    Spoken run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--book", firm.book().toString()));
        return Spoken.of(clock, all.toArray(String[]::new));
    }

    /** What must end well; gives what it said. */
    String does(String... words) {
        Spoken spoken = run(words);
        assertThat(spoken.exit()).as(spoken.toString()).isZero();
        return spoken.out();
    }

    /** Keeps a draft that a file proves; lines as "account=1001 debit=12". */
    Spoken draftWith(Path file, String date, String summary, String... lines) {
        return draft(date, summary, List.of("--evidence", file.toString()), lines);
    }

    /** Keeps a draft; lines as "account=1001 debit=12". */
    Spoken draft(String date, String summary, String... lines) {
        return draft(date, summary, List.of("--no-evidence", "收据遗失"), lines);
    }

    private Spoken draft(String date, String summary, List<String> evidence, String... lines) {
        List<String> words = new ArrayList<>(List.of("voucher", "new", "--by", BY, "--date", date,
                "--summary", summary));
        words.addAll(evidence);
        for (String line : lines) {
            words.addAll(List.of("--line", line));
        }
        return run(words.toArray(String[]::new));
    }

    /** Writes, reviews and posts a voucher; drafts are numbered from 1. */
    String posts(int draft, String date, String summary, String... lines) {
        assertThat(draft(date, summary, lines).exit()).isZero();
        String id = String.valueOf(draft);
        does("voucher", "review", id, "--by", "李审");
        return does("voucher", "post", id, "--by", "赵记");
    }

    /** Takes files in and books what rules know. */
    Spoken takes(Path... files) {
        List<String> words = new ArrayList<>(List.of("robot", "run", "daily", "--quiet"));
        for (Path file : files) {
            words.add(file.toString());
        }
        return run(words.toArray(String[]::new));
    }

    String entries() {
        return does("book", "entries");
    }

    String ledger(String kind, String... more) {
        List<String> words = new ArrayList<>(List.of("book", "ledger", "--kind", kind,
                "--from", "2026-01", "--to", "2026-03"));
        words.addAll(List.of(more));
        return does(words.toArray(String[]::new));
    }

    /** The text of a book as it is printed. */
    String printed(String kind, String... more) {
        Path file = folder().resolve(kind + ".pdf");
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(List.of("--out", file.toString()));
        ledger(kind, words.toArray(String[]::new));
        return pdf(file);
    }

    static String pdf(Path file) {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A new folder with everything that leaves the book. */
    Path export(String form) {
        Path folder = folder().resolve("export-" + form);
        Spoken spoken = run("book", "export", "--as", form, "--to", folder.toString());
        assertThat(spoken.exit()).as(spoken.toString()).isBetween(0, 1);
        return folder;
    }

    Desk open() {
        return Desk.open(firm.book(), clock);
    }

    /** Somebody with a tool for databases. */
    void byForce(String... commands) throws SQLException {
        byForce(firm.book(), commands);
    }

    static void byForce(Path book, String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + book);
                Statement sql = connection.createStatement()) {
            for (String command : commands) {
                sql.execute(command);
            }
        }
    }

    /** A document of the sample company, whose name this company has. */
    static Path sample(String name) {
        return Tree.root().resolve("templates/sample/inputs/documents").resolve(name);
    }

    /** A small expense paid in cash. */
    static List<Posting> cash() {
        return List.of(Posting.debit("5602.05", Money.parse("1.00")),
                Posting.credit("1001", Money.parse("1.00")));
    }

    static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
