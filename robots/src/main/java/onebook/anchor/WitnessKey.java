package onebook.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import onebook.ledger.Refusal;
import onebook.seal.MalformedException;
import onebook.seal.Signer;
import onebook.store.DurableFile;

/** The key of a witness, made when it is started for the first time. */
public final class WitnessKey {
    private static final int LONGEST_NAME = 200;

    private WitnessKey() { }

    /** Where a store keeps it unless it is said otherwise. */
    public static Path in(Path store) {
        return store.resolve("key.p12");
    }

    /**
     * @param file the PKCS#12 file; made where it is not there
     * @param name who the witness is ("witness.bank.example/books"), asked for at the first start;
     *     empty for any
     * @param passphrase asked for once
     * @throws AnchorException where it cannot be opened
     */
    public static Signer open(Path store, Path file, Optional<String> name,
            Supplier<char[]> passphrase) throws IOException, AnchorException {
        Files.createDirectories(store);
        Path kept = store.resolve("name");
        if (!Files.exists(kept)) {
            String chosen = name.orElseGet(WitnessKey::any) + "\n";
            DurableFile.write(kept, out -> out.write(chosen.getBytes(StandardCharsets.UTF_8)));
        }
        String known = Files.size(kept) > LONGEST_NAME ? "" : Files.readString(kept).strip();
        if (name.filter(other -> !other.equals(known)).isPresent()) {
            throw new AnchorException(Refusal.KEY_CANNOT_BE_OPENED,
                    "this witness is called " + known);
        }
        try {
            if (Files.exists(file)) {
                return Signer.load(file, passphrase.get(), known);
            }
            Signer made = Signer.create(known);
            made.store(file, passphrase.get());
            DurableFile.force(file.toAbsolutePath().getParent());
            return made;
        } catch (IOException | MalformedException wrong) {
            throw new AnchorException(Refusal.KEY_CANNOT_BE_OPENED, wrong.getMessage());
        }
    }

    private static String any() {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        return "witness.onebook.example/" + HexFormat.of().formatHex(random);
    }
}
