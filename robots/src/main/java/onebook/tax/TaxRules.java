package onebook.tax;

import static onebook.tax.RuleFile.child;
import static onebook.tax.RuleFile.date;
import static onebook.tax.RuleFile.list;
import static onebook.tax.RuleFile.rate;
import static onebook.tax.RuleFile.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onebook.ledger.Money;

/** The dated rules of {@code templates/tax/vat-small-scale.yaml}. Immutable. */
public final class TaxRules {
    private static final String STANDARD = "vat-small-scale";

    private final List<VatRules> rules = new ArrayList<>();
    private final Set<String> serviceCategories = new HashSet<>();

    private TaxRules() { }

    /** The rules this OneBook was delivered with. */
    public static TaxRules standard() {
        return of(RuleFile.delivered(STANDARD));
    }

    /** Throws {@link IllegalArgumentException} that names the missing or malformed field. */
    public static TaxRules read(InputStream yaml) throws IOException {
        return of(RuleFile.read(yaml));
    }

    private static TaxRules of(JsonNode root) {
        TaxRules all = new TaxRules();
        list(root, "rules").forEach(node -> all.rules.add(rules(node)));
        list(root, "service_categories").forEach(node -> all.serviceCategories.add(node.asText()));
        return all;
    }

    /** Throws {@link IllegalArgumentException} where no section holds for the whole period. */
    public VatRules in(TaxPeriod period) {
        return rules.stream().filter(one -> one.holdsIn(period)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("no VAT rules hold throughout " + period));
    }

    /** True where goods of that 税收分类简称 belong to the column 服务、不动产和无形资产. */
    public boolean isService(String category) {
        return serviceCategories.contains(category);
    }

    private static VatRules rules(JsonNode node) {
        JsonNode levy = child(node, "levy");
        return new VatRules(date(node, "valid_from"), date(node, "valid_to"), text(node, "source"),
                rate(levy, "rate"), rate(levy, "reduced"), limit(child(node, "limit")),
                child(node, "exempt_sales_line").asInt(), surcharges(child(node, "surcharges")),
                reliefs(child(node, "reliefs")));
    }

    private static VatRules.Limit limit(JsonNode node) {
        return new VatRules.Limit(
                Money.parse(text(node, "month")), Money.parse(text(node, "quarter")),
                VatRules.Boundary.parse(text(node, "exempt_when")), rate(node, "warn_within"));
    }

    private static VatRules.SurchargeRules surcharges(JsonNode node) {
        Map<Place, BigDecimal> city = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            city.put(place, rate(child(node, "city_maintenance"), place.key()));
        }
        return new VatRules.SurchargeRules(
                text(node, "source"), rate(node, "halved"), Map.copyOf(city),
                rate(node, "education"), rate(node, "local_education"),
                VatRules.Boundary.parse(text(node, "education_exempt_when")));
    }

    private static Map<String, VatRules.Relief> reliefs(JsonNode node) {
        Map<String, VatRules.Relief> reliefs = new TreeMap<>();
        node.properties().forEach(one -> reliefs.put(one.getKey(), new VatRules.Relief(
                text(one.getValue(), "code"), text(one.getValue(), "name"),
                text(one.getValue(), "note"))));
        return reliefs;
    }
}
