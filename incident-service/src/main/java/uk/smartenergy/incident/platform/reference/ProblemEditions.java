package uk.smartenergy.incident.platform.reference;

import java.time.LocalDate;

/** The rules about Problems from day to day. */
public record ProblemEditions(Editions<ProblemRules> editions) {
    public ProblemRules on(LocalDate day) {
        return editions.on(day);
    }
}
