package onebook.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tax numbers, amounts in words, figures, dates and codes, as paper has them. */
class VocabularyTest {

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110000600037341L", "91440300708461136T",
        "9144030071526726XG", "91330100799655058B"})
    void credit_codes_are_valid_and_any_one_changed_sign_is_not(String id) {
        assertThat(TaxId.isValid(id)).isTrue();
        for (int i = 0; i < id.length(); i++) {
            for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                String changed = id.substring(0, i) + c + id.substring(i + 1);
                assertThat(TaxId.isCreditCode(changed)).as(changed).isEqualTo(changed.equals(id));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"012345678901234567", "9150010807MGZHI002", "", "91350100M000100Y4",
            "ABC"})
    void other_strings_are_no_tax_numbers(String id) {
        assertThat(TaxId.isValid(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"410305123456789", "11010519491231002X", "11010519491231002X01"})
    void older_numbers_and_identity_cards_are_valid(String id) {
        assertThat(TaxId.isValid(id)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"9135O1OOM0OO1O0Y43,91350100M000100Y43", "9111000060003734IL,91110000600037341L",
            "9111000060003734ZL,",
        "9I1100006OOO37341L,91110000600037341L", "9144O3OO7O8461136T,91440300708461136T",
        "913S0100M000100Y43,91350100M000100Y43", "91330100799655058B,91330100799655058B"})
    void misread_signs_are_put_right_only_where_the_check_digit_then_fits(String read,
    String meant) {
        assertThat(TaxId.repaired(read).orElse(null)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"91110000600037341L1,91110000600037341L", "191110000600037341L,91110000600037341L",
        "911100006000373411L,", "9111000060003734LL1,"})
    void a_form_rule_read_beside_a_tax_number_goes_a_sign_inside_it_does_not(String read,
            String meant) {
        assertThat(TaxId.repaired(read).orElse(null)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"壹万陆仟圆整,1600000", "壹仟肆佰零玖元伍角整,140950", "壹仟肆佰零玖元伍角,140950",
        "陆仟零柒元壹角肆分,600714", "壹仟陆佰捌拾元叁角贰分,168032", "壹仟陆佰捌拾元零叁角贰分,168032",
        "壹拾万柒仟元伍角叁分,10700053", "壹拾万零柒仟元零伍角叁分,10700053", "叁佰贰拾伍元零肆分,32504",
        "肆仟肆佰肆拾玖圆整,444900", "伍拾贰圆柒角,5270", "（负数）伍佰陆拾伍圆整,-56500", "负伍圆整,-500",
        "⊗贰佰肆拾叁圆整,24300", "零圆整,0", "壹亿零贰拾万圆整,10020000000", "拾元整,1000",
        "人民币壹佰元正,10000", "玖分,9", "伍角,50"})
    void words_are_read_in_fen(String words, long fen) {
        assertThat(ChineseAmount.fen(words)).hasValue(fen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "圆整", "壹贰圆整", "壹佰仟圆整", "壹仟圆壹圆", "abc", "壹拾圆壹分壹角", "佰圆整"})
    void what_is_no_amount_is_not_guessed(String words) {
        assertThat(ChineseAmount.fen(words)).isEmpty();
    }

    @Test
    void written_words_are_read_back() {
        for (long fen : new long[] {0, 1, 10, 99, 100, 101, 110, 1000, 10005, 16_000_00, 107_000_53,
                1_000_000_00,
            100_200_00, 12_345_678_90, 100_000_000_00L, 100_000_001_01L, 250_034_000_50L,
            -565_00}) {
            assertThat(ChineseAmount.fen(ChineseAmount.words(fen))).as(ChineseAmount.words(fen))
                    .hasValue(fen);
        }
        assertThat(ChineseAmount.words(1600000)).isEqualTo("壹万陆仟圆整");
        assertThat(ChineseAmount.words(32504)).isEqualTo("叁佰贰拾伍圆零肆分");
        assertThat(ChineseAmount.words(5270)).isEqualTo("伍拾贰圆柒角");
    }

    @ParameterizedTest
    @CsvSource({"'¥1,234.50',1234.50", "￥５.00,5.00", "-8.16,-8.16", "¥-1010.00,-1010.00",
            "100,100.00",
        "'12,345,678.90',12345678.90", "1.234,", "1..2,", "12a,", "'',", "'1,23',"})
    void amounts_have_two_decimals(String text, String amount) {
        assertThat(Figures.amount(text).orElse(null)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"1%,0.01", "13％,0.13", "0.06,0.06", "1.5%,0.015", "免税,免税", "***,***", "13,",
            "abc,"})
    void rates_are_parts_of_one(String text, String rate) {
        assertThat(Figures.rate(text).orElse(null)).isEqualTo(rate);
    }

    @ParameterizedTest
    @CsvSource({"2026年03月05日,2026-03-05", "2026年3月5日,2026-03-05", "2026-03-05,2026-03-05",
        "20260305,2026-03-05", "2026/3/5,2026-03-05", "2026-03-05 10:11:12,2026-03-05",
                "2026年02月30日,",
        "26年3月5日,", "none,"})
    void dates_are_days_that_exist(String text, LocalDate date) {
        assertThat(Figures.date(text).orElse(null)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"21 January 2026,2026-01-21", "'January 21, 2026',2026-01-21",
            "21/01/2026,2026-01-21",
        "01/21/2026,2026-01-21", "03/04/2026,", "3rd Feb. 2026,2026-02-03", "2026-01-21,2026-01-21",
        "soon,"})
    void english_dates_that_mean_two_days_are_none(String text, LocalDate date) {
        assertThat(EnglishDates.parse(text).orElse(null)).isEqualTo(date);
    }

    @Test
    void code_of_a_digital_invoice_says_its_gross() {
        QrContent qr = QrContent.parse("01,32,,26332000000123456789,1010.00,20260305,,A1B2,")
                .orElseThrow();

        assertThat(qr.number()).isEqualTo("26332000000123456789");
        assertThat(qr.amount()).isEqualTo("1010.00");
        assertThat(qr.date()).isEqualTo("2026-03-05");
        assertThat(qr.invoiceType()).isEqualTo("vat-ordinary");
        assertThat(qr.isDigital()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a,b,c,d,e,f", "01,32,,123,1,20260305",
            "02,32,,1,1,1", "",
        "01,32,,26332000000123456789,abc,20260305"})
    void other_codes_are_left_alone(String text) {
        assertThat(QrContent.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"照明装置*LED平板灯,*照明装置*LED平板灯", "*照明装置LED平板灯,*照明装置*LED平板灯",
        "计算机外部设备激光打印机,*计算机外部设备*激光打印机", "×照明装置*灯,*照明装置*灯", "“纺织产品“针织汗布,*纺织产品*针织汗布",
        "*设计眼务*方案,*设计服务*方案", "*体育用品“篮球,*体育用品*篮球",
        "*文具*笔,*文具*笔", "文具盒,文具盒", "5*3螺丝,5*3螺丝"})
    void asterisks_that_a_scan_lost_are_put_back(String read, String meant) {
        assertThat(Categories.withAsterisks(read)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"033002600111,vat-ordinary,2026", "3300251130,vat-special,2025",
            "3300253320,vat-ordinary,2025",
        "033002600113,vat-special,2026", "123,'',0"})
    void older_codes_tell_kind_and_year(String code, String type, int year) {
        assertThat(OldCodes.type(code)).isEqualTo(type);
        assertThat(OldCodes.year(code)).isEqualTo(year);
    }
}
