package onebook.lender.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onebook.seal.MalformedException;

/**
 * Who has which receivable, by fingerprints: of two lenders that ask for one invoice at the same
 * time exactly one gets it. All of it is computed from the log when it opens.
 */
final class Registry implements AutoCloseable {
    static final Duration RESERVED = Duration.ofHours(72);
    private final Receiver.Lender keeper;
    private final Clock clock;
    private final FingerprintKey secret;
    private final RegistryLog log;
    private final Map<String, Pledge> pledges = new HashMap<>();
    private final Map<String, String> lenders = new HashMap<>();
    private final Map<String, Set<String>> byPrint = new HashMap<>();
    private final Map<String, Long> answered = new HashMap<>();

    /** Refuses with STORE_IS_DAMAGED where the folder is not what this registry left. */
    Registry(Path folder, Receiver.Lender keeper, Clock clock) throws IOException {
        this.keeper = keeper;
        this.clock = clock;
        Files.createDirectories(folder);
        Path key = folder.resolve("fingerprint.key");
        if (!Files.exists(key) && Files.exists(folder.resolve("head"))) {
            throw RegistryLog.damaged("the key of fingerprints is gone");
        }
        this.secret = FingerprintKey.in(key);
        this.log = new RegistryLog(folder, keeper.key());
        try {
            for (long index = 0; index < log.size(); index++) {
                learn(index);
            }
        } catch (MalformedException | ClassCastException | NullPointerException wrong) {
            log.close();
            throw RegistryLog.damaged("the log holds what is no request");
        }
    }

    /** What a leaf says becomes what is known. */
    private void learn(long index) {
        Map<?, ?> leaf = log.leaf(index);
        String lender = (String) leaf.get("lender");
        answered.put(repetition(lender, (String) leaf.get("role"), (String) leaf.get("key")),
                index);
        for (Pledge pledge : records(leaf)) {
            if (pledge.state() != Pledge.State.CHECKED) {
                pledges.put(pledge.id(), pledge);
                lenders.put(pledge.id(), lender);
                pledge.prints().forEach((name, hex) -> byPrint
                        .computeIfAbsent(name + hex, one -> new HashSet<>()).add(pledge.id()));
            }
        }
    }

    private static List<Pledge> records(Map<?, ?> leaf) {
        return ((List<?>) leaf.get("records")).stream().map(Pledge::parse).toList();
    }

    private static String repetition(String lender, String role, String key) {
        return String.join("\n", lender, role, key);
    }

    synchronized String checkpoint() {
        return log.checkpoint();
    }

    synchronized Answer answer(Ask ask, Tokens.Holder who) throws IOException {
        Long before = answered.get(repetition(who.lender(), role(who), ask.key()));
        if (before != null) {
            Map<?, ?> leaf = log.leaf(before);
            if (!leaf.get("ask").equals(ask.sha256())) {
                return Answer.error(422, "KEY_IS_OF_ANOTHER_REQUEST",
                        "That Idempotency-Key was used for another request.");
            }
            if (stillHolds(leaf)) {
                return signed(before);
            }
        }
        return switch (ask.act()) {
            case CHECK, RESERVE -> enter(ask, who);
            case FINANCE, RELEASE -> change(ask, who);
        };
    }

    private boolean stillHolds(Map<?, ?> leaf) {
        Instant now = clock.instant();
        return records(leaf).stream().allMatch(one -> one.state() == Pledge.State.CHECKED
                || one.equals(pledges.get(one.id()))
                && (one.state() != Pledge.State.RESERVED || one.isLive(now)));
    }

    private static String role(Tokens.Holder who) {
        return who.role().name().toLowerCase(Locale.ROOT);
    }

    /** All of them or none. */
    private Answer enter(Ask ask, Tokens.Holder who) throws IOException {
        Instant now = clock.instant();
        boolean isReserve = ask.act() == Ask.Act.RESERVE;
        List<Pledge> entered = new ArrayList<>();
        List<Long> blocked = new ArrayList<>();
        Set<String> ofThis = new HashSet<>();
        for (Receivable one : ask.receivables()) {
            Map<String, String> prints = secret.of(one);
            List<String> hits = prints.entrySet().stream()
                    .filter(print -> ofThis.contains(print.getKey() + print.getValue())
                            || isTaken(print.getKey() + print.getValue(), now))
                    .map(Map.Entry::getKey).toList();
            if (hits.contains("f1")) {
                blocked.add((long) entered.size());
            }
            prints.forEach((name, hex) -> ofThis.add(name + hex));
            entered.add(new Pledge(secret.id(log.size(), entered.size()), prints,
                    isReserve ? Pledge.State.RESERVED : Pledge.State.CHECKED,
                    isReserve ? Optional.of(second(now).plus(RESERVED)) : Optional.empty(), hits));
        }
        if (!blocked.isEmpty()) {
            return Answer.json(409, Map.of("error", "RECEIVABLE_ALREADY_PLEDGED", "blocked",
                    blocked));
        }
        return written(ask, who, entered);
    }

