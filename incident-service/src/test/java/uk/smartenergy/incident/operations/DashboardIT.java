package uk.smartenergy.incident.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the jar, lets a real Prometheus scrape it, and looks at every panel of the dashboard and every alert rule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OPEN = 3;
    private static final int RAISED = 4;

    @TempDir
    private static Path folder;

    private @Nullable RunningService startedService;
    private @Nullable RunningPrometheus startedPrometheus;

    /** One expression of one panel. */
    record Shown(String panel, String expression) {
        @Override
        public String toString() {
            return panel + ": " + expression;
        }

        /** As Grafana would ask it. */
        String asked() {
            return expression.replace("$__rate_interval", "5m").replace("$__range", "5m");
        }
    }

    @BeforeAll
    void runServiceAndPrometheus() throws IOException {
        Tools.need("prometheus", "prometheus");
        Tools.need("promtool", "prometheus");
        RunningService service = new RunningService(folder);
        startedService = service;
        service.awaitReady();
        RunningPrometheus prometheus = new RunningPrometheus(folder, service.port(), RunningService.SCRAPER_PASSWORD);
        startedPrometheus = prometheus;
        // What is counted from now on is a rise that Prometheus sees.
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> prometheus.value("sum(incidents_raised_total)") == 0
                        && prometheus.value("incident_service_ready") == 1);
        makeIncidents(service);
    }

    @AfterAll
    void endBoth() {
        Stream.of(startedPrometheus, startedService)
                .filter(started -> started != null)
                .forEach(started -> {
                    try {
                        started.close();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static void makeIncidents(RunningService service) {
        subscribe(service);
        String told = raise(service, "SERVICE", "MODERATE", Instant.now());
        service.post("/incidents/" + told + "/communications", "{\"text\": \"Engineers are at work\"}");
        service.post("/incidents/" + told + "/category-disputes", "{\"reason\": \"Nobody can install\"}");
        String resolved = raise(service, "SERVICE", "CRITICAL", Instant.now().minus(Duration.ofHours(6)));
        service.post("/incidents/" + resolved + "/responses", "{}");
        service.post("/incidents/" + resolved + "/resolutions", "{\"resolution\": \"Restarted\"}");
        String old = raise(service, "RDP", "MODERATE", Instant.now().minus(Duration.ofDays(40)));
        service.post("/incidents/" + old + "/category-disputes", "{\"reason\": \"A whole region waits\"}");
        service.post(
                "/incidents/" + old + "/category-disputes/1/ruling",
                "{\"category\": 3, \"reason\": \"It is moderate\"}");
        String assigned = raise(service, "RDP", "MINOR", Instant.now().minus(Duration.ofMinutes(5)));
        service.post("/incidents/" + assigned + "/assignments", "{\"resolver\": \"Penhallow Registration Services\"}");
        String red = raise(service, "SECURITY", "CRITICAL", Instant.now().minus(Duration.ofDays(40)));
        service.post("/incidents/" + red + "/resolutions", "{\"resolution\": \"Keys changed\"}");
        raise(service, "SECURITY", "CRITICAL", Instant.now());
        replay(service, "2018-07-01", "2018-07-31");
        // This one covers RED Incidents, so that nobody may hear of it.
        replay(
                service,
                LocalDate.now(ZoneOffset.UTC).minusDays(60).toString(),
                LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
        service.post(
                "/working-days/corrections",
                "{\"date\": \"2018-12-24\", \"workingDay\": false, \"reason\": \"Declared at short notice\"}");
        makeRecords(service);
        assertThat(service.get("/api/v1/reports/ageing?groupBy=category", RunningService.ADMIN)
                        .statusCode())
                .isEqualTo(200);
    }

    /** What is owed, late, challenged and open, beside what follows from the Incidents. */
    private static void makeRecords(RunningService service) {
        JsonNode problem = service.post("/problems", "{\"title\": \"Hubs do not join\", \"priority\": \"P2\"}");
        service.post(
                "/problems/" + problem.path("id").asString() + "/workarounds",
                "{\"workaround\": \"Power the hub down for ten minutes\"}");
        LocalDate first = LocalDate.now(ZoneId.of("Europe/London")).withDayOfMonth(1);
        service.post("/planned-maintenance", """
                {"provider": "CSP North", "activity": "Exchange of a gateway", "services": ["WAN"], "regions": ["North"],
                 "risk": "LOW", "start": "%1$sT09:00:00Z", "end": "%1$sT17:00:00Z"}
                """.formatted(first));
        service.post(
                "/regulatory-reports/PMR/2018-07/submissions",
                "{\"receivedAt\": \"2018-09-05T15:00:00+01:00\", \"measures\": [{\"code\": \"CPM4\", \"value\": 100}]}");
        service.post("/regulatory-reports/PMR/2018-07/challenges", """
                {"kind": "OUTAGE_MISSING", "text": "Outages are missing", "action": {"owner": "DCC", "dueOn": "2018-10-23"},
                 "occurredAt": "2018-09-25T11:00:00+01:00"}
                """);
        service.post("/papers/ops-group/2018-09/issues", "{\"asOf\": \"2018-10-05\"}");
    }

    /** Nobody listens there. */
    private static void subscribe(RunningService service) {
        service.post("/subscriptions", "{\"channel\": \"WEBHOOK\", \"url\": \"http://127.0.0.1:1/\"}");
    }

    private static void replay(RunningService service, String from, String to) {
        service.post(
                "/categorisation-policies/backtests",
                "{\"policy\": \"supplier-reading\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to));
    }

    private static String raise(RunningService service, String type, String level, Instant occurredAt) {
        JsonNode incident = service.post("/incidents", """
                {"summary": "Meters do not answer", "type": "%s", "occurredAt": "%s", "region": "North",
                 "raisedBy": {"party": "DCC", "contactName": "Service Desk", "contactDetails": "desk@dcc.example", "reference": "SD-1"},
                 "services": ["DCC Data Service"], "businessProcesses": ["Billing"],
                 "impact": {"level": "%s", "partiesPrevented": 2}}
                """.formatted(type, occurredAt, level));
        return incident.path("id").asString();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everyPanelShowsData(Shown shown) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus().values(shown.asked()))
                        .as(shown.asked())
                        .isNotEmpty()
                        .anySatisfy(value -> assertThat(value).isNotNaN()));
    }

    static List<Shown> panels() throws IOException {
        JsonNode dashboard = JsonMapper.shared()
                .readTree(Files.readString(Tools.root().resolve("docker/grafana/dashboards/incidents.json")));
        List<Shown> shown = new ArrayList<>();
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                shown.add(new Shown(
                        panel.path("title").asString(), target.path("expr").asString()));
            }
        }
        assertThat(shown).hasSizeGreaterThan(20);
        return shown;
    }

    @Test
    void theFiguresAreThoseOfTheIncidentsThatAreNotRed() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(prometheus().value("sum(incidents_open)")).isEqualTo(OPEN);
            assertThat(prometheus().value("sum(incidents_open_over_one_month)")).isEqualTo(1);
            assertThat(prometheus().value("sum(incidents_open{resolver=\"RDP\"})"))
                    .isEqualTo(1);
            assertThat(prometheus().value("sum(incidents_raised_total)")).isEqualTo(RAISED);
            assertThat(prometheus().value("sum(incidents_resolved_total)")).isEqualTo(1);
            assertThat(prometheus().value("sum(incidents_time_to_resolve_seconds_count)"))
                    .isEqualTo(1);
            // Category 1, raised six hours ago: both targets were missed.
            assertThat(prometheus().value("sum(incidents_targets_missed_total{category=\"1\"})"))
                    .isEqualTo(2);
        });
        assertThat(scraped()).doesNotContain("SECURITY");
    }

    @Test
    void theFiguresOfDisputesMeasuresAndUpdatesAreThoseOfWhatWasRecorded() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(prometheus().value("sum(incidents_open_disputed)")).isEqualTo(1);
            assertThat(prometheus().value("sum(incidents_category_disputed_total)"))
                    .isEqualTo(2);
            assertThat(prometheus().value("sum(incidents_category_ruled_total{outcome=\"UPHELD\"})"))
                    .isEqualTo(1);
            assertThat(prometheus().value("incidents_open_update_overdue{category=\"3\"}"))
                    .isEqualTo(1);
            assertThat(prometheus().value("incidents_open_updates_missed{category=\"3\"}"))
                    .isGreaterThan(30);
            // The one that was resolved after six hours of four.
            assertThat(prometheus().value("incidents_performance_resolved{measure=\"CPM4\",outcome=\"MISSED\"}"))
                    .isEqualTo(1);
            assertThat(prometheus().value("incidents_performance_ratio{measure=\"CPM4\"}"))
                    .isZero();
            assertThat(prometheus().value("incidents_policies{state=\"ACTIVE\"}"))
                    .isEqualTo(1);
            assertThat(prometheus().value("incidents_calendar_changes")).isPositive();
            assertThat(prometheus().value("sum(incidents_subscriptions)")).isEqualTo(1);
            assertThat(prometheus().value("sum(incidents_deliveries{channel=\"WEBHOOK\"})"))
                    .isEqualTo(1);
            assertThat(prometheus().value("sum(incidents_delivery_attempts_total{outcome=\"UNREACHABLE\"})"))
                    .isPositive();
        });
    }

    @Test
    void theFiguresOfWhatIsOwedAndOpenAreThoseOfWhatIsNotRed() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            // Of the two resolved Incidents of Category 1 the other one is RED.
            assertThat(prometheus().value("incidents_major_reports_owed{kind=\"SUMMARY\"}"))
                    .isEqualTo(1);
            assertThat(prometheus().value("sum(incidents_major_reports_late)")).isZero();
            assertThat(prometheus().value("incidents_problems_open{priority=\"P1\"}"))
                    .isEqualTo(1);
            assertThat(prometheus().value("incidents_problems_known_errors")).isEqualTo(1);
            assertThat(prometheus().value("incidents_maintenance_findings{finding=\"MONTHLY_HOURS_EXCEEDED\"}"))
                    .isEqualTo(1);
            assertThat(prometheus().value("incidents_maintenance_findings{finding=\"OUTSIDE_PERMITTED_HOURS\"}"))
                    .isEqualTo(1);
            assertThat(prometheus().value("incidents_regulatory_reports_overdue"))
                    .isPositive();
            assertThat(prometheus().value("incidents_regulatory_challenges_open"))
                    .isEqualTo(1);
            assertThat(prometheus().value("incidents_regulatory_actions{state=\"OVERDUE\"}"))
                    .isEqualTo(1);
            assertThat(prometheus().value("incidents_papers_issued")).isEqualTo(1);
        });
    }

    @Test
    void aBacktestThatCoversARedIncidentIsInNoFigure() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus().value("sum(incidents_backtests{state=\"COMPLETED\"})"))
                        .isEqualTo(1));
        assertThat(prometheus().value("sum(incidents_backtests)")).isEqualTo(1);
        assertThat(scraped()).doesNotContainPattern("method=\"POST\"[^}]*backtests");
    }

    @Test
    void everyAlertRuleIsLoadedAndCanBeEvaluated() throws IOException {
        long rules = Files.readString(Tools.root().resolve("docker/prometheus/rules.yml"))
                .lines()
                .filter(line -> line.strip().startsWith("- alert:"))
                .count();
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> health = new ArrayList<>();
            for (JsonNode group : prometheus().ask("/api/v1/rules").path("data").path("groups")) {
                group.path("rules")
                        .forEach(rule -> health.add(rule.path("health").asString()));
            }
            assertThat(health).hasSize((int) rules).containsOnly("ok");
        });
    }

    @Test
    void theMetricsAreNamedAsPrometheusWantsThem() {
        assertThat(scraped().lines().filter(line -> line.startsWith("incident")))
                .hasSizeGreaterThan(100);
        Tools.run(folder, scraped(), "promtool", "check", "metrics");
    }

    @Test
    void theScraperMayReadNothingElse() {
        assertThat(service().get("/api/v1/incidents", RunningService.SCRAPER).statusCode())
                .isEqualTo(403);
        assertThat(service().get("/actuator/prometheus", "scraper:wrong").statusCode())
                .isEqualTo(401);
    }

    private String scraped() {
        return service().get("/actuator/prometheus", RunningService.SCRAPER).body();
    }

    private RunningService service() {
        return Objects.requireNonNull(startedService);
    }

    private RunningPrometheus prometheus() {
        return Objects.requireNonNull(startedPrometheus);
    }
}
