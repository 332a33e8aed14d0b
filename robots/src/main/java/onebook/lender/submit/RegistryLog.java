package onebook.lender.submit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import onebook.ledger.Refusal;
import onebook.seal.CanonicalJson;
import onebook.seal.Checkpoint;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;
import onebook.seal.Signer;
import onebook.seal.Verifier;

/** The registry's own RFC 6962 log: a line of canonical JSON a request, and a signed head. */
final class RegistryLog implements AutoCloseable {
    private final Path head;
    private final Signer key;
    private final FileChannel file;
    private final MerkleLog tree = new MerkleLog();
    private final List<byte[]> lines = new ArrayList<>();

    /** Refuses with STORE_IS_DAMAGED where the log is not what was signed. */
    RegistryLog(Path folder, Signer key) throws IOException {
        this.head = folder.resolve("head");
        this.key = key;
        Path log = folder.resolve("log.jsonl");
        this.file = FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            load(log);
            compare();
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** A last line without its end was never answered to anybody and goes. */
    private void load(Path log) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] == '\n') {
                keep(Arrays.copyOfRange(all, from, i));
                from = i + 1;
            }
        }
        file.truncate(from);
        file.position(from);
    }

    private void keep(byte[] line) {
        lines.add(line);
        tree.append(line);
    }

    private void compare() throws IOException {
        if (!Files.exists(head)) {
            if (tree.size() > 1) {
                throw damaged("the signed head is gone");
            }
            return;
        }
        try {
            Checkpoint signed = Verifier.parse(key.vkey()).open(Files.readString(head))
                    .map(Checkpoint::parse).orElseThrow(() -> damaged("the head is not signed"));
            if (signed.size() > tree.size()
                    || !Arrays.equals(signed.root(), tree.rootAt(signed.size()))) {
                throw damaged("the log is not what was signed");
            }
        } catch (MalformedException wrong) {
            throw damaged("the head is no checkpoint");
        }
    }

    static SubmissionRefused damaged(String why) {
        return new SubmissionRefused(Refusal.STORE_IS_DAMAGED, why);
    }

    long size() {
        return tree.size();
    }

    Map<?, ?> leaf(long index) {
        return (Map<?, ?>) CanonicalJson.parse(lines.get(Math.toIntExact(index)));
    }

    byte[] hash(long index) {
        return tree.leafHash(index);
    }

    String line(long index) {
        return CanonicalJson.text(lines.get(Math.toIntExact(index)));
    }

    /** On the disk when it returns, and the new head signed. */
    void append(Map<String, Object> leaf) throws IOException {
        byte[] line = CanonicalJson.write(leaf);
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        long before = file.position();
        try {
            for (ByteBuffer rest = ByteBuffer.wrap(ended); rest.hasRemaining(); ) {
                file.write(rest);
            }
            file.force(true);
        } catch (IOException full) {
            file.truncate(before);
            file.position(before);
            throw full;
        }
        keep(line);
        WholeFile.write(head, CanonicalJson.utf8(checkpoint()));
    }

    String checkpoint() {
        return key.sign(Checkpoint.of(key.name(), tree).body());
    }

    List<String> path(long index) {
        return tree.inclusion(index, tree.size()).stream()
                .map(Base64.getEncoder()::encodeToString).toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
