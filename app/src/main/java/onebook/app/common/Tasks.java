package onebook.app.common;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import onebook.robot.RunReport;

/**
 * Work off the window's thread, one piece at a time and in order. Call it on the window's thread;
 * results come back there.
 */
public final class Tasks implements AutoCloseable {

    /** What a command has come to; total is 0 while it is unknown. */
    public record Activity(String title, String step, int done, int total) { }

    /** Something that changes the book, tells how far it is and may be asked to stop. */
    public interface Command<T> {
        T run(RunReport.Progress progress) throws Exception;
    }

    private final ExecutorService worker = Executors.newSingleThreadExecutor(Tasks::daemon);
    private final ReadOnlyBooleanWrapper isBusy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
    private final AtomicReference<Activity> untold = new AtomicReference<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final Consumer<Throwable> failed;
    private volatile boolean isStopAsked;
    private Runnable atStop = () -> { };

    public Tasks(Consumer<Throwable> failed) {
        this.failed = failed;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "desk");
        thread.setDaemon(true);
        return thread;
    }

    /** True while a command runs: then no other command starts. */
    public ReadOnlyBooleanProperty isBusy() {
        return isBusy.getReadOnlyProperty();
    }

    /** The command that runs, or null. */
    public ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    /** True where nothing runs, waits to run or waits to be shown. */
    public boolean isQuiet() {
        return pending.get() == 0;
    }

    /** Runs a command; nothing where one runs already, so that a double click has one effect. */
    public <T> void command(String title, Command<T> command, Consumer<T> done) {
        command(title, command, done, () -> { });
    }

    /** @param stopped runs at once where it is asked to stop, for work that waits for others */
    public <T> void command(String title, Command<T> command, Consumer<T> done,
            Runnable stopped) {
        if (isBusy.get() || worker.isShutdown()) {
            return;
        }
        isBusy.set(true);
        isStopAsked = false;
        atStop = stopped;
        activity.set(new Activity(title, "", 0, 0));
        pending.incrementAndGet();
        worker.execute(() -> attempt(() -> command.run((step, at, total) ->
                tell(new Activity(title, step, at, total))), done, this::end, () -> { }));
    }

    /** Reads something to show; skipped where the view has asked for something newer since. */
    public <T> void load(Latest latest, Callable<T> reading, Consumer<T> shown) {
        load(latest, reading, shown, () -> { });
    }

    /** @param unread runs where nothing could be read */
    public <T> void load(Latest latest, Callable<T> reading, Consumer<T> shown, Runnable unread) {
        if (worker.isShutdown()) {
            return;
        }
        int asked = latest.next();
        pending.incrementAndGet();
        worker.execute(() -> {
            if (!latest.is(asked)) {
                pending.decrementAndGet();
            } else {
                attempt(reading, value -> {
                    if (latest.is(asked)) {
                        shown.accept(value);
                    }
                }, () -> { }, unread);
            }
        });
    }

    /** Asks the running command to stop before its next item. */
    public void stop() {
        isStopAsked = true;
        if (isBusy.get()) {
            atStop.run();
        }
    }

    /** Stops what runs, then does the last thing and takes no more work. */
    public void closeAfter(Runnable last) {
        stop();
        worker.execute(last);
        worker.shutdown();
    }

    @Override
    public void close() {
        closeAfter(() -> { });
    }

    private <T> void attempt(Callable<T> work, Consumer<T> done, Runnable end,
            Runnable undone) {
        try {
            T value = work.call();
            tell(end, () -> done.accept(value));
        } catch (Exception | LinkageError broken) {
            tell(end, () -> {
                undone.run();
                failed.accept(broken);
            });
        }
    }

    private void tell(Runnable end, Runnable news) {
        Platform.runLater(() -> {
            end.run();
            try {
                news.run();
            } finally {
                pending.decrementAndGet();
            }
        });
    }

    private void end() {
        untold.set(null);
        activity.set(null);
        isBusy.set(false);
    }

    private boolean tell(Activity now) {
        if (untold.getAndSet(now) == null) {
            Platform.runLater(() -> {
                Activity newest = untold.getAndSet(null);
                if (newest != null && isBusy.get()) {
                    activity.set(newest);
                }
            });
        }
        return !isStopAsked;
    }
}
