package uk.smartenergy.incident.platform.eventstore;

class RangeEngineContractTest extends EngineContract {
    @Override
    EventStoreSettings settings() {
        return EventStoreSettings.defaults().withLookup(Lookup.RANGE);
    }
}
