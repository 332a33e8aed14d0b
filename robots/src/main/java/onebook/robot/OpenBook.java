package onebook.robot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import onebook.ledger.Account;
import onebook.ledger.Book;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Company;
import onebook.ledger.Outcome;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.rules.CompanyProfile;
import onebook.rules.RuleBook;
import onebook.seal.ChartJson;
import onebook.seal.Checkpoint;
import onebook.seal.MalformedException;
import onebook.seal.Signer;
import onebook.seal.Verifier;
import onebook.store.BookAudit;
import onebook.store.SqliteJournal;
import onebook.store.StoreException;
import onebook.tax.TaxRules;

/** One book with all that its robots share: journal, chart, profile, rules, evidence folder, key. */
final class OpenBook implements AutoCloseable {
    private final Path file;
    private final Clock clock;
    private final SqliteJournal journal;
    private final CompanyProfile profile;
    private final ChartOfAccounts chart;
    private final RuleBook rules;
    private final Book book;
    private final char[] passphrase;
    private Signer signer;

    private OpenBook(Path file, SqliteJournal journal, Clock clock, char[] passphrase) {
        this.file = file;
        this.clock = clock;
        this.journal = journal;
        this.passphrase = passphrase;
        this.profile = Json.yaml(journal.setting("profile").orElseThrow(), CompanyProfile.class);
        this.chart = new ChartOfAccounts(journal.accounts());
        this.rules = rules(profile);
        this.book = new Book(chart, profile.company().from(), journal);
    }

    private static RuleBook rules(CompanyProfile profile) {
        String kind = Templates.nameOf(profile.company().taxpayer());
        try {
            return RuleBook.of(Templates.text("rules/" + kind + ".yaml"),
                    Templates.text("rules/categories.yaml"), profile, TaxRules.standard()::isService);
        } catch (IllegalArgumentException mistake) {
            throw new RefusedException(Refusal.RULES_CANNOT_BE_USED, mistake.getMessage());
        }
    }

    /** Requires that no book stands there. Makes a key, the chart and the first leaf. */
    static OpenBook create(Path file, String profileYaml, Clock clock, char[] passphrase) {
        CompanyProfile profile = Json.yaml(profileYaml, CompanyProfile.class);
        rules(profile);
        if (Files.exists(file)) {
            throw new RefusedException(Refusal.BOOK_EXISTS, file.toString());
        }
        Signer signer = Keyring.create(file, profile.company(), passphrase);
        SqliteJournal journal = SqliteJournal.open(file, clock);
        journal.transaction(() -> {
            List<Account> accounts =
                    new ArrayList<>(Templates.accounts(profile.company().taxpayer()));
            profile.cashAccounts().forEach(cash -> accounts.add(account(cash)));
            journal.set("profile", profileYaml);
            journal.begin(profile.taxId(), accounts, genesis(profile, profileYaml, signer, accounts));
            return null;
        });
        OpenBook opened = new OpenBook(file, journal, clock, passphrase);
        opened.signer = signer;
        return opened;
    }

    static OpenBook open(Path file, Clock clock, char[] passphrase) {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(Refusal.BOOK_NOT_FOUND, file.toString());
        }
        try {
            return open(file, SqliteJournal.open(file, clock), clock, passphrase);
        } catch (StoreException | MalformedException broken) {
            throw new RefusedException(Refusal.BOOK_IS_DAMAGED, broken.getMessage());
        }
    }

    private static OpenBook open(Path file, SqliteJournal journal, Clock clock, char[] passphrase) {
        try {
            return new OpenBook(file, journal, clock, passphrase);
        } catch (IllegalArgumentException | NoSuchElementException broken) {
            journal.close();
            throw new RefusedException(Refusal.BOOK_IS_DAMAGED, broken.getMessage());
        }
    }

    private static Account account(CompanyProfile.Cash cash) {
        return new Account(cash.code(), cash.bank(), cash.bank(), Account.Kind.ASSET, Side.DEBIT);
    }

    private static Map<String, Object> genesis(CompanyProfile profile, String yaml, Signer signer,
            List<Account> accounts) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("legal_name", profile.name());
        body.put("tax_id", profile.taxId());
        body.put("taxpayer", profile.taxpayer());
        body.put("log_vkey", signer.vkey());
        body.put("chart_sha256", ChartJson.sha256(accounts));
        body.put("profile_sha256", Sha256.of(yaml));
        return body;
    }

    Path file() {
        return file;
    }

    Path evidence() {
        return file.resolveSibling("evidence");
    }

    SqliteJournal journal() {
        return journal;
    }

    CompanyProfile profile() {
        return profile;
    }

    Company company() {
        return profile.company();
    }

    ChartOfAccounts chart() {
        return chart;
    }

    RuleBook rules() {
        return rules;
    }

    Book book() {
        return book;
    }

    Clock clock() {
        return clock;
    }

    /** Posts and writes. Requires a transaction around it. */
    Outcome post(Proposal proposal, String by) {
        return write(book.post(proposal, by), proposal.keys());
    }

    Outcome write(Outcome outcome, List<String> keys) {
        if (outcome instanceof Outcome.Posted posted) {
            journal.append(posted.entry(), keys);
        }
        return outcome;
    }

    /** One line of the operation log, sealed with the rest. */
    void operation(String who, String what) {
        journal.leaf("op", "", Map.of("who", who, "what", what,
                "at", clock.instant().toString()), List.of());
    }

    Signer signer() {
        if (signer == null) {
            try {
                signer = Keyring.load(file, company(), passphrase);
            } catch (IOException wrong) {
                throw new RefusedException(Refusal.KEY_CANNOT_BE_OPENED, wrong.getMessage());
            }
        }
        return signer;
    }

    /** Signs the head of the log as it stands. Requires a transaction around it. */
    String checkpoint() {
        Optional<Map.Entry<Long, String>> last = journal.lastCheckpoint();
        if (last.isPresent() && last.get().getKey() == journal.log().size()) {
            return last.get().getValue();
        }
        String note = signer().sign(Checkpoint.of(Keyring.origin(company()), journal.log()).body());
        journal.checkpoint(note);
        return note;
    }

    /** Compares the file with its seal, by the public key in the policy file beside it. */
    List<BookAudit.Damage> audit() {
        Optional<Map.Entry<Long, String>> last = journal.lastCheckpoint();
        if (last.isEmpty()) {
            return BookAudit.of(journal, 0, new byte[0]);
        }
        Optional<String> body = verifier().open(last.get().getValue());
        if (body.isEmpty()) {
            return List.of(new BookAudit.Damage("log", "the signature of the newest head is wrong"));
        }
        Checkpoint head = Checkpoint.parse(body.get());
        return BookAudit.of(journal, head.size(), head.root());
    }

    private Verifier verifier() {
        try {
            String policy = Files.readString(Keyring.policy(file), StandardCharsets.UTF_8);
            return Arrays.stream(policy.split("\n")).filter(line -> line.startsWith("log "))
                    .map(line -> Verifier.parse(line.substring(4).trim())).findFirst().orElseThrow();
        } catch (IOException missing) {
            throw new RefusedException(Refusal.KEY_CANNOT_BE_OPENED,
                    "the policy file is missing: " + Keyring.policy(file));
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
