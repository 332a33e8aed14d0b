package onebook.document;

import onebook.ledger.Evidence.Box;

/**
 * By how much a page was turned to make its lines level.
 *
 * @param radians clockwise turn of the print on the page as it came
 * @param aspect height of the page over its width
 */
public record Tilt(double radians, double aspect) {
    public static final Tilt NONE = new Tilt(0, 1);

    /** A box on the straightened page, as a box on the page as it came. */
    public Box back(Box box) {
        return radians == 0 ? box : turn(box, radians);
    }

    /** A box on the page as it came, as a box on the straightened page. */
    public Box straight(Box box) {
        return radians == 0 ? box : turn(box, -radians);
    }

    private Box turn(Box box, double angle) {
        double x = box.x() + box.width() / 2.0 - 5000;
        double y = (box.y() + box.height() / 2.0 - 5000) * aspect;
        double turnedX = x * Math.cos(angle) - y * Math.sin(angle);
        double turnedY = x * Math.sin(angle) + y * Math.cos(angle);
        return new Box((int) Math.round(turnedX + 5000 - box.width() / 2.0),
                (int) Math.round(turnedY / aspect + 5000 - box.height() / 2.0), box.width(), box.height());
    }
}
