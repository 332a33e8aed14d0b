package onebook.app.start;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The sign of the product, drawn: the character for "account" on a blue square. */
final class Icon {
    private static final Color BLUE = Color.web("#0969da");

    private Icon() { }

    static List<Image> sizes() {
        return Stream.of(32, 64, 128).map(Icon::image).toList();
    }

    static StackPane of(double size) {
        Rectangle square = new Rectangle(size, size, BLUE);
        square.setArcWidth(size * 0.36);
        square.setArcHeight(size * 0.36);
        Text sign = new Text("账");
        sign.setFont(Font.font("Noto Sans SC", size * 0.62));
        sign.setStyle("-fx-fill: white; -fx-font-size: %spx;".formatted(size * 0.62));
        StackPane icon = new StackPane(square, sign);
        icon.setMinSize(size, size);
        icon.setMaxSize(size, size);
        return icon;
    }

    private static Image image(int size) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        StackPane icon = of(size);
        new Scene(icon);
        return icon.snapshot(clear, null);
    }
}
