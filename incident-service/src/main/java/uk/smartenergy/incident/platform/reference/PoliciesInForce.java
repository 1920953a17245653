package uk.smartenergy.incident.platform.reference;

/** The categorisation policies as they stand at this moment. Ask anew each time: policies are drafted, activated and retired while the service runs. */
@FunctionalInterface
public interface PoliciesInForce {
    PolicyBook book();
}
