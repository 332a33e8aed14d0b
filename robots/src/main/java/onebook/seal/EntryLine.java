package onebook.seal;

import java.util.List;
import java.util.Locale;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;

/**
 * The leaf of an entry, written straight as canonical JSON: the same bytes as {@link Leaf#bytes}
 * over {@link EntryBody#write} without the maps between, for books of a million entries. Keys are
 * therefore written in their order here.
 */
final class EntryLine {
    private final StringBuilder out = new StringBuilder(1024);

    static byte[] write(JournalEntry entry, Leaf.Place place, List<Long> refs) {
        EntryLine line = new EntryLine();
        line.leaf(entry, place, refs);
        byte[] bytes = CanonicalJson.utf8(line.out);
        if (bytes.length > Leaf.LARGEST_BYTES) {
            throw new MalformedException(
                    "leaf %d has %d bytes".formatted(place.index(), bytes.length));
        }
        return bytes;
    }

    private void leaf(JournalEntry entry, Leaf.Place place, List<Long> refs) {
        text("{\"b\":", place.book());
        out.append(",\"d\":");
        body(entry);
        text(",\"e\":", place.entity());
        out.append(",\"n\":").append(place.index());
        text(",\"p\":", entry.period().toString());
        out.append(",\"ref\":[");
        for (int i = 0; i < refs.size(); i++) {
            out.append(i == 0 ? "" : ",").append((long) refs.get(i));
        }
        text("],\"t\":", "entry");
        text(",\"ts\":", place.at().toString());
        out.append(",\"v\":1}");
    }

    private void body(JournalEntry entry) {
        out.append('{');
        if (entry.attachments() > 0) {
            out.append("\"attachments\":").append(entry.attachments()).append(',');
        }
        text("\"by\":", entry.by());
        entry.corrects().ifPresent(number -> text(",\"corrects\":", number.toString()));
        text(",\"date\":", entry.date().toString());
        out.append(",\"evidence\":[");
        String comma = "";
        for (Evidence one : entry.evidence()) {
            out.append(comma);
            evidence(one);
            comma = ",";
        }
        out.append(']');
        if (!entry.keys().isEmpty()) {
            out.append(",\"keys\":");
            CanonicalJson.append(entry.keys(), out);
        }
        text(",\"kind\":", entry.kind().name().toLowerCase(Locale.ROOT));
        text(",\"number\":", entry.number().toString());
        postings(entry.postings());
        unless(entry.by(), ",\"prepared\":", entry.hands().preparer());
        text(",\"proposal\":", entry.proposal());
        unless(entry.by(), ",\"reviewed\":", entry.hands().reviewer());
        text(",\"rule\":", entry.rule());
        text(",\"summary\":", entry.summary());
        text(",\"why\":", entry.why());
        out.append('}');
    }

    private void evidence(Evidence one) {
        out.append('{');
        one.box().ifPresent(box -> out.append("\"box\":[").append(box.x()).append(',')
                .append(box.y()).append(',').append(box.width()).append(',').append(box.height())
                .append("],"));
        text("\"document\":", one.document());
        out.append(",\"page\":").append(one.page());
        text(",\"path\":", one.path());
        text(",\"text\":", one.text());
        out.append('}');
    }

    private void postings(List<Posting> postings) {
        out.append(",\"postings\":[");
        String comma = "";
        for (Posting posting : postings) {
            out.append(comma);
            if (posting.details().equals(Posting.Details.NONE)) {
                posting(posting);
            } else {
                CanonicalJson.append(CanonicalJson.copy(EntryBody.write(posting)), out);
            }
            comma = ",";
        }
        out.append(']');
    }

    private void posting(Posting posting) {
        text("{\"account\":", posting.account().value());
        out.append(",\"amount\":\"").append(posting.amount()).append('"');
        if (!posting.amount().currency().equals(Money.CNY)) {
            text(",\"currency\":", posting.amount().currency());
        }
        if (!posting.party().isEmpty()) {
            text(",\"party\":", posting.party());
        }
        text(",\"side\":", posting.side().name().toLowerCase(Locale.ROOT));
        out.append('}');
    }

    private void unless(String usual, String key, String value) {
        if (!value.equals(usual)) {
            text(key, value);
        }
    }

    private void text(String key, String value) {
        CanonicalJson.quote(value, out.append(key));
    }
}
