package onebook.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Refusal;

/** An OFD (GB/T 33190): a zip of XML pages, with tags and attachments. */
public final class OfdFile implements AutoCloseable {
    private static final int MAX_PAGES = 50;

    private final Zip zip;
    private final Xml document;
    private final String folder;

    private OfdFile(Zip zip, Xml document, String folder) {
        this.zip = zip;
        this.document = document;
        this.folder = folder;
    }

    public static OfdFile open(Path path) throws Refused, IOException {
        Zip zip = Zip.open(path);
        try {
            Xml ofd = xml(zip, "OFD.xml").orElseThrow(() -> broken("no OFD.xml"));
            String root = ofd.textAt("DocBody/DocRoot");
            Xml document = xml(zip, root).orElseThrow(() -> broken("no " + root));
            return new OfdFile(zip, document, folderOf(root));
        } catch (Refused e) {
            zip.close();
            throw e;
        }
    }

    /** Attached XML files by name: those listed, and those that lie in a folder Attachs. */
    public Map<String, Xml> attachments() throws Refused, IOException {
        Map<String, Xml> all = new LinkedHashMap<>();
        for (String name : zip.names()) {
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            if (lower.contains("/attach") && lower.endsWith(".xml")
                    && !lower.endsWith("attachments.xml")) {
                all.put(name, xml(zip, name).orElseThrow(() -> broken("no " + name)));
            }
        }
        return all;
    }

    /** The tag files: which object on a page carries which meaning. */
    public List<Xml> tags() throws Refused, IOException {
        List<Xml> all = new ArrayList<>();
        for (String name : zip.names()) {
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            if (lower.contains("/tags/") && lower.endsWith(".xml")
                    && !lower.endsWith("customtags.xml")) {
                all.add(xml(zip, name).orElseThrow(() -> broken("no " + name)));
            }
        }
        return all;
    }

    /** Pages with their templates' text below their own; at most 50. */
    public List<OfdPage> pages() throws Refused, IOException {
        List<OfdPage> pages = new ArrayList<>();
        List<Xml> entries = document.at("Pages").map(Xml::children).orElse(List.of());
        for (Xml entry : entries.subList(0, Math.min(MAX_PAGES, entries.size()))) {
            Xml content = xml(zip, within(entry.attribute("BaseLoc"))).orElse(null);
            if (content != null) {
                List<Xml> layers = new ArrayList<>();
                for (Xml use : content.all("Template").toList()) {
                    template(use.attribute("TemplateID")).ifPresent(layers::add);
                }
                layers.add(content);
                String box = content.textAt("Area/PhysicalBox");
                pages.add(OfdPage.of(pages.size() + 1, layers,
                        box.isEmpty() ? document.textAt("CommonData/PageArea/PhysicalBox") : box));
            }
        }
        return pages;
    }

    /** Pictures inside the file, for codes printed on a page; at most ten of up to 5 MB. */
    public List<byte[]> pictures() throws Refused, IOException {
        List<byte[]> all = new ArrayList<>();
        for (String name : zip.names()) {
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            if (all.size() < 10 && (lower.endsWith(".png") || lower.endsWith(".jpg"))) {
                zip.bytes(name).filter(b -> b.length < 5 << 20).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Xml> template(String id) throws Refused, IOException {
        Optional<Xml> entry = document.all("TemplatePage").filter(t -> t.attribute("ID").equals(id))
                .findFirst();
        return entry.isEmpty() ? Optional.empty()
                : xml(zip, within(entry.get().attribute("BaseLoc")));
    }

    private String within(String location) {
        return location.startsWith("/") ? location : folder + location;
    }

    private static String folderOf(String location) {
        return location.substring(0, location.lastIndexOf('/') + 1);
    }

    private static Optional<Xml> xml(Zip zip, String name) throws Refused, IOException {
        Optional<byte[]> bytes = zip.bytes(name);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(Xml.parse(bytes.get()));
    }

    private static Refused broken(String what) {
        return new Refused(Refusal.FILE_IS_BROKEN, "the OFD is incomplete: " + what);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
