package uk.smartenergy.incident.platform.document;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that looks one way. Whatever the words are, they stay words in every format.
 *
 * @param link where it leads: a path of this service, or an address of the web. Anything else, such as {@code javascript:}, is left out
 */
public record Run(
        String words,
        boolean strong,
        boolean emphasis,
        @Nullable String link) {
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\"'<>\\\\]]*");
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21-\\x7e&&[^\"'<>\\\\]]+");

    public Run {
        words = printable(words);
        link = link != null
                        && (PATH.matcher(link).matches()
                                || ADDRESS.matcher(link).matches())
                ? link
                : null;
    }

    /** Without what no document can hold: controls, halves of characters, and marks that would turn the order of what follows. */
    private static String printable(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.codePoints().map(Run::printable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static int printable(int c) {
        boolean turns = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        if (c == '\t' || c == '\r') {
            return ' ';
        }
        return c != '\n' && Character.isISOControl(c) || turns || half || (c & 0xfffe) == 0xfffe ? 0xfffd : c;
    }
}
