package onebook.document.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import onebook.document.Refused;
import onebook.document.ZipEntries;
import onebook.ledger.Refusal;

/** The XML parts of a workbook, opened without DTDs and with a limit on what they inflate to. */
final class XlsxParts {
    private static final long MAX_INFLATED = 300_000_000;
    private static final long MAX_RATIO = 300;
    private static final int MAX_PARTS = 5_000;

    interface Taker {
        void take(XMLStreamReader xml) throws XMLStreamException, Refused;
    }

    private final ZipEntries zip;
    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    private long inflated;

    XlsxParts(ZipEntries zip) throws Refused {
        this.zip = zip;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        if (zip.all().size() > MAX_PARTS) {
            throw new Refused(Refusal.FILE_IS_HOSTILE,
                    "the workbook holds %d parts".formatted(zip.all().size()));
        }
    }

    boolean has(String part) {
        return !part.isEmpty() && zip.find(part).isPresent();
    }

    String workbook() throws IOException, XMLStreamException, Refused {
        List<String> found = new ArrayList<>();
        if (has("_rels/.rels")) {
            each("_rels/.rels", "Relationship", xml -> {
                if (String.valueOf(xml.getAttributeValue(null, "Type"))
                        .endsWith("/officeDocument")) {
                    found.add(resolve("", xml.getAttributeValue(null, "Target")));
                }
            });
        }
        if (found.isEmpty() || !has(found.get(0)) || !found.get(0).contains("workbook")) {
            throw new Refused(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT, "an archive, but no workbook");
        }
        return found.get(0);
    }

    /** Calls the taker at each start of the named element, whatever its namespace. */
    void each(String part, String element, Taker taker) throws IOException, XMLStreamException,
            Refused {
        if (!has(part)) {
            return;
        }
        try (Reader text = text(limited(zip.find(part).orElseThrow()))) {
            XMLStreamReader xml = factory.createXMLStreamReader(text);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new Refused(Refusal.FILE_IS_HOSTILE,
                            "%s declares a document type".formatted(part));
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    taker.take(xml);
                }
            }
        } catch (TooMuch bomb) {
            throw new Refused(Refusal.FILE_IS_HOSTILE,
                    "%s inflates to more than a statement needs".formatted(part));
        } catch (XMLStreamException wrapped) {
            if (wrapped.getNestedException() instanceof TooMuch) {
                throw new Refused(Refusal.FILE_IS_HOSTILE,
                        "%s inflates to more than a statement needs".formatted(part));
            }
            throw wrapped;
        }
    }

    static String relationsOf(String part) {
        int slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    /** A relation's target as the name of a part; empty where it leads out of the file. */
    static String resolve(String from, String target) {
        if (target == null || target.contains("\\") || target.contains("://")) {
            return "";
        }
        String path = URI.create("/" + from).resolve(target).normalize().getPath();
        return path == null || path.startsWith("/..") ? "" : path.substring(1);
    }

    /** The r:id of a sheet, in either namespace that spreadsheets use. */
    static String relationId(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = String.valueOf(xml.getAttributeNamespace(i));
            if (xml.getAttributeLocalName(i).equals("id") && space.endsWith("/relationships")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Strict UTF-8, with or without a mark: the JDK's own decoding prints its complaints. */
    private static Reader text(InputStream bytes) throws IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(bytes,
                StandardCharsets.UTF_8.newDecoder()));
        int first = text.read();
        if (first >= 0 && first != 0xFEFF) {
            text.unread(first);
        }
        return text;
    }

    private InputStream limited(ZipEntry entry) throws IOException {
        long packed = Math.max(entry.getCompressedSize(), 1);
        return new FilterInputStream(zip.open(entry)) {
            private long here;

            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int got = super.read(into, offset, length);
                count(Math.max(got, 0));
                return got;
            }

            private void count(int bytes) throws TooMuch {
                here += bytes;
                inflated += bytes;
                if (inflated > MAX_INFLATED || here > 20_000_000 && here / packed > MAX_RATIO) {
                    throw new TooMuch();
                }
            }
        };
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;
    }
}
