package uk.smartenergy.incident.incident.read.record;

import org.jspecify.annotations.Nullable;

/** Finds one text in many others, upper or lower case, without making copies of them. */
final class TextSearch {
    private final String wanted;
    private final char upper;
    private final char lower;

    /** @param wanted not empty */
    TextSearch(String wanted) {
        this.wanted = wanted;
        this.upper = Character.toUpperCase(wanted.charAt(0));
        this.lower = Character.toLowerCase(upper);
    }

    boolean isIn(@Nullable String text) {
        if (text == null) {
            return false;
        }
        int last = text.length() - wanted.length();
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            boolean maybe = c == lower || c == upper || c > 127;
            if (maybe && text.regionMatches(true, i, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
