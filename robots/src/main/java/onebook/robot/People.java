package onebook.robot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.Refusal;
import onebook.seal.MalformedException;
import onebook.seal.Signer;
import onebook.seal.Verifier;
import onebook.store.SecretTable;

/**
 * The people of a book and what each may do. A book without people is used by one person who may
 * do everything (单用户); with the first person, its owner, that ends. Passwords are wiped here;
 * none is kept, logged or told.
 */
public final class People {
    private final Desk desk;

    private People(Desk desk) {
        this.desk = desk;
    }

    public static People of(Desk desk) {
        return new People(desk);
    }

    // ---- who is there

    /** True where the book has no people; tell the user so (会计基础工作规范 12条). */
    public boolean isSingleUser() {
        synchronized (desk) {
            return roster().isSingleUser();
        }
    }

    /** True where the owner let one person prepare, review and post. */
    public boolean isOnePerson() {
        synchronized (desk) {
            return roster().isOnePerson();
        }
    }

    public List<Person> list() {
        synchronized (desk) {
            session().mayRead();
            return roster().here();
        }
    }

    /** Those who were removed. */
    public List<Person> removed() {
        synchronized (desk) {
            session().mayRead();
            return roster().ever().stream().filter(person -> !person.isHere()).toList();
        }
    }

    /** In a book of one user, the name under which the user acts. */
    public void call(String name) {
        synchronized (desk) {
            session().call(name);
        }
    }

    // ---- changes, all of them the owner's

    /** Adds somebody; the first is the owner, who is signed on with that. */
    public Person add(String name, Set<Role> roles, char[] password, String by) {
        synchronized (desk) {
            try {
                mayAdminister(by);
                String known = mayBeCalled(name);
                mayHave(roles);
                if (roster().isSingleUser() && !roles.contains(Role.OWNER)) {
                    throw new RefusedException(Refusal.FIRST_PERSON_IS_THE_OWNER, name);
                }
                boolean isFirst = roster().isSingleUser();
                Person person = withPassword(Person.of(known, roles), password,
                        isFirst ? known : by, "add person " + known);
                if (isFirst) {
                    session().enter(person);
                }
                return person;
            } finally {
                Arrays.fill(password, '\0');
            }
        }
    }

    public Person give(String name, Set<Role> roles, String by) {
        synchronized (desk) {
            mayAdminister(by);
            mayHave(roles);
            Person person = find(name).with(roles);
            mayLose(name, roles);
            return sealed(person, by, "roles of " + name);
        }
    }

    /** The owner sets anybody's, everybody his own. */
    public Person password(String name, char[] password, String by) {
        synchronized (desk) {
            try {
                mayChange(name, by);
                return withPassword(find(name), password, by, "password of " + name);
            } finally {
                Arrays.fill(password, '\0');
            }
        }
    }

    /** Makes a key file for somebody and lets it sign on; the passphrase locks the file. */
    public Person makeKey(String name, Path file, char[] passphrase, String by) {
        synchronized (desk) {
            try {
                mayChange(name, by);
                find(name);
                Signer signer = Signer.create(SignOn.keyName(open(), name));
                signer.store(file, passphrase);
                return key(name, signer.vkey(), by);
            } catch (IOException unwritable) {
                throw new RefusedException(Refusal.KEY_CANNOT_BE_OPENED, unwritable.getMessage());
            } finally {
                Arrays.fill(passphrase, '\0');
            }
        }
    }

    /** Lets a key sign on that was made elsewhere. Its name must be {@link SignOn#keyName}. */
    public Person key(String name, String vkey, String by) {
        synchronized (desk) {
            mayChange(name, by);
            Person person = find(name);
            try {
                if (!Verifier.parse(vkey).name().equals(SignOn.keyName(open(), name))) {
                    throw new MalformedException("another name");
                }
            } catch (MalformedException wrong) {
                throw new RefusedException(Refusal.KEY_CANNOT_BE_OPENED,
                        SignOn.keyName(open(), name));
            }
            return sealed(person.withKey(vkey), by, "key of " + name);
        }
    }

    /**
     * The person signs on no more, until {@link #restore restored}; what stands under the name
     * stays, and nobody else gets it.
     */
    public void remove(String name, String by) {
        synchronized (desk) {
            mayAdminister(by);
            Person person = find(name);
            mayLose(name, Set.of());
            sealed(person.gone(), by, "remove person " + name);
        }
    }

