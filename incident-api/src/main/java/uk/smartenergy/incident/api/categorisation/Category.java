package uk.smartenergy.incident.api.categorisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An Incident Category, 1 (Major Incident) to 5; a plain number in JSON. Declared from the gravest to the least. */
public enum Category {
    CATEGORY_1,
    CATEGORY_2,
    CATEGORY_3,
    CATEGORY_4,
    CATEGORY_5;

    /** @throws IllegalArgumentException if the number is not 1 to 5 */
    @JsonCreator
    public static Category of(int number) {
        if (number < 1 || number > 5) {
            throw new IllegalArgumentException("A category is a number from 1 to 5, not " + number);
        }
        return values()[number - 1];
    }

    @JsonValue
    public int number() {
        return ordinal() + 1;
    }

    /** A Category 1 Incident is a Major Incident. */
    public boolean isMajorIncident() {
        return this == CATEGORY_1;
    }
}
