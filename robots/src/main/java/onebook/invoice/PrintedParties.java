package onebook.invoice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onebook.document.Glyph;
import onebook.document.Region;
import onebook.document.TextLine;
import onebook.document.TextLine.Found;

/** Buyer and seller: side by side on a 数电票, one above the other on older forms. */
final class PrintedParties {
    private static final Pattern NAME = Pattern.compile("(?<![目务物])名称:?");
    private static final Pattern TAX_ID = Pattern.compile("(?:统一社会信用代码/?)?纳税人识别号:?");
    private static final Pattern ID = Pattern.compile("([0-9A-Za-z]{15,20})$");
    private static final Pattern NO_NAME = Pattern.compile(
            "名称|识别号|信用代码|地址|开户行|发票|日期|机器编号|项目|规格|税率|校验码");
    private static final int HALF = 4000;
    private static final String BUYER_SIDE = "购买方信息";
    private static final String SELLER_SIDE = "销售方信息";

    private final Draft draft;
    private final List<TextLine> lines;

    private PrintedParties(Draft draft, List<TextLine> lines) {
        this.draft = draft;
        this.lines = lines;
    }

    static void read(Draft draft, List<TextLine> all, PrintedTable table) {
        List<TextLine> page = all.stream().filter(l -> l.page() == table.firstPage(all)).toList();
        PrintedParties parties = new PrintedParties(draft, page);
        List<Found> names = page.stream().flatMap(l -> l.find(NAME).stream()).toList();
        List<Found> above = names.stream().filter(f -> f.line().middle() < table.top()).toList();
        Optional<Found> right = above.stream().filter(f -> f.left() > HALF).findFirst();
        Optional<Found> left = above.stream().filter(f -> f.left() <= HALF).findFirst();
        int wall = right.map(Found::left).orElse(10_000);
        left.ifPresent(f -> parties.party("buyer", f, right.isPresent() ? wall : parties.wall(f)));
        right.or(() -> names.stream().filter(f -> f.line().middle() > table.top())
                .min(Comparator.comparingInt(Found::left)))
                .ifPresent(f -> parties.party("seller", f, right.isPresent() ? 10_000
                        : parties.wall(f)));
    }

    /** On older forms a vertical 密码区 or 备注 stands where the party's box ends. */
    private int wall(Found name) {
        return near(name, 900).flatMap(l -> l.glyphs().stream())
                .filter(g -> "密码区备注".indexOf(g.character()) >= 0 && g.left() > 4500
                        && g.left() < 7000)
                .mapToInt(Glyph::left).min().orElse(5600);
    }

    private Stream<TextLine> near(Found name, int distance) {
        return lines.stream().filter(l -> Math.abs(l.middle() - name.line().middle()) < distance);
    }

    private void party(String side, Found name, int wall) {
        Optional<Found> id = near(name, 1300).filter(l -> l.middle() > name.line().middle())
                .flatMap(l -> l.find(TAX_ID).stream())
                .filter(f -> f.left() > name.left() - 300 && f.left() < wall).findFirst();
        int below = id.map(f -> f.line().middle())
                .orElse(name.line().middle() + 2 * name.line().height());
        name(side, name, wall, below);
        id.ifPresent(f -> taxId(side, f, Math.min(f.left(), name.left()), wall));
    }

    /** The name may wrap: lines between the one above the label and the tax number's. */
    private void name(String side, Found label, int wall, int below) {
        int height = label.line().height();
        Predicate<Glyph> mine = inBox(label.right(), wall);
        lines.stream().filter(l -> l.middle() > label.line().middle() - height * 11 / 10
                        && l.middle() < below - height / 2)
                .filter(l -> l == label.line() || !NO_NAME.matcher(textOf(l, mine)).find())
                .flatMap(l -> l.where(mine).stream()).reduce(Region::with)
                .map(r -> new Region(r.page(), r.box(), r.text().replaceAll("^:+|:+$", ""),
                        r.certainty()))
                .filter(r -> !r.text().isEmpty())
                .ifPresent(r -> draft.print("invoice." + side + ".name",
                        draft.isSeen() ? brackets(r.text()) : r.text(), r));
    }

    /** Recognition does not tell the width of brackets; in Chinese names they are wide. */
    private static String brackets(String name) {
        return name.matches(".*[\\u4E00-\\u9FFF].*") ? name.replace('(', '（').replace(')', '）')
                : name;
    }

    /** Behind the label, or on the line below it where the label fills the box. */
    private void taxId(String side, Found label, int left, int wall) {
        int height = label.line().height();
        nearest(label, near(label, height).filter(l -> !l.has(NAME) || l == label.line()),
                inBox(label.right(), wall))
                .or(() -> nearest(label, near(label, height * 2)
                        .filter(l -> l.middle() > label.line().middle()),
                        inBox(left, wall)))
                .ifPresent(r -> draft.print("invoice." + side + ".taxId", id(r.text()), r));
    }

    private static Optional<Region> nearest(Found label, Stream<TextLine> lines,
            Predicate<Glyph> mine) {
        return lines.flatMap(l -> l.where(mine).stream())
                .filter(r -> ID.matcher(r.text().replace(" ", "")).find())
                .min(Comparator.comparingInt(r ->
                        Math.abs(r.box().y() - label.region().box().y())));
    }

    private static String id(String text) {
        java.util.regex.Matcher m = ID.matcher(text.replace(" ", ""));
        return m.find() ? m.group(1).toUpperCase(java.util.Locale.ROOT) : "";
    }

    private static String textOf(TextLine line, Predicate<Glyph> mine) {
        return line.where(mine).map(Region::text).orElse("");
    }

    /** Right of the label, left of the wall; the vertical 销售方信息 beside the wall is no name. */
    private static Predicate<Glyph> inBox(int from, int wall) {
        return g -> g.left() >= from - 60 && g.right() <= wall
                && !(g.left() > wall - 340 && wall < 9000
                        && (SELLER_SIDE.indexOf(g.character()) >= 0
                                || BUYER_SIDE.indexOf(g.character()) >= 0));
    }
}
