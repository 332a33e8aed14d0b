package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import onebook.robot.BookEncryption;
import onebook.robot.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A book becomes encrypted on the disk, plain again, or gets another passphrase. */
final class EncryptionCommands {
    private EncryptionCommands() { }

    @Command(name = "encrypt", description = "encrypts the book and its evidence with a passphrase")
    static final class Encrypt implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private Speech speech;

        Encrypt(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                Path file = desk.file();
                new BookEncryption(desk).encrypt(Passphrase.OF_BOOK.chosen(), book.by());
                System.out.println(speech.say("已加密：" + file, "encrypted: " + file));
                System.err.println(speech.say(
                        "没有口令，谁也打不开这本账；请另外保管好口令。磁盘上被删除的旧内容也许还能恢复，"
                                + "加密前的备份仍是明文。",
                        "Nobody opens this book without the passphrase: keep it somewhere else."
                                + " What was deleted may still be found on the disk, and backups"
                                + " made before are plain."));
                if (BookEncryption.leavesPlainEvidence(file)) {
                    System.err.println(speech.say(
                            "同一文件夹里还有别的账簿，evidence 中的原件没有删除，仍是明文。",
                            "Another book lies in this folder; the documents in evidence were not"
                                    + " deleted and are still plain."));
                }
            }
            return 0;
        }
    }

    @Command(name = "decrypt", description = "makes an encrypted book plain again")
    static final class Decrypt implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private Speech speech;

        Decrypt(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                Path file = desk.file();
                new BookEncryption(desk).decrypt(book.by());
                System.out.println(speech.say("已解密：" + file, "plain again: " + file));
            }
            return 0;
        }
    }

    @Command(name = "passphrase", description = "another passphrase for an encrypted book; the new"
            + " one is typed or in ONEBOOK_NEW_BOOK_PASSPHRASE")
    static final class Change implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private Speech speech;

        Change(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                new BookEncryption(desk).change(Passphrase.OF_NEXT.chosen(), book.by());
                System.out.println(speech.say("口令已更换；先前的备份仍用原来的口令打开。",
                        "The passphrase is changed; backups made before open with the old one."));
            }
            return 0;
        }
    }
}
