package uk.smartenergy.incident.api.shared;

import java.util.Map;

/**
 * A command was refused and nothing was changed. This is an answer, not a fault: it carries a stable code, and a sentence for a person.
 */
public class Refusal extends RuntimeException {

    /** Why, in the classes that an edge maps to its own statuses. */
    public enum Kind {
        /** The thing does not exist, or the caller may not know that it does. */
        NOT_FOUND,
        /** The present state does not allow it. */
        CONFLICT,
        /** The caller has seen an older version than the one that stands. */
        STALE,
        /** The caller may not do this. */
        FORBIDDEN,
        /** What was said contradicts itself or the reference data. */
        INVALID
    }

    private final Kind kind;
    private final String code;
    private final Map<String, String> facts;

    /**
     * @param code stable, upper case with underscores; clients branch on it
     * @param sentence for a person; names the present state where that is the reason
     * @param facts further members of the answer, such as {@code state}
     */
    public Refusal(Kind kind, String code, String sentence, Map<String, String> facts) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.code = code;
        this.facts = Map.copyOf(facts);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public Map<String, String> facts() {
        return facts;
    }
}