    private static Instant second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private boolean isTaken(String print, Instant now) {
        return byPrint.getOrDefault(print, Set.of()).stream()
                .anyMatch(id -> pledges.get(id).isLive(now));
    }

    private Answer change(Ask ask, Tokens.Holder who) throws IOException {
        List<Pledge> changed = new ArrayList<>();
        for (String id : ask.ids()) {
            Pledge pledge = pledges.get(id);
            if (pledge == null || !lenders.get(id).equals(who.lender())) {
                return Receiver.NOT_THERE;
            }
            Optional<Answer> no = ask.act() == Ask.Act.FINANCE ? whyNotFinance(pledge, ask, who)
                    : whyNotRelease(pledge, who);
            if (no.isPresent()) {
                return no.get();
            }
            changed.add(pledge.become(ask.act() == Ask.Act.FINANCE ? Pledge.State.FINANCED
                    : Pledge.State.RELEASED));
        }
        return written(ask, who, changed);
    }

    private Optional<Answer> whyNotFinance(Pledge pledge, Ask ask, Tokens.Holder who) {
        if (who.role() != Tokens.Role.LENDER) {
            return Optional.of(Answer.error(403, "ONLY_THE_LENDER",
                    "Only the lender says that it paid out."));
        }
        if (pledge.state() != Pledge.State.RESERVED || !pledge.isLive(clock.instant())) {
            return Optional.of(Answer.error(409, "NOT_RESERVED",
                    "It is not reserved, or not any more; reserve it anew before paying out."));
        }
        return pledge.review().isEmpty() || ask.isReviewed() ? Optional.empty()
                : Optional.of(Answer.error(409, "MUST_BE_REVIEWED",
                        "It is much like another receivable; compare them first."));
    }

    private static Optional<Answer> whyNotRelease(Pledge pledge, Tokens.Holder who) {
        return switch (pledge.state()) {
            case RESERVED -> Optional.empty();
            case FINANCED -> who.role() == Tokens.Role.LENDER ? Optional.empty()
                    : Optional.of(Answer.error(403, "ONLY_THE_LENDER",
                            "It is financed; only the lender releases it."));
            default -> Optional.of(Answer.error(409, "NOT_PLEDGED", "It is released already."));
        };
    }

    private Answer written(Ask ask, Tokens.Holder who, List<Pledge> records) throws IOException {
        Map<String, Object> leaf = new TreeMap<>();
        leaf.put("v", 1L);
        leaf.put("act", ask.act().name().toLowerCase(Locale.ROOT));
        leaf.put("ask", ask.sha256());
        leaf.put("at", second(clock.instant()).toString());
        leaf.put("key", ask.key());
        leaf.put("lender", who.lender());
        leaf.put("role", role(who));
        leaf.put("records", records.stream().map(Pledge::json).toList());
        long index = log.size();
        log.append(leaf);
        learn(index);
        return signed(index);
    }

    /** The answer to the request at that place of the log, by the head of now. */
    private Answer signed(long index) {
        Map<?, ?> leaf = log.leaf(index);
        Instant at = Instant.parse((String) leaf.get("at"));
        List<String> receipts = records(leaf).stream().map(pledge -> keeper.key().sign(
                FinanceReceipt.of(pledge, at, (String) leaf.get("lender"), index, log.hash(index))
                        .body())).toList();
        Map<String, Object> json = new TreeMap<>();
        json.put("checkpoint", log.checkpoint());
        json.put("index", index);
        json.put("leaf", log.line(index));
        json.put("path", log.path(index));
        json.put("receipts", receipts);
        return Answer.json(200, json);
    }

    @Override
    public synchronized void close() throws IOException {
        log.close();
    }
}
