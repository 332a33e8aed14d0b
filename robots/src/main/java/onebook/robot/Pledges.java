package onebook.robot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onebook.invoice.Invoice;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;
import onebook.lender.submit.FinanceReceipt;
import onebook.lender.submit.KnownLenders;
import onebook.lender.submit.LenderKey;
import onebook.lender.submit.LenderUrl;
import onebook.lender.submit.Patience;
import onebook.lender.submit.Receivable;
import onebook.lender.submit.RegistryClient;
import onebook.reconcile.OpenItem;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.store.LogLines;

/**
 * Pledges what customers owe to one lender, at a registry that other lenders ask too, and writes
 * that down. Without a line to anybody the book itself lets no invoice into two pledges. Call it
 * off the window's thread.
 */
public final class Pledges {
    private static final AccountCode RECEIVABLE = AccountCode.of("1122");
    private static final String RESERVED = "reserved";
    private static final String RELEASED = "released";
    private final Desk desk;
    private final OpenBook open;

    /** An invoice that is open in full, and whether it is pledged. */
    public record Debt(String number, String key, String buyer, String buyerTaxId, Money amount,
            LocalDate date, boolean isPledged) { }

    /** One invoice to pledge; the amount where somebody typed it. */
    public record Wanted(String number, Optional<Money> amount, Optional<String> contract,
            Optional<LocalDate> due) { }

    /** Which registry, and who asks it. */
    public record Place(String url, String token, Optional<String> lenderKey, Patience patience) { }

    /**
     * What became of it.
     *
     * @param review numbers of the invoices that look like others that are pledged
     * @param description for 中登网; empty for a release
     */
    public record Done(RegistryClient.Registered registered, List<String> review,
            String description, LenderKey key) { }

    public Pledges(Desk desk) {
        this.desk = desk;
        this.open = desk.book();
    }

    /** What may be pledged or is. */
    public List<Debt> open() {
        synchronized (desk) {
            Map<String, Map<String, Object>> newest = newest();
            List<Debt> debts = new ArrayList<>();
            Library library = new Library(open);
            Map<String, Invoice> invoices = new LinkedHashMap<>();
            library.invoices().values().forEach(one -> invoices.put(one.key(), one));
            for (OpenItem item : OpenItems.of(open.entriesOn(OpenItems.ACCOUNTS.keySet()),
                    library.invoiceKeys(), library.originals())) {
                Invoice invoice = invoices.get(item.invoiceKey());
                boolean isOurs = invoice != null && item.account().isWithin(RECEIVABLE)
                        && invoice.seller().taxId().equals(open.company().taxId())
                        && item.amount().equals(invoice.gross());
                if (isOurs) {
                    debts.add(debt(invoice, item, isPledged(newest.get(invoice.key()))));
                }
            }
            return debts;
        }
    }

    private static Debt debt(Invoice invoice, OpenItem item, boolean isPledged) {
        return new Debt(invoice.key().replaceFirst("^invoice:", ""), invoice.key(), item.party(),
                invoice.buyer().taxId(), item.amount(), invoice.date(), isPledged);
    }

    private static boolean isPledged(Map<String, Object> leaf) {
        return leaf != null && !RELEASED.equals(leaf.get("what"));
    }

    /** The newest leaf of each invoice, by its key. */
    private Map<String, Map<String, Object>> newest() {
        Map<String, Map<String, Object>> newest = new LinkedHashMap<>();
        LogLines.each(open.journal(), "finance", bytes -> {
            Map<String, Object> body = Leaf.parse(bytes).body();
            newest.put((String) body.get("key"), body);
        });
        return newest;
    }

    private String count() {
        return Long.toString(open.journal().leafCounts().getOrDefault("finance", 0L));
    }

    /** Refuses what the book does not hold, or holds in a pledge; asks nobody outside. */
    public List<Debt> mustBeFree(List<Wanted> wanted) {
        List<Debt> debts = open();
        List<Debt> chosen = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (Wanted one : wanted) {
            Debt debt = debts.stream().filter(it -> isNamed(it, one.number())).findFirst()
                    .orElseThrow(() -> new RefusedException(Refusal.INVOICE_IS_NOT_RECEIVABLE,
                            one.number()));
            if (one.amount().filter(typed -> !typed.equals(debt.amount())).isPresent()) {
                throw new RefusedException(Refusal.RECEIVABLE_HAS_ANOTHER_AMOUNT, one.number()
                        + ": " + debt.amount() + ", typed " + one.amount().get());
            }
            if (debt.isPledged() || !once.add(debt.key())) {
                throw new RefusedException(Refusal.RECEIVABLE_ALREADY_PLEDGED,
                        one.number() + ", in this book");
            }
            chosen.add(debt);
        }
        chosen.forEach(debt -> mustBeOwed(debt, debts, chosen));
        return chosen;
    }

    private static boolean isNamed(Debt debt, String number) {
        return debt.number().equals(number) || debt.number().endsWith("|" + number);
    }

    /** A part payment closes no item: what the customer owes in all must cover all pledges. */
    private void mustBeOwed(Debt debt, List<Debt> debts, List<Debt> chosen) {
        Money owed = Money.sum(open.entriesOn(Set.of(RECEIVABLE)).stream()
                .flatMap(entry -> entry.postings().stream())
                .filter(line -> line.account().isWithin(RECEIVABLE)
                        && line.party().equals(debt.buyer())).map(Posting::signed).toList());
        Money pledged = Money.sum(debts.stream().filter(one -> one.buyer().equals(debt.buyer())
                && (one.isPledged() || chosen.contains(one))).map(Debt::amount).toList());
        if (owed.compareTo(pledged) < 0) {
            throw new RefusedException(Refusal.INVOICE_IS_NOT_RECEIVABLE, debt.number() + ": "
                    + debt.buyer() + " owes " + owed + " in all, pledged would be " + pledged);
        }
    }

