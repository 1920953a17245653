package uk.smartenergy.incident.platform.reference;

import java.util.Optional;

/**
 * A file of rules, loaded and checked with all other reference data and found by {@link ReferenceData#rules}. A new one: implement this, and add it
 * to the list in {@link ReferenceLoader} and its file to the resources.
 *
 * @param <T> what it says
 */
interface RulesFile<T> {
    /** Of the file, such as {@code problems.yaml}. */
    String name();

    Class<T> type();

    /** Empty if a fault was noted. */
    Optional<T> read(DataReader reader, DataNode root, Vocabulary vocabulary);
}
