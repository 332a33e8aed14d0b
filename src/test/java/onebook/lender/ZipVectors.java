package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import onebook.Vectors;

/**
 * Containers in the strict form, and such as any program for ZIP files would open. Its writer is a
 * second one: with nothing set otherwise it gives the one form there is.
 */
final class ZipVectors {
    /** What is written otherwise: the fields of both headers by name; -1 keeps what is right. */
    private final Map<String, Long> odd = new TreeMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private byte[] before = new byte[0];
    private byte[] between = new byte[0];
    private byte[] behind = new byte[0];
    private byte[] comment = new byte[0];
    private byte[] extra = new byte[0];

    static ZipVectors of(String... names) {
        ZipVectors zip = new ZipVectors();
        for (String name : names) {
            zip.names.add(name);
            zip.contents.add(name.equals("mimetype")
                    ? "application/x".getBytes(UTF_8) : ("content of " + name).getBytes(UTF_8));
        }
        return zip;
    }

    static ZipVectors usual() {
        return of("mimetype", "a.txt", "b/c.txt");
    }

    private ZipVectors with(String field, long value) {
        odd.put(field, value);
        return this;
    }

    private long field(String name, long right) {
        return odd.getOrDefault(name, right);
    }

    private void common(ByteBuffer out, String where, int i) {
        byte[] content = contents.get(i);
        CRC32 crc = new CRC32();
        crc.update(content);
        boolean isOdd = i == 1; // the second member is the one that is not as it should be
        out.putShort((short) (isOdd ? field(where + "version", 10) : 10));
        out.putShort((short) (isOdd ? field(where + "flags", 0) : 0));
        out.putShort((short) (isOdd ? field(where + "method", 0) : 0));
        out.putShort((short) (isOdd ? field(where + "time", 0) : 0));
        out.putShort((short) (isOdd ? field(where + "date", 0x21) : 0x21));
        out.putInt((int) (crc.getValue() ^ (isOdd ? field(where + "crc", 0) : 0)));
        out.putInt((int) (content.length + (isOdd ? field(where + "packed", 0) : 0)));
        out.putInt((int) (content.length + (isOdd ? field(where + "size", 0) : 0)));
        out.putShort((short) names.get(i).getBytes(UTF_8).length);
        out.putShort((short) (isOdd ? extra.length : 0));
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream central = new ByteArrayOutputStream();
        out.writeBytes(before);
        for (int i = 0; i < names.size(); i++) {
            byte[] name = names.get(i).getBytes(UTF_8);
            ByteBuffer local = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
            common(local.putInt(0x04034b50), "local ", i);
            ByteBuffer entry = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
            entry.putInt(0x02014b50).putShort((short) field("made by", 10));
            common(entry, "central ", i);
            entry.putShort((short) (i == 1 ? field("comment", 0) : 0));
            entry.putShort((short) (i == 1 ? field("disk", 0) : 0));
            entry.putShort((short) (i == 1 ? field("internal", 0) : 0));
            entry.putInt((int) (i == 1 ? field("external", 0) : 0));
            entry.putInt(out.size() + (int) (i == 1 ? field("offset", 0) : 0));
            central.writeBytes(entry.array());
            central.writeBytes(name);
            out.writeBytes(local.array());
            out.writeBytes(name);
            if (i == 1) {
                out.writeBytes(extra);
                central.writeBytes(extra);
            }
            out.writeBytes(contents.get(i));
            out.writeBytes(i == 1 ? between : new byte[0]);
        }
        int at = out.size();
        out.writeBytes(central.toByteArray());
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putShort((short) field("end disk", 0)).putShort((short) 0);
        end.putShort((short) (names.size() + field("count here", 0)));
        end.putShort((short) (names.size() + field("count", 0)));
        end.putInt(central.size() + (int) field("directory size", 0));
        end.putInt(at + (int) field("directory at", 0)).putShort((short) comment.length);
        out.writeBytes(end.array());
        out.writeBytes(comment);
        out.writeBytes(behind);
        return out.toByteArray();
    }

    static List<ObjectNode> all() {
        List<ObjectNode> cases = new ArrayList<>();
        good(cases);
        fields(cases);
        names(cases);
        pieces(cases);
        return cases;
    }

