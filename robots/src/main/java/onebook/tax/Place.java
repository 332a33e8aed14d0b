package onebook.tax;

/** Where the taxpayer sits, which sets the rate of 城市维护建设税: 市区, 县城或镇, 其他. */
public enum Place {
    CITY, COUNTY, OTHER;

    /** Reads "city", "county" or "other". */
    public static Place parse(String text) {
        for (Place place : values()) {
            if (place.key().equals(text)) {
                return place;
            }
        }
        throw new IllegalArgumentException("not city, county or other: " + text);
    }

    /** As written in data files. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
