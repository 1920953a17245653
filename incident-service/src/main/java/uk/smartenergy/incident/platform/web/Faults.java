package uk.smartenergy.incident.platform.web;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it is told at once. */
public final class Faults {
    /** More would help nobody. */
    private static final int MOST = 200;

    private final List<Fault> found = new ArrayList<>();

    public void add(String pointer, String message) {
        // What is wrong already is there, so it is not missing too.
        boolean there = message.startsWith("is required")
                && found.stream().anyMatch(fault -> fault.pointer().equals(pointer));
        if (!there && found.size() < MOST) {
            found.add(new Fault(pointer, message));
        }
    }

    public boolean any() {
        return !found.isEmpty();
    }

    public List<Fault> all() {
        return List.copyOf(found);
    }

    /** Ends the request with 400 if anything is wrong. */
    public void refuseIfAny() {
        if (any()) {
            throw Problem.invalid(found);
        }
    }
}
