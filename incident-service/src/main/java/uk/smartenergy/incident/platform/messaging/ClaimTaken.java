package uk.smartenergy.incident.platform.messaging;

/** One of the caller's claims was made before: the request, line, or reference is known already. */
public class ClaimTaken extends RuntimeException {
    private final String key;

    public ClaimTaken(String key) {
        super("Claimed before: " + key, null, false, false);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
