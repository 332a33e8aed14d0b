package onebook.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import onebook.robot.Desk;
import onebook.robot.RunReport;
import onebook.robot.VoucherImport;

/** A book that is too long to be read at once: cash and capital, a yuan a voucher. */
public final class LongBook {
    private LongBook() { }

    /** @param entries of January to March 2026, a third each */
    public static Path create(Path home, int entries) throws IOException {
        Path book = home.resolve("long.onebook");
        try (Desk desk = Desk.create(book, """
                name: 长账公司
                taxId: 91340104MA828A91X5
                taxpayer: small-scale
                from: 2026-01
                """, Desktop.APRIL, Optional.empty())) {
            VoucherImport.run(desk, VoucherImport.Order.of(Files.writeString(
                    home.resolve("long.csv"), vouchers(entries))), "王芳",
                    RunReport.Progress.SILENT);
        }
        return book;
    }

    private static String vouchers(int entries) {
        StringBuilder csv = new StringBuilder("entry,date,account,description,debit,credit\n");
        for (int i = 1; i <= entries; i++) {
            String head = i + ",2026-0" + (1 + i * 3 / (entries + 1)) + "-05,";
            csv.append(head).append("1001,第").append(i).append("笔,1.00,\n")
                    .append(head).append("3001,第").append(i).append("笔,,1.00\n");
        }
        return csv.toString();
    }
}
