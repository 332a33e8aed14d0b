package onebook.app.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class TasksTest {
    private final List<Throwable> failures = new ArrayList<>();
    private final Tasks tasks = new Tasks(failures::add);

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    private static void onWindow(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(5000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void waitUntilIdle() throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !tasks.isBusy().get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void a_second_command_while_one_runs_does_nothing() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        onWindow(() -> {
            tasks.command("first", progress -> {
                go.await();
                return runs.incrementAndGet();
            }, done -> { });
            tasks.command("second", progress -> runs.addAndGet(10), done -> { });
        });
        assertThat(tasks.isBusy().get()).isTrue();
        assertThat(tasks.activity().get().title()).isEqualTo("first");
        go.countDown();
        waitUntilIdle();

        assertThat(runs).hasValue(1);
        assertThat(tasks.activity().get()).isNull();
    }

    @Test
    void a_command_that_is_asked_to_stop_hears_it_before_its_next_item() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicInteger items = new AtomicInteger();
        onWindow(() -> tasks.command("long", progress -> {
            while (items.get() < 1000 && progress.at("read", items.incrementAndGet(), 1000)) {
                first.countDown();
                stopped.await();
            }
            return items.get();
        }, done -> { }));
        first.await();
        onWindow(tasks::stop);
        stopped.countDown();
        waitUntilIdle();

        assertThat(items).hasValue(2);
    }

    @Test
    void a_command_that_fails_is_told_and_the_next_one_runs() throws Exception {
        List<String> done = new ArrayList<>();
        onWindow(() -> tasks.command("broken", progress -> {
            throw new IllegalStateException("disk");
        }, value -> done.add("broken")));
        waitUntilIdle();
        onWindow(() -> tasks.command("whole", progress -> "whole", done::add));
        waitUntilIdle();

        assertThat(failures).singleElement().hasToString(
                "java.lang.IllegalStateException: disk");
        assertThat(done).containsExactly("whole");
    }

    @Test
    void a_view_shows_only_what_it_asked_for_last() throws Exception {
        Latest latest = new Latest();
        CountDownLatch go = new CountDownLatch(1);
        List<String> shown = new ArrayList<>();
        onWindow(() -> {
            tasks.load(latest, () -> {
                go.await();
                return "old";
            }, shown::add);
            tasks.load(latest, () -> "skipped", shown::add);
            tasks.load(latest, () -> "new", shown::add);
        });
        go.countDown();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !shown.isEmpty());

        assertThat(shown).containsExactly("new");
    }
}
