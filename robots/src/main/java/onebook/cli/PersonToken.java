package onebook.cli;

import java.time.Clock;
import java.util.Optional;
import onebook.robot.Desk;
import onebook.robot.HeldToken;
import onebook.robot.People;
import onebook.robot.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "token", description = "what somebody signs reviews and closes with (U盾)")
final class PersonToken extends PersonCommand.OfOne {
    @Mixin
    private TokenOption token;
    @Option(names = "--remove", description = "the token signs no more")
    private boolean isRemoved;
    @Option(names = "--required", paramLabel = "yes|no",
            description = "whether reviews and closes hold with a token only")
    private Optional<String> required;
    @Spec
    private CommandSpec spec;

    PersonToken(Clock clock) {
        super(clock);
    }

    @Override
    void run(Desk desk, People people, String by) {
        if (isRemoved == token.isGiven() && (isRemoved || required.isEmpty())) {
            throw Arguments.wrong(spec, "give --pkcs11 or --remove, or --required");
        }
        required.ifPresent(yes -> Arguments.oneOf(spec, "--required", yes, "yes", "no"));
        Tokens tokens = Tokens.of(desk);
        if (token.isGiven()) {
            try (HeldToken held = token.open()) {
                tokens.register(name, held, by);
            }
        } else if (isRemoved) {
            tokens.remove(name, by);
        }
        required.ifPresent(yes -> tokens.require(name, yes.equals("yes"), by));
        people.list().stream().filter(one -> one.name().equals(name)).forEach(this::print);
    }
}
