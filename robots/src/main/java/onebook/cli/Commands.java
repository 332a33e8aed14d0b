package onebook.cli;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Constructor;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Makes commands, with the clock for those that ask for one; of a group whose next word names one
 * of them only that one, since most of the time to start goes into describing commands.
 */
final class Commands implements CommandLine.IFactory {
    /** The commands within a command, in the order in which help lists them. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Group {
        Class<?>[] value();
    }

    private final Clock clock;

    Commands(Clock clock) {
        this.clock = clock;
    }

    /** The command of this type, with what these words can reach of the commands within it. */
    CommandLine line(Class<?> type, List<String> words) {
        CommandLine line = new CommandLine(type, this);
        Group group = type.getAnnotation(Group.class);
        List<Class<?>> within = group == null ? List.of() : List.of(group.value());
        List<Class<?>> named = within.stream().filter(one -> !words.isEmpty()
                && one.getAnnotation(Command.class).name().equals(words.get(0))).toList();
        List<String> rest = named.isEmpty() ? List.of() : words.subList(1, words.size());
        (named.isEmpty() ? within : named).forEach(one -> line.addSubcommand(line(one, rest)));
        return line;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1
                    && constructor.getParameterTypes()[0] == Clock.class) {
                return type.cast(constructor.newInstance(clock));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
