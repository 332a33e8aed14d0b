package onebook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.report.Span;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** What is typed becomes a value, or wrong usage with a sentence that says how it is written. */
final class Arguments {
    private static final String MONTH = "a month is written 2026-03";
    private static final String READABLE = "name a file that can be read";

    private Arguments() { }

    static void understoodBy(CommandLine line) {
        line.registerConverter(Period.class, text -> {
            require(text.matches("[0-9]{4}-[0-9]{2}"), MONTH, text);
            return read(text, Period::parse, MONTH);
        });
        line.registerConverter(Span.class, text -> read(text, Span::parse,
                "a period is written 2026-03, 2026Q1 or 2026"));
        line.registerConverter(LocalDate.class, text -> read(text, LocalDate::parse,
                "a day is written 2026-03-31"));
        line.registerConverter(AccountCode.class, text -> read(text, AccountCode::of,
                "an account code is written 1002 or 1002.01"));
        line.registerConverter(EntryNumber.class, text -> read(text, EntryNumber::parse,
                "a voucher number is written 2026-03-0007"));
        line.registerConverter(Money.class, text -> read(text, Money::parse,
                "an amount is written 1234.50"));
        line.registerConverter(Path.class, Arguments::path);
    }

    private static <T> T read(String text, Function<String, T> form, String how) {
        try {
            return form.apply(text);
        } catch (RuntimeException wrong) {
            throw new TypeConversionException(how + ", not " + text);
        }
    }

    private static Path path(String text) {
        require(!text.isBlank(), "a file has a name", "nothing");
        return read(text, Path::of, "a file's name has no such characters");
    }

    private static void require(boolean holds, String how, String text) {
        if (!holds) {
            throw new TypeConversionException(how + ", not " + text);
        }
    }

    /** Wrong usage where the value is none of these. */
    static void oneOf(CommandSpec spec, String option, String value, String... these) {
        if (!List.of(these).contains(value)) {
            throw wrong(spec, option + " is " + String.join(" or ", these) + ", not " + value);
        }
    }

    static ParameterException wrong(CommandSpec spec, String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** Wrong usage where one of the files is not there. */
    static void given(CommandSpec spec, List<Path> files) {
        for (Path file : files) {
            if (!isReadable(file)) {
                throw wrong(spec, READABLE + ", not " + file);
            }
        }
    }

    private static boolean isReadable(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }

    /** A file that is there and can be read. */
    static final class Given implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            Path file = path(text);
            require(isReadable(file), READABLE, text);
            return file;
        }
    }

    /** A file that can be written, in a folder that is there or can be made. */
    static final class Written implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            Path file = path(text);
            require(!Files.isDirectory(file) && isPlaceFor(file.toAbsolutePath().getParent()),
                    "name a file that can be written", text);
            return file;
        }
    }

    /** A folder that is there or can be made. */
    static final class Folder implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            Path folder = path(text);
            require(isPlaceFor(folder.toAbsolutePath()),
                    "name a folder that can be written", text);
            return folder;
        }
    }

    private static boolean isPlaceFor(Path folder) {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && Files.isDirectory(there) && Files.isWritable(there);
    }
}
