package uk.smartenergy.incident.api.communication;

import java.time.Instant;

/** A subscription. @param owner the user who made it. @param target the address or URL */
public record SubscriptionView(
        SubscriptionId id, String owner, Channel channel, String target, SubscriptionScope scope, Instant madeAt) {}
