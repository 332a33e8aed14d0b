package onebook.robot;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.TokenKey;
import onebook.store.BookAudit;
import onebook.store.SecretTable;

/**
 * Who the people of a book are, out of the log alone: a table could be changed by whoever can
 * write the file, the log cannot without anybody noticing.
 */
final class Roster {
    private final Map<String, Person> people = new LinkedHashMap<>();
    private boolean isOnePerson;

    static Roster of(List<Leaf> leaves) {
        Roster roster = new Roster();
        leaves.forEach(leaf -> roster.apply(leaf.body()));
        return roster;
    }

    /** What an operation changed; see templates/lender/leaf-format.md. */
    void apply(Map<String, Object> operation) {
        if (!(operation.get("person") instanceof Map<?, ?> body)) {
            throw new MalformedException("an operation without a person");
        }
        if (body.get("one_person") instanceof Boolean mode) {
            isOnePerson = mode;
        } else {
            Person person = person(body);
            people.put(person.name(), person);
        }
    }

    static Map<String, Object> body(Person person) {
        Map<String, Object> body = new TreeMap<>();
        body.put("name", person.name());
        body.put("roles", person.roles().stream().map(Role::code).toList());
        body.put("here", person.isHere());
        if (!person.secretSha256().isEmpty()) {
            body.put("secret_sha256", person.secretSha256());
        }
        person.vkey().ifPresent(vkey -> body.put("vkey", vkey));
        person.token().key().ifPresent(key -> body.put("token",
                Map.of("alg", key.alg(), "spki", key.spki())));
        if (person.token().isRequired()) {
            body.put("token_required", true);
        }
        return body;
    }

    private static Person.Token token(Map<?, ?> body) {
        Optional<TokenKey> key = Optional.ofNullable((Map<?, ?>) body.get("token")).map(token ->
                new TokenKey((String) token.get("alg"), (String) token.get("spki")));
        return new Person.Token(key, Boolean.TRUE.equals(body.get("token_required")));
    }

    private static Person person(Map<?, ?> body) {
        try {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            ((List<?>) body.get("roles")).forEach(role ->
                    roles.add(Role.valueOf(((String) role).toUpperCase(Locale.ROOT))));
            String secret = (String) body.get("secret_sha256");
            return new Person((String) body.get("name"), roles, secret == null ? "" : secret,
                    Optional.ofNullable((String) body.get("vkey")), token(body),
                    (Boolean) body.get("here"));
        } catch (RuntimeException wrong) {
            throw new MalformedException("an operation about a person cannot be read", wrong);
        }
    }

    /** True where the book never had people: one user, who may do everything. */
    boolean isSingleUser() {
        return people.isEmpty();
    }

    /** True where the owner allowed one person to prepare, review and post. */
    boolean isOnePerson() {
        return isOnePerson;
    }

    Optional<Person> find(String name) {
        return Optional.ofNullable(people.get(name)).filter(Person::isHere);
    }

    /** True where approvals of the person hold with a token only. */
    boolean mustSign(String name) {
        return find(name).map(person -> person.token().isRequired()).orElse(false);
    }

    /** Everybody, also those who are gone. */
    List<Person> ever() {
        return List.copyOf(people.values());
    }

    List<Person> here() {
        return people.values().stream().filter(Person::isHere).toList();
    }

    /** Secrets that are not those the log names: somebody changed the file past the book. */
    List<BookAudit.Damage> audit(List<SecretTable.Row> secrets) {
        Map<String, String> kept = new TreeMap<>();
        secrets.forEach(row -> kept.put(row.name(), SignOn.digest(row)));
        Map<String, String> sealed = new TreeMap<>();
        here().forEach(person -> sealed.put(person.name(), person.secretSha256()));
        Set<String> names = new TreeSet<>(kept.keySet());
        names.addAll(sealed.keySet());
        return names.stream().filter(name -> !Objects.equals(kept.get(name), sealed.get(name)))
                .map(name -> new BookAudit.Damage("person " + name,
                        "the password in the file is not the one that was sealed")).toList();
    }
}
