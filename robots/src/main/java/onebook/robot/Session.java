package onebook.robot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Hands;
import onebook.ledger.Outcome;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.store.OperationTable;
import onebook.store.SqliteJournal;

/**
 * Who works with an open book now, and what that person may do. Every entry passes here before it
 * is written, whichever screen, command or robot made it. A book without people has one user, who
 * may do everything.
 */
final class Session {
    /** The preparer, reviewer or poster that is no person. */
    static final String RULE = "rule";
    private static final Set<JournalEntry.Kind> BY_A_RULE =
            Set.of(JournalEntry.Kind.OPENING, JournalEntry.Kind.CLOSING);
    private static final List<String> NO_RULES = List.of("by-hand", "correction", "supplement");

    private final SqliteJournal journal;
    private final CompanyRules rules;
    private final Supplier<ChartOfAccounts> chart;
    private final Roster roster;
    private Optional<Authorities> authorities = Optional.empty();
    private Optional<String> actor = Optional.empty();
    private Optional<HeldToken> token = Optional.empty();
    private String challenge = "";
    private boolean isSchedule;

    Session(SqliteJournal journal, CompanyRules rules, Supplier<ChartOfAccounts> chart) {
        this.journal = journal;
        this.rules = rules;
        this.chart = chart;
        this.roster = Roster.of(OperationTable.of(journal).ofPeople());
    }

    Roster roster() {
        return roster;
    }

    // ---- who

    /** Somebody proved who he is. */
    void enter(Person person) {
        actor = Optional.of(person.name());
    }

    void leave() {
        actor = Optional.empty();
        isSchedule = false;
        token.ifPresent(HeldToken::close);
        token = Optional.empty();
    }

    /** What whoever is there signs approvals with; another one is put away. */
    void hold(HeldToken held) {
        token.filter(other -> other != held).ifPresent(HeldToken::close);
        token = Optional.of(held);
    }

    Optional<HeldToken> token() {
        return token;
    }

    /** Robots run at their times; only what authorised rules propose is posted. */
    void enterSchedule() {
        isSchedule = true;
    }

    /** In a book of one user, the name under which the user acts; it proves nothing. */
    void call(String name) {
        if (roster.isSingleUser()) {
            actor = Optional.of(name);
        }
    }

    Optional<String> actor() {
        return actor;
    }

    void challenge(String text) {
        challenge = text;
    }

    /** The challenge that was given last; the next time there is none. */
    String takeChallenge() {
        String taken = challenge;
        challenge = "";
        return taken;
    }

    // ---- what

    /** Refuses where the book has people and none of them is there. */
    void mayRead() {
        if (!roster.isSingleUser() && actor.isEmpty() && !isSchedule) {
            throw new RefusedException(Refusal.NOBODY_IS_SIGNED_ON, "");
        }
    }

    /** Refuses what the person does not have the role for; {@code by} must be who signed on. */
    void require(Duty duty, String by) {
        mayRead();
        if (roster.isSingleUser() || isSchedule && duty == Duty.RUN) {
            return;
        }
        if (!actor.equals(Optional.of(by))) {
            throw new RefusedException(Refusal.NOBODY_IS_SIGNED_ON, "as " + by);
        }
        if (!may(by, duty)) {
            throw new RefusedException(Refusal.ROLE_IS_MISSING, by + ": " + duty);
        }
    }

    boolean may(String name, Duty duty) {
        return roster.isSingleUser()
                || roster.find(name).map(person -> person.may(duty)).orElse(false);
    }

    /** Refuses where a cashier would approve something. */
    void cashierKeepsOut(String by) {
        if (isCashier(by)) {
            throw new RefusedException(Refusal.CASHIER_CANNOT_ENTER_THIS, by);
        }
    }

    private boolean isCashier(String name) {
        return !roster.isOnePerson()
                && roster.find(name).map(person -> person.is(Role.CASHIER)).orElse(false);
    }

