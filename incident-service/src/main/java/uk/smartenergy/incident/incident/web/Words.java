package uk.smartenergy.incident.incident.web;

import java.util.List;
import java.util.Optional;

/** The words of the reference data that requests use, found however they are spelt. */
interface Words {
    List<String> services();

    List<String> businessProcesses();

    List<String> regions();

    List<String> escalationLevels();

    Optional<String> service(String input);

    Optional<String> businessProcess(String input);

    Optional<String> region(String input);

    Optional<String> escalationLevel(String input);
}
