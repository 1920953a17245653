package uk.smartenergy.incident.platform.web;

import org.jspecify.annotations.Nullable;

/** What text from outside may consist of. */
final class Texts {
    private Texts() {}

    /** What is wrong with the characters of a text; {@code null}: nothing. */
    static @Nullable String wrongWith(String text, boolean lines) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean blank = c == '\t' || c == '\n' || c == '\r';
            if (!lines && (c == '\n' || c == '\r')) {
                return "must be on one line";
            }
            if (Character.isISOControl(c) && !blank) {
                return "must not contain control characters";
            }
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE || (c & 0xFFFE) == 0xFFFE) {
                return "must not contain halves of characters or non-characters";
            }
            i += Character.charCount(c);
        }
        return null;
    }
}
