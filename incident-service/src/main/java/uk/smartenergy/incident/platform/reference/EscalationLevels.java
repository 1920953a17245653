package uk.smartenergy.incident.platform.reference;

import java.util.List;
import java.util.Optional;

/** The levels to which an Incident can be escalated, lowest first. */
public final class EscalationLevels {
    private final List<Level> levels;
    private final Names names;

    EscalationLevels(List<Level> levels, Names names) {
        this.levels = List.copyOf(levels);
        this.names = names;
    }

    /** @param code how messages name it, for example {@code SERVICE_DESK} */
    public record Level(String code, String name) {}

    public List<Level> all() {
        return levels;
    }

    /** The level that somebody meant, by code, name or alias. */
    public Optional<Level> find(String input) {
        return names.find(input)
                .flatMap(code -> levels.stream()
                        .filter(level -> level.code().equals(code))
                        .findFirst());
    }

    /** How high a level is, from 0; -1 for one that is no longer known. */
    public int rank(String code) {
        return find(code).map(levels::indexOf).orElse(-1);
    }
}
