package onebook.sample;

import java.util.List;

/** Everything a seed decides, before a single file is drawn. */
record Scenario(long seed, Cast cast, Trading trading, List<Paperwork> papers, RailTicket rail,
        Commercial commercial, Opening opening, Treasury.Result money) {

    static Scenario of(long seed) {
        Cast cast = Cast.of(seed);
        Trading trading = Trading.of(cast, seed);
        List<Paperwork> papers = Filing.of(cast, trading, seed);
        RailTicket rail = RailTicket.of(cast, seed);
        Opening opening = Opening.begin(cast, trading, seed);
        Treasury.Result money = Treasury.of(cast, trading, opening, rail, seed);
        Dice dice = new Dice(seed, "purse");
        opening.finish(cast, money.need(cast.bankA()) + dice.from(1_500_000L, 9_000_000L),
                money.need(cast.bankB()) + dice.from(1_500_000L, 9_000_000L),
                money.need(cast.wallet()) + dice.from(10_000L, 300_000L));
        return new Scenario(seed, cast, trading, papers, rail, Commercial.of(cast, seed), opening,
                money);
    }

    String railFile() {
        return "rail_" + rail.number() + ".pdf";
    }

    /** A scan of an English page. */
    String commercialFile() {
        return "scan0" + commercial.number().substring(9) + ".png";
    }

    long openingBalance(Account account) {
        return opening.balance(account.code());
    }
}
