package onebook.tax;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Company;

/**
 * vat-small-scale.xlsx: the return in the official form's layout, 附列资料(二), 减免税申报明细 and 来源,
 * which names for each filled cell the entries, invoices and amounts behind it.
 */
public final class VatWorkbook {
    static final String MAIN = "增值税及附加税费申报表";
    static final String SURCHARGES = "附列资料(二)";
    static final String RELIEFS = "减免税申报明细";
    static final String SOURCES = "来源";

    private VatWorkbook() { }

    /**
     * Throws {@link IllegalStateException}, and writes nothing, where the return is not complete or
     * a formula, evaluated, gives another amount than the return.
     */
    public static void write(VatReturn vat, Company company, Path target) throws IOException {
        if (!vat.isComplete()) {
            throw new IllegalStateException("sales without a place on the form: " + vat.warnings());
        }
        try (FormBook book = new FormBook(MAIN + " " + vat.period(), vat.period().lastDay())) {
            FormSheet main = book.sheet(MAIN);
            FormSheet surcharges = book.sheet(SURCHARGES);
            FormSheet reliefs = book.sheet(RELIEFS);
            FormSheet sources = book.sheet(SOURCES);
            List<FilledCell> filled = new ArrayList<>();
            filled.addAll(new VatMainSheet(vat, company).fill(main));
            filled.addAll(new VatSurchargeSheet(vat, company).fill(surcharges));
            filled.addAll(new VatReliefSheet(vat, company).fill(reliefs));
            new VatSourceSheet(vat, company).fill(sources, filled);
            book.save(target);
        }
    }
}
