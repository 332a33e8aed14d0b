package onebook.sample;

import java.util.List;

/**
 * Where a company sits.
 *
 * @param code first two digits of GB/T 2260; the invoice numbers of its sellers carry them
 * @param district six digits
 */
public record Region(String code, String province, String city, String district, String pinyin) {
    static final List<Region> ALL = List.of(
            new Region("33", "浙江", "杭州", "330106", "Hangzhou"),
            new Region("33", "浙江", "宁波", "330203", "Ningbo"),
            new Region("32", "江苏", "苏州", "320508", "Suzhou"),
            new Region("32", "江苏", "南京", "320102", "Nanjing"),
            new Region("31", "上海", "上海", "310115", "Shanghai"),
            new Region("44", "广东", "广州", "440106", "Guangzhou"),
            new Region("44", "广东", "佛山", "440604", "Foshan"),
            new Region("51", "四川", "成都", "510107", "Chengdu"),
            new Region("42", "湖北", "武汉", "420106", "Wuhan"),
            new Region("37", "山东", "济南", "370102", "Jinan"),
            new Region("35", "福建", "福州", "350102", "Fuzhou"),
            new Region("43", "湖南", "长沙", "430102", "Changsha"),
            new Region("34", "安徽", "合肥", "340104", "Hefei"),
            new Region("61", "陕西", "西安", "610113", "Xian"),
            new Region("41", "河南", "郑州", "410105", "Zhengzhou"),
            new Region("50", "重庆", "重庆", "500103", "Chongqing"));

    /** 浙江省税务局, 上海市税务局 */
    public String taxBureau() {
        return "国家税务总局" + provinceFull() + "税务局";
    }

    public String provinceFull() {
        return province + (province.equals(city) ? "市" : "省");
    }
}
