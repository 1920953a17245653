package uk.smartenergy.incident.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The files of {@code docker/} and {@code deploy/}, as far as they can be judged without an engine and a cluster. */
class DeploymentFilesTest {
    private static final Path DOCKER = Tools.root().resolve("docker");
    private static final Pattern PINNED = Pattern.compile("[^:]+:v?\\d+\\.\\d+\\.\\d+\\S*");

    @Test
    void composeAcceptsItsFileWithNothingSet() {
        Tools.need("docker-compose", "docker-compose");
        Tools.run(DOCKER, null, "docker-compose", "-f", "compose.yaml", "config", "-q");
    }

    @Test
    void prometheusAcceptsItsConfigurationAndRules() {
        Tools.need("promtool", "prometheus");
        Tools.run(DOCKER.resolve("prometheus"), null, "promtool", "check", "config", "prometheus.yml");
        Tools.run(DOCKER.resolve("prometheus"), null, "promtool", "check", "rules", "rules.yml");
    }

    @Test
    void alertsFireWhenTheyShouldAndNotOtherwise(@TempDir Path folder) throws IOException {
        Tools.need("promtool", "prometheus");
        Files.copy(DOCKER.resolve("prometheus/rules.yml"), folder.resolve("rules.yml"));
        Files.copy(
                Tools.root().resolve("incident-service/src/test/resources/operations/rules-test.yml"),
                folder.resolve("rules-test.yml"));
        Tools.run(folder, null, "promtool", "test", "rules", "rules-test.yml");
    }

    @Test
    void everyImageIsPinned() throws IOException {
        List<String> images = new ArrayList<>();
        for (String file : List.of("docker/compose.yaml", "docker/Dockerfile", "deploy/incident-service.yaml")) {
            Files.readString(Tools.root().resolve(file))
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("image: ") || line.startsWith("FROM "))
                    .map(line -> line.split(" ")[1])
                    .forEach(images::add);
        }
        assertThat(images).hasSize(7).allMatch(image -> PINNED.matcher(image).matches());
    }

    @Test
    void grafanaFindsDataSourceAndDashboardWhereComposePutsThem() throws IOException {
        String compose = Files.readString(DOCKER.resolve("compose.yaml"));
        Map<String, Object> provider =
                new Yaml().load(Files.readString(DOCKER.resolve("grafana/provisioning/dashboards/incidents.yaml")));
        assertThat(provider.toString()).contains("path=/var/lib/grafana/dashboards");
        assertThat(compose)
                .contains("./grafana/dashboards:/var/lib/grafana/dashboards:ro")
                .contains("./grafana/provisioning:/etc/grafana/provisioning:ro");
        assertThat(Files.readString(DOCKER.resolve("grafana/provisioning/datasources/prometheus.yaml")))
                .contains("uid: prometheus", "http://prometheus:9090");
        assertThat(Files.readString(DOCKER.resolve("grafana/dashboards/incidents.json")))
                .contains("\"value\": \"prometheus\"", "\"uid\": \"${datasource}\"");
    }

    @Test
    void kubernetesKnowsEveryKeyOfTheManifest() throws IOException {
        List<String> kinds = new ArrayList<>();
        for (Object document :
                new Yaml().loadAll(Files.readString(Tools.root().resolve("deploy/incident-service.yaml")))) {
            JsonElement json = new Gson().toJsonTree(document);
            String kind = json.getAsJsonObject().get("kind").getAsString();
            kinds.add(kind);
            // They refuse keys that they do not know.
            switch (kind) {
                case "ConfigMap" -> V1ConfigMap.validateJsonElement(json);
                case "Deployment" -> V1Deployment.validateJsonElement(json);
                case "Service" -> V1Service.validateJsonElement(json);
                case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(json);
                default -> throw new AssertionError("Not looked at: " + kind);
            }
        }
        assertThat(kinds).containsExactly("ConfigMap", "Deployment", "Service", "PodDisruptionBudget");
    }
}
