package onebook.rules;

import java.util.Optional;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.words.Sentence;

/** What the rules say of one document or bank line. */
public sealed interface Proposed {

    /** A rule knows it: the book may post it. */
    record Draft(Proposal proposal) implements Proposed { }

    /** A person must look; the draft holds what is known so far. */
    record Waits(Refusal reason, Sentence why, Optional<Proposal> draft) implements Proposed { }
}
