package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import onebook.Tree;
import org.junit.jupiter.api.Assumptions;

/** The judge in src/test/resources/foreign/go, built where Go and its libraries are installed. */
final class GoOracle {
    private static final Path LIBRARIES = Path.of("/usr/share/gocode");
    private final Path folder;
    private final Path program;
    private final List<String> cases = new ArrayList<>();

    private GoOracle(Path folder) {
        this.folder = folder;
        this.program = folder.resolve("oracle");
    }

    /** Skips the test where it cannot be built. */
    static GoOracle in(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/go"))
                && Files.isDirectory(LIBRARIES.resolve("src/golang.org/x/mod/sumdb/tlog")),
                "no foreign judge: install golang-go and golang-golang-x-mod-dev");
        GoOracle oracle = new GoOracle(folder);
        Path source = Tree.root().resolve("src/test/resources/foreign/go/oracle.go");
        oracle.run(null, Path.of("build.txt"), "/usr/bin/go", "build", "-o",
                oracle.program.toString(), source.toString());
        Assumptions.assumeTrue(Files.exists(oracle.program), () -> "the judge was not built: "
                + oracle.text("build.txt"));
        return oracle;
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException gone) {
            return gone.getMessage();
        }
    }

    void ask(String word, byte[]... arguments) {
        StringBuilder line = new StringBuilder(word);
        for (byte[] argument : arguments) {
            line.append(' ').append(Base64.getEncoder().encodeToString(argument));
        }
        cases.add(line.toString());
    }

    void ask(String word, String... arguments) {
        byte[][] bytes = new byte[arguments.length][];
        for (int i = 0; i < arguments.length; i++) {
            bytes[i] = arguments[i].getBytes(UTF_8);
        }
        ask(word, bytes);
    }

    /** For each case that was asked since: "accept" or "reject: why". */
    List<String> answers() throws IOException, InterruptedException {
        Path asked = folder.resolve("asked.txt");
        Files.write(asked, cases);
        run(asked, Path.of("answers.txt"), program.toString());
        List<String> answers = Files.readAllLines(folder.resolve("answers.txt"));
        if (answers.size() != cases.size()) {
            throw new IOException(answers.size() + " answers to " + cases.size() + " cases");
        }
        cases.clear();
        return answers;
    }

    private void run(Path in, Path out, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve(out).toFile());
        if (in != null) {
            process.redirectInput(in.toFile());
        }
        process.environment().put("GO111MODULE", "off");
        process.environment().put("GOPATH", LIBRARIES.toString());
        process.environment().put("GOCACHE", folder.resolve("cache").toString());
        process.environment().put("GOFLAGS", "");
        Process running = process.start();
        if (!running.waitFor(2, TimeUnit.MINUTES)) {
            running.destroyForcibly();
        }
    }
}
