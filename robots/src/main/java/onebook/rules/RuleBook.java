package onebook.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.bank.StatementLine;
import onebook.document.Document;
import onebook.document.Field;
import onebook.document.Reading;
import onebook.invoice.Invoice;
import onebook.ledger.AccountCode;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.ledger.Problem;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.words.Sentence;

/** The rules of one kind of taxpayer, asked for one document or one bank line at a time. */
public final class RuleBook {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    /** {buyer} */
    static final Pattern FACT = Pattern.compile("\\{([A-Za-z]+)}");

    private final PostingRule.File rules;
    private final Categories categories;
    private final CompanyProfile company;
    private final Predicate<String> isService;

    private RuleBook(PostingRule.File rules, Categories categories, CompanyProfile company,
            Predicate<String> isService) {
        this.rules = rules;
        this.categories = categories;
        this.company = company;
        this.isService = isService;
    }

    /**
     * Throws {@link IllegalArgumentException} that names the rule where the YAML is not of the
     * forms in templates/rules, or a rule uses what it cannot know.
     *
     * @param isService true for tax classification names of the form's column of services
     */
    public static RuleBook of(String rules, String categories, CompanyProfile company,
            Predicate<String> isService) {
        try {
            PostingRule.File file = YAML.readValue(rules, PostingRule.File.class);
            RuleChecks.check(file);
            return new RuleBook(file, YAML.readValue(categories, Categories.class), company,
                    isService);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(
                    "rules cannot be read: " + wrong.getMessage(), wrong);
        }
    }

    public List<PostingRule> rules() {
        List<PostingRule> all = new ArrayList<>(rules.invoices());
        all.addAll(rules.bank());
        return all;
    }

    /** A sealed reason in both languages: as the rule that gave it says it, else as the program. */
    public Sentence reason(String sealed) {
        return rules().stream().filter(rule -> rule.why().equals(sealed)).findFirst()
                .map(PostingRule::reason).orElseGet(() -> Sentence.sealed(sealed));
    }

    public Proposed propose(Document document, Reading<Invoice> reading) {
        if (reading.value().isEmpty()) {
            return waits(firstOf(reading.problems(), Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK));
        }
        Invoice invoice = reading.value().get();
        Facts facts = Facts.of(reading, company, categories, isService);
        Draft draft = new Draft("document:" + document.id(), invoice.date(),
                evidence(document, reading), List.of(invoice.key()));
        Optional<Proposal> proposal = first(rules.invoices(), facts)
                .map(rule -> draft.by(rule, facts, AccountCode.of("1002")));
        if (invoice.type().equals("commercial")) {
            return waits(Refusal.NO_RULE_KNOWS_THIS, Sentence.of("document.commercial"), proposal);
        }
        if (!reading.isAccepted()) {
            Problem problem = firstOf(reading.problems(), Refusal.KEY_FIELD_IS_DOUBTFUL);
            return waits(problem.name(), Sentence.noted(problem.text()), proposal);
        }
        if (facts.texts().get("direction").equals("other")) {
            return waits(Refusal.INVOICE_IS_NOT_OURS, Sentence.of("document.parties",
                    invoice.buyer().name(), invoice.seller().name()), Optional.empty());
        }
        return proposal.<Proposed>map(Proposed.Draft::new).orElseGet(() -> waits(
                Refusal.NO_RULE_KNOWS_THIS, unknownLines(invoice), Optional.of(draft.open(facts))));
    }

    /**
     * @param id identity of the line ("bank:…"), the same in every file that holds it
     * @param cash the account of the statement
     * @param accruesWages true where a wage table booked what this line may pay
     */
    public Proposed propose(String id, StatementLine line, AccountCode cash, String document,
            boolean accruesWages) {
        Facts facts = Facts.of(line, company, company.wallets().stream()
                .anyMatch(wallet -> wallet.code().equals(cash)), accruesWages);
        Draft draft = new Draft(id, line.date(), List.of(evidence(line, document)),
                List.of(id));
        return first(rules.bank(), facts)
                .<Proposed>map(rule -> new Proposed.Draft(draft.by(rule, facts, cash)))
                .orElseGet(() -> waits(Refusal.NO_RULE_KNOWS_THIS,
                        Sentence.plain(line.party() + " " + line.memo()),
                        Optional.of(draft.cash(line, cash))));
    }

