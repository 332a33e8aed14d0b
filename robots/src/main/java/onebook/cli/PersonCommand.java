package onebook.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import onebook.robot.Desk;
import onebook.robot.People;
import onebook.robot.Person;
import onebook.robot.Role;
import onebook.robot.SignOn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "person", description = "the people of a book and their roles")
@Commands.Group({PersonCommand.Add.class, PersonCommand.ListAll.class,
            PersonCommand.Roles.class, PersonCommand.NewPassword.class, PersonCommand.Key.class,
            PersonToken.class, PersonCommand.Remove.class, PersonCommand.Restore.class,
            PersonCommand.OnePerson.class})
final class PersonCommand {
    /** What every one of these commands has. */
    abstract static class OfPeople implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private Output out;

        OfPeople(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                run(desk, People.of(desk), book.by());
                return 0;
            }
        }

        abstract void run(Desk desk, People people, String by);

        void print(Person person) {
            if (out.isJson()) {
                ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", person.name());
                person.roles().forEach(role -> json.withArray("roles").add(role.code()));
                person.vkey().ifPresent(vkey -> json.put("vkey", vkey));
                person.token().key().ifPresent(key -> json.put("token", key.sha256()));
                if (person.token().isRequired()) {
                    json.put("tokenRequired", true);
                }
                if (!person.isHere()) {
                    json.put("removed", true);
                }
                out.print(json);
            } else {
                out.print("%-12s %s%s%s%s".formatted(person.name(), String.join(" ",
                        person.roles().stream().map(Role::code).toList()),
                        person.vkey().isPresent() ? "  (key)" : "",
                        person.token().isRequired() ? "  (signs with a token)"
                                : person.token().key().isPresent() ? "  (token)" : "",
                        person.isHere() ? "" : "  (removed)"));
            }
        }
    }

    /** What concerns somebody. */
    abstract static class OfOne extends OfPeople {
        @Option(names = "--name", required = true, paramLabel = "NAME")
        String name;

        OfOne(Clock clock) {
            super(clock);
        }
    }

    /** What says which roles somebody has. */
    abstract static class WithRoles extends OfOne {
        @Option(names = "--role", required = true,
                paramLabel = "bookkeeper|reviewer|poster|cashier|owner|auditor")
        private List<Role> roles;

        WithRoles(Clock clock) {
            super(clock);
        }

        Set<Role> roles() {
            return EnumSet.copyOf(roles);
        }
    }

    @Command(name = "add", description = "adds somebody; the first is the owner")
    static final class Add extends WithRoles {
        Add(Clock clock) {
            super(clock);
        }

        @Override
        void run(Desk desk, People people, String by) {
            print(people.add(name, roles(), Passphrase.password(Passphrase.NEW_PASSWORD,
                    "Password for " + name), by));
        }
    }

    @Command(name = "list", description = "who there is")
    static final class ListAll extends OfPeople {
        ListAll(Clock clock) {
            super(clock);
        }

        @Override
        void run(Desk desk, People people, String by) {
            if (people.isSingleUser()) {
                System.err.println("单用户模式：还没有人员，任何人都可以做任何事。"
                        + " Single-user mode: nobody is named, anybody may do anything.");
            } else if (people.isOnePerson()) {
                System.err.println("一人模式：制单人可以审核自己的凭证。"
                        + " One-person mode: who prepares may review.");
            }
            people.list().forEach(this::print);
            people.removed().forEach(this::print);
        }
    }

    @Command(name = "role", description = "gives somebody these roles and no others")
    static final class Roles extends WithRoles {
        Roles(Clock clock) {
            super(clock);
        }

        @Override
        void run(Desk desk, People people, String by) {
            print(people.give(name, roles(), by));
        }
    }

    @Command(name = "password", description = "sets a password: the own, or as owner anybody's")
    static final class NewPassword extends OfOne {
        NewPassword(Clock clock) {
            super(clock);
        }

        @Override
        void run(Desk desk, People people, String by) {
            print(people.password(name, Passphrase.password(Passphrase.NEW_PASSWORD,
                    "New password for " + name), by));
        }
    }

    @Command(name = "key", description = "makes a key file that signs on, or takes a public key")
    static final class Key extends OfOne {
        @Option(names = "--out", paramLabel = "FILE", converter = Arguments.Written.class,
                description = "the new key file")
        private Optional<Path> file;
        @Option(names = "--vkey", paramLabel = "VKEY",
                description = "public key of a key made elsewhere")
        private Optional<String> vkey;
        @Spec
        private CommandSpec spec;

        Key(Clock clock) {
            super(clock);
        }

        @Override
        void run(Desk desk, People people, String by) {
            if (file.isPresent() == vkey.isPresent()) {
                throw Arguments.wrong(spec, "give --out or --vkey, whose key is named "
                        + SignOn.to(desk).keyName(name));
            }
            print(vkey.map(key -> people.key(name, key, by)).orElseGet(() ->
                    people.makeKey(name, file.get(), Passphrase.password(
                            Passphrase.NEW_PASSWORD, "Password of the key file"), by)));
        }
    }

    @Command(name = "remove", description = "somebody leaves; nobody else gets the name")
    static final class Remove extends OfOne {
        Remove(Clock clock) {
            super(clock);
        }

        @Override
        void run(Desk desk, People people, String by) {
            people.remove(name, by);
        }
    }

    @Command(name = "restore", description = "somebody who was removed is there again")
    static final class Restore extends WithRoles {
        Restore(Clock clock) {
            super(clock);
        }

        @Override
        void run(Desk desk, People people, String by) {
            print(people.restore(name, roles(), Passphrase.password(Passphrase.NEW_PASSWORD,
                    "New password for " + name), by));
        }
    }

    @Command(name = "one-person", description = "lets one person prepare, review and post, or not")
    static final class OnePerson extends OfPeople {
        @Option(names = "--allow", required = true, paramLabel = "yes|no")
        private String allow;
        @Spec
        private CommandSpec spec;

        OnePerson(Clock clock) {
            super(clock);
        }

        @Override
        void run(Desk desk, People people, String by) {
            Arguments.oneOf(spec, "--allow", allow, "yes", "no");
            people.onePerson(allow.equals("yes"), by);
        }
    }
}
