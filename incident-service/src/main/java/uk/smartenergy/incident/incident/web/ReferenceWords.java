package uk.smartenergy.incident.incident.web;

import java.util.List;
import java.util.Optional;
import uk.smartenergy.incident.platform.reference.EscalationLevels;
import uk.smartenergy.incident.platform.reference.Vocabulary;

/** The words of the reference data in force. */
record ReferenceWords(Vocabulary vocabulary, EscalationLevels levels) implements Words {
    @Override
    public List<String> services() {
        return vocabulary.services();
    }

    @Override
    public List<String> businessProcesses() {
        return vocabulary.businessProcesses();
    }

    @Override
    public List<String> regions() {
        return vocabulary.regions();
    }

    @Override
    public List<String> escalationLevels() {
        return levels.all().stream().map(EscalationLevels.Level::code).toList();
    }

    @Override
    public Optional<String> service(String input) {
        return vocabulary.service(input);
    }

    @Override
    public Optional<String> businessProcess(String input) {
        return vocabulary.businessProcess(input);
    }

    @Override
    public Optional<String> region(String input) {
        return vocabulary.region(input);
    }

    @Override
    public Optional<String> escalationLevel(String input) {
        return levels.find(input).map(EscalationLevels.Level::code);
    }
}
