package onebook.robot;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.Refusal;
import onebook.seal.TokenChain;
import onebook.seal.TokenKey;
import onebook.seal.TokenStatement;
import onebook.store.OperationTable;

/**
 * Which person signs approvals with which token. Who registers, takes away or demands a token is
 * sealed like everything about people; a key that was one person's never becomes another's.
 */
public final class Tokens {
    private final Desk desk;

    private Tokens(Desk desk) {
        this.desk = desk;
    }

    public static Tokens of(Desk desk) {
        return new Tokens(desk);
    }

    /** Reviews and closes are signed with it until its holder signs off, which closes it. */
    public void hold(HeldToken token) {
        synchronized (desk) {
            open().session().hold(token);
        }
    }

    /**
     * Registers the token, which proves that it holds its key. Somebody's first token may be
     * registered by himself, another one by the owner only: a password that was found out must
     * not be enough to approve under a name.
     */
    public Person register(String name, HeldToken token, String by) {
        synchronized (desk) {
            boolean isFirst = roster().find(name).map(one -> one.token().key().isEmpty()
                    && !one.token().isRequired()).orElse(false);
            open().mayWrite(isFirst && name.equals(by) ? Duty.READ : Duty.ADMINISTER, by);
            Person person = find(name);
            mayBelong(token.key(), name);
            Person.Token held = new Person.Token(Optional.of(token.key()),
                    person.token().isRequired());
            return sealed(person.withToken(held), by, "token of " + name, Optional.of(token));
        }
    }

    /** The token signs no more; what it signed before holds. */
    public Person remove(String name, String by) {
        synchronized (desk) {
            open().mayWrite(Duty.ADMINISTER, by);
            Person person = find(name);
            if (person.token().key().isEmpty()) {
                throw new RefusedException(Refusal.TOKEN_IS_NOT_REGISTERED, name);
            }
            return sealed(person.withToken(new Person.Token(Optional.empty(),
                    person.token().isRequired())), by, "remove token of " + name,
                    Optional.empty());
        }
    }

    /** From now on reviews and closes of the person hold with a token only, or without one too. */
    public Person require(String name, boolean isRequired, String by) {
        synchronized (desk) {
            open().mayWrite(Duty.ADMINISTER, by);
            Person person = find(name);
            return sealed(person.withToken(new Person.Token(person.token().key(), isRequired)),
                    by, "token of " + name + (isRequired ? " required" : " not required"),
                    Optional.empty());
        }
    }

    /** How much of what people approved their tokens signed; nothing where none ever was used. */
    public TokenChain.Counts counts() {
        synchronized (desk) {
            return chain(open()).counts();
        }
    }

    /** What the log of a book says of tokens, each signature tried. */
    static TokenChain chain(OpenBook open) {
        TokenChain chain = new TokenChain();
        OperationTable.of(open.unguarded()).eachApproval(chain::add);
        return chain;
    }

    private void mayBelong(TokenKey key, String name) {
        open().operations().ofPeople().stream().map(leaf -> leaf.body().get("person"))
                .filter(body -> body instanceof Map<?, ?> person && !name.equals(person.get("name"))
                        && person.get("token") instanceof Map<?, ?> token
                        && key.spki().equals(token.get("spki")))
                .findFirst().ifPresent(other -> {
                    throw new RefusedException(Refusal.TOKEN_IS_SOMEBODY_ELSES,
                            String.valueOf(((Map<?, ?>) other).get("name")));
                });
    }

    private Person find(String name) {
        return roster().find(name).orElseThrow(() ->
                new RefusedException(Refusal.PERSON_IS_UNKNOWN, name));
    }

    /** @param proving the token that is new */
    private Person sealed(Person person, String by, String what, Optional<HeldToken> proving) {
        Map<String, Object> body = Roster.body(person);
        open().unguarded().transaction(() -> {
            proving.ifPresent(token -> body.put("token", proven(person.name(), token)));
            open().operation(by, what, Map.of("person", body));
            return open().checkpoint();
        });
        roster().apply(Map.of("person", body));
        return person;
    }

    private Map<String, Object> proven(String name, HeldToken token) {
        TokenKey key = token.key();
        return new TreeMap<>(Map.of("alg", key.alg(), "spki", key.spki(), "proof",
                TokenSigning.signature(token, TokenStatement.possession(
                        Keyring.origin(open().company()), name, key,
                        TokenSigning.place(open())))));
    }

    private OpenBook open() {
        return desk.book();
    }

    private Roster roster() {
        return open().session().roster();
    }
}
