package onebook.robot;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.util.OSInfo;

/** Java processes that begin at once: their classes are read from an archive made beforehand. */
final class ChildJvm {
    private final Path folder;
    private final String classPath;
    private final String database;

    /** @param folder for the class path as jars: an archive takes no folders of classes */
    ChildJvm(Path folder) throws IOException {
        this.folder = folder;
        List<String> jars = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(part);
            jars.add(Files.isDirectory(path) ? jar(path, jars.size()).toString() : part);
        }
        this.classPath = jars.stream().filter(jar -> Files.exists(Path.of(jar)))
                .collect(Collectors.joining(File.pathSeparator));
        this.database = database();
    }

    /** The native part of SQLite, unpacked once for all. */
    private String database() throws IOException {
        String name = System.mapLibraryName("sqlitejdbc");
        String there = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/";
        try (InputStream in = OSInfo.class.getResourceAsStream(there + name)) {
            Files.copy(in, folder.resolve(name));
            return "-Dorg.sqlite.lib.path=" + folder;
        }
    }

    private Path jar(Path classes, int number) throws IOException {
        Path jar = folder.resolve("classes-" + number + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream to = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            to.setLevel(1);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                if (!name.startsWith("onebook/sample/") && !name.endsWith(".png")) {
                    to.putNextEntry(new JarEntry(name));
                    Files.copy(file, to);
                }
            }
        }
        return jar;
    }

    /** Runs to its end, and remembers which classes it needed. */
    void rehearse(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Process child = start(List.of("-XX:ArchiveClassesAtExit=" + archive()), main,
                folder.resolve("rehearsal").toFile(), arguments);
        if (child.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("rehearsal")));
        }
    }

    Process start(Class<?> main, File said, String... arguments) throws IOException {
        return start(List.of("-XX:SharedArchiveFile=" + archive()), main, said, arguments);
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private Process start(List<String> options, Class<?> main, File said, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m",
                "-Dfile.encoding=UTF-8", database));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
    }
}
