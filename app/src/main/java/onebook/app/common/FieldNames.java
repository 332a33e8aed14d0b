package onebook.app.common;

/** What a person calls the fields of a document. */
public final class FieldNames {
    private FieldNames() { }

    /** "invoice.lines.0.net" is "Net 1", "line:17" is "Row 17"; an unknown path stays as it is. */
    public static String of(String path, Texts texts) {
        if (path.matches("line:[0-9]+")) {
            return texts.get("field.row", path.substring("line:".length()));
        }
        String plain = path.replaceFirst("^invoice\\.", "");
        String key = "field." + plain.replaceFirst("^lines\\.[0-9]+", "lines");
        String name = texts.orElse(key, plain);
        return plain.matches("lines\\.[0-9]{1,6}\\..*")
                ? name + " " + (Integer.parseInt(plain.split("\\.")[1]) + 1) : name;
    }
}
