package onebook.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No byte of a package is without meaning. */
class FlippedByteTest {
    @TempDir
    private Path folder;

    @Test
    void every_byte_changed_in_three_ways_fails_as_broken_or_malformed() throws IOException {
        Path file = SmallBook.honest().write(folder.resolve("x.obk"));
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(9162);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int at = 0; at < good.length; at++) {
                for (int change : new int[] {1, 0x20, 1 + random.nextInt(255)}) {
                    write(channel, at, (byte) (good[at] ^ change));
                    assertThat(verify(file)).as("byte %d changed by %d", at, change).isIn(1, 3);
                }
                write(channel, at, good[at]);
            }
        }
        assertThat(verify(file)).isZero();
        System.out.printf("%d bytes changed in three ways each: %d packages, all refused%n",
                good.length, 3 * good.length);
    }

    private static void write(FileChannel channel, int at, byte value) throws IOException {
        channel.write(ByteBuffer.wrap(new byte[] {value}), at);
    }

    private static int verify(Path file) throws IOException {
        return PackageVerifier.verify(file, SmallBook.policy(), Optional.empty()).exitCode();
    }

    @Test
    void truncated_lengthened_and_empty_files_are_malformed() throws IOException {
        Path file = SmallBook.honest().write(folder.resolve("x.obk"));
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length += 101) {
            assertThat(verify(Files.write(file, Arrays.copyOf(good, length)))).isEqualTo(3);
        }
        assertThat(verify(Files.write(file, Arrays.copyOf(good, good.length + 1)))).isEqualTo(3);
        assertThat(verify(Files.write(file, Arrays.copyOf(good, good.length + 4_096))))
                .isEqualTo(3);
    }
}
