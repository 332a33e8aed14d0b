package onebook.document;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import onebook.ledger.Refusal;

/**
 * An XML element, read without following anything out of the file: a document type, and with it
 * every entity, is refused. Names are local names; prefixes are dropped.
 */
public final class Xml {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENTS = 500_000;

    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<Xml> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Xml(String name) {
        this.name = name;
    }

    /** Encodings: what the declaration or the byte order mark says. */
    public static Xml parse(byte[] bytes) throws Refused {
        try {
            return read(factory().createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException e) {
            throw broken(e);
        } catch (RuntimeException e) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "no well-formed XML: " + e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("references are not followed");
        });
        return factory;
    }

    private static Refused broken(XMLStreamException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new Refused(Refusal.FILE_IS_BROKEN, "no well-formed XML: " + message);
    }

    private static Xml read(XMLStreamReader in) throws XMLStreamException, Refused {
        Deque<Xml> open = new ArrayDeque<>();
        Xml root = null;
        int elements = 0;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Xml element = element(in);
                    if (++elements > MAX_ELEMENTS || open.size() >= MAX_DEPTH) {
                        throw new Refused(Refusal.FILE_IS_HOSTILE,
                                "XML nested or repeated beyond reason");
                    }
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().children.add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.peek().text.append(in.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Refused(Refusal.FILE_IS_HOSTILE,
                    "XML with a document type or entities");
                default -> { }
            }
        }
        return root;
    }

    private static Xml element(XMLStreamReader in) {
        Xml element = new Xml(in.getLocalName());
        for (int i = 0; i < in.getAttributeCount(); i++) {
            element.attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        return element;
    }

    public String name() {
        return name;
    }

    /** The element's own text without blanks at both ends; "" where there is none. */
    public String text() {
        return text.toString().strip();
    }

    /** The element's own text as it stands, blanks included. */
    public String rawText() {
        return text.toString();
    }

    public String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    public List<Xml> children() {
        return children;
    }

    /** The first element down the path "A/B/C". */
    public Optional<Xml> at(String path) {
        Xml here = this;
        for (String step : path.split("/")) {
            Xml from = here;
            here = from.children.stream().filter(c -> c.name.equals(step)).findFirst().orElse(null);
            if (here == null) {
                return Optional.empty();
            }
        }
        return Optional.of(here);
    }

    /** Text of the first element down the path that has one; "" where none has. */
    public String textAt(String... paths) {
        return Stream.of(paths).map(p -> at(p).map(Xml::text).orElse(""))
                .filter(t -> !t.isEmpty()).findFirst().orElse("");
    }

    /** This element and everything below it, in document order. */
    public Stream<Xml> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Xml::all));
    }

    public Stream<Xml> all(String wanted) {
        return all().filter(e -> e.name.equals(wanted));
    }

    /** The first element of that name, this one included, wherever it stands. */
    public Optional<Xml> find(String wanted) {
        return all(wanted).findFirst();
    }
}
