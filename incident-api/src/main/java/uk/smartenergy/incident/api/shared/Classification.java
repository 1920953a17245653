package uk.smartenergy.incident.api.shared;

/** Who may see a record or report. Declared from the widest circle to the narrowest. */
public enum Classification {
    /** Anybody. */
    WHITE,
    /** All SEC Parties, the DCC, and the Panel's committees. */
    GREEN,
    /** The DCC, the Ops Group, SECAS, and the parties concerned (the raiser and whoever is or was Resolver). */
    AMBER,
    /** Only the security-cleared; to all others the record does not exist. */
    RED
}
