package uk.smartenergy.incident.platform.messaging;

/**
 * A key that is used once in the whole history, and what it stands for. Made in the same commit as the events of the command that carries it.
 *
 * @param key no line breaks; at most 200 characters
 * @param value for example the reference of the Incident
 */
public record Claim(String key, String value) {
    public Claim {
        if (key.isBlank() || key.length() > 200 || key.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A claim's key has 1 to 200 characters on one line");
        }
    }
}
