package onebook.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onebook.sample.Paperwork.Form;

/** Decides in which form each invoice came in and under which name. */
final class Filing {
    private final Cast cast;
    private final Trading trading;
    private final Dice dice;
    private final List<Paperwork> out = new ArrayList<>();
    private int scans;

    private Filing(Cast cast, Trading trading, long seed) {
        this.cast = cast;
        this.trading = trading;
        this.dice = new Dice(seed, "filing");
        this.scans = dice.from(11, 400);
    }

    static List<Paperwork> of(Cast cast, Trading trading, long seed) {
        return new Filing(cast, trading, seed).file();
    }

    private List<Paperwork> file() {
        List<Bill> rest = new ArrayList<>(trading.sales());
        rest.addAll(trading.purchases());
        rest = new ArrayList<>(dice.shuffled(rest));
        takeScans(rest, dice.from(8, 10));
        takeOlder(rest, 3);
        List<Form> forms = List.of(Form.XML, Form.XML, Form.PDF, Form.OFD, Form.PDF, Form.XML,
                Form.PDF);
        for (int i = 0; i < rest.size(); i++) {
            Bill bill = rest.get(i);
            put(bill, bill == trading.discounted() ? Form.XML : forms.get(i % forms.size()), "");
        }
        put(trading.puzzle(), dice.one(List.of(Form.XML, Form.PDF, Form.OFD)),
                "NO_RULE_KNOWS_THIS");
        put(trading.foreign(), dice.one(List.of(Form.XML, Form.PDF, Form.OFD)),
                "INVOICE_IS_NOT_OURS");
        put(trading.blurred(), Form.BLUR, "NOT_READABLE");
        Paperwork twice = dice.one(out.stream().filter(p -> p.form() == Form.XML
                && p.waits().isEmpty() && fitsScan(p.bill())).toList());
        put(twice.bill(), dice.percent(50) ? Form.PDF : Form.SCAN, "INVOICE_ALREADY_BOOKED");
        Paperwork copy = dice.one(out.stream().filter(p -> p.waits().isEmpty()).toList());
        String ending = copy.file().substring(copy.file().lastIndexOf('.'));
        String name = "copy-" + dice.digits(3) + ending;
        out.add(new Paperwork(copy.bill(), copy.form(), name, "", copy.file()));
        return out;
    }

    private void takeScans(List<Bill> rest, int count) {
        List<Bill> fit = rest.stream().filter(this::fitsScan).limit(count).toList();
        fit.forEach(bill -> put(bill, Form.SCAN, ""));
        rest.removeAll(fit);
    }

    private boolean fitsScan(Bill bill) {
        return bill.seller().known() && bill.buyer().known() && bill.lines().size() <= 2
                && !bill.isRed() && bill != trading.discounted() && bill != trading.takenBack();
    }

    /** Purchases that came as the older kind of OFD. */
    private void takeOlder(List<Bill> rest, int count) {
        List<Bill> fit = rest.stream().filter(bill -> bill.buyer() == cast.us() && !bill.special()
                && !Set.of("经营租赁").contains(bill.lines().get(0).ware().category()))
                .limit(count).toList();
        for (Bill bill : fit) {
            rest.remove(bill);
            String code = "0" + bill.seller().region().code() + "0026001" + "11";
            put(bill.older(code, dice.digits(8)), Form.OLD_OFD, "");
        }
    }

    private void put(Bill bill, Form form, String waits) {
        out.add(new Paperwork(bill, form, name(bill, form), waits, ""));
    }

    private String name(Bill bill, Form form) {
        return switch (form) {
            case XML -> (dice.percent(50) ? "dzfp_" : "") + bill.number() + ".xml";
            case OFD -> "dzfp_" + bill.number() + ".ofd";
            case OLD_OFD -> bill.code() + "_" + bill.number() + ".ofd";
            case PDF -> dice.percent(60) ? "dzfp_" + bill.number() + ".pdf"
                    : bill.date().toString().replace("-", "") + "_" + dice.digits(5) + ".pdf";
            default -> "scan" + String.format("%04d", scans++)
                    + (form == Form.BLUR || dice.percent(80) ? ".jpg" : ".png");
        };
    }
}
