package uk.smartenergy.incident.api.shared;

/** What a user is here to do. A user may have several. Clearance for RED is not a role: see {@link Viewer#cleared()}. */
public enum Role {
    /** The DCC's service desk and service management: every command on Incidents, import, every report. */
    DCC_STAFF,
    /** One of the DCC's service providers: works on the Incidents that are assigned to it. */
    SERVICE_PROVIDER,
    /** Whoever may raise an Incident under the SEC: raises, follows, objects. */
    INCIDENT_PARTY,
    /** The Operations Group: reads every view and report. */
    OPS_GROUP,
    /** The Code administrator: reads every view and report. */
    SECAS,
    /** Prometheus; may read metrics and nothing else. */
    SCRAPER,
    /** Adds users; may do all that the others may. */
    ADMIN
}
