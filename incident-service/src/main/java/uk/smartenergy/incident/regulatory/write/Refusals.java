package uk.smartenergy.incident.regulatory.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import uk.smartenergy.incident.api.regulatory.RegisterRecord;
import uk.smartenergy.incident.api.shared.Refusal;

/** Why commands on reports are refused, in the words that people read. */
final class Refusals {
    private Refusals() {}

    static Refusal periodNotOver(RegisterRecord record) {
        return conflict(
                "PERIOD_NOT_OVER",
                "The report is about %s, which ends with %s; nothing can be said of it before that."
                        .formatted(record.period(), record.period().lastDay()));
    }

    static Refusal nothingSubmitted(RegisterRecord record) {
        return conflict(
                "NOTHING_SUBMITTED",
                "Nothing has been received of %s for %s yet.".formatted(record.report(), record.period()));
    }

    static Refusal beforeSubmission(Instant receivedAt) {
        return conflict("BEFORE_SUBMISSION", "The report was received at " + receivedAt + ", which is later.");
    }

    static Refusal beforeAction(Instant raisedAt) {
        return conflict("BEFORE_ACTION", "The action was raised at " + raisedAt + ", which is later.");
    }

    static Refusal beforeLastStep(Instant step) {
        return conflict(
                "BEFORE_LAST_STEP", "Of this action something is on record that happened later, at " + step + ".");
    }

    static Refusal done(Instant completedAt) {
        return conflict("ACTION_DONE", "The action was completed at " + completedAt + ".");
    }

    static Refusal actionNotFound() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "ACTION_NOT_FOUND", "There is no such action.", Map.of());
    }

    static Refusal dueBefore(LocalDate day, String pointer) {
        return invalid("DUE_BEFORE_RAISED", "The due date must not be before " + day + ".", pointer);
    }

    static Refusal invalid(String code, String sentence, String pointer) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence, Map.of("pointer", pointer));
    }

    private static Refusal conflict(String code, String sentence) {
        return new Refusal(Refusal.Kind.CONFLICT, code, sentence, Map.of());
    }
}