    /** Somebody who was removed works with the book again, with these roles and a new password. */
    public Person restore(String name, Set<Role> roles, char[] password, String by) {
        synchronized (desk) {
            try {
                mayAdminister(by);
                mayHave(roles);
                Person gone = removed().stream().filter(one -> one.name().equals(name)).findFirst()
                        .orElseThrow(() -> new RefusedException(Refusal.PERSON_IS_UNKNOWN, name));
                return withPassword(gone.back(roles), password, by, "restore person " + name);
            } finally {
                Arrays.fill(password, '\0');
            }
        }
    }

    /** Lets one person prepare, review and post (or ends that); the log keeps who decided so. */
    public void onePerson(boolean isAllowed, String by) {
        synchronized (desk) {
            mayAdminister(by);
            if (!isAllowed) {
                roster().here().forEach(person -> mayHave(person.roles(), false));
            }
            sealed(Map.of("one_person", isAllowed), by,
                    "one-person mode " + (isAllowed ? "on" : "off"));
        }
    }

    // ---- what stands in the way

    private void mayAdminister(String by) {
        open().mayWrite(Duty.ADMINISTER, by);
    }

    private void mayChange(String name, String by) {
        open().mayWrite(name.equals(by) ? Duty.READ : Duty.ADMINISTER, by);
    }

    private Person find(String name) {
        return roster().find(name).orElseThrow(() ->
                new RefusedException(Refusal.PERSON_IS_UNKNOWN, name));
    }

    private String mayBeCalled(String name) {
        String plain = PersonName.of(name).orElseThrow(() ->
                new RefusedException(Refusal.NAME_CANNOT_BE_USED, ""));
        roster().ever().stream().filter(other -> PersonName.areAlike(other.name(), plain))
                .findFirst().ifPresent(other -> {
                    throw new RefusedException(Refusal.PERSON_EXISTS, other.name());
                });
        return plain;
    }

    private void mayHave(Set<Role> roles) {
        mayHave(roles, roster().isOnePerson());
    }

    private static void mayHave(Set<Role> roles, boolean isOnePerson) {
        String conflict = Segregation.standard().conflict(roles, isOnePerson);
        if (!conflict.isEmpty()) {
            throw new RefusedException(Refusal.ROLES_CONFLICT, conflict);
        }
    }

    private void mayLose(String name, Set<Role> left) {
        boolean isLast = roster().here().stream().filter(person -> person.is(Role.OWNER))
                .allMatch(person -> person.name().equals(name));
        if (isLast && !left.contains(Role.OWNER)) {
            throw new RefusedException(Refusal.LAST_OWNER_STAYS, name);
        }
    }

    // ---- sealing

    private Person withPassword(Person person, char[] password, String by, String what) {
        if (Password.isWeak(password, person.name())) {
            throw new RefusedException(Refusal.PASSWORD_IS_TOO_WEAK, person.name());
        }
        SecretTable.Row row = new SecretTable.Row(person.name(), Password.record(password), 0,
                Instant.EPOCH);
        return sealed(person.withSecret(SignOn.digest(row)), by, what, secrets -> secrets.set(row));
    }

    private Person sealed(Person person, String by, String what) {
        return sealed(person, by, what, secrets -> {
            if (!person.isHere()) {
                secrets.delete(person.name());
            }
        });
    }

    private interface Change {
        void of(SecretTable secrets);
    }

    private Person sealed(Person person, String by, String what, Change change) {
        Map<String, Object> body = Map.of("person", Roster.body(person));
        open().unguarded().transaction(() -> {
            change.of(open().secrets());
            open().operation(by, what, body);
            return open().checkpoint();
        });
        roster().apply(body);
        return person;
    }

    private void sealed(Map<String, Object> person, String by, String what) {
        Map<String, Object> body = Map.of("person", person);
        open().unguarded().transaction(() -> {
            open().operation(by, what, body);
            return open().checkpoint();
        });
        roster().apply(body);
    }

    private OpenBook open() {
        return desk.book();
    }

    private Session session() {
        return open().session();
    }

    private Roster roster() {
        return session().roster();
    }
}
