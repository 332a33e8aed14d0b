package onebook.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk of a few megabytes that can be made larger or read-only; where it may not be, a skip. */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    public static SmallDisk at(Path folder, int kilobytes) throws IOException {
        Files.createDirectories(folder);
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k",
                "onebook-test", folder.toString()), "no disk may be mounted here");
        return new SmallDisk(folder);
    }

    public void resize(int kilobytes) throws IOException {
        remount("size=" + kilobytes + "k");
    }

    public void readOnly() throws IOException {
        remount("ro");
    }

    public void writable() throws IOException {
        remount("rw");
    }

    private void remount(String how) throws IOException {
        if (!run("mount", "-o", "remount," + how, folder.toString())) {
            throw new IOException("cannot remount " + how);
        }
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        run("umount", "-l", folder.toString());
    }
}
