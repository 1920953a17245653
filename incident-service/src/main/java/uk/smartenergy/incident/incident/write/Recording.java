package uk.smartenergy.incident.incident.write;

import java.time.Instant;

/** @param now when what a command says is recorded; nothing may have happened later */
public record Recording(Instant now) {}
