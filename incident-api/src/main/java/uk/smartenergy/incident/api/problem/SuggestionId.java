package uk.smartenergy.incident.api.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.TreeSet;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Reference;

/**
 * The reference of a suggestion to open a Problem, {@code SUG} and 12 digits. It follows from its Incidents, so that every node knows it by the same
 * name, and another Incident makes another suggestion.
 */
public record SuggestionId(@JsonValue String value) {
    public static final String KIND = "SUG";

    @JsonCreator
    public SuggestionId {
        Reference.required(KIND, value, "a suggestion");
    }

    public static boolean isValid(String value) {
        return Reference.isValid(KIND, value);
    }

    /** @param incidents all RED or none: those of the RED are from the upper half of the numbers */
    public static SuggestionId of(Collection<IncidentId> incidents) {
        TreeSet<IncidentId> sorted = new TreeSet<>(incidents);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(sorted.toString().getBytes(StandardCharsets.UTF_8));
            long number = Math.floorMod(ByteBuffer.wrap(hash).getLong(), Reference.FIRST_DRAWN);
            long above = sorted.first().isDrawn() ? Reference.FIRST_DRAWN : 0;
            return new SuggestionId(Reference.of(KIND, above + number));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key of the claim that it is followed, which happens once. */
    public String claim() {
        return "suggestion:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
