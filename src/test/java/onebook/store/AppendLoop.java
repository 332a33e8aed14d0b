package onebook.store;

import java.nio.file.Path;

/** Appends entries for ever and says the number of each when it is written; to be killed. */
final class AppendLoop {
    private AppendLoop() { }

    public static void main(String[] args) {
        try (SqliteJournal journal = open(args)) {
            if (journal.isReadOnly()) {
                throw new IllegalStateException("somebody else writes");
            }
            for (int i = journal.entries().size(); true; i++) {
                System.out.println(SampleBook.post(journal,
                        SampleBook.sale("n" + i, "2026-01-01", 100 + i)).number());
                System.out.flush();
            }
        }
    }

    private static SqliteJournal open(String[] args) {
        Path file = Path.of(args[0]);
        return args.length == 1 ? SampleBook.open(file) : SampleBook.open(file, args[1]);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