    /** Reserves them for the lender of the token, all or none. */
    public Done pledge(Place place, List<Wanted> wanted, String by) {
        synchronized (desk) {
            open.mayWrite(Duty.LEND, by);
            open.signer();
            List<Debt> debts = mustBeFree(wanted);
            List<Receivable> receivables = new ArrayList<>();
            for (int i = 0; i < debts.size(); i++) {
                receivables.add(receivable(debts.get(i), wanted.get(i)));
            }
            try (RegistryClient registry = ask(place)) {
                RegistryClient.Registered done = Submissions.told(() ->
                        registry.reserve(receivables, count()));
                List<Map<String, Object>> leaves = new ArrayList<>();
                for (int i = 0; i < debts.size(); i++) {
                    leaves.add(leaf(debts.get(i), done, i, place));
                }
                write(leaves, by);
                return new Done(done, review(debts, done), text(debts, wanted, done),
                        registry.key());
            }
        }
    }

    private static RegistryClient ask(Place place) {
        return Submissions.told(() -> new RegistryClient(LenderUrl.parse(place.url()),
                place.token(), place.lenderKey().map(LenderKey::parse), KnownLenders.ofUser(),
                place.patience()));
    }

    private Receivable receivable(Debt debt, Wanted wanted) {
        try {
            return new Receivable(debt.number(), open.company().taxId(),
                    debt.buyerTaxId().isEmpty() ? debt.buyer() : debt.buyerTaxId(), debt.amount(),
                    debt.date(), wanted.contract(), wanted.due());
        } catch (MalformedException noTaxInvoice) {
            throw new RefusedException(Refusal.INVOICE_IS_NOT_RECEIVABLE,
                    noTaxInvoice.getMessage());
        }
    }

    private static List<String> review(List<Debt> debts, RegistryClient.Registered done) {
        List<String> review = new ArrayList<>();
        for (int i = 0; i < debts.size(); i++) {
            if (!done.receipts().get(i).review().isEmpty()) {
                review.add(debts.get(i).number());
            }
        }
        return review;
    }

    private String text(List<Debt> debts, List<Wanted> wanted, RegistryClient.Registered done) {
        List<PledgeText.Line> lines = new ArrayList<>();
        for (int i = 0; i < debts.size(); i++) {
            lines.add(new PledgeText.Line(debts.get(i), wanted.get(i)));
        }
        return PledgeText.of(open.company(), done.receipts().get(0).lender(), lines);
    }

    private static Map<String, Object> leaf(Debt debt, RegistryClient.Registered done, int place,
            Place registry) {
        FinanceReceipt receipt = done.receipts().get(place);
        Map<String, Object> body = new TreeMap<>();
        body.put("what", RESERVED);
        body.put("invoice", debt.number());
        body.put("key", debt.key());
        body.put("amount", debt.amount().toString());
        body.put("buyer", debt.buyer());
        body.put("host", LenderUrl.parse(registry.url()).host());
        stamp(body, receipt, done, place);
        return body;
    }

    private static void stamp(Map<String, Object> body, FinanceReceipt receipt,
            RegistryClient.Registered done, int place) {
        body.put("id", receipt.id());
        body.put("lender", receipt.lender());
        body.put("at", receipt.at().toString());
        body.put("receipt", done.notes().get(place));
        body.put("checkpoint", done.checkpoint());
        body.put("review", receipt.review());
        receipt.until().ifPresent(end -> body.put("until", end.toString()));
    }

    private void write(List<Map<String, Object>> leaves, String by) {
        try {
            open.journal().transaction(() -> {
                for (Map<String, Object> body : leaves) {
                    body.put("who", by);
                    open.journal().leaf("finance", "", body, List.of());
                }
                return open.checkpoint();
            });
        } catch (RuntimeException failed) {
            throw new RefusedException(Refusal.SENT_BUT_NOT_WRITTEN_DOWN, failed.getMessage());
        }
    }

    /** Takes pledges back that this book knows; what is paid out only the lender releases. */
    public Done release(Place place, List<String> numbers, String by) {
        synchronized (desk) {
            open.mayWrite(Duty.LEND, by);
            open.signer();
            String host = Submissions.told(() -> LenderUrl.parse(place.url())).host();
            List<Map<String, Object>> leaves = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            for (String number : numbers) {
                Map<String, Object> pledged = newest().values().stream()
                        .filter(one -> isPledged(one) && host.equals(one.get("host"))
                                && (number.equals(one.get("invoice"))
                                || ((String) one.get("invoice")).endsWith("|" + number)))
                        .findFirst().orElseThrow(() -> new RefusedException(
                                Refusal.RECEIVABLE_IS_NOT_PLEDGED, number));
                if (!ids.contains((String) pledged.get("id"))) {
                    ids.add((String) pledged.get("id"));
                    leaves.add(new TreeMap<>(pledged));
                }
            }
            return released(place, ids, leaves, by);
        }
    }

    private Done released(Place place, List<String> ids, List<Map<String, Object>> leaves,
            String by) {
        try (RegistryClient registry = ask(place)) {
            RegistryClient.Registered done = Submissions.told(() ->
                    registry.release(ids, count()));
            for (int i = 0; i < leaves.size(); i++) {
                leaves.get(i).put("what", RELEASED);
                leaves.get(i).remove("until");
                stamp(leaves.get(i), done.receipts().get(i), done, i);
            }
            write(leaves, by);
            return new Done(done, List.of(), "", registry.key());
        }
    }
}