    public static Evidence evidence(StatementLine line, String document) {
        return Evidence.ofField(document, "line:" + line.row(), "%s %s %s %s %s".formatted(
                line.date(), line.amount(), line.party(), line.memo(), line.reference()).trim());
    }

    private static List<Evidence> evidence(Document document, Reading<Invoice> reading) {
        List<Evidence> evidence = new ArrayList<>();
        for (Field field : reading.fields()) {
            if (!field.path().startsWith("invoice.lines")) {
                evidence.add(new Evidence(document.id(), field.path(), field.page(), field.box(),
                        field.text()));
            }
        }
        return evidence.isEmpty()
                ? List.of(Evidence.ofField(document.id(), "file", document.name())) : evidence;
    }

    private Sentence unknownLines(Invoice invoice) {
        return Sentence.of("document.no-account", invoice.lines().stream()
                .filter(line -> categories.accountOf(line, company).isEmpty())
                .map(line -> line.name()).distinct().toList());
    }

    private static Optional<PostingRule> first(List<PostingRule> rules, Facts facts) {
        Map<String, Object> values = facts.values();
        return rules.stream().filter(rule -> new Condition(rule.when()).holds(values)).findFirst();
    }

    private static Problem firstOf(List<Problem> problems, Refusal otherwise) {
        return problems.stream().min(Comparator.comparing(Problem::name))
                .orElse(new Problem(otherwise, "", ""));
    }

    private static Proposed waits(Problem problem) {
        return waits(problem.name(), Sentence.noted(problem.text()), Optional.empty());
    }

    private static Proposed waits(Refusal reason, Sentence why, Optional<Proposal> draft) {
        return new Proposed.Waits(reason, why, draft);
    }

    /** What every proposal made of one source has in common. */
    private record Draft(String id, LocalDate date, List<Evidence> evidence, List<String> keys) {

        Proposal by(PostingRule rule, Facts facts, AccountCode cash) {
            List<Posting> lines = new ArrayList<>();
            for (PostingRule.Line line : rule.lines()) {
                if (line.account().equals("by-category")) {
                    facts.byCategory().forEach((account, amount) ->
                            lines.add(new Posting(account, line.side(), amount, "")));
                } else {
                    AccountCode account =
                            line.account().equals("cash") ? cash : AccountCode.of(line.account());
                    lines.add(new Posting(account, line.side(), facts.amounts().get(line.amount()),
                            line.party() == null ? "" : facts.texts().get(line.party())));
                }
            }
            lines.removeIf(line -> line.amount().isZero());
            return proposal(filled(rule.summary(), facts.texts()), lines, rule.id(), rule.why());
        }

        /** A purchase of which only the creditor and some lines are known. */
        Proposal open(Facts facts) {
            List<Posting> lines = new ArrayList<>();
            facts.byCategory().forEach((account, amount) ->
                    lines.add(new Posting(account, onebook.ledger.Side.DEBIT, amount, "")));
            lines.add(Posting.credit("2202", facts.amounts().get("gross"),
                    facts.texts().get("seller")));
            return proposal("采购 " + facts.texts().get("seller") + " 发票 "
                    + facts.texts().get("number"), lines, "by-hand", "");
        }

        /** A bank line of which only the cash side is known. */
        Proposal cash(StatementLine line, AccountCode cash) {
            Posting known = line.amount().isPositive()
                    ? new Posting(cash, onebook.ledger.Side.DEBIT, line.amount(), "")
                    : new Posting(cash, onebook.ledger.Side.CREDIT, line.amount().negated(), "");
            return proposal((line.party() + " " + line.memo()).trim(), List.of(known),
                    "by-hand", "");
        }

        private Proposal proposal(String summary, List<Posting> lines, String rule, String why) {
            return new Proposal(id, date, JournalEntry.Kind.ORDINARY, summary, lines, evidence,
                    rule, why, keys, Optional.empty());
        }

        private static String filled(String template, Map<String, String> texts) {
            return FACT.matcher(template).replaceAll(fact ->
                    Matcher.quoteReplacement(texts.get(fact.group(1)))).trim();
        }
    }
}
