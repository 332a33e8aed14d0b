package onebook.lender.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import onebook.ledger.Refusal;
import onebook.lender.PackageContents;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;

/**
 * What leaves when a package is sent, for a person to agree to. Made from the very bytes: what is
 * sent is the file of this hash or nothing.
 *
 * @param size in bytes
 */
public record Consent(Path file, String sha256, long size, PackageContents contents) {
    private static final List<String> NAMES = List.of("party", "seller_name", "buyer_name",
            "seller_tax_id", "buyer_tax_id");
    private static final List<String> TEXTS = List.of("memo", "summary", "reference", "text");

    /** Refuses with FILE_IS_BROKEN where the file is no package. */
    public static Consent of(Path file) throws IOException {
        try {
            String sha256 = Sha256.hex(file);
            Consent consent =
                    new Consent(file, sha256, Files.size(file), PackageContents.of(file));
            if (!Sha256.hex(file).equals(sha256)) {
                throw new SubmissionRefused(Refusal.FILE_IS_BROKEN, file + " is being written");
            }
            return consent;
        } catch (MalformedException wrong) {
            throw new SubmissionRefused(Refusal.FILE_IS_BROKEN,
                    file + " is no package: " + wrong.getMessage());
        }
    }

    /** True where names or tax numbers of customers and suppliers can be read. */
    public boolean disclosesNames() {
        return NAMES.stream().anyMatch(contents.fields()::contains);
    }

    /** True where summaries of vouchers or texts of bank lines can be read. */
    public boolean disclosesTexts() {
        return TEXTS.stream().anyMatch(contents.fields()::contains);
    }

    /** One line of the list: Chinese, English, and what it is. */
    public record Line(String chinese, String english, String value) { }

    /** Everything, in the order in which it is shown. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("文件", "file", file.getFileName() + "  " + size + " B"));
        lines.add(new Line("哈希", "SHA-256", sha256));
        lines.add(new Line("贷款机构", "lender", contents.lender().isEmpty()
                ? "未指定 not named" : visible(contents.lender())));
        lines.add(new Line("用途", "profile", contents.profile()));
        lines.add(new Line("披露级别", "level", contents.level()));
        lines.add(new Line("期间", "span", contents.from() + " – " + contents.to()));
        contents.kinds().forEach((kind, count) ->
                lines.add(new Line("记录", "leaves " + kind, Long.toString(count))));
        lines.add(new Line("往来单位名称、税号", "names and tax numbers of parties",
                yesOrNo(disclosesNames())));
        lines.add(new Line("摘要和银行附言", "summaries and texts of bank lines",
                yesOrNo(disclosesTexts())));
        lines.add(new Line("可见字段", "fields that can be read",
                String.join(" ", new TreeSet<>(contents.fields()))));
        lines.add(new Line("票据文件", "documents",
                Integer.toString(contents.documents().size())));
        for (Map.Entry<String, Long> member : contents.members().entrySet()) {
            String name = contents.nameOf(member.getKey());
            lines.add(new Line("内容", "member", member.getKey() + "  " + member.getValue() + " B"
                    + (name.isEmpty() ? "" : "  " + visible(name))));
        }
        return lines;
    }

    /** No name of a file steers a terminal. */
    private static String visible(String text) {
        return text.replaceAll("\\p{Cntrl}", "\ufffd");
    }

    private static String yesOrNo(boolean holds) {
        return holds ? "可见 can be read" : "不可见 cannot be read";
    }

    /** For a terminal. */
    public String text(LenderUrl to) {
        StringBuilder text = new StringBuilder("将发送到 this leaves, to " + to.text() + "\n");
        for (Line line : lines()) {
            text.append("  %s %s: %s%n".formatted(line.chinese(), line.english(), line.value()));
        }
        return text.toString().stripTrailing();
    }
}
