package uk.smartenergy.incident.problem.read.record;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The words of a text that say something: in lower case, without the stop words, plurals as singulars, and nothing of two letters or of digits alone. */
public final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}+");
    private static final int SHORTEST = 3;

    private Words() {}

    public static Set<String> of(String text, Set<String> stopWords) {
        Set<String> words = new TreeSet<>();
        for (String piece : BETWEEN.split(text.toLowerCase(Locale.ROOT))) {
            String word = singular(piece);
            boolean says = word.length() >= SHORTEST
                    && !stopWords.contains(piece)
                    && !stopWords.contains(word)
                    && !NUMBER.matcher(word).matches();
            if (says) {
                words.add(word);
            }
        }
        return words;
    }

    /** Good enough to find hubs beside a hub. */
    private static String singular(String word) {
        return word.length() > SHORTEST
                        && word.endsWith("s")
                        && !word.endsWith("ss")
                        && !word.endsWith("us")
                        && !word.endsWith("is")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** The words of one that the other has too. */
    public static Set<String> shared(Set<String> one, Set<String> other) {
        Set<String> shared = new TreeSet<>(one);
        shared.retainAll(other);
        return shared;
    }
}
