package onebook.sample;

import java.util.List;

/**
 * Something the company keeps paying for.
 *
 * @param seller name pattern of who sells it: P province, C city, B brand
 * @param percents rates of tax it may carry
 * @param times invoices in the quarter
 */
record Expense(String seller, Ware ware, List<Integer> percents, int low, int high, int times) {

    private static Expense of(String line) {
        String[] c = line.split("\\|", -1);
        Ware ware = new Ware(c[1], c[2], c[3], c[4], 0, c[5]);
        List<Integer> percents = List.of(c[6].split("/")).stream().map(Integer::valueOf).toList();
        return new Expense(c[0], ware, percents, Integer.parseInt(c[7]), Integer.parseInt(c[8]),
                Integer.parseInt(c[9]));
    }

    static final List<Expense> ALL = """
            CB供电有限公司|供电|电费||千瓦时|1100101020200000000|13|600|2400|3
            CB水务有限公司|水冰雪|水费||吨|1100301010000000000|3|90|260|1
            CB产业园管理有限公司|经营租赁|办公用房租金||月|3040502020100000000|5/9|5000|9500|3
            PB通信有限公司|电信服务|宽带及通话费||月|3030201000000000000|6/9|180|620|3
            CB办公用品有限公司|文具|办公文具||批|1060401990000000000|13/1|200|900|1
            CB办公用品有限公司|纸制品|多功能复印纸|A4|箱|1060105040000000000|13/1|260|800|1
            CB印务有限公司|印刷品|产品宣传册印刷||本|1060201990000000000|9/1|800|2600|1
            CB餐饮管理有限公司|餐饮服务|餐饮服务||次|3070401000000000000|6/1|260|1900|2
            CB酒店管理有限公司|住宿服务|住宿费||天|3070402000000000000|6/1|380|1500|1
            CB物流有限公司|运输服务|国内货物运输服务||次|3010102020100000000|9/1|600|3200|2
            CB供应链有限公司|物流辅助服务|收派服务||次|3040409010000000000|6|200|900|1
            CB文化传媒有限公司|广告服务|网络广告发布||次|3040303010000000000|6/1|1500|6000|1
            CB会计师事务所（普通合伙）|鉴证咨询服务|审计服务费||项|3040602000000000000|6/1|3000|6800|1
            CB企业管理咨询有限公司|企业管理服务|代理记账服务||月|3040801990000000000|1/6|900|1800|1
            PB石油销售有限公司|成品油|92号车用汽油||升|1070101010100000000|13|300|800|1
            CB软件有限公司|信息技术服务|进销存软件年费||年|3040201990000000000|6/13|1200|4200|1
            CB技术服务有限公司|研发和技术服务|条码系统技术服务||次|3040105000000000000|6/1|800|3000|1
            """.strip().lines().map(Expense::of).toList();

    /** Categories no rule knows on a purchase. */
    static final List<Ware> UNKNOWN = Ware.of("""
            家具|会客沙发|三人位|套|3600|1050201990000000000
            润滑油|液压油|46号|桶|780|1070101070100000000
            设计服务|展厅设计服务||项|6800|3040301020000000000
            文化创意服务|活动策划服务||场|5200|3040300000000000000
            现代服务|会务服务||场|4300|3049900000000000000
            """);
}
