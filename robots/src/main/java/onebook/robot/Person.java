package onebook.robot;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import onebook.seal.TokenKey;

/**
 * Somebody who works with the book.
 *
 * @param name as it stands under vouchers; nobody else ever gets it
 * @param secretSha256 SHA-256 of what the book keeps of the password; empty where there is none
 * @param vkey the public key of the person's key file
 * @param token what the person signs approvals with
 * @param isHere false while the person is removed
 */
public record Person(String name, Set<Role> roles, String secretSha256, Optional<String> vkey,
        Token token, boolean isHere) {

    /**
     * A token, such as a U盾.
     *
     * @param key empty where none is registered
     * @param isRequired true where reviews and closes of the person hold with a token only
     */
    public record Token(Optional<TokenKey> key, boolean isRequired) {
        static final Token NONE = new Token(Optional.empty(), false);
    }

    public Person {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** Somebody new. */
    static Person of(String name, Set<Role> roles) {
        return new Person(name, roles, "", Optional.empty(), Token.NONE, true);
    }

    public boolean may(Duty duty) {
        return isHere && roles.stream().anyMatch(role -> role.includes(duty));
    }

    public boolean is(Role role) {
        return isHere && roles.contains(role);
    }

    Person with(Set<Role> others) {
        return new Person(name, others, secretSha256, vkey, token, isHere);
    }

    Person withSecret(String sha256) {
        return new Person(name, roles, sha256, vkey, token, isHere);
    }

    Person withKey(String key) {
        return new Person(name, roles, secretSha256, Optional.of(key), token, isHere);
    }

    Person withToken(Token other) {
        return new Person(name, roles, secretSha256, vkey, other, isHere);
    }

    Person back(Set<Role> others) {
        return new Person(name, others, "", Optional.empty(), Token.NONE, true);
    }

    Person gone() {
        return new Person(name, roles, "", Optional.empty(), Token.NONE, false);
    }
}
