package onebook.lender;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The names that were shown, by the tag that covers them: one tag, one name, in the whole log. */
final class NamesByTag implements BiConsumer<String, String> {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final List<Finding> failures = new ArrayList<>();

    @Override
    public void accept(String tag, String name) {
        String otherName = names.putIfAbsent(tag, name);
        String otherTag = tags.putIfAbsent(name, tag);
        if (otherName != null && !otherName.equals(name)
                || otherTag != null && !otherTag.equals(tag)) {
            failures.add(Finding.broken("INT-NAME", "同一标记对应不同名称，或同一名称用了不同标记：" + tag,
                    "one tag stands for two names, or one name has two tags: " + tag));
        }
    }

    List<Finding> failures() {
        return failures;
    }
}
