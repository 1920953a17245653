package uk.smartenergy.incident.platform.web;

/** Ends a request with the answer that the same request got before. */
final class AnsweredBefore extends RuntimeException {
    private final transient Answer answer;

    AnsweredBefore(Answer answer) {
        super("Answered before", null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
