package uk.smartenergy.incident.platform.eventstore;

class ProbeEventStoreContractTest extends EventStoreContract {
    @Override
    EventStoreSettings settings() {
        return EventStoreSettings.defaults().withLookup(Lookup.PROBE);
    }
}