    /** True where whoever prepared a voucher may not review it. */
    boolean isSegregated() {
        return !roster.isSingleUser() && !roster.isOnePerson();
    }

    // ---- entries

    /**
     * Whose names stand under a proposal.
     *
     * @param by a person, or "rule" where a robot posts: then who authorised the rule stands there
     */
    Hands hands(Proposal proposal, String by) {
        if (roster.isSingleUser()) {
            return Hands.of(by);
        }
        String author = authority(proposal.rule()).orElse(RULE);
        if (by.equals(RULE) || isSchedule) {
            return new Hands(RULE, author, author);
        }
        if (BY_A_RULE.contains(proposal.kind())) {
            return new Hands(RULE, author, by);
        }
        return NO_RULES.contains(proposal.rule()) ? Hands.of(by) : new Hands(RULE, by, by);
    }

    /** The names under a red entry that follows from what it takes back and from nothing else. */
    Hands handsOfRed(String by) {
        return roster.isSingleUser() ? Hands.of(by) : new Hands(RULE, by, by);
    }

    /**
     * Why an entry may not be written under the names it has; empty where it may.
     *
     * @param isSigned true where the reviewer's token signed the approval
     */
    Optional<Outcome.Refused> refused(JournalEntry entry, boolean isSigned) {
        if (roster.isSingleUser()) {
            return Optional.empty();
        }
        Hands hands = entry.hands();
        boolean isByRule = hands.preparer().equals(RULE);
        boolean isAuthorised = isByRule
                && authority(entry.rule()).equals(Optional.of(hands.reviewer()));
        if (hands.reviewer().equals(RULE)) {
            return refused(Refusal.RULE_IS_NOT_AUTHORISED, entry.rule());
        }
        if (!isByRule && isSegregated() && hands.preparer().equals(hands.reviewer())) {
            return refused(Refusal.PREPARER_CANNOT_REVIEW, hands.preparer());
        }
        if (!isByRule && !isSigned && roster.mustSign(hands.reviewer())) {
            return refused(Refusal.TOKEN_IS_NEEDED, hands.reviewer());
        }
        boolean isRobots = isAuthorised && hands.poster().equals(hands.reviewer());
        return isRobots ? Optional.empty() : actorRefused(entry, isAuthorised);
    }

    private Optional<Outcome.Refused> actorRefused(JournalEntry entry, boolean isAuthorised) {
        String name = actor.orElse("");
        Hands hands = entry.hands();
        if (!isAuthorised && hands.reviewer().equals(name) && !may(name, Duty.REVIEW)) {
            return refused(Refusal.ROLE_IS_MISSING, name + ": " + Duty.REVIEW);
        }
        if (!hands.poster().equals(name) || !may(name, Duty.POST)) {
            return refused(Refusal.ROLE_IS_MISSING, name + ": " + Duty.POST);
        }
        return isCashier(name) && Segregation.standard().isClosedToCashier(entry, chart.get())
                ? refused(Refusal.CASHIER_CANNOT_ENTER_THIS, name) : Optional.empty();
    }

    private static Optional<Outcome.Refused> refused(Refusal refusal, String detail) {
        return Optional.of(new Outcome.Refused(refusal, detail));
    }

    // ---- rules

    List<RuleList.Rule> rules() {
        return authorities().all().stream().map(rule -> authority(rule.id()).isPresent() ? rule
                : new RuleList.Rule(rule.id(), rule.does(), rule.version(), Optional.empty()))
                .toList();
    }

    private Optional<String> authority(String rule) {
        return authorities().find(rule).flatMap(RuleList.Rule::authority)
                .map(RuleList.Authority::author).filter(author -> may(author, Duty.AUTHORISE));
    }

    private Authorities authorities() {
        if (authorities.isEmpty()) {
            authorities = Optional.of(new Authorities(journal, rules));
        }
        return authorities.get();
    }

    void forgetRules() {
        authorities = Optional.empty();
    }
}
