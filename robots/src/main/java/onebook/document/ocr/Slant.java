package onebook.document.ocr;

import java.util.List;

/**
 * A rectangle that may be turned: where a piece of print stands in a picture.
 *
 * @param angle of its long side to the level, clockwise, in radians, between -45 and 45 degrees
 */
record Slant(double x, double y, double width, double height, double angle) {

    /** The smallest rectangle around points that lie on a convex hull. */
    static Slant around(List<double[]> hull) {
        Slant best = null;
        for (int i = 0; i < hull.size(); i++) {
            double[] a = hull.get(i);
            double[] b = hull.get((i + 1) % hull.size());
            Slant turned = around(hull, Math.atan2(b[1] - a[1], b[0] - a[0]));
            if (best == null || turned.width * turned.height < best.width * best.height) {
                best = turned;
            }
        }
        return best == null ? new Slant(0, 0, 0, 0, 0) : best;
    }

    private static Slant around(List<double[]> hull, double direction) {
        double angle = direction;
        while (angle > Math.PI / 4) {
            angle -= Math.PI / 2;
        }
        while (angle <= -Math.PI / 4) {
            angle += Math.PI / 2;
        }
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double[] p : hull) {
            double along = p[0] * cos + p[1] * sin;
            double across = -p[0] * sin + p[1] * cos;
            least[0] = Math.min(least[0], along);
            least[1] = Math.min(least[1], across);
            most[0] = Math.max(most[0], along);
            most[1] = Math.max(most[1], across);
        }
        double along = (least[0] + most[0]) / 2;
        double across = (least[1] + most[1]) / 2;
        return new Slant(along * cos - across * sin, along * sin + across * cos,
                most[0] - least[0], most[1] - least[1], angle);
    }

    /** Andrew's monotone chain; points in any order. */
    static List<double[]> hull(List<double[]> points) {
        List<double[]> sorted = points.stream().sorted((a, b) ->
                a[0] != b[0] ? Double.compare(a[0], b[0]) : Double.compare(a[1], b[1])).toList();
        double[][] chain = new double[2 * sorted.size() + 1][];
        int size = 0;
        for (int pass = 0; pass < 2; pass++) {
            int floor = size + 1;
            for (int i = 0; i < sorted.size(); i++) {
                double[] p = sorted.get(pass == 0 ? i : sorted.size() - 1 - i);
                while (size > floor && turn(chain[size - 2], chain[size - 1], p) <= 0) {
                    size--;
                }
                chain[size++] = p;
            }
            size--;
        }
        return List.of(java.util.Arrays.copyOf(chain, Math.max(1, size)));
    }

    private static double turn(double[] o, double[] a, double[] b) {
        return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
    }

    Slant grown(double by) {
        return new Slant(x, y, width + 2 * by, height + 2 * by, angle);
    }

    Slant scaled(double byX, double byY) {
        return new Slant(x * byX, y * byY, width * byX, height * byY, angle);
    }

    /** The point so far along the rectangle's long side, from its left end, on its middle line. */
    double[] along(double distance) {
        double from = distance - width / 2;
        return new double[] {x + from * Math.cos(angle), y + from * Math.sin(angle)};
    }

    boolean holds(double px, double py) {
        double along = (px - x) * Math.cos(angle) + (py - y) * Math.sin(angle);
        double across = -(px - x) * Math.sin(angle) + (py - y) * Math.cos(angle);
        return Math.abs(along) <= width / 2 && Math.abs(across) <= height / 2;
    }
}
