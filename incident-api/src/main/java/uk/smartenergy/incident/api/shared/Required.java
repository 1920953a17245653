package uk.smartenergy.incident.api.shared;

import org.jspecify.annotations.Nullable;

/** The refusals of compact constructors: what reaches a message must already be sound, so these are programming errors. */
public final class Required {
    private Required() {}

    public static String text(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }
}
