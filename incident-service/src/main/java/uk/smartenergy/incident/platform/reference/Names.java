package uk.smartenergy.incident.platform.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names with their aliases, found whatever the case, blanks, and punctuation; {@code &} is {@code and}. */
final class Names {
    private final List<String> all = new ArrayList<>();
    private final Map<String, String> byForm = new HashMap<>();

    /** @return whether the name or alias was new, or meant the same already */
    boolean add(String name, String alias) {
        if (!all.contains(name)) {
            all.add(name);
        }
        return name.equals(byForm.computeIfAbsent(form(alias), any -> name));
    }

    List<String> all() {
        return List.copyOf(all);
    }

    Optional<String> find(String input) {
        return Optional.ofNullable(byForm.get(form(input)));
    }

    private static String form(String input) {
        StringBuilder form = new StringBuilder();
        input.toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(form::appendCodePoint);
        return form.toString();
    }
}
