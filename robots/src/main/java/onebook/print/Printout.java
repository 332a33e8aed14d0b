package onebook.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tables that are printed together, their pages numbered through.
 *
 * @param title what the file is called in its properties
 * @param tables opened once per printing and closed after it
 * @param forms what is drawn on paper in place of the tables; empty where the tables are
 * @param by who prints; said at the foot of each page
 * @param at when; the file says it was made then, so the same print gives the same bytes
 */
public record Printout(String title, Supplier<Stream<Table>> tables, Optional<Forms> forms,
        String by, LocalDateTime at) {

    /** A text beyond this is cut: no field of a sheet holds more. */
    static final int LONGEST_TEXT = 32_000;

    /** Vouchers as forms, one or two to a page. */
    public record Forms(VoucherBook vouchers, int perPage) { }

    public static Printout of(List<Table> tables, String by, LocalDateTime at) {
        return new Printout(
                tables.get(0).title(), tables::stream, Optional.empty(), by, at);
    }

    public Printout with(Forms drawn) {
        return new Printout(title, tables, Optional.of(drawn), by, at);
    }

    /** True for the names {@link #write} knows how to write: .pdf and .xlsx. */
    public static boolean canWrite(Path target) {
        String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".pdf") || name.endsWith(".xlsx");
    }

    /**
     * Writes what the target's name says beside it and moves it into place: never half a file.
     * Requires {@link #canWrite}.
     */
    public void write(Path target) throws IOException {
        if (!canWrite(target)) {
            throw new IllegalArgumentException("neither .pdf nor .xlsx: " + target);
        }
        boolean isPdf = target.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
        save(target, out -> {
            if (isPdf) {
                pdf(out);
            } else {
                xlsx(out);
            }
        });
    }

    public void pdf(OutputStream out) throws IOException {
        try (PdfPaper paper = new PdfPaper(title, by, at)) {
            if (forms.isPresent()) {
                forms.get().vouchers().forms(paper, forms.get().perPage());
            } else {
                tables(paper);
            }
            paper.save(out);
        }
    }

    private void tables(PdfPaper paper) throws IOException {
        TablePrinter printer = new TablePrinter(paper);
        try (Stream<Table> all = tables.get()) {
            for (Table table : (Iterable<Table>) all::iterator) {
                printer.print(table);
            }
        }
    }

    public void xlsx(OutputStream out) throws IOException {
        try (SheetFile file = new SheetFile(title, by, at)) {
            try (Stream<Table> all = tables.get()) {
                for (Table table : (Iterable<Table>) all::iterator) {
                    new SheetPrinter(file, table).print();
                }
            }
            file.save(out);
        }
    }

    /** For a terminal, table after table; close after use. */
    public Stream<String> text() {
        return tables.get().flatMap(table -> new TextPrinter(table).lines());
    }

    /** What puts the bytes of a file on a stream. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static void save(Path target, Writing writing) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, ".onebook-", ".print");
        try {
            try (OutputStream out = Files.newOutputStream(half)) {
                writing.to(out);
            }
            Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
