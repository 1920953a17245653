package uk.smartenergy.incident.platform.eventstore;

class SoleWriterEventStoreContractTest extends EventStoreContract {
    @Override
    EventStoreSettings settings() {
        return EventStoreSettings.embedded();
    }
}
