package uk.smartenergy.incident.platform.eventstore;

class SoleWriterEngineContractTest extends EngineContract {
    @Override
    EventStoreSettings settings() {
        return EventStoreSettings.embedded();
    }
}
