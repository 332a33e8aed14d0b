package onebook.lender;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import onebook.seal.MalformedException;

/** UTF-8 without replacement characters. */
final class StrictText {
    private StrictText() { }

    static String of(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException broken) {
            throw new MalformedException("not UTF-8", broken);
        }
    }
}
