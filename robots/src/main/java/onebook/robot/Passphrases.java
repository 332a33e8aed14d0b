package onebook.robot;

import java.util.Optional;

/**
 * What opens a book.
 *
 * @param key passphrase of the log key; empty for the key of a demo
 * @param book passphrase that the book is encrypted with; asked for only where it is
 */
public record Passphrases(Optional<char[]> key, Optional<char[]> book) {
    public static final Passphrases NONE = new Passphrases(Optional.empty(), Optional.empty());

    char[] keyOrDemo() {
        return key.orElseGet(Keyring.DEMO_PASSPHRASE::toCharArray);
    }
}
