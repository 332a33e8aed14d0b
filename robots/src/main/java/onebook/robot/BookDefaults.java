package onebook.robot;

import java.util.List;
import onebook.ledger.AccountCode;

/** Which accounts a book is of where none is named, and which reports come with the product. */
record BookDefaults(List<String> journal, List<String> ageing, List<String> reports) {
    static BookDefaults standard() {
        return Json.yaml(Templates.text("report/books.yaml"), BookDefaults.class);
    }

    static List<AccountCode> codes(List<String> values) {
        return values.stream().map(AccountCode::of).toList();
    }
}
