package uk.smartenergy.incident.api.categorisation;

/**
 * What a category promises.
 *
 * @param initialResponse the Target Initial Response
 * @param resolution the Target Resolution
 */
public record Targets(TargetTime initialResponse, TargetTime resolution) {}
