package onebook.cli;

import java.util.Locale;
import java.util.Optional;
import onebook.words.Sentence;
import picocli.CommandLine.Option;

/** In which language a command gives reasons to a person; JSON does not depend on it. */
final class Speech {
    enum Language { ZH, EN }

    @Option(names = "--lang", paramLabel = "zh|en",
            description = "language of reasons; else that of the machine")
    private Optional<Language> language;

    String say(Sentence sentence) {
        return isChinese() ? sentence.chinese() : sentence.english();
    }

    /** One of two words that mean the same. */
    String say(String chinese, String english) {
        return say(new Sentence(chinese, english));
    }

    String code() {
        return isChinese() ? "zh" : "en";
    }

    private boolean isChinese() {
        return language.map(Language.ZH::equals)
                .orElse(Locale.getDefault().getLanguage().equals("zh"));
    }
}
