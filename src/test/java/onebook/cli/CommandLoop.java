package onebook.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Runs the commands that come in, a line each with tabs between the words, in one process. */
public final class CommandLoop {
    private CommandLoop() { }

    public static void main(String[] none) throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Spoken spoken = Spoken.of(Clock.systemDefaultZone(), line.split("\t"));
            String told = spoken.exit() + " " + spoken.out() + spoken.err();
            System.out.write((told.replace("\n", "  ") + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
