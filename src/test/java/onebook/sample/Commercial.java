package onebook.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * An English invoice of a foreign vendor.
 *
 * @param subtotal in fen
 */
public record Commercial(String vendor, String address, String number, LocalDate date, String item,
        int seats, long each, String buyer, String buyerTaxId, String buyerCity) {

    public long subtotal() {
        return each * seats;
    }

    static Commercial of(Cast cast, long seed) {
        Dice dice = new Dice(seed, "commercial");
        String vendor = dice.one(List.of("Northgate Cloud Software Ltd.", "Bluebird Analytics Inc.",
                "Larkspur Systems GmbH", "Harbour Desk Pte. Ltd."));
        String address = switch (vendor.substring(0, 3)) {
            case "Nor" -> "14 Mercer Street, London, United Kingdom";
            case "Blu" -> "520 Pine Avenue, Portland, OR, USA";
            case "Lar" -> "Lindenweg 8, 10115 Berlin, Germany";
            default -> "71 Quay Road, Singapore 049318";
        };
        return new Commercial(vendor, address, "INV-2026-" + dice.digits(5),
                Calendar.workday(dice.from(1, 3), dice.from(3, 24)),
                dice.one(List.of("Team plan, annual subscription", "Help desk seats, 12 months",
                        "Cloud backup licence, 1 year")),
                dice.from(2, 9), dice.from(180, 960) * 100L, cast.english(), cast.us().taxId(),
                cast.us().region().pinyin() + ", China");
    }
}
