package onebook.robot;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who works with the book.
 *
 * @param name as it stands under vouchers; nobody else ever gets it
 * @param secretSha256 SHA-256 of what the book keeps of the password; empty where there is none
 * @param vkey the public key of the person's key file
 * @param isHere false while the person is removed
 */
public record Person(String name, Set<Role> roles, String secretSha256, Optional<String> vkey,
        boolean isHere) {

    public Person {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    public boolean may(Duty duty) {
        return isHere && roles.stream().anyMatch(role -> role.includes(duty));
    }

    public boolean is(Role role) {
        return isHere && roles.contains(role);
    }

    Person with(Set<Role> others) {
        return new Person(name, others, secretSha256, vkey, isHere);
    }

    Person withSecret(String sha256) {
        return new Person(name, roles, sha256, vkey, isHere);
    }

    Person withKey(String key) {
        return new Person(name, roles, secretSha256, Optional.of(key), isHere);
    }

    Person back(Set<Role> others) {
        return new Person(name, others, "", Optional.empty(), true);
    }

    Person gone() {
        return new Person(name, roles, "", Optional.empty(), false);
    }
}
