package onebook.app.books;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.SaveButtons;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Period;
import onebook.print.Table;
import onebook.robot.BookRows;
import onebook.robot.Books;
import onebook.robot.RefusedException;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The account books: chosen above, their tables in a list where there are several, the rows. */
public final class BooksPage implements Page {

    /** A book that can be shown, read in one go. */
    private record Content(List<Period> months, Books.Order order, List<Table> tables,
            Table table, BookRows rows) { }

    /** What was read, or why nothing can be shown. */
    private record Found(Optional<Content> content, Optional<RefusedException> refused) {
        static final Found NOTHING = new Found(Optional.empty(), Optional.empty());
    }

    private final Workplace at;
    private final BookWords words;
    private final BookChoice choice;
    private final BookTable table;
    private final ListView<Table> tables = new ListView<>();
    private final Label title = Nodes.label("", "section");
    private final Label count = Nodes.muted("");
    private final SplitPane work = new SplitPane();
    private final VBox book;
    private final Showing stage;
    private final BorderPane view = new BorderPane();
    private Optional<Content> shown = Optional.empty();
    private boolean isListing;
    private boolean isEntered;

    public BooksPage(Workplace at) {
        this.at = at;
        words = new BookWords(at.texts(), at.desk().chart());
        choice = new BookChoice(at, words, this::refresh);
        table = new BookTable(at, words, this::open);
        stage = new Showing(at);
        Node head = Nodes.row(8, title, Nodes.gap(), count);
        head.getStyleClass().add("book-head");
        book = new VBox(head, Nodes.fill(table.view()));
        list();
        view.setTop(new VBox(Nodes.head(at.text("books"), at.text("books.purpose"),
                new SaveButtons(at, "book", new Saved()).view()), choice.view()));
        view.setCenter(stage.view());
    }

    private void list() {
        tables.setId("book-list");
        tables.setMinWidth(150);
        tables.setCellFactory(made -> new TableCell());
        tables.getSelectionModel().selectedItemProperty().addListener((list, was, is) -> {
            if (!isListing && is != null) {
                read(Optional.of(is.name()));
            }
        });
        SplitPane.setResizableWithParent(tables, false);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void enter() {
        isEntered = true;
        table.view().requestFocus();
    }

    /** The ledger of an account with its details, of a year up to that month. */
    public void show(AccountCode account, Period month) {
        Period january = new Period(month.year(), 1);
        choice.show(new Asked(Books.Kind.DETAIL, Optional.of(account), Optional.of(january),
                Optional.of(month), Optional.empty(), "", false));
        refresh();
    }

    @Override
    public void refresh() {
        read(shown.map(before -> before.table().name()));
    }

    private void read(Optional<String> tab) {
        Asked asked = choice.asked();
        if (asked.lacksAccount()) {
            shown = Optional.empty();
            stage.blank(Material2OutlinedMZ.VIEW_COLUMN, "books.multi");
        } else {
            stage.readWhile(wanted -> read(asked, tab, wanted), this::show);
        }
    }

    private Found read(Asked asked, Optional<String> tab, BooleanSupplier wanted) {
        List<Period> months = at.desk().months();
        if (months.isEmpty()) {
            return Found.NOTHING;
        }
        Books books = at.desk().books();
        Books.Order order = asked.order(months);
        try (Stream<Table> all = books.look(order, at.person()).tables().get()) {
            List<Table> found = all.toList();
            Table one = found.stream().filter(each -> tab.equals(Optional.of(each.name())))
                    .findFirst().orElse(found.get(0));
            return new Found(Optional.of(new Content(months, order, found, one,
                    books.rows(one, wanted))), Optional.empty());
        } catch (RefusedException refused) {
            return new Found(Optional.empty(), Optional.of(refused));
        }
    }

    private void show(Found found) {
        shown = found.content();
        if (found.refused().isPresent()) {
            stage.show(Nodes.blank(Material2OutlinedMZ.MENU_BOOK,
                    at.texts().refusalBriefly(found.refused().get().refusal()),
                    at.texts().refusal(found.refused().get().refusal())));
        } else if (shown.isEmpty()) {
            stage.blank(Material2OutlinedMZ.MENU_BOOK, "books.empty");
        } else {
            show(shown.get());
        }
    }

    private void show(Content content) {
        choice.offer(content.months(), content.order());
        isListing = true;
        tables.getItems().setAll(content.tables());
        tables.getSelectionModel().select(content.table());
        isListing = false;
        if (content.tables().size() == 1) {
            work.getItems().setAll(book);
        } else if (work.getItems().size() != 2) {
            work.getItems().setAll(tables, book);
            work.setDividerPositions(0.2);
        }
        stage.show(work);
        title.setText(content.tables().size() > 1 ? words.tab(content.table())
                : words.title(content.table(), content.order().kind()));
        count.setText(at.text("books.count", content.rows().size()));
        table.show(content.table(), content.rows().size(), content.rows()::read);
        if (isEntered) {
            isEntered = false;
            Nodes.focus(table.view(), view);
        }
    }

    /** A line leads to its voucher, an account or a party to the book below. */
    private void open(Table.Row row) {
        Table of = shown.orElseThrow().table();
        Optional<String> entry = cell(of, row, "entry");
        Optional<AccountCode> account = cell(of, row, "account").flatMap(BookWords::code);
        if (entry.isPresent()) {
            at.ways().toEntry(EntryNumber.parse(entry.get()));
        } else if (account.isPresent()) {
            below(account.get(), Optional.empty());
        } else if (row.name().equals("party")) {
            BookWords.accountOf(of).ifPresent(code -> below(code, cell(of, row, "party")));
        }
    }

    private void below(AccountCode account, Optional<String> party) {
        isEntered = true;
        choice.show(choice.asked().below(account, party));
        refresh();
    }

    private static Optional<String> cell(Table of, Table.Row row, String key) {
        return Stream.iterate(0, column -> column < of.columns().size(), column -> column + 1)
                .filter(column -> of.columns().get(column).key().equals(key))
                .map(column -> row.cell(column).plain()).filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** As wide as the list: a long name ends in dots. */
    private final class TableCell extends ListCell<Table> {
        private TableCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Table one, boolean isEmpty) {
            super.updateItem(one, isEmpty);
            setText(isEmpty || one == null ? null : words.tab(one));
        }
    }

    private final class Saved implements SaveButtons.Saved {
        @Override
        public Optional<String> name() {
            return shown.map(Content::order).map(order -> words.kind(order.kind())
                    + order.account().map(code -> "-" + code).orElse("") + "-" + order.to());
        }

        @Override
        public SaveButtons.Writing writing() {
            Books.Order order = shown.orElseThrow().order();
            return (Path target) -> at.desk().books().print(order, target, at.person());
        }
    }
}
