package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sample company that comes with the product: a folder of inputs, as a user has it. */
public final class SampleCompany {
    private static final String PROFILE = "/templates/sample/inputs/company.yaml";

    private SampleCompany() { }

    /** Copies its inputs into a folder; files that are there already stay as they are. */
    public static Path copyTo(Path folder) {
        URL profile = SampleCompany.class.getResource(PROFILE);
        try {
            URI place = profile.toURI();
            if (place.getScheme().equals("jar")) {
                URI jar = URI.create(place.toString().substring(0, place.toString().indexOf('!')));
                try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
                    copy(files.getPath(PROFILE).getParent(), folder);
                }
            } else {
                copy(Path.of(place).getParent(), folder);
            }
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (URISyntaxException never) {
            throw new IllegalStateException(never);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(from)) {
            all = paths.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            if (!Files.exists(target)) {
                Files.copy(file, target);
            }
        }
    }
}
