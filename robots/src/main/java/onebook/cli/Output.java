package onebook.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import onebook.robot.RunReport;
import picocli.CommandLine.Option;

/** How a command prints: text for people or one JSON object per line, progress or none. */
final class Output {
    private static final ObjectMapper JSON = new ObjectMapper();

    enum Format { TEXT, JSON }

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
            description = "how results are printed")
    private Format format;
    @Option(names = "--quiet", description = "no progress")
    private boolean isQuiet;

    boolean isJson() {
        return format == Format.JSON;
    }

    void print(Object line) {
        System.out.println(line);
    }

    /** One JSON object on a line of its own. */
    void json(Map<String, Object> object) {
        try {
            print(JSON.writeValueAsString(object));
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** A bar on a terminal, nothing elsewhere. */
    RunReport.Progress progress() {
        if (isQuiet || System.console() == null) {
            return RunReport.Progress.SILENT;
        }
        return (step, done, total) -> {
            int width = total == 0 ? 20 : 20 * done / total;
            System.err.printf("\r[%-20s] %d/%d %-50.50s", "#".repeat(width), done, total, step);
            if (done + 1 >= total) {
                System.err.printf("\r%78s\r", "");
            }
            return true;
        };
    }
}
