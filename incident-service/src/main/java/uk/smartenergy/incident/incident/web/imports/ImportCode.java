package uk.smartenergy.incident.incident.web.imports;

/** Why a line is refused before, or other than by, a decision on the Incident; the decision's own refusals keep the codes of the API. */
enum ImportCode {
    /** It is not JSON, or not CSV of as many columns as the header has. */
    MALFORMED,
    /** It has bytes that are not UTF-8. */
    NOT_UTF8,
    /** It has more than 1 MiB. */
    LINE_TOO_LONG,
    /** One or more fields are missing or wrong. */
    INVALID,
    /** There is no such action. */
    UNKNOWN_ACTION,
    /** Nothing was raised under this external reference. */
    UNKNOWN_REFERENCE,
    /** More than one Incident has this external reference. */
    AMBIGUOUS_REFERENCE,
    /** Another line has raised an Incident under this external reference. */
    ALREADY_RAISED,
    /** Only the security-cleared may import what is RED. */
    CLEARANCE_NEEDED
}
