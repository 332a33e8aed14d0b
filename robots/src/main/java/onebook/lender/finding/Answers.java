package onebook.lender.finding;

import java.util.List;
import onebook.lender.Finding;

/**
 * All that was found about a book in a span.
 *
 * @param findings in the order of the questions
 * @param ratios empty where the statements could not be made
 */
public record Answers(List<Finding> findings, List<TieOut.Month> months, List<Bridge> bridges,
        List<Corroboration.Cell> corroboration, List<Ratio> ratios, List<Profile.Row> profile) {
    public static final Answers NONE = new Answers(List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of());

    /** What follows from the leaves alone, whomever the reader knows. */
    Answers untimed() {
        return new Answers(findings, months, bridges, corroboration.stream()
                .map(Corroboration.Cell::untimed).toList(), ratios, profile);
    }
}
