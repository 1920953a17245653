package uk.smartenergy.incident.platform.eventstore;

class RangeEventStoreContractTest extends EventStoreContract {
    @Override
    EventStoreSettings settings() {
        return EventStoreSettings.defaults().withLookup(Lookup.RANGE);
    }
}
