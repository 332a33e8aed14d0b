package onebook.cli;

import java.lang.reflect.Constructor;
import java.time.Clock;
import picocli.CommandLine;

/** Makes commands, with the clock for those that ask for one. */
final class Commands implements CommandLine.IFactory {
    private final Clock clock;

    Commands(Clock clock) {
        this.clock = clock;
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
