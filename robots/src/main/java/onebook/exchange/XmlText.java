package onebook.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Map;

/** Well-formed XML, element by element; characters that XML 1.0 forbids are left out. */
final class XmlText implements AutoCloseable {
    private final Writer out;
    private int depth;

    XmlText(OutputStream bytes, Charset charset) {
        this.out = new BufferedWriter(new OutputStreamWriter(bytes, charset));
        write("<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>\n");
    }

    void open(String name, Map<String, String> attributes) {
        tag(name, attributes, ">\n");
        depth++;
    }

    void close(String name) {
        depth--;
        indent();
        write("</" + name + ">\n");
    }

    void empty(String name, Map<String, String> attributes) {
        tag(name, attributes, "/>\n");
    }

    void element(String name, String text) {
        element(name, Map.of(), text);
    }

    void element(String name, Map<String, String> attributes, String text) {
        if (text.isEmpty()) {
            empty(name, attributes);
            return;
        }
        tag(name, attributes, ">");
        escaped(text);
        write("</" + name + ">\n");
    }

    private void tag(String name, Map<String, String> attributes, String end) {
        indent();
        write("<" + name);
        attributes.forEach((key, value) -> {
            write(" " + key + "=\"");
            escaped(value);
            write("\"");
        });
        write(end);
    }

    private void indent() {
        for (int i = 0; i < depth; i++) {
            write(" ");
        }
    }

    private void escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\r', '\t' -> escaped.append("&#").append(c).append(';');
                default -> {
                    if (isAllowed(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        write(escaped.toString());
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Ends the text; the stream below stays open. */
    @Override
    public void close() {
        try {
            out.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
