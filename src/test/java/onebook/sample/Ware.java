package onebook.sample;

import java.util.List;

/**
 * Something sold or bought.
 *
 * @param category short name of the tax classification, as printed between asterisks
 * @param price about what one unit costs, in yuan, tax included
 * @param code 19 digits of the tax classification
 */
public record Ware(String category, String name, String spec, String unit, double price,
        String code) {

    /** "纸制品|复印纸|A4 70g|包|22|1060105000000000000", one ware a line. */
    static List<Ware> of(String lines) {
        return lines.strip().lines().map(line -> line.split("\\|", -1))
                .map(c -> new Ware(c[0], c[1], c[2], c[3], Double.parseDouble(c[4]), c[5]))
                .toList();
    }
}
