package onebook.app.start;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Whether a window can be shown here; if not, a sentence that says what to do. */
final class DisplayCheck {
    private static final String NO_DISPLAY = """
            没有图形界面（环境变量 DISPLAY 为空）。请在桌面环境中启动，或用命令行：./onebook --help
            There is no display here (DISPLAY is not set). Start OneBook on a desktop, or use the \
            command line: ./onebook --help""";
    private static final String NO_GTK = """
            缺少 GTK 3，窗口无法显示。请安装：sudo apt install libgtk-3-0（其他系统：gtk3）
            GTK 3 is missing, so no window can be shown. Install it: sudo apt install libgtk-3-0 \
            (elsewhere: gtk3)""";
    private static final String OTHER = """
            桌面无法启动：%s。命令行仍可使用：./onebook --help
            The desktop cannot start: %s. The command line still works: ./onebook --help""";

    private DisplayCheck() { }

    static Optional<String> missing(String system, UnaryOperator<String> environment) {
        boolean isHeadless = "Headless".equals(System.getProperty("monocle.platform"));
        if (!system.startsWith("Linux") || isHeadless) {
            return Optional.empty();
        }
        boolean hasDisplay = isSet(environment.apply("DISPLAY"))
                || isSet(environment.apply("WAYLAND_DISPLAY"));
        return hasDisplay ? Optional.empty() : Optional.of(NO_DISPLAY);
    }

    static String sentenceFor(Throwable broken) {
        String words = "";
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            words = words + " " + cause;
        }
        if (words.contains("libgtk") || words.contains("GTK") || words.contains("glassgtk")) {
            return NO_GTK;
        }
        if (words.contains("DISPLAY")) {
            return NO_DISPLAY;
        }
        return OTHER.formatted(broken.getMessage(), broken.getMessage());
    }

    private static boolean isSet(String value) {
        return value != null && !value.isBlank();
    }
}
