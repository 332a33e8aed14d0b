package onebook.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.JournalEntry;

/**
 * Which person holds which token at which place of a log, and whether what their tokens signed
 * holds: a key belongs to one person for ever, proves itself where it is registered, and signs only
 * as long as it is registered. Whoever must sign with a token and did not has not approved.
 */
public final class TokenChain {
    private static final int MOST_PROBLEMS = 50;
    private static final String RULE = "rule";
    private static final String SIGNATURE = "token_signature";

    /** A leaf whose claim of a token does not hold, in Chinese and in English. */
    public record Problem(long leaf, String zh, String en) { }

    /**
     * What was counted.
     *
     * @param closes ends of months, and how many of them carry a token's signature that holds
     * @param reviews entries that a person and no rule approved, and how many of those approvals do
     */
    public record Counts(long closes, long signedCloses, long reviews, long signedReviews) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    private record Approval(String name, String linesSha256) { }

    private final Map<String, TokenKey> keys = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> bound = new HashSet<>();
    /** Reviews that a token signed and no entry used yet, by the place of their leaf. */
    private final Map<Long, Approval> approvals = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private String origin = "";

    /** Requires the leaves in order, at least those of genesis, op, entry and close. */
    public void add(Leaf leaf) {
        switch (leaf.kind()) {
            case "genesis" -> judge(leaf, () ->
                    origin = Verifier.parse(text(leaf.body(), "log_vkey")).name());
            case "op" -> judge(leaf, () -> operation(leaf, leaf.body()));
            case "entry" -> add(leaf, Leaf.entryOf(leaf));
            case "close" -> judge(leaf, () -> close(leaf, leaf.body()));
            default -> { }
        }
    }

    /** The leaf of an entry whose body was read already. */
    public void add(Leaf leaf, JournalEntry entry) {
        judge(leaf, () -> entry(leaf, entry));
    }

    private void judge(Leaf leaf, Runnable law) {
        try {
            law.run();
        } catch (Broken broken) {
            problem(leaf, broken.zh, broken.getMessage());
        } catch (MalformedException wrong) {
            problem(leaf, "介质记录格式不正确", wrong.getMessage());
        }
    }

    private void problem(Leaf leaf, String zh, String en) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Problem(leaf.index(), zh, en));
        }
    }

    // ---- who holds what

    private void operation(Leaf leaf, Map<String, Object> body) {
        if (body.get("unreviews") instanceof Long place) {
            approvals.remove(place);
        }
        if (body.get("person") instanceof Map<?, ?> person && person.containsKey("name")) {
            person(leaf, person);
        }
        if (body.containsKey(SIGNATURE)) {
            String lines = text(body, "lines_sha256");
            String name = signer(body, who -> TokenStatement.review(origin, who,
                    text(body, "draft_sha256"), leaf.index(), lines));
            approvals.put(leaf.index(), new Approval(name, lines));
        }
    }

    /** What the leaf says of the person holds from here on, and what it leaves out is gone. */
    private void person(Leaf leaf, Map<?, ?> person) {
        String name = text(person, "name");
        TokenKey before = keys.remove(name);
        bound.remove(name);
        if (Boolean.TRUE.equals(person.get("token_required"))) {
            bound.add(name);
        }
        if (person.containsKey("token")) {
            Map<?, ?> token = object(person.get("token"));
            TokenKey key = key(token);
            String owner = owners.putIfAbsent(key.spki(), name);
            require(owner == null || owner.equals(name), "介质密钥属于另一个人",
                    "the token's key is somebody else's: " + name);
            require(key.equals(before) || key.isSigned(TokenStatement.possession(origin, name, key,
                    leaf.index()), text(token, "proof")), "介质没有证明持有密钥",
                    "the token did not prove that it holds the key: " + name);
            keys.put(name, key);
        }
    }

    private static TokenKey key(Map<?, ?> token) {
        try {
            return new TokenKey(text(token, "alg"), text(token, "spki"));
        } catch (MalformedException wrong) {
            throw new Broken("介质密钥不可用", "a token's key cannot be used: " + wrong.getMessage());
        }
    }

    // ---- what they signed

    private interface Text {
        String of(String who);
    }

    /** Whose token signed the leaf. */
    private String signer(Map<String, Object> body, Text text) {
        String who = text(body, "who");
        Map<?, ?> signature = object(body.get(SIGNATURE));
        TokenKey key = keys.get(who);
        require(key != null, "该人员此时没有登记介质", "no token is registered here for " + who);
        require(key.alg().equals(text(signature, "alg")) && signature.size() == 2
                && key.isSigned(text.of(who), text(signature, "signature")), "介质签名无效",
                "the token's signature does not hold: " + who);
        return who;
    }

    private void close(Leaf leaf, Map<String, Object> body) {
        boolean isSigned = body.containsKey(SIGNATURE);
        counts = new Counts(counts.closes + 1, counts.signedCloses, counts.reviews,
                counts.signedReviews);
        if (isSigned) {
            signer(body, who -> TokenStatement.close(origin, who, leaf.index(), month(body)));
            counts = new Counts(counts.closes, counts.signedCloses + 1, counts.reviews,
                    counts.signedReviews);
        }
        require(isSigned || !(body.get("who") instanceof String who) || !bound.contains(who),
                "结账人须用介质签名而没有签名", "closed by somebody who has to sign with a token");
    }

    private static TokenStatement.Month month(Map<String, Object> body) {
        if (body.get("entries") instanceof Long entries) {
            return new TokenStatement.Month(text(body, "period"),
                    text(body, "trial_balance_sha256"), text(body, "debit_total"), entries);
        }
        throw new Broken("结账记录不完整", "a close that is signed states how many entries there are");
    }

    private void entry(Leaf leaf, JournalEntry entry) {
        if (entry.hands().preparer().equals(RULE)) {
            return;
        }
        String reviewer = entry.hands().reviewer();
        Optional<Approval> approval = leaf.refs().stream().map(approvals::remove)
                .filter(Objects::nonNull).findFirst();
        counts = new Counts(counts.closes, counts.signedCloses, counts.reviews + 1,
                counts.signedReviews + (approval.isPresent() ? 1 : 0));
        require(approval.isPresent() || !bound.contains(reviewer), "审核人须用介质签名而没有签名",
                "entry %s was reviewed by somebody who has to sign with a token".formatted(
                        entry.number()));
        require(approval.isEmpty() || approval.get().equals(new Approval(reviewer,
                TokenStatement.lines(entry.date(), entry.postings()))), "介质所签与凭证不符",
                "entry %s is not what a token approved".formatted(entry.number()));
    }

    // ---- forms

    /** Says in both languages what does not hold; the leaf is named where it is caught. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String zh;

        Broken(String zh, String en) {
            super(en, null, false, false);
            this.zh = zh;
        }
    }

    private static void require(boolean holds, String zh, String en) {
        if (!holds) {
            throw new Broken(zh, en);
        }
    }

    private static Map<?, ?> object(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new Broken("介质记录格式不正确", "what is said of a token cannot be read");
    }

    private static String text(Map<?, ?> body, String key) {
        if (body.get(key) instanceof String text) {
            return text;
        }
        throw new Broken("介质记录格式不正确", "what is said of a token lacks " + key);
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public Counts counts() {
        return counts;
    }
}