    private static void add(List<ObjectNode> cases, String desc, byte[] zip, boolean isWrong) {
        cases.add(Vectors.one(desc).put("zip", Vectors.base64(zip)).put("wantErr", isWrong));
    }

    private static void good(List<ObjectNode> cases) {
        add(cases, "three members", usual().bytes(), false);
        add(cases, "one member", of("mimetype").bytes(), false);
        add(cases, "names in order of bytes", of("mimetype", "A", "B.txt", "a", "a-b", "a/b", "a_b")
                .bytes(), false);
        add(cases, "a folder in a folder", of("mimetype", "a/b/c/d.txt").bytes(), false);
    }

    private static void fields(List<ObjectNode> cases) {
        for (String where : List.of("local ", "central ")) {
            for (String field : List.of("version 20", "flags 1", "flags 8", "flags 2048",
                    "method 8", "time 1", "date 34", "crc 1", "packed 1", "packed -1", "size 1",
                    "size -1")) {
                String[] words = field.split(" ");
                add(cases, where + field, usual().with(where + words[0], Long.parseLong(words[1]))
                        .bytes(), true);
            }
        }
        for (String both : List.of("version 20", "flags 2048", "method 8", "time 1", "date 34",
                "crc 1")) {
            String[] words = both.split(" ");
            add(cases, "both " + both, usual().with("local " + words[0], Long.parseLong(words[1]))
                    .with("central " + words[0], Long.parseLong(words[1])).bytes(), true);
        }
        for (String field : List.of("made by", "comment", "disk", "internal", "external", "offset",
                "end disk", "count here", "count", "directory size", "directory at")) {
            add(cases, field + " is one more", usual().with(field, field.equals("made by") ? 11 : 1)
                    .bytes(), true);
        }
    }

    private static void names(List<ObjectNode> cases) {
        for (String name : List.of("../a.txt", "/a.txt", "a//b", "a/", "a/../b", "./a", ".a",
                "a/.b", "a\\b", "C:a", "a b", "账.txt", "a\0b", "", "a\n", "a*", "x".repeat(201))) {
            add(cases, "a member named '" + name.replace("\0", "NUL").strip() + "', "
                    + name.length() + " letters", of("mimetype", name, "z").bytes(), true);
        }
        add(cases, "a name twice", of("mimetype", "a", "a").bytes(), true);
        add(cases, "names in another order", of("mimetype", "b", "a").bytes(), true);
        add(cases, "names ordered without regard to capitals", of("mimetype", "a", "B").bytes(),
                true);
        add(cases, "mimetype last", of("a", "b", "mimetype").bytes(), true);
        add(cases, "no mimetype", of("a", "b").bytes(), true);
        add(cases, "no members", of().bytes(), true);
    }

    private static void pieces(List<ObjectNode> cases) {
        byte[] good = usual().bytes();
        for (String where : List.of("before the first member", "between two members",
                "behind the end", "as a comment", "as extra fields")) {
            ZipVectors zip = usual();
            byte[] piece = {'P', 'K', 0, 0};
            switch (where.split(" ")[0]) {
                case "before" -> zip.before = piece;
                case "between" -> zip.between = piece;
                case "behind" -> zip.behind = piece;
                default -> {
                    zip.comment = where.endsWith("comment") ? piece : new byte[0];
                    zip.extra = where.endsWith("fields") ? piece : new byte[0];
                }
            }
            add(cases, "four bytes " + where, zip.bytes(), true);
        }
        add(cases, "an empty file", new byte[0], true);
        add(cases, "the end alone, of no members", of().bytes(), true);
        for (int length = 1; length < good.length; length += 29) {
            add(cases, "the first %d bytes".formatted(length), Arrays.copyOf(good, length), true);
        }
        for (int at = 0; at < good.length; at += 11) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 << at % 8);
            add(cases, "byte %d changed".formatted(at), bad, true);
        }
        byte[] twice = Arrays.copyOf(good, 2 * good.length);
        System.arraycopy(good, 0, twice, good.length, good.length);
        add(cases, "two containers, one behind the other", twice, true);
    }
}
