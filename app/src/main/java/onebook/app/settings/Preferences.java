package onebook.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import onebook.app.common.Texts.Language;

/** The preferences of one person on this machine, kept in a properties file. */
public final class Preferences {
    private static final int RECENT = 8;

    private final Path file;
    private final Properties values = new Properties();

    private Preferences(Path file) {
        this.file = file;
    }

    /** What the file holds; an unreadable file counts as none. */
    public static Preferences in(Path file) {
        Preferences preferences = new Preferences(file);
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                preferences.values.load(reader);
            } catch (IOException | IllegalArgumentException broken) {
                preferences.values.clear();
            }
        }
        return preferences;
    }

    /** The file in the home of whoever runs this. */
    public static Preferences ofThisPerson() {
        String place = System.getProperty("onebook.preferences",
                System.getProperty("user.home") + "/.onebook/desktop.properties");
        return in(Path.of(place));
    }

    public Language language() {
        String code = values.getProperty("language", Locale.getDefault().getLanguage());
        boolean isChosen = values.containsKey("language");
        return code.equals("zh") || !isChosen && !code.equals("en") ? Language.ZH : Language.EN;
    }

    public void language(Language language) {
        set("language", language.code());
    }

    public boolean isDark() {
        return values.getProperty("theme", "light").equals("dark");
    }

    public void isDark(boolean isDark) {
        set("theme", isDark ? "dark" : "light");
    }

    /** Size of text in percent of the usual. */
    public int textPercent() {
        String percent = values.getProperty("text", "100");
        return List.of("90", "100", "115", "130", "150").contains(percent)
                ? Integer.parseInt(percent) : 100;
    }

    public void textPercent(int percent) {
        set("text", String.valueOf(percent));
    }

    /** The name that stands under what this person lets in. */
    public String person() {
        String name = values.getProperty("person", "").strip();
        return name.isEmpty() ? System.getProperty("user.name", "?") : name;
    }

    public void person(String name) {
        set("person", name.strip());
    }

    /** The books opened last that still exist, newest first. */
    public List<Path> recent() {
        List<Path> books = new ArrayList<>();
        for (int i = 0; i < RECENT; i++) {
            path(values.getProperty("recent." + i)).filter(Files::isRegularFile)
                    .ifPresent(books::add);
        }
        return books;
    }

    public void opened(Path book) {
        List<Path> books = recent();
        Path full = book.toAbsolutePath().normalize();
        books.remove(full);
        books.add(0, full);
        for (int i = 0; i < RECENT; i++) {
            values.remove("recent." + i);
            if (i < books.size()) {
                values.setProperty("recent." + i, books.get(i).toString());
            }
        }
        save();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.ofNullable(text).map(Path::of);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private void set(String key, String value) {
        values.setProperty(key, value);
        save();
    }

    private void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                values.store(writer, "OneBook desktop");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
