package onebook.installer;

/** The main class of the installed program. */
public final class Start {
    private Start() {
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            System.setProperty("java.awt.headless", "true");
            onebook.cli.Main.main(arguments);
        } else {
            onebook.app.start.Launcher.main(arguments);
        }
    }
}
