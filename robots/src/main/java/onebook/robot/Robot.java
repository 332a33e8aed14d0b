package onebook.robot;

import java.util.List;
import java.util.Map;

/**
 * A robot as its YAML file defines it.
 *
 * @param name "capture", "bank-import", "reconcile", "close-month", "vat-return" …
 * @param title what a person calls it, by language ("zh", "en")
 * @param schedule "" runs only when asked; else "daily 07:30", "monthly 5 09:00"
 * @param steps names of the steps, in order: intake read propose post import match close fill pack
 */
public record Robot(String name, Map<String, String> title, String schedule, List<String> steps,
        Map<String, String> settings) { }
