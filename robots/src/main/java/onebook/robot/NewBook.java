package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onebook.ledger.Account;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.rules.CompanyProfile;
import onebook.seal.ChartJson;
import onebook.seal.Sha256;
import onebook.seal.Signer;
import onebook.seal.Veil;
import onebook.store.Encryption;
import onebook.store.SqliteJournal;

/** A book that begins: its key, its chart of accounts and its first leaf, all or nothing. */
final class NewBook {
    private final Path file;
    private final String yaml;
    private final CompanyProfile profile;
    private final List<Account> accounts;

    private NewBook(Path file, String yaml) {
        this.file = file;
        this.yaml = yaml;
        try {
            this.profile = Json.yaml(yaml, CompanyProfile.class);
            this.accounts = accounts(profile);
        } catch (IllegalArgumentException wrong) {
            throw new RefusedException(Refusal.PROFILE_IS_INCOMPLETE, wrong.getMessage());
        }
        CompanyRules.of(profile);
    }

    /** Refuses where a book or a key stands there already, or the profile lacks something. */
    static OpenBook create(Path file, String profileYaml, Clock clock, Passphrases passphrases) {
        NewBook book = new NewBook(file, profileYaml);
        for (Path taken : List.of(file, Keyring.file(file))) {
            if (Files.exists(taken)) {
                throw new RefusedException(Refusal.BOOK_EXISTS, taken.toString());
            }
        }
        Signer signer = Keyring.create(file, book.profile.company(), passphrases.keyOrDemo());
        try {
            return OpenBook.made(file, book.begun(clock, signer, passphrases), clock,
                    passphrases, signer);
        } catch (RuntimeException failed) {
            book.takeBack();
            throw failed;
        }
    }

    private SqliteJournal begun(Clock clock, Signer signer, Passphrases passphrases) {
        SqliteJournal journal = passphrases.book()
                .map(passphrase -> Encryption.create(file, clock, passphrase))
                .orElseGet(() -> SqliteJournal.open(file, clock));
        try {
            return journal.transaction(() -> {
                Veil veil = Veil.create();
                journal.set("profile", yaml);
                journal.set("veil", veil.hex());
                journal.begin(profile.taxId(), accounts, genesis(signer, veil));
                return journal;
            });
        } catch (RuntimeException failed) {
            journal.close();
            throw failed;
        }
    }

    private static List<Account> accounts(CompanyProfile profile) {
        List<Account> accounts = new ArrayList<>(Templates.accounts(profile.company().taxpayer()));
        profile.cashAccounts().forEach(cash -> accounts.add(new Account(cash.code(), cash.bank(),
                cash.bank(), Account.Kind.ASSET, Side.DEBIT)));
        return new ChartOfAccounts(accounts).all();
    }

    private Map<String, Object> genesis(Signer signer, Veil veil) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("legal_name", profile.name());
        body.put("tax_id", profile.taxId());
        body.put("taxpayer", profile.taxpayer());
        body.put("log_vkey", signer.vkey());
        body.put("chart_sha256", ChartJson.sha256(accounts));
        body.put("profile_sha256", Sha256.hex(yaml));
        body.put("veil_sha256", veil.sha256());
        return body;
    }

    private void takeBack() {
        try {
            for (Path made : List.of(Keyring.file(file), Keyring.policy(file), file)) {
                Files.deleteIfExists(made);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
