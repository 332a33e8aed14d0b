package onebook.robot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.schedule.MissedRunPolicy;

/**
 * The companies of an office.yaml. Paths are taken from the file's folder and may not leave it,
 * unless they are absolute; no two companies share a folder.
 */
record OfficeFile(MissedRunPolicy missed, List<OfficeCompany> companies) {
    private static final long LARGEST_BYTES = 1_000_000;

    /** The file as it is written. */
    private record Text(String missed, List<Entry> companies) { }

    private record Entry(String name, String book, String inbox, List<String> robots) { }

    static OfficeFile read(Path file) {
        Text text = text(file);
        if (text == null || text.companies() == null || text.companies().isEmpty()) {
            throw wrong("it lists no companies");
        }
        List<OfficeCompany> companies = new ArrayList<>();
        for (Entry entry : text.companies()) {
            companies.add(company(file.toAbsolutePath().getParent().normalize(), entry));
        }
        apart(companies);
        return new OfficeFile(policy(text.missed()), List.copyOf(companies));
    }

    /** An office of one book and every robot that has a schedule. */
    static OfficeFile ofBook(Path book) {
        Path absolute = book.toAbsolutePath().normalize();
        List<Robot> robots = Robots.all().stream().filter(OfficeFile::isScheduled).toList();
        return new OfficeFile(MissedRunPolicy.CATCH_UP_ONCE, List.of(new OfficeCompany(
                book.getFileName().toString(), absolute, absolute.resolveSibling("inbox"), robots,
                List.of())));
    }

    private static Text text(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_BYTES) {
                throw wrong("there is no such file: " + file);
            }
            return Json.yaml(Files.readString(file), Text.class);
        } catch (IOException | IllegalArgumentException broken) {
            throw wrong(broken.getMessage());
        }
    }

    private static MissedRunPolicy policy(String text) {
        try {
            return text == null ? MissedRunPolicy.CATCH_UP_ONCE
                    : MissedRunPolicy.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw wrong("missed: " + text + " is neither catch-up-once nor skip");
        }
    }

    private static OfficeCompany company(Path folder, Entry entry) {
        if (entry == null || isBlank(entry.name()) || isBlank(entry.book())) {
            throw wrong("a company needs a name and a book");
        }
        List<Problem> problems = new ArrayList<>();
        Path book = confined(folder, entry.book(), problems);
        Path inbox = isBlank(entry.inbox()) ? book.resolveSibling("inbox")
                : confined(folder, entry.inbox(), problems);
        List<Robot> robots = problems.isEmpty() ? robots(entry, problems) : List.of();
        return new OfficeCompany(entry.name(), book, inbox, robots, List.copyOf(problems));
    }

    private static Path confined(Path folder, String text, List<Problem> problems) {
        Path path = folder.resolve(text).normalize();
        if (!Path.of(text).isAbsolute() && !isInside(folder, path)) {
            problems.add(new Problem(Refusal.OFFICE_FILE_IS_WRONG, text,
                    text + " leaves the folder of the office file"));
        }
        return path;
    }

    /** Also by links: the part of the path that exists must really lie inside. */
    private static boolean isInside(Path folder, Path path) {
        if (!path.startsWith(folder) || path.equals(folder)) {
            return false;
        }
        Path there = path;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException broken) {
            return false;
        }
    }

    private static List<Robot> robots(Entry entry, List<Problem> problems) {
        List<Robot> robots = new ArrayList<>();
        for (String name : entry.robots() == null ? List.of("daily") : entry.robots()) {
            Robots.all().stream().filter(robot -> robot.name().equals(name)).findFirst()
                    .filter(OfficeFile::isScheduled).ifPresentOrElse(robots::add, () ->
                            problems.add(new Problem(Refusal.ROBOT_IS_UNKNOWN, name,
                                    "no robot with a schedule is called " + name)));
        }
        return robots.stream().distinct().toList();
    }

    private static boolean isScheduled(Robot robot) {
        return !robot.schedule().isBlank();
    }

    private static void apart(List<OfficeCompany> companies) {
        for (OfficeCompany one : companies) {
            if (one.book().startsWith(one.inbox())) {
                throw wrong(one.name() + ": the book lies in its own inbox");
            }
            for (OfficeCompany other : companies) {
                if (one != other && (one.name().equals(other.name()) || one.sharesWith(other))) {
                    throw wrong(one.name() + " and " + other.name()
                            + " need names, folders and inboxes of their own");
                }
            }
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static RefusedException wrong(String what) {
        return new RefusedException(Refusal.OFFICE_FILE_IS_WRONG, what);
    }
}
