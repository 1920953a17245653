package uk.smartenergy.incident.api.communication;

/** How an update reaches whoever subscribed to it. */
public enum Channel {
    EMAIL,
    /** An HTTP request, signed with a secret that only the two sides know. */
    WEBHOOK
}
