package onebook.app.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A million rows, of which those in sight are read. */
class WindowsTest {
    private static final int MILLION = 1_000_000;

    private final List<Throwable> failures = new ArrayList<>();
    private final Tasks tasks = new Tasks(failures::add);
    private final List<Integer> reads = new ArrayList<>();
    private final AtomicInteger unread = new AtomicInteger();
    private Windows<Integer> rows;
    private TableView<Optional<Integer>> table;

    @BeforeEach
    void show() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        onWindow(() -> {
            rows = new Windows<>(tasks, unread::incrementAndGet);
            table = Columns.table();
            table.getColumns().add(Columns.words("row", 100,
                    row -> row.map(String::valueOf).orElse("…")));
            table.setItems(rows);
            stage.setScene(new Scene(table, 300, 400));
            stage.show();
        });
    }

    @AfterEach
    void close() throws Exception {
        tasks.close();
        FxToolkit.cleanupStages();
    }

    private static void onWindow(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void settle() throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, tasks::isQuiet);
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, tasks::isQuiet);
    }

    private List<Integer> read(int skip, int most) {
        reads.add(skip);
        assertThat(most).isEqualTo(Windows.SIZE);
        return IntStream.range(skip, Math.min(MILLION, skip + most)).boxed().toList();
    }

    @Test
    void only_the_parts_in_sight_are_read_wherever_somebody_scrolls() throws Exception {
        onWindow(() -> rows.show(MILLION, this::read));
        settle();
        assertThat(rows).hasSize(MILLION);
        assertThat(reads).containsExactly(0);
        for (int row : new int[] {500_050, MILLION - 1, 12_345}) {
            onWindow(() -> table.scrollTo(row));
            settle();
            int part = row / Windows.SIZE * Windows.SIZE;
            assertThat(reads).contains(part);
            onWindow(() -> assertThat(rows.get(part + 7)).contains(part + 7));
        }
        assertThat(reads).hasSizeLessThan(12);
        assertThat(unread).hasValue(0);
        assertThat(failures).isEmpty();
    }

    @Test
    void a_way_through_the_whole_list_keeps_only_some_parts_in_memory() throws Exception {
        onWindow(() -> rows.show(MILLION, this::read));
        for (int row = 0; row < 30 * Windows.SIZE; row += Windows.SIZE) {
            int to = row;
            onWindow(() -> table.scrollTo(to));
            settle();
        }
        onWindow(() -> assertThat(rows.held()).isLessThanOrEqualTo(8 * Windows.SIZE));
        assertThat(reads).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void what_was_chosen_stays_chosen_while_rows_come_in() throws Exception {
        onWindow(() -> rows.show(MILLION, this::read));
        onWindow(() -> table.getSelectionModel().clearAndSelect(700_000));
        onWindow(() -> table.scrollTo(700_000));
        settle();
        onWindow(() -> assertThat(table.getSelectionModel().getSelectedIndex())
                .isEqualTo(700_000));
    }

    @Test
    void another_list_forgets_what_was_read_of_the_first() throws Exception {
        onWindow(() -> rows.show(MILLION, this::read));
        settle();
        onWindow(() -> rows.show(3, (skip, most) -> List.of(10, 20, 30)));
        settle();
        onWindow(() -> {
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1)).contains(20);
        });
        onWindow(() -> rows.show(0, (skip, most) -> List.of()));
        assertThat(rows).isEmpty();
    }

    @Test
    void a_part_that_cannot_be_read_is_told_and_asked_for_again_when_it_is_looked_at()
            throws Exception {
        AtomicInteger tries = new AtomicInteger();
        onWindow(() -> rows.show(100, (skip, most) -> {
            if (tries.getAndIncrement() == 0) {
                throw new IllegalStateException("disk");
            }
            return read(skip, most).subList(0, 100);
        }));
        settle();
        assertThat(unread).hasValue(1);
        onWindow(() -> rows.get(4));
        settle();
        onWindow(() -> assertThat(rows.get(4)).contains(4));
    }
}
