package onebook.lender;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Writes a container in the form of {@link ZipLayout}: the same members give the same bytes. */
final class StrictZipWriter {
    private StrictZipWriter() { }

    /** Throws {@link IllegalArgumentException} for a name or an amount the form does not allow. */
    static void write(Map<String, byte[]> members, OutputStream out) throws IOException {
        SortedMap<String, byte[]> sorted = new TreeMap<>(ZipLayout.ORDER);
        sorted.putAll(members);
        List<ZipLayout.Place> places = places(sorted);
        ByteArrayOutputStream central = new ByteArrayOutputStream();
        for (ZipLayout.Place place : places) {
            out.write(ZipLayout.local(place));
            out.write(sorted.get(place.name()));
            central.writeBytes(ZipLayout.central(place));
        }
        central.writeTo(out);
        long centralOffset = places.get(places.size() - 1).end();
        out.write(ZipLayout.end(places.size(), centralOffset, central.size()));
    }

    private static List<ZipLayout.Place> places(SortedMap<String, byte[]> members) {
        List<ZipLayout.Place> places = new ArrayList<>();
        long offset = 0;
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            if (!ZipLayout.isName(member.getKey())) {
                throw new IllegalArgumentException("not a name in a package: " + member.getKey());
            }
            CRC32 crc = new CRC32();
            crc.update(member.getValue());
            ZipLayout.Place place = new ZipLayout.Place(member.getKey(), (int) crc.getValue(),
                    member.getValue().length, offset);
            places.add(place);
            offset = place.end();
        }
        long directory = members.size() * 300L;
        if (members.size() > ZipLayout.MOST_MEMBERS
                || offset + directory > ZipLayout.LARGEST_BYTES) {
            throw new IllegalArgumentException("too much for one package");
        }
        return places;
    }
}
