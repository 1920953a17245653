package uk.smartenergy.incident.platform.reference;

/** The categorisation policies as they stand at this moment. Ask anew each time: policies are drafted, activated and retired while the service runs. */
@FunctionalInterface
public interface PoliciesInForce {
    /** @throws uk.smartenergy.incident.platform.messaging.ReadModelBehind until this node's files are on record and known; it soon is */
    PolicyBook book();
}
