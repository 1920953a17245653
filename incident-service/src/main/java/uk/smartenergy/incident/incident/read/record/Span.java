package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch of time. @param from included. @param to not included; {@code null}: it lasts */
public record Span(Instant from, @Nullable Instant to) {}
