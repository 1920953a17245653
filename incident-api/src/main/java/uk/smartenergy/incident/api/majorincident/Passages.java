package uk.smartenergy.incident.api.majorincident;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a quote stands in a text: in capitals or not, and however its words are parted. It is for redaction, which must not miss one. */
public final class Passages {
    private static final String BLANKS = "[\\s\\p{Z}\\p{Cf}]+";

    private Passages() {}

    /** From the first character up to, not with, the last. */
    public record Place(int from, int to) {}

    /** All places, also those that overlap, in their order. */
    public static List<Place> of(String quote, String text) {
        Matcher matcher = pattern(quote).matcher(text);
        List<Place> places = new ArrayList<>();
        for (int at = 0; at <= text.length() && matcher.find(at); at = matcher.start() + 1) {
            places.add(new Place(matcher.start(), matcher.end()));
        }
        return places;
    }

    /** With marks between them that nobody sees. */
    private static String letters(String word) {
        return word.codePoints()
                .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                .collect(Collectors.joining("\\p{Cf}*"));
    }

    private static Pattern pattern(String quote) {
        String words = Stream.of(quote.split(BLANKS))
                .filter(word -> !word.isEmpty())
                .map(Passages::letters)
                .collect(Collectors.joining(BLANKS));
        // A quote without any character that is seen is found nowhere.
        return Pattern.compile(words.isEmpty() ? "(?!)" : words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
