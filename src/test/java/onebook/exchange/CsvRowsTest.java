package onebook.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onebook.document.Refused;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    private static List<List<String>> read(Reader text) throws IOException, Refused {
        List<List<String>> all = new ArrayList<>();
        try (CsvRows rows = new CsvRows(text)) {
            while (rows.next()) {
                all.add(List.of(rows.row().texts(new Words())));
            }
        }
        return all;
    }

    private static List<List<String>> read(String text) throws IOException, Refused {
        return read(new StringReader(text));
    }

    /** Gives a few characters at a time, as a slow disk would. */
    private static Reader slowly(String text, Random random) {
        return new StringReader(text) {
            @Override
            public int read(char[] into, int from, int most) throws IOException {
                return super.read(into, from, Math.min(most, 1 + random.nextInt(7)));
            }
        };
    }

    @Test
    void cells_are_parted_by_what_stands_most_often() throws IOException, Refused {
        assertThat(read("a,b\n1,2\n")).isEqualTo(List.of(List.of("a", "b"), List.of("1", "2")));
        assertThat(read("a\tb\r\n1\t2")).isEqualTo(List.of(List.of("a", "b"), List.of("1", "2")));
        assertThat(read("a;b;c\n1,5;2;3")).isEqualTo(List.of(List.of("a", "b", "c"),
                List.of("1,5", "2", "3")));
    }

    @Test
    void quotes_hold_delimiters_line_ends_and_doubled_quotes() throws IOException, Refused {
        assertThat(read("x,\"a,\"\"b\"\"\nc\",y\n \"q\" ,z,\"\"\n")).isEqualTo(List.of(
                List.of("x", "a,\"b\"\nc", "y"), List.of("q", "z", "")));
    }

    @Test
    void rows_of_nothing_are_passed_over_and_lines_still_count() throws IOException, Refused {
        try (CsvRows rows = new CsvRows(new StringReader("a,b\n\n , \n\"x\ny\",1\nz,2"))) {
            List<Integer> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.row().line());
            }
            assertThat(lines).containsExactly(1, 4, 6);
        }
    }

    @Test
    void any_table_comes_back_as_it_was_written_however_it_is_read() throws IOException, Refused {
        Random random = new Random(3);
        String[] pieces = {"a", "汉字", ",", "\"", "\n", "1", "\r\n", ";", "𠮷", "x y"};
        for (int i = 0; i < 400; i++) {
            List<List<String>> table = new ArrayList<>();
            StringBuilder text = new StringBuilder("h1,h2,h3\nh1,h2,h3\nh1,h2,h3\nh1,h2,h3\n");
            for (int r = random.nextInt(60); r > 0; r--) {
                List<String> row = new ArrayList<>(List.of("r" + r));
                for (int c = random.nextInt(6); c > 0; c--) {
                    StringBuilder cell = new StringBuilder("<");
                    for (int p = random.nextInt(9); p > 0; p--) {
                        cell.append(pieces[random.nextInt(pieces.length)]);
                    }
                    row.add(cell.append('>').toString());
                }
                table.add(row);
                text.append(String.join(",", row.stream().map(cell -> '"'
                        + cell.replace("\"", "\"\"") + '"').toList())).append("\n");
            }
            List<List<String>> read = read(slowly(text.toString(), random));
            assertThat(read.subList(4, read.size())).isEqualTo(table);
        }
    }

    @Test
    void a_row_longer_than_the_buffer_is_one_row() throws IOException, Refused {
        String cell = "长".repeat(300_000);
        assertThat(read("a,b\n" + cell + ",2\n3,4\n").get(1)).isEqualTo(List.of(cell, "2"));
    }

    @Test
    void rows_without_end_are_refused_by_name() {
        assertThatThrownBy(() -> read("a,b\n" + "x".repeat(1 << 21)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.FIELD_IS_TOO_LONG));
        assertThatThrownBy(() -> read("a,b\n" + ",".repeat(500)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.FILE_IS_TOO_LARGE));
        assertThatThrownBy(() -> read("a,b\n\"" + "x\n".repeat(100)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.FILE_IS_BROKEN));
        assertThatThrownBy(() -> read(new Reader() {
            @Override
            public int read(char[] into, int from, int most) {
                for (int i = 0; i < most; i++) {
                    into[from + i] = i % 2 == 0 ? 'x' : '\n';
                }
                return most;
            }

            @Override
            public void close() { }
        })).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                .isEqualTo(Refusal.FILE_IS_TOO_LARGE));
    }
}
