package onebook.exchange;

import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import onebook.ledger.EntryNumber;

/** What stands beside the ledger: documents.csv and log.csv. */
public final class ArchiveFiles {
    /**
     * A document of the book.
     *
     * @param path where its bytes are, from the folder of the index
     * @param entries what it proves
     * @param keep what has to be kept: this-file, paper or electronic-file; empty for tables
     */
    public record Paper(String sha256, String name, String path, long size,
            List<EntryNumber> entries, String keep) { }

    /** One line of the operation log: who did what when, and which leaf of the log says so. */
    public record Operation(long leaf, String at, String who, String what) { }

    /** A department, project or the like, and how many lines name it. */
    public record Register(String kind, String name, boolean isRegistered, int lines) { }

    private ArchiveFiles() { }

    public static void papers(List<Paper> papers, Writer out) {
        CsvWriter csv = new CsvWriter(out);
        csv.header("sha256", "name", "path", "bytes", "entries", "keep");
        papers.forEach(paper -> csv.figure(paper.sha256()).text(paper.name()).text(paper.path())
                .figure(paper.size()).figure(paper.entries().stream().limit(1000)
                        .map(EntryNumber::toString).collect(Collectors.joining(" ")))
                .text(paper.keep()).end());
    }

    /** kind,name,registered,lines of what lines are kept by. */
    public static void registers(List<Register> registers, Writer out) {
        CsvWriter csv = new CsvWriter(out);
        csv.header("kind", "name", "registered", "lines");
        registers.forEach(one -> csv.figure(one.kind()).text(one.name())
                .figure(one.isRegistered()).figure(one.lines()).end());
    }

    /** @param source hands over each operation in order */
    public static void operations(Consumer<Consumer<Operation>> source, Writer out) {
        CsvWriter csv = new CsvWriter(out);
        csv.header("leaf", "at", "who", "what");
        source.accept(one -> csv.figure(one.leaf()).figure(one.at()).text(one.who())
                .text(one.what()).end());
    }
}
