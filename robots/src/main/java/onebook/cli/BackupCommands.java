package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.robot.Backup;
import onebook.robot.Desk;
import onebook.robot.Restoring;
import onebook.seal.CanonicalJson;
import onebook.store.BackupManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One file that holds a book, and the book that is made of it again. */
final class BackupCommands {
    private BackupCommands() { }

    @Command(name = "backup", description = "one file with the book, its evidence and its root")
    static final class Make implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Option(names = "--to", required = true, paramLabel = "B.obb",
                converter = Arguments.Written.class)
        private Path to;
        @Option(names = "--encrypt", description = "with a passphrase that is typed, or in"
                + " ONEBOOK_BACKUP_PASSPHRASE")
        private boolean isEncrypted;
        @Option(names = "--with-key", description = "with the key that signs the log: whoever gets"
                + " the backup and its passphrase can sign in the company's name")
        private boolean withKey;
        @Option(names = "--although-damaged",
                description = "save what is left of a book that is damaged")
        private boolean althoughDamaged;
        @Mixin
        private Output out;
        @Mixin
        private Speech speech;

        Make(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            Optional<char[]> passphrase = isEncrypted
                    ? Optional.of(Passphrase.OF_BACKUP.chosen()) : Optional.empty();
            try (Desk desk = book.open(clock)) {
                Backup.Made made = Backup.make(desk, new Backup.Order(to,
                        passphrase, withKey, althoughDamaged), book.by(), out.progress());
                BackupManifest manifest = made.manifest();
                if (out.isJson()) {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("file", made.file().toString());
                    json.put("bytes", made.bytes());
                    json.putAll(json(manifest));
                    json.put("encrypted", isEncrypted || manifest.isEncrypted());
                    json.put("key", manifest.hasKey());
                    out.print(CanonicalJson.text(
                            CanonicalJson.write(json)));
                } else {
                    out.print(made.file());
                    out.print(speech.say("%d 条记录，根 %s，%d 份原件", "%d leaves, root %s, %d documents")
                            .formatted(manifest.head().size(), manifest.head().root(),
                                    manifest.evidence()));
                }
                tell(made);
                return manifest.damages().isEmpty() ? 0 : Main.WAITS;
            }
        }

        private void tell(Backup.Made made) {
            made.manifest().damages().forEach(damage ->
                    System.err.println(speech.say("损坏：", "damaged: ") + damage));
            if (made.manifest().hasKey()) {
                System.err.println(speech.say("备份中有签名密钥：得到备份的人知道密钥口令就能以公司名义签名。"
                        + "请把备份锁好。", "The key of the log is in this backup: whoever has it and"
                        + " the key's passphrase can sign in the company's name. Lock it away."));
            } else {
                System.err.println(speech.say("备份中没有签名密钥；请另外保存 .key.p12 文件。",
                        "The key of the log is not in this backup; keep its .key.p12 file apart."));
            }
            if (!made.manifest().isEncrypted() && !isEncrypted) {
                System.err.println(speech.say("备份没有加密：拿到它的人可以读全部账目。",
                        "The backup is not encrypted: whoever has it can read all of the book."));
            }
            if (!made.isInLog()) {
                System.err.println(speech.say("这本账现在只能查看，所以日志里没有写这次备份。",
                        "The book could only be read; its log does not tell of this backup."));
            }
        }
    }

    private static Map<String, Object> json(BackupManifest manifest) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("leaves", manifest.head().size());
        json.put("root", manifest.head().root());
        json.put("checkpoint", manifest.head().checkpoint());
        json.put("documents", manifest.evidence());
        json.put("made", manifest.made());
        json.put("damages", manifest.damages());
        return json;
    }

    @Command(name = "restore", description = "makes a book of its backup and proves it is the same")
    static final class Restore implements Callable<Integer> {
        private final Clock clock;
        @Parameters(paramLabel = "B.obb", converter = Arguments.Given.class)
        private Path backup;
        @Option(names = "--to", required = true, paramLabel = "DIR|FILE",
                description = "a folder, or the new book where it ends with .onebook")
        private Path to;
        @Mixin
        private Output out;
        @Mixin
        private Speech speech;

        Restore(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            Restoring.Restored restored = restored();
            BackupManifest manifest = restored.manifest();
            if (out.isJson()) {
                Map<String, Object> json = new LinkedHashMap<>(json(manifest));
                json.put("book", restored.book().toString());
                json.put("root_is_equal", true);
                out.print(CanonicalJson.text(CanonicalJson.write(json)));
            } else {
                out.print(restored.book());
                out.print(speech.say("已验证：与备份时的根相同 %s（%d 条记录，%d 份原件，备份于 %s）",
                        "VERIFIED: its root is that of the backup, %s (%d leaves, %d documents,"
                        + " made %s)").formatted(manifest.head().root(), manifest.head().size(),
                        manifest.evidence(), manifest.made()));
            }
            restored.damages().forEach(damage ->
                    System.err.println(speech.say("备份时已损坏：", "damaged before: ") + damage));
            if (!manifest.hasKey()) {
                System.err.println(speech.say("备份中没有签名密钥；结账前请把 .key.p12 文件放到账簿旁边。",
                        "The backup had no key; put the .key.p12 file beside the book before a"
                        + " month is closed."));
            }
            return restored.damages().isEmpty() ? 0 : Main.WAITS;
        }

        private Restoring.Restored restored() {
            Optional<char[]> passphrase = !Restoring.isEncrypted(backup) ? Optional.empty()
                    : Optional.of(Passphrase.OF_BACKUP.given()
                            .orElseThrow(Passphrase.OF_BACKUP::missing));
            return Passphrase.opening(known -> Restoring.restore(
                    new Restoring.Order(backup, to, passphrase, known), clock, out.progress()));
        }
    }
}
