package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onebook.ledger.EntryNumber;
import onebook.ledger.Period;
import org.junit.jupiter.api.Test;

class EntryRangesTest {

    @Test
    void numbers_come_back_in_the_order_they_were_given() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            EntryRanges ranges = new EntryRanges();
            List<EntryNumber> numbers = new ArrayList<>();
            int sequence = 1;
            for (int i = random.nextInt(300); i > 0; i--) {
                sequence = random.nextInt(9) == 0 ? 1 + random.nextInt(50) : sequence + 1;
                EntryNumber number =
                        new EntryNumber(new Period(2026, 1 + random.nextInt(2)), sequence);
                ranges.add(number);
                numbers.add(number);
            }
            assertThat(ranges).isEqualTo(numbers);
        }
    }
}
