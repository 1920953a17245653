package uk.smartenergy.incident.api.incident;

/** What an Incident is about. */
public enum IncidentType {
    /** A service of the DCC. */
    SERVICE,
    /** The registration data interface; a Registration Data Provider must resolve it. */
    RDP,
    /** Security: always RED. */
    SECURITY
}
