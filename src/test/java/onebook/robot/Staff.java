package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import onebook.seal.Signer;

/** A firm whose book has one person for each role, each with the same password and own key. */
public final class Staff {
    public static final String OWNER = "周总";
    public static final String BOOKKEEPER = "陈会";
    public static final String REVIEWER = "李审";
    public static final String POSTER = "赵记";
    public static final String CASHIER = "钱出";
    public static final String AUDITOR = "孙查";
    /** What nobody may find in any file. */
    public static final String SECRET = "暗号-Geheimnis-2026";
    private static final Map<String, Role> ROLES = new LinkedHashMap<>();
    private static final Map<String, Signer> KEYS = new LinkedHashMap<>();
    private static final Map<String, byte[]> FILES = new TreeMap<>();

    static {
        ROLES.put(OWNER, Role.OWNER);
        ROLES.put(BOOKKEEPER, Role.BOOKKEEPER);
        ROLES.put(REVIEWER, Role.REVIEWER);
        ROLES.put(POSTER, Role.POSTER);
        ROLES.put(CASHIER, Role.CASHIER);
        ROLES.put(AUDITOR, Role.AUDITOR);
    }

    private Staff() { }

    /** Makes the book in the firm's folder; hashing takes a while, so it is made once. */
    public static synchronized Firm hire(Firm firm, Clock clock) {
        if (FILES.isEmpty()) {
            firm.begin(clock);
            try (Desk desk = Desk.open(firm.book(), clock)) {
                ROLES.forEach((name, role) -> add(desk, name, EnumSet.of(role)));
            }
            keep(firm.folder());
        }
        FILES.forEach((file, bytes) -> write(firm.folder().resolve(file), bytes));
        return firm;
    }

    /** Somebody new, with the password and a key; the owner is signed on already, or is this. */
    static void add(Desk desk, String name, Set<Role> roles) {
        People people = People.of(desk);
        String by = people.isSingleUser() ? name : OWNER;
        people.add(name, roles, SECRET.toCharArray(), by);
        Signer key = KEYS.computeIfAbsent(name, one ->
                Signer.create(SignOn.to(desk).keyName(one)));
        people.key(name, key.vkey(), by);
    }

    /** Signs off whoever is there, and on somebody by key, which is quick. */
    public static Desk as(String name, Desk desk) {
        SignOn signOn = SignOn.to(desk);
        signOn.off();
        signOn.answer(name, KEYS.get(name).sign(signOn.challenge(name)));
        return desk;
    }

    static Role roleOf(String name) {
        return ROLES.get(name);
    }

    static Set<String> names() {
        return ROLES.keySet();
    }

    static Signer keyOf(String name) {
        return KEYS.get(name);
    }

    private static void keep(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                FILES.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
