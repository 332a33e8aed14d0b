package onebook.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is really written on the documents of a company. */
public final class Documents {
    private Documents() { }

    /** File name to invoice, of all that can be read; copies are left out. */
    public static Map<String, Bill> invoices(long seed) {
        Map<String, Bill> invoices = new LinkedHashMap<>();
        for (Paperwork paper : Scenario.of(seed).papers()) {
            if (paper.copyOf().isEmpty() && paper.form() != Paperwork.Form.BLUR) {
                invoices.put(paper.file(), paper.bill());
            }
        }
        return invoices;
    }

    /** File name of the scan that nobody can read. */
    public static String hopeless(long seed) {
        return Scenario.of(seed).papers().stream().filter(p -> p.form() == Paperwork.Form.BLUR)
                .findFirst().orElseThrow().file();
    }

    /** File name of the English invoice. */
    public static String commercialFile(long seed) {
        return Scenario.of(seed).commercialFile();
    }

    public static Commercial commercial(long seed) {
        return Scenario.of(seed).commercial();
    }
}
