package onebook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One book has one writer, whoever else opens it. */
class WriterTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("book.onebook");
    }

    @Test
    void a_second_holder_only_reads() {
        try (SqliteJournal first = SampleBook.open(file)) {
            SampleBook.post(first, SampleBook.sale("one", "2026-01-10", 100));
            try (SqliteJournal second = SampleBook.open(file)) {
                assertThat(first.isReadOnly()).isFalse();
                assertThat(second.isReadOnly()).isTrue();
                assertThat(second.entries()).isEqualTo(first.entries());
                assertThatThrownBy(() ->
                        SampleBook.post(second, SampleBook.sale("two", "2026-01-10", 100)))
                        .isInstanceOf(StoreException.class);
                SampleBook.post(first, SampleBook.sale("three", "2026-01-11", 100));
                second.remember();
                assertThat(second.entries()).hasSize(2);
            }
        }
    }

    @Test
    void when_the_writer_closes_the_next_one_writes() {
        SampleBook.open(file).close();
        try (SqliteJournal next = SampleBook.open(file)) {
            assertThat(next.isReadOnly()).isFalse();
        }
    }

    @Test
    void another_process_only_reads() throws Exception {
        try (SqliteJournal first = SampleBook.open(file)) {
            assertThat(first.isReadOnly()).isFalse();
            assertThat(modeInAnotherProcess()).isEqualTo("reads");
        }
        assertThat(modeInAnotherProcess()).isEqualTo("writes");
    }

    @Test
    void a_reader_of_this_process_that_closes_takes_no_lock_away() throws Exception {
        try (SqliteJournal first = SampleBook.open(file)) {
            SampleBook.open(file).close();
            assertThat(first.isReadOnly()).isFalse();
            assertThat(modeInAnotherProcess()).isEqualTo("reads");
        }
    }

    @Test
    void a_link_to_the_book_is_the_same_book() throws IOException {
        Path link = folder.resolve("link.onebook");
        SampleBook.open(file).close();
        Files.createSymbolicLink(link, file);
        try (SqliteJournal first = SampleBook.open(file);
                SqliteJournal second = SampleBook.open(link)) {
            assertThat(first.isReadOnly()).isFalse();
            assertThat(second.isReadOnly()).isTrue();
        }
    }

    @Test
    void a_file_that_is_no_book_is_refused_and_not_held() throws IOException {
        Files.writeString(file, "科目,借方,贷方\n".repeat(1000));
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> SampleBook.open(file)).isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot open");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        Files.delete(file);
        try (SqliteJournal fresh = SampleBook.open(file)) {
            assertThat(fresh.isReadOnly()).isFalse();
        }
    }

    @Test
    void a_foreign_database_is_refused_and_stays_as_it_was() throws Exception {
        try (Connection foreign = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            foreign.createStatement().execute("CREATE TABLE theirs (a)");
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> SampleBook.open(file)).isInstanceOf(StoreException.class)
                .hasMessageContaining("no book of OneBook");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private String modeInAnotherProcess() throws Exception {
        Process child = new ProcessBuilder(AppendLoop.java(), "-cp",
                System.getProperty("java.class.path"), Mode.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = new BufferedReader(
                new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String mode = said.readLine();
            assertThat(child.waitFor()).isZero();
            return mode;
        }
    }

    /** Says how it could open the book. */
    static final class Mode {
        private Mode() { }

        public static void main(String[] args) {
            try (SqliteJournal journal = SampleBook.open(Path.of(args[0]))) {
                System.out.println(journal.isReadOnly() ? "reads" : "writes");
            }
        }
    }
}
