package onebook.ledger;

/**
 * Why something was not done, in order of precedence: where several hold, the first is given.
 * Names are sentences; {@link #advice()} says what to do.
 */
public enum Refusal {
    // the file
    FILE_IS_EMPTY("The file holds nothing; save it again and add it once more."),
    FILE_IS_TOO_LARGE("The file is larger than OneBook reads; split it or export a shorter span."),
    FILE_IS_NOT_A_KNOWN_FORMAT(
            "OneBook does not know this kind of file; add XML, OFD, PDF, a picture, CSV or XLSX."),
    FILE_IS_ENCRYPTED("The file is locked with a password; save a copy without one and add that."),
    FILE_IS_BROKEN("The file cannot be opened; download or scan it again."),
    FILE_IS_HOSTILE("The file tries something a document has no need of; it was not opened."),
    TEXT_IS_IN_NO_KNOWN_ENCODING(
            "The text is neither sound UTF-8 nor GB18030; save it again as CSV UTF-8."),
    // the document
    NOT_READABLE("Nothing certain can be read; scan it again at 300 dpi or type the fields in."),
    NOT_A_DOCUMENT_FOR_THE_BOOK(
            "This is no invoice or statement OneBook knows; book it by hand if it matters."),
    KEY_FIELD_IS_MISSING(
            "A field that must be there was not found; look at the picture and fill it in."),
    KEY_FIELD_IS_DOUBTFUL("A field may be misread; compare it with the picture."),
    NUMBER_IS_NOT_WELL_FORMED(
            "The invoice number has the wrong form; compare it with the picture."),
    TAX_ID_CHECK_DIGIT_IS_WRONG("A tax number fails its check digit; compare it with the picture."),
    LINES_DO_NOT_ADD_UP("The lines do not add up to the total; compare them with the picture."),
    TAX_IS_NOT_NET_TIMES_RATE(
            "The tax is not the net amount times its rate; compare with the picture."),
    GROSS_IS_NOT_NET_PLUS_TAX(
            "Net and tax do not give the gross amount; compare with the picture."),
    WORDS_ARE_NOT_FIGURES(
            "The amount in words differs from the amount in figures; compare with the picture."),
    QR_DIFFERS_FROM_PRINT(
            "The QR code says something else than the print; the paper may have been altered."),
    CURRENCY_IS_NOT_CNY("The amount is in foreign currency; enter the rate and book it by hand."),
    INVOICE_IS_NOT_OURS("Neither buyer nor seller is this company; return it or book it by hand."),
    SAME_INVOICE_OTHER_AMOUNT(
            "An invoice of this number is booked with another amount; ask the seller."),
    NO_RULE_KNOWS_THIS("No rule says how to book this; choose the accounts, or teach a rule."),
    SEVERAL_MATCHES_ARE_EQUAL("Several open items fit equally well; choose one."),
    NOT_POSTED_YET("A rule knows this; accept it, or run the robot that posts."),
    ENTRY_WAS_TAKEN_BACK(
            "The entry made of this was taken back; accept it again or book it otherwise."),
    // the statement
    BALANCE_DOES_NOT_CONTINUE(
            "The balance does not follow from the line before; a row may be missing."),
    ACCOUNT_IS_NOT_OURS(
            "The statement is of an account that this book does not know; add the account first."),
    // what another program gives
    COLUMN_IS_MISSING(
            "No row names the columns that are needed; give the table the headers that are named."),
    CELL_IS_A_FORMULA("A cell holds a formula, which is not believed; save the values only."),
    CELL_IS_NOT_UNDERSTOOD("A cell says none of what may stand there; correct it."),
    FIELD_IS_TOO_LONG("A field is longer than a voucher can hold; shorten it."),
    VOUCHER_IS_TOO_LONG("A voucher has more lines than one leaf of the log holds; split it."),
    VOUCHER_NUMBER_IS_MISSING("A row belongs to no voucher; give it the voucher's number."),
    DATE_IS_NOT_READABLE("A date is not of the form 2026-03-05; correct it."),
    AMOUNT_IS_NOT_READABLE(
            "A figure is no exact amount, such as 1234.50 with two decimals; correct it."),
    VOUCHER_DATES_DIFFER("A voucher has one date, in the period it names; correct the others."),
    LINE_HAS_TWO_SIDES("A line is either debit or credit; make two lines of it."),
    ACCOUNT_HAS_ANOTHER_NAME(
            "This book calls the account of that code otherwise; map the account, "
                    + "or say that codes count and not names."),
    VOUCHER_NUMBER_TWICE_IN_THE_FILE(
            "Two vouchers of the file have one number; put the rows of a voucher together "
                    + "or number them apart."),
    VOUCHER_NUMBER_ALREADY_BOOKED(
            "A voucher of this number was imported with other content; take that one back first."),
    // the chart of accounts
    ACCOUNT_CODE_IS_NOT_WELL_FORMED(
            "An account has four digits and details of two to four, as in 1002.01; correct it."),
    ACCOUNT_EXISTS("There is an account of that code or name; use that one, or name it apart."),
    ACCOUNT_HAS_POSTINGS(
            "The account has postings: it stays as it is and takes no details; "
                    + "open another beside it."),
    ACCOUNT_HAS_DETAILS("The account has details; remove those first."),
    ACCOUNT_STANDS_TWICE("An account and party stand twice in the table; add them up."),
    DETAILS_DO_NOT_ADD_UP("The details of an account do not add up to it; correct the table."),
    CHART_IS_NOT_KNOWN(
            "The chart is of no known system; name its accounts in full, codes and names."),
    ACCOUNT_CANNOT_BE_MAPPED(
            "An account with a balance has no counterpart here; settle it or say which it is."),
    ACCOUNT_IS_NEEDED("Statements, rules or a bank account name this account; it stays."),
    // the entry
    VOUCHER_CANNOT_BE_READ(
            "The voucher is written in a form OneBook does not know; correct what is named."),
    TEXT_CANNOT_BE_KEPT(
            "A text is too long or holds control characters; write it anew."),
    LINE_HAS_NO_ACCOUNT("A line names no account; choose one."),
    LINE_HAS_DEBIT_AND_CREDIT("A line has both a debit and a credit; keep one of them."),
    UNKNOWN_ACCOUNT("The account is not in the chart of accounts; choose another or add it."),
    ACCOUNT_IS_NOT_A_LEAF("The account has details; choose one of them."),
    SUMMARY_IS_MISSING("A voucher needs a summary; say in a few words what happened."),
    FEWER_THAN_TWO_POSTINGS("A voucher needs at least two lines."),
    POSTING_IS_ZERO("A line has no amount; fill it in or take the line out."),
    DIMENSION_IS_MISSING(
            "The account is kept by customer, department or the like; say which it is."),
    FOREIGN_AMOUNT_DOES_NOT_FIT(
            "The amount is not the foreign amount times its rate; correct one of them."),
    CURRENCIES_DIFFER("All lines of a voucher are in one currency."),
    DEBITS_NOT_EQUAL_CREDITS("Debits and credits differ; check the amounts."),
    AMOUNT_IS_TOO_LARGE("The amounts exceed what a book can hold."),
    EVIDENCE_IS_MISSING("The voucher names no document; attach one or say why there is none."),
    DOCUMENT_IS_UNKNOWN("The book has no such document; add the file first."),
    DATE_IS_OUT_OF_RANGE("The date lies in no year a book can have; correct it."),
    PERIOD_BEFORE_THE_BOOK("The date is before the book begins; use opening balances."),
    PERIOD_CLOSED("The period is closed; date the entry in an open period."),
    PROPOSAL_ALREADY_RESOLVED("This was posted or rejected before; nothing was done."),
    INVOICE_ALREADY_BOOKED("This invoice is in the book; compare the two and reject this one."),
    BANK_LINE_ALREADY_BOOKED("This bank line is in the book; nothing was done."),
    // corrections
    ENTRY_IS_UNKNOWN("There is no entry of that number."),
    LEAF_IS_UNKNOWN("The log has no leaf at that place; leaves are counted from 0."),
    ENTRY_ALREADY_CORRECTED("That entry has been taken back before."),
    CORRECTION_CANNOT_BE_CORRECTED("A correction is not taken back; post a new entry."),
    RED_LINES_DIFFER(
            "A red entry repeats the lines of what it takes back; make a supplement instead."),
    VOUCHER_IS_TOO_LARGE("The voucher holds more than one leaf of the log can; split it in two."),
    // the life of a voucher
    DRAFT_IS_UNKNOWN("There is no draft of that number; see the list of vouchers."),
    VOUCHER_WAS_CHANGED("The draft is not the one that was shown or reviewed; look at it again."),
    VOUCHER_IS_REVIEWED("The voucher is reviewed; take the review back before changing it."),
    VOUCHER_IS_NOT_REVIEWED("The voucher is not reviewed; a reviewer approves it first."),
    VOUCHER_WAITS_FOR_REVIEW("It is kept as a draft; a reviewer approves it, then it is posted."),
    VOUCHERS_ARE_NOT_POSTED("Drafts of this period are not posted; post or delete them first."),
    // people
    NOBODY_IS_SIGNED_ON("This book has people; sign on as one of them first."),
    NAME_OR_PASSWORD_IS_WRONG("Name and password do not fit; try again."),
    SIGN_ON_IS_LOCKED("Signing on failed too often; wait until the time that is named."),
    ROLE_IS_MISSING("Your roles do not include this; ask somebody whose roles do."),
    PREPARER_CANNOT_REVIEW("Who prepared a voucher does not review it; ask another reviewer."),
    CASHIER_CANNOT_ENTER_THIS("A cashier neither reviews nor enters revenue, expense, receivables"
            + " or payables; ask somebody else."),
    RULE_IS_NOT_AUTHORISED(
            "Nobody has authorised this rule as it stands; a reviewer or the owner does that."),
    PERSON_IS_UNKNOWN("There is nobody of that name; see the list of people."),
    PERSON_EXISTS("That name is or was in use; choose another."),
    NAME_CANNOT_BE_USED("A name has one to forty visible characters; choose another."),
    PASSWORD_IS_TOO_WEAK(
            "The password is easy to guess; take ten characters or more, and no name."),
    FIRST_PERSON_IS_THE_OWNER("The first person of a book is its owner; give that role."),
    LAST_OWNER_STAYS("A book keeps at least one owner; name another owner first."),
    ROLES_CONFLICT("These roles do not go together; give them to different people."),
    // tokens
    TOKEN_IS_NEEDED("What you approve is to be signed with your token; plug it in, name its library"
            + " with --token."),
    TOKEN_IS_NOT_REGISTERED(
            "The book knows no token of that person; register it with book person token."),
    TOKEN_IS_ANOTHER("The token is not the one that is registered for you; plug in your own."),
    TOKEN_IS_SOMEBODY_ELSES(
            "The key of this token is or was another person's; take a token with its own key."),
    TOKEN_KEY_CANNOT_BE_USED(
            "The key is neither on P-256 nor RSA of 2048 bits or more; have another one made."),
    TOKEN_LIBRARY_CANNOT_BE_LOADED(
            "The PKCS#11 library is not there or is none for this computer; name the file of the"
                    + " token's maker."),
    TOKEN_IS_NOT_IN_THE_SLOT("There is no token in that slot; plug it in, or name another slot."),
    TOKEN_PIN_IS_WRONG("The token does not open with that PIN; see what it says, then try again."),
    TOKEN_HAS_NO_SUCH_KEY(
            "The token holds no such key with a certificate, or several; name one by its label."),
    TOKEN_DOES_NOT_SIGN("The token did not sign, so nothing was kept; plug it in and do it once"
            + " more."),
    // closing and the book itself
    PERIODS_CLOSE_IN_ORDER("An earlier period is still open; close it first."),
    PERIOD_ALREADY_CLOSED("The period is closed already; nothing was done."),
    ITEMS_STILL_WAIT("Items of this period wait for a person; resolve them or close knowing them."),
    BANK_IS_NOT_RECONCILED("The bank does not agree with the book; reconcile first."),
    CASH_IS_BELOW_ZERO(
            "Cash on hand is below zero on a day; book what is missing or correct the dates."),
    RECURRING_ENTRIES_ARE_DUE(
            "Depreciation or recurring entries of this period are not booked; run them first."),
    EXCHANGE_RATE_IS_MISSING(
            "A balance in foreign currency has no closing rate; give the rate of the month's end."),
    PENDING_ITEMS_ARE_NOT_CLEARED(
            "Pending items have a balance at the year's end; book what was decided about them."),
    YEAR_END_BELONGS_TO_DECEMBER(
            "A year ends with December: close December, and no other month, as the year's end."),
    DISTRIBUTION_EXCEEDS_PROFIT(
            "More profit is distributed than there is; name a smaller amount."),
    RECURRING_ENTRY_IS_WRONG(
            "A recurring entry cannot be used as it is; correct what is named."),
    BOOK_IS_READ_ONLY("Another OneBook has this book open; this one only reads."),
    BOOK_MAY_NOT_BE_WRITTEN(
            "You may not write this book or its folder; ask for the right, or copy both."),
    BOOK_IS_HELD_BY_ANOTHER_PROGRAM(
            "Another program holds the file of this book; close it and do this once more."),
    BOOK_CANNOT_BE_WRITTEN(
            "The disk is full or fails; nothing of this was kept. Make room and do it once more."),
    PASSPHRASE_IS_MISSING("This is encrypted; give the passphrase it was encrypted with."),
    PASSPHRASE_IS_WRONG(
            "The passphrase is another; look at capital letters and the keyboard, then try again."),
    PASSPHRASE_IS_TOO_SHORT("A passphrase has ten characters or more; choose a longer one."),
    BOOK_IS_TOO_LARGE_TO_ENCRYPT(
            "The book is larger than an encrypted one may be; decrypt it and encrypt its disk."),
    KEY_CANNOT_BE_OPENED(
            "The key of this book cannot be opened; check the passphrase and the key file."),
    RECOVERY_KEY_IS_NOT_ANNOUNCED(
            "This log knows no such recovery key; take the one announced under its newest key."),
    BOOK_IS_DAMAGED("The book does not agree with its seal; do not work on it, restore a backup."),
    NAME_CANNOT_BE_HIDDEN(
            "The name stands where nothing is covered; rename that account, or show the name."),
    NAME_STANDS_NOWHERE("The book has no such name; write it as the book does."),
    NAMES_ARE_NOT_COVERED(
            "This book was begun before names could be hidden; lend it whole, or not at all."),
    PROFILE_IS_INCOMPLETE("The company.yaml lacks something; fill in what is named."),
    INPUTS_ARE_INCOMPLETE("The folder has no company.yaml; name a company's input folder."),
    BACKUP_IS_DAMAGED(
            "The backup is not as it was made; nothing was restored. Take another backup."),
    BOOK_EXISTS("There is a book or a backup at that place already; choose another name."),
    BOOK_NOT_FOUND("There is no book at that place."),
    FOLDER_IS_NOT_EMPTY("Something stands at that place; name a new or an empty folder."),
    RUN_CANNOT_BE_UNDONE(
            "The run cannot be undone: a later period is closed, or it was undone before."),
    ROBOT_IS_UNKNOWN("There is no robot of that name; see the list of robots."),
    RUN_IS_UNKNOWN("There is no run of that number; see the list of runs."),
    ACCOUNT_HAS_NO_DETAILS(
            "The account has no details to make columns of; choose its detail ledger."),
    ACCOUNT_HAS_NO_CURRENCY(
            "The account is not kept in a foreign currency; choose its detail ledger."),
    REPORT_CANNOT_BE_USED("The report file has a mistake; correct the row that is named."),
    RULES_CANNOT_BE_USED("A rule file has a mistake; correct the rule that is named."),
    OFFICE_FILE_IS_WRONG("The office file cannot be used as it is; correct what is named."),
    // handing over
    CONNECTION_IS_NOT_SAFE("Name an address that begins with https:// (http:// only to this"
            + " computer); nothing was sent."),
    CONSENT_IS_MISSING("Nobody agreed to what would leave, so nothing was sent; answer yes,"
            + " or give --yes in a script."),
    PACKAGE_IS_OF_ANOTHER_BOOK(
            "The package was not made from this book; make one from it and send that."),
    LENDER_CANNOT_BE_REACHED("The lender's server cannot be reached or does not answer; what"
            + " arrived waits there for a day, do this once more."),
    LENDER_REFUSED_THIS("The lender's server refuses this; see what it says and ask the lender."),
    LENDER_KEY_IS_ANOTHER("The lender's key is not the one known for this address; ask the"
            + " lender, and give the right one with --lender-key."),
    RECEIPT_IS_WRONG("The receipt is not signed by the lender's key or is of something else;"
            + " do not rely on it, ask the lender."),
    SENT_BUT_NOT_WRITTEN_DOWN("It was sent and received, but this book could not write that down;"
            + " do the same once more, nothing is sent twice."),
    INVOICE_IS_NOT_RECEIVABLE("The book holds no open receivable of this invoice number; pledge"
            + " what a customer still owes in full."),
    RECEIVABLE_HAS_ANOTHER_AMOUNT(
            "The book says another amount than was typed; compare it with the invoice."),
    RECEIVABLE_ALREADY_PLEDGED("This invoice is already pledged; pledge another one, or release"
            + " that pledge first."),
    RECEIVABLE_LOOKS_PLEDGED("A receivable much like this one is pledged; the lender compares the"
            + " two before paying out."),
    RECEIVABLE_IS_NOT_PLEDGED("The book knows no pledge of this invoice to that lender; see its"
            + " number and address."),
    STORE_IS_SERVED_ELSEWHERE("Another OneBook serves this folder; stop that one first."),
    STORE_IS_DAMAGED(
            "What this server wrote down was changed; do not serve it, restore a copy of it."),
    SCHEDULE_IS_SERVED_ELSEWHERE("Another OneBook serves these schedules; stop that one first."),
    WITNESS_STORE_IS_IN_USE("Another witness works on this folder; stop that one first."),
    WITNESS_STORE_IS_DAMAGED(
            "The witness's memory is not what it wrote; restore it whole, never start it anew."),
    PLACE_CANNOT_BE_REACHED(
            "No answer came from there; try again later, or hand over a request file instead."),
    PLACE_ANSWERS_WRONGLY(
            "What it answered is not what was asked for; nothing was kept. Ask another."),
    WITNESS_REFUSES(
            "The witness does not cosign: it saw another history or another log of this company;"
                    + " find out which before you go on."),
    PLACES_ARE_MISSING("No witness and no time stamp authority is named; name one or more."),
    NOT_A_HEAD_OF_THIS_BOOK(
            "The file holds no cosigned head of this book; take the answer to its own request."),
    PERIOD_IS_NOT_SEALED("The period is not closed yet, so nothing can be certified; close it."),
    RUN_WAS_STOPPED("The run was stopped; nothing of it was kept."),
    NOTHING_TO_DO("There was nothing to do.");

    private final String advice;

    Refusal(String advice) {
        this.advice = advice;
    }

    /** One English sentence that says what to do; the desktop has the Chinese one. */
    public String advice() {
        return advice;
    }
}
