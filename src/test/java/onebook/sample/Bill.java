package onebook.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * An invoice of the scenario.
 *
 * @param code 发票代码 of the older kind; empty for 数电票
 * @param redOf number of the blue invoice taken back; empty for a blue one
 */
public record Bill(boolean special, String code, String number, LocalDate date, Party seller,
        Party buyer, List<BillLine> lines, String redOf, String remark, String drawer) {

    public Bill {
        lines = List.copyOf(lines);
    }

    public long net() {
        return lines.stream().mapToLong(BillLine::net).sum();
    }

    public long tax() {
        return lines.stream().mapToLong(BillLine::tax).sum();
    }

    public long gross() {
        return net() + tax();
    }

    public boolean isRed() {
        return !redOf.isEmpty();
    }

    /** 电子发票（增值税专用发票） */
    public String title() {
        String kind = special ? "增值税专用发票" : code.isEmpty() ? "普通发票" : "增值税电子普通发票";
        return code.isEmpty() ? "电子发票（" + kind + "）" : seller.region().province() + kind;
    }

    /** What the QR code says: 01,31,,number,gross,yyyyMMdd,,crc, */
    public String qr(String checkCode, String crc) {
        String day = date.toString().replace("-", "");
        if (!code.isEmpty()) {
            return String.join(",", "01", "10", code, number, Fen.text(net()), day, checkCode, crc,
                    "");
        }
        return String.join(",", "01", special ? "31" : "32", "", number, Fen.text(gross()), day, "",
                crc, "");
    }

    /** The same invoice as the older kind prints it, with a code and an 8-digit number. */
    Bill older(String olderCode, String olderNumber) {
        return new Bill(false, olderCode, olderNumber, date, seller, buyer, lines, "", remark,
                drawer);
    }
}
