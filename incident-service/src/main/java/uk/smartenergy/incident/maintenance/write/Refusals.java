package uk.smartenergy.incident.maintenance.write;

import java.time.Instant;
import java.util.Map;
import uk.smartenergy.incident.api.shared.Refusal;

/** The refusals of commands on windows, with their codes and sentences. */
final class Refusals {
    private Refusals() {}

    static Refusal conflict(String code, String sentence) {
        return new Refusal(Refusal.Kind.CONFLICT, code, sentence, Map.of());
    }

    static Refusal invalid(String code, String sentence, String pointer) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence, Map.of("pointer", pointer));
    }

    /** What is said happened before the step that it builds upon. */
    static Refusal tooEarly(Instant at, String step, Instant stepAt) {
        return conflict("EARLIER_THAN_ITS_GROUND", at + " is before " + step + ", " + stepAt + ".");
    }

    static Refusal begun(Instant start, String instead) {
        return conflict("WINDOW_BEGUN", "The window began at " + start + ": " + instead + ".");
    }

    static Refusal redFromTheBeginning() {
        return conflict(
                "CLASSIFICATION_FIXED", "What is RED is so from the beginning, and stays so: schedule a window anew.");
    }

    static Refusal noRequest() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "EXCEPTION_NOT_FOUND", "The window has no such request.", Map.of());
    }
}
