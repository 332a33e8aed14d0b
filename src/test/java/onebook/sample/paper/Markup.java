package onebook.sample.paper;

/** Builds XML text: indented on several lines, or all on one. */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final boolean indented;
    private int depth;

    Markup(boolean indented, String declaration) {
        this.indented = indented;
        out.append(declaration);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void newLine() {
        if (indented) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    /** @param attributes " ID=\"1\"" or empty */
    Markup open(String tag, String... attributes) {
        newLine();
        out.append('<').append(tag).append(String.join("", attributes)).append('>');
        depth++;
        return this;
    }

    Markup close(String tag) {
        depth--;
        newLine();
        out.append("</").append(tag).append('>');
        return this;
    }

    /** An element with text; one without text is written <a/>. */
    Markup leaf(String tag, String text, String... attributes) {
        newLine();
        out.append('<').append(tag).append(String.join("", attributes));
        out.append(text.isEmpty() ? "/>" : ">" + escaped(text) + "</" + tag + ">");
        return this;
    }

    String text() {
        return out + "\n";
    }
}
