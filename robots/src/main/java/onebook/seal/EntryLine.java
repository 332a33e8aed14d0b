package onebook.seal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Side;

/**
 * The leaf of an entry, written straight as canonical JSON: the same bytes as {@link Leaf#kept}
 * over {@link EntryBody#write} without the maps between, for books of a million entries. Keys are
 * therefore written in their order here. What is unusual takes the way of the maps.
 */
final class EntryLine {
    private final JsonBytes out = new JsonBytes();
    private final Optional<CoveredParts> parts;
    private final String entity;

    private EntryLine(Optional<CoveredParts> parts, String entity) {
        this.parts = parts;
        this.entity = entity;
    }

    static byte[] write(JournalEntry entry, Leaf.Place place, List<Long> refs,
            Optional<Veil> veil) {
        if (veil.isPresent() && isUnusual(entry)) {
            return new Leaf("entry", place.index(), place.at(), place.entity(), place.book(),
                    entry.period().toString(), EntryBody.write(entry), refs).kept(veil);
        }
        EntryLine line = new EntryLine(veil.map(one -> new CoveredParts(one, place.index())),
                place.entity());
        line.leaf(entry, place, refs);
        byte[] bytes = line.out.bytes();
        if (bytes.length > Leaf.LARGEST_BYTES) {
            throw new MalformedException(
                    "leaf %d has %d bytes".formatted(place.index(), bytes.length));
        }
        return line.parts.map(covered -> covered.below(bytes).kept()).orElse(bytes);
    }

    /** Details, or a mark where no name and no text is covered. */
    private static boolean isUnusual(JournalEntry entry) {
        return isMark(entry.by()) || isMark(entry.hands().preparer())
                || isMark(entry.hands().reviewer()) || isMark(entry.proposal())
                || isMark(entry.rule()) || entry.keys().stream().anyMatch(EntryLine::isMark)
                || entry.evidence().stream().anyMatch(one -> isMark(one.document())
                        || isMark(one.path()))
                || entry.postings().stream().anyMatch(one -> isMark(one.amount().currency())
                        || !one.details().equals(Posting.Details.NONE));
    }

    private static boolean isMark(String text) {
        return text.startsWith(Veil.MARK);
    }

    private void leaf(JournalEntry entry, Leaf.Place place, List<Long> refs) {
        text("{\"b\":", place.book());
        out.ascii(",\"d\":");
        body(entry);
        text(",\"e\":", place.entity());
        out.ascii(",\"n\":").number(place.index());
        text(",\"p\":", entry.period().toString());
        out.ascii(",\"ref\":[");
        for (int i = 0; i < refs.size(); i++) {
            out.ascii(i == 0 ? "" : ",").number(refs.get(i));
        }
        out.ascii("]");
        parts.map(CoveredParts::digests).filter(digests -> !digests.isEmpty())
                .ifPresent(digests -> CanonicalJson.append(digests, out.ascii(",\"sd\":")));
        text(",\"t\":", "entry");
        text(",\"ts\":", place.at().toString());
        out.ascii(",\"v\":1}");
    }

    private void body(JournalEntry entry) {
        out.ascii("{");
        if (entry.attachments() > 0) {
            out.ascii("\"attachments\":").number(entry.attachments()).ascii(",");
        }
        text("\"by\":", entry.by());
        entry.corrects().ifPresent(number -> text(",\"corrects\":", number.toString()));
        text(",\"date\":", entry.date().toString());
        out.ascii(",\"evidence\":[");
        String comma = "";
        for (Evidence one : entry.evidence()) {
            out.ascii(comma);
            evidence(one);
            comma = ",";
        }
        out.ascii("]");
        if (!entry.keys().isEmpty()) {
            CanonicalJson.append(entry.keys(), out.ascii(",\"keys\":"));
        }
        text(",\"kind\":", entry.kind().name().toLowerCase(Locale.ROOT));
        text(",\"number\":", entry.number().toString());
        postings(entry.postings());
        unless(entry.by(), ",\"prepared\":", entry.hands().preparer());
        text(",\"proposal\":", entry.proposal());
        unless(entry.by(), ",\"reviewed\":", entry.hands().reviewer());
        text(",\"rule\":", entry.rule());
        covered(",\"summary\":", entry.summary());
        covered(",\"why\":", entry.why());
        out.ascii("}");
    }

    private void evidence(Evidence one) {
        out.ascii("{");
        one.box().ifPresent(box -> out.ascii("\"box\":[").number(box.x()).ascii(",")
                .number(box.y()).ascii(",").number(box.width()).ascii(",").number(box.height())
                .ascii("],"));
        text("\"document\":", one.document());
        out.ascii(",\"page\":").number(one.page());
        text(",\"path\":", one.path());
        covered(",\"text\":", one.text());
        out.ascii("}");
    }

    private void postings(List<Posting> postings) {
        out.ascii(",\"postings\":[");
        String comma = "";
        for (Posting posting : postings) {
            out.ascii(comma);
            if (posting.details().equals(Posting.Details.NONE)) {
                posting(posting);
            } else {
                CanonicalJson.append(CanonicalJson.copy(EntryBody.write(posting)), out);
            }
            comma = ",";
        }
        out.ascii("]");
    }

    private void posting(Posting posting) {
        text("{\"account\":", posting.account().value());
        text(",\"amount\":", posting.amount().toString());
        if (!posting.amount().currency().equals(Money.CNY)) {
            text(",\"currency\":", posting.amount().currency());
        }
        if (!posting.party().isEmpty()) {
            text(",\"party\":", name(posting.party()));
        }
        text(",\"side\":", posting.side() == Side.DEBIT ? "debit" : "credit");
        out.ascii("}");
    }

    private String name(String party) {
        return parts.isEmpty() || party.equals(entity) ? party : parts.get().name(party);
    }

    private void covered(String key, String text) {
        text(key, parts.isEmpty() || text.isEmpty() ? text : parts.get().text(text));
    }

    private void unless(String usual, String key, String value) {
        if (!value.equals(usual)) {
            text(key, value);
        }
    }

    private void text(String key, String value) {
        out.ascii(key).quoted(value);
    }
}
