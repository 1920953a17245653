package uk.smartenergy.incident.api.problem;

/** How urgent a Problem is, the most urgent first. */
public enum ProblemPriority {
    P1,
    P2,
    P3,
    P4
}
