package onebook.lender.finding;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.lender.BookTables;
import onebook.seal.CanonicalJson;

/**
 * The members of a package under report/ that follow from the leaves alone: the writer writes them,
 * the verifier computes them again and compares.
 */
public final class AnswerTables {
    public static final String SCORE = "report/score.json";
    public static final String RATIOS = "report/ratios.json";
    public static final String TIE_OUT = "report/tie-out.csv";
    public static final String PROFILE = "report/profile.csv";

    private AnswerTables() { }

    public static SortedMap<String, byte[]> of(Answers answers) {
        SortedMap<String, byte[]> tables = new TreeMap<>();
        tables.put(SCORE, CanonicalJson.write(AnswerJson.corroboration(answers.untimed())));
        tables.put(RATIOS, CanonicalJson.write(AnswerJson.ratios(answers)));
        tables.put(TIE_OUT, tieOut(answers));
        tables.put(PROFILE, profile(answers));
        return tables;
    }

    private static byte[] tieOut(Answers answers) {
        StringBuilder text = new StringBuilder("bridge,from,to,line,amount\n");
        for (Bridge bridge : answers.bridges()) {
            String name = bridge.name() + "," + bridge.from() + "," + bridge.to() + ",";
            text.append(name).append("start,").append(bridge.start()).append('\n');
            bridge.explained().forEach(line -> text.append(name)
                    .append(BookTables.quoted(line.zh() + " " + line.en())).append(',')
                    .append(line.amount()).append('\n'));
            text.append(name).append("差异待说明 to explain,").append(bridge.residual()).append('\n');
            text.append(name).append("end,").append(bridge.end()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] profile(Answers answers) {
        StringBuilder text = new StringBuilder("section,item,party,count,amount,share\n");
        answers.profile().forEach(row -> text.append(BookTables.quoted(row.section())).append(',')
                .append(BookTables.quoted(row.item())).append(',')
                .append(BookTables.quoted(row.party())).append(',').append(row.count())
                .append(',').append(row.amount()).append(',').append(row.share()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
