package uk.smartenergy.incident.platform.web;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the HTTP face.
 *
 * @param maxBody the longest body that is taken, other than where bodies are streamed
 * @param streamedPaths where bodies are streamed: they are not held in memory, and whoever reads them sets their own limits
 * @param twinWait how long a repeated request waits for the answer of the first before it looks for itself
 */
@ConfigurationProperties("incident.web")
public record WebSettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("/api/v1/incidents/imports") Set<String> streamedPaths,
        @DefaultValue("2s") Duration twinWait) {}
