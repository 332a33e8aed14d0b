package onebook.sample.paper;

import onebook.sample.Region;

/** The oval seal 全国统一发票监制章 over the title. */
final class Seal {
    private Seal() { }

    static void draw(Drawing page, double x, double y, Region region) {
        page.marks.add(new Drawing.Oval(x, y, 44, 29, 1.6, Drawing.SEAL));
        page.marks.add(new Drawing.Oval(x, y, 40.5, 25.8, 0.5, Drawing.SEAL));
        arc(page, x, y, "全国统一发票监制章", 1);
        arc(page, x, y, region.taxBureau().substring(6), -1);
        page.centred(x, y + 10.5, 6.2, Drawing.SEAL, "国家税务总局");
    }

    /** @param turn 1 along the upper half, -1 along the lower */
    private static void arc(Drawing page, double x, double y, String text, int turn) {
        double step = turn * Math.PI * 0.72 / (text.length() - 1);
        double from = -turn * Math.PI / 2 - step * (text.length() - 1) / 2;
        for (int i = 0; i < text.length(); i++) {
            double angle = from + step * i;
            double px = x + Math.cos(angle) * 35;
            double py = y + Math.sin(angle) * 20.5;
            double lean = Math.atan2(Math.sin(angle) * 35, Math.cos(angle) * 20.5)
                    + turn * Math.PI / 2;
            double size = 6.2;
            double dx = -size / 2;
            double dy = size * 0.36;
            page.marks.add(new Drawing.Text(px + dx * Math.cos(lean) - dy * Math.sin(lean),
                    py + dx * Math.sin(lean) + dy * Math.cos(lean), size, Drawing.SEAL,
                    text.substring(i, i + 1), lean, ""));
        }
    }
}
