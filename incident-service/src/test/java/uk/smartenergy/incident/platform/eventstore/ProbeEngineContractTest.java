package uk.smartenergy.incident.platform.eventstore;

class ProbeEngineContractTest extends EngineContract {
    @Override
    EventStoreSettings settings() {
        return EventStoreSettings.defaults().withLookup(Lookup.PROBE);
    }
}
