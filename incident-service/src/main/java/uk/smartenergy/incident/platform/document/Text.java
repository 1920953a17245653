package uk.smartenergy.incident.platform.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words in a line or more, some of them stressed or leading elsewhere. A line feed within is one. */
public record Text(List<Run> runs) {
    public Text {
        runs = List.copyOf(runs);
    }

    public static Text of(String words) {
        return new Text(List.of(new Run(words, false, false, null)));
    }

    /** Nothing yet, to be added to. */
    public static Text empty() {
        return new Text(List.of());
    }

    /** Words that lead somewhere: see {@link Run#link()}. */
    public static Text linked(String words, @Nullable String link) {
        return empty().link(words, link);
    }

    public Text plain(String words) {
        return and(new Run(words, false, false, null));
    }

    public Text strong(String words) {
        return and(new Run(words, true, false, null));
    }

    public Text emphasis(String words) {
        return and(new Run(words, false, true, null));
    }

    public Text link(String words, @Nullable String link) {
        return and(new Run(words, false, false, link));
    }

    public Text and(Text more) {
        List<Run> all = new ArrayList<>(runs);
        all.addAll(more.runs);
        return new Text(all);
    }

    private Text and(Run run) {
        return and(new Text(List.of(run)));
    }

    /** The words alone. */
    public String words() {
        return runs.stream().map(Run::words).collect(Collectors.joining());
    }
}
