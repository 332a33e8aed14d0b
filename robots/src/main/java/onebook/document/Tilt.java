package onebook.document;

import onebook.ledger.Evidence.Box;

/**
 * By how much a page was turned to make its lines level and upright.
 *
 * @param radians clockwise turn of the print that was left after the quarter turns
 * @param aspect height of the upright page over its width
 * @param quarters quarter turns clockwise, 0 to 3, that make the page as it came upright
 */
public record Tilt(double radians, double aspect, int quarters) {
    public static final Tilt NONE = new Tilt(0, 1);

    public Tilt(double radians, double aspect) {
        this(radians, aspect, 0);
    }

    /** A box on the straightened page, as a box on the page as it came. */
    public Box back(Box box) {
        Box level = radians == 0 ? box : turn(box, radians);
        return switch (quarters) {
            case 1 -> new Box(level.y(), 10_000 - level.x() - level.width(), level.height(),
                    level.width());
            case 2 -> new Box(10_000 - level.x() - level.width(),
                    10_000 - level.y() - level.height(),
                    level.width(), level.height());
            case 3 -> new Box(10_000 - level.y() - level.height(), level.x(), level.height(),
                    level.width());
            default -> level;
        };
    }

    /** A box on the upright page, as a box on the straightened page. */
    public Box straight(Box box) {
        return radians == 0 ? box : turn(box, -radians);
    }

    private Box turn(Box box, double angle) {
        double x = box.x() + box.width() / 2.0 - 5000;
        double y = (box.y() + box.height() / 2.0 - 5000) * aspect;
        double turnedX = x * Math.cos(angle) - y * Math.sin(angle);
        double turnedY = x * Math.sin(angle) + y * Math.cos(angle);
        return new Box((int) Math.round(turnedX + 5000 - box.width() / 2.0),
                (int) Math.round(turnedY / aspect + 5000 - box.height() / 2.0), box.width(),
                box.height());
    }
}
