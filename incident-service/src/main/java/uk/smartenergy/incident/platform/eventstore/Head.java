package uk.smartenergy.incident.platform.eventstore;

/**
 * The end of the store as somebody knows it.
 *
 * @param commit number of the last commit, 0 for an empty store
 * @param eventsSoFar number of events in the store
 * @param latest the latest timestamp of any event, empty for an empty store
 */
record Head(long commit, long eventsSoFar, String latest) {

    static final Head EMPTY = new Head(0, 0, "");

    Head next(int events, String latestOfThem) {
        return new Head(commit + 1, eventsSoFar + events, latestOfThem.compareTo(latest) > 0 ? latestOfThem : latest);
    }
}
