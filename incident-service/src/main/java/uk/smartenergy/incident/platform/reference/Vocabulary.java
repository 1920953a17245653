package uk.smartenergy.incident.platform.reference;

import java.util.List;
import java.util.Optional;

/** The names of services, Business Processes and regions. Finds the proper name for what somebody wrote. */
public final class Vocabulary {
    private final Names services;
    private final Names businessProcesses;
    private final Names regions;

    Vocabulary(Names services, Names businessProcesses, Names regions) {
        this.services = services;
        this.businessProcesses = businessProcesses;
        this.regions = regions;
    }

    public List<String> services() {
        return services.all();
    }

    public List<String> businessProcesses() {
        return businessProcesses.all();
    }

    public List<String> regions() {
        return regions.all();
    }

    /** The proper name of a service; empty if there is none such. */
    public Optional<String> service(String input) {
        return services.find(input);
    }

    public Optional<String> businessProcess(String input) {
        return businessProcesses.find(input);
    }

    public Optional<String> region(String input) {
        return regions.find(input);
    }
}
