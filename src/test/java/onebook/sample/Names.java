package onebook.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws names of companies and people; no company name contains another. */
final class Names {
    private static final String[] FIRST =
            ("清Qing 云Yun 启Qi 瑞Rui 宏Hong 嘉Jia 恒Heng 博Bo 德De 锦Jin 泰Tai 华Hua "
            + "远Yuan 盛Sheng 中Zhong 海Hai 天Tian 明Ming 佳Jia 众Zhong 安An 同Tong 益Yi 卓Zhuo").split(" ");
    private static final String[] SECOND =
            ("禾He 帆Fan 航Hang 丰Feng 图Tu 诚Cheng 源Yuan 通Tong 达Da 信Xin 和He 茂Mao "
            + "康Kang 辰Chen 润Run 越Yue 创Chuang 升Sheng 峰Feng 美Mei 林Lin 力Li 凯Kai 宁Ning").split(" ");
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final List<String> GIVEN = List.of("芳", "强", "敏", "建国", "丽华", "伟", "晓燕", "志明",
            "海涛", "雪梅",
            "俊杰", "秀英", "文博", "佳怡", "国栋", "婷", "永强", "玉兰", "子轩", "思远");
    private static final List<String> BANKS = List.of("中国工商银行", "中国农业银行", "中国银行", "中国建设银行", "交通银行",
            "招商银行", "浦发银行", "中信银行", "兴业银行");
    private static final List<String> PLACES = List.of("城东", "高新", "文三", "滨江", "人民路", "中山路", "开发区",
            "解放路", "新区", "南门");

    /** A brand in Chinese and in Latin letters. */
    record Brand(String chinese, String pinyin) { }

    private final Dice dice;
    private final Set<String> taken = new HashSet<>();

    Names(Dice dice) {
        this.dice = dice;
    }

    Brand brand() {
        while (true) {
            String first = FIRST[dice.from(0, FIRST.length - 1)];
            String second = SECOND[dice.from(0, SECOND.length - 1)];
            String chinese = first.substring(0, 1) + second.charAt(0);
            if (taken.add(chinese)) {
                return new Brand(chinese, first.substring(1) + second.substring(1).toLowerCase());
            }
        }
    }

    String person() {
        while (true) {
            String name = SURNAMES.charAt(dice.from(0, SURNAMES.length() - 1)) + dice.one(GIVEN);
            if (taken.add(name)) {
                return name;
            }
        }
    }

    /** @param pattern P province, C city, B brand */
    Party party(String pattern, Region region, boolean known) {
        String name = pattern.replace("B", brand().chinese()).replace("P", region.province())
                .replace("C", region.city());
        String bank = dice.one(BANKS) + region.city() + dice.one(PLACES) + "支行";
        return new Party(name, TaxId.company(dice, region.district()), region, bank,
                dice.one(List.of("12", "33", "44", "57", "62")) + dice.digits(dice.from(14, 17)),
                known);
    }

    String branch(String bank, Region region) {
        return bank + region.city() + dice.one(PLACES) + "支行";
    }
}
