package uk.smartenergy.incident.platform.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Every metric of this service with its unit and its meaning; there are no names elsewhere. In Prometheus the dots are underscores, a counter
 * ends in {@code _total} and a time in {@code _seconds}.
 *
 * <p>What counts Incidents never counts RED ones. Every node reports the whole, not its part: take {@code max without (instance)}, not the sum.
 * Counters begin at nothing when a node starts and count what is recorded from then on, by whichever node.
 */
public enum Metric {
    OPEN("incidents.open", Unit.NONE, "Incidents that are open, by category, type and kind of Resolver"),
    OPEN_OVER_ONE_MONTH(
            "incidents.open.over.one.month",
            Unit.NONE,
            "Open Incidents raised more than one calendar month ago (Europe/London), by category, type and kind of Resolver"),
    OPEN_TARGET_MISSED(
            "incidents.open.target.missed",
            Unit.NONE,
            "Open Incidents whose Target Initial Response or Target Resolution is missed, by target and category"),
    OPEN_DISPUTED("incidents.open.disputed", Unit.NONE, "Open Incidents whose category is in dispute, by category"),
    OPEN_UPDATE_OVERDUE(
            "incidents.open.update.overdue",
            Unit.NONE,
            "Open Incidents of which Interested Parties are owed an update that is overdue, by category"),
    OPEN_UPDATES_MISSED(
            "incidents.open.updates.missed",
            Unit.NONE,
            "How many times an update to Interested Parties fell due in the life of the open Incidents and none came, by category"),
    RAISED("incidents.raised", Unit.NONE, "Incidents recorded as raised, by first category and type"),
    RESOLVED("incidents.resolved", Unit.NONE, "Resolutions recorded, by category and type"),
    REOPENED("incidents.reopened", Unit.NONE, "Re-openings recorded, by category and type"),
    CLOSED("incidents.closed", Unit.NONE, "Closures recorded, by category and type"),
    DISPUTED(
            "incidents.category.disputed",
            Unit.NONE,
            "Disputes of a category recorded, by the category that stood and type"),
    RULED(
            "incidents.category.ruled",
            Unit.NONE,
            "Rulings on disputes recorded, by the category ruled and by outcome: whether it is the one that stood (UPHELD) or another"
                    + " (CHANGED)"),
    ESCALATED(
            "incidents.escalated",
            Unit.NONE,
            "Escalations recorded, by category and by whom: the service because of a target (SERVICE), or somebody (PEOPLE)"),
    TIME_TO_RESPOND(
            "incidents.time.to.respond",
            Unit.SECONDS,
            "From when an Incident was raised until it was first responded to, pauses included; not of what happened over 31 days"
                    + " before it was recorded"),
    TIME_TO_RESOLVE(
            "incidents.time.to.resolve",
            Unit.SECONDS,
            "From when an Incident was raised until it was resolved, pauses included; not of what happened over 31 days before it was"
                    + " recorded"),
    TARGETS_MISSED(
            "incidents.targets.missed",
            Unit.NONE,
            "First responses and resolutions that came after their target, by target and category; not of what happened over 31 days"
                    + " before it was recorded"),
    PERFORMANCE(
            "incidents.performance",
            Unit.RATIO,
            "Share of the Incidents resolved this month (Europe/London) that were resolved in time, by Code Performance Measure; none if"
                    + " none was resolved"),
    PERFORMANCE_TARGET("incidents.performance.target", Unit.RATIO, "The share that a Code Performance Measure aims at"),
    PERFORMANCE_MINIMUM(
            "incidents.performance.minimum",
            Unit.RATIO,
            "The share below which a Code Performance Measure must not fall"),
    PERFORMANCE_RESOLVED(
            "incidents.performance.resolved",
            Unit.NONE,
            "Incidents resolved this month (Europe/London) that a Code Performance Measure counts, by measure and by whether in time"
                    + " (MET) or not (MISSED)"),
    POLICIES("incidents.policies", Unit.NONE, "Versions of the categorisation policy on record, by state today"),
    REPORTS_OWED(
            "incidents.major.reports.owed",
            Unit.NONE,
            "Major Incident reports that are owed and not submitted, by kind; not those of RED Incidents"),
    REPORTS_LATE(
            "incidents.major.reports.late",
            Unit.NONE,
            "Of those, the ones that are overdue, by kind; not those of RED Incidents"),
    REPORTS_AWAITING_AGREEMENT(
            "incidents.major.reports.awaiting.agreement",
            Unit.NONE,
            "Major Incident reports that are submitted and not agreed, by kind; not those of RED Incidents"),
    REPORTS_AMENDMENT_REQUESTS(
            "incidents.major.reports.amendment.requests",
            Unit.NONE,
            "Amendment requests about Major Incident reports that no amendment answers, by kind; not those of RED Incidents"),
    CALENDAR_CHANGES(
            "incidents.calendar.changes",
            Unit.NONE,
            "How many changes the Working-Day calendar has on record: corrections, and additions from the reference data"),
    BACKTESTS("incidents.backtests", Unit.NONE, "Backtests, by state; not those that cover a RED Incident"),
    BACKTESTS_REMAINING(
            "incidents.backtests.remaining",
            Unit.NONE,
            "How many Incidents the running backtests have still to replay; not those that cover a RED Incident"),
    SUBSCRIPTIONS("incidents.subscriptions", Unit.NONE, "Subscriptions to updates, by channel"),
    DELIVERIES(
            "incidents.deliveries",
            Unit.NONE,
            "Deliveries of updates to subscribers, by channel and state: not begun (DUE), under way (SENDING), failed and to be tried"
                    + " again (RETRYING), given up (FAILED)"),
    DELIVERY_ATTEMPTS(
            "incidents.delivery.attempts",
            Unit.NONE,
            "Attempts to deliver an update that ended, by channel and outcome"),
    DELIVERY_TIME(
            "incidents.delivery.time",
            Unit.SECONDS,
            "How long an attempt to deliver an update took, by channel, whatever its outcome; not of those that nobody told of (LOST)"),
    REGISTER_OWED(
            "incidents.regulatory.reports.owed",
            Unit.NONE,
            "Reports to the Panel that are due in the present month, or were due before it, and were not received"),
    REGISTER_OVERDUE(
            "incidents.regulatory.reports.overdue",
            Unit.NONE,
            "Reports to the Panel that are owed and whose due date is over"),
    REGISTER_LATE(
            "incidents.regulatory.reports.late",
            Unit.NONE,
            "Reports to the Panel that were received late, of those that are due in the present month or were owed when it began"),
    REGISTER_DEFECTS(
            "incidents.regulatory.reports.defects",
            Unit.NONE,
            "Defects of the reports to the Panel that are reviewed in the present month, or were owed when it began"),
    REGISTER_CHALLENGES_OPEN(
            "incidents.regulatory.challenges.open",
            Unit.NONE,
            "Challenges to reports to the Panel whose action is not done"),
    REGISTER_ACTIONS(
            "incidents.regulatory.actions",
            Unit.NONE,
            "Actions about reports to the Panel that are not done, by state"),
    MAINTENANCE_UPCOMING("incidents.maintenance.upcoming", Unit.NONE, "Windows of Planned Maintenance yet to come"),
    MAINTENANCE_FINDINGS(
            "incidents.maintenance.findings",
            Unit.NONE,
            "Windows of Planned Maintenance of the present month (Europe/London) with a broken limit that is not excepted, or with another"
                    + " window at the same time, by finding"),
    MAINTENANCE_EXCEPTION_REQUESTS_OPEN(
            "incidents.maintenance.exception.requests.open",
            Unit.NONE,
            "Requests for exceptions from the limits of Planned Maintenance on which the Panel has not decided"),
    MAINTENANCE_SUBSCRIBERS(
            "incidents.maintenance.subscribers", Unit.NONE, "Subscribers of the calendar of Planned Maintenance"),
    PROBLEMS_OPEN("incidents.problems.open", Unit.NONE, "Open Problems, by priority"),
    PROBLEMS_OVERDUE("incidents.problems.overdue", Unit.NONE, "Open Problems whose target date is over"),
    PROBLEMS_KNOWN_ERRORS("incidents.problems.known.errors", Unit.NONE, "Open Problems with a workaround"),
    PROBLEMS_WITHOUT_OWNER("incidents.problems.without.owner", Unit.NONE, "Open Problems that nobody owns"),
    PROBLEM_SUGGESTIONS(
            "incidents.problems.suggestions", Unit.NONE, "Problems that are suggested and not opened or dismissed"),
    PAPERS_ISSUED("incidents.papers.issued", Unit.NONE, "How many times papers for the Panel were issued"),
    COMMAND(
            "incident.service.command",
            Unit.SECONDS,
            "How long a command took until its events were stored, or it was refused"),
    QUERY("incident.service.query", Unit.SECONDS, "How long a query took, with its wait for the read models"),
    APPEND(
            "incident.service.append",
            Unit.SECONDS,
            "How long the event store took to store one unit of work, or to refuse it"),
    PROJECTION_LAG_EVENTS(
            "incident.service.projection.lag.events",
            Unit.EVENTS,
            "How many stored events readers do not see yet; counted up to 10000"),
    PROJECTION_LAG(
            "incident.service.projection.lag",
            Unit.SECONDS,
            "For how long at most readers have been behind the event store"),
    PROJECTION_RUNNING(
            "incident.service.projection.running",
            Unit.NONE,
            "Whether the projection's event processor runs (1) or not (0)"),
    READY(
            "incident.service.ready",
            Unit.NONE,
            "Whether the service is ready: takes commands, and every event processor runs (1), or not (0)");

    /** What was found, as in the API. */
    public static final String FINDING = "finding";
    /** The category's number. */
    public static final String CATEGORY = "category";

    /** The Incident's type, as in the API. */
    public static final String TYPE = "type";
    /** The kind of Resolver. */
    public static final String RESOLVER = "resolver";
    /** Which {@link Target}. */
    public static final String TARGET = "target";
    /** How a message or an append ended. */
    public static final String OUTCOME = "outcome";
    /** Who did it: {@link By}. */
    public static final String BY = "by";
    /** Where a policy, a backtest or a delivery stands, as in the API. */
    public static final String STATE = "state";

    /** Tag: the kind of Major Incident report. */
    public static final String KIND = "kind";
    /** How an update is delivered, as in the API. */
    public static final String CHANNEL = "channel";
    /** The code of a Code Performance Measure, as in the reference data. */
    public static final String MEASURE = "measure";
    /** How urgent a Problem is, as in the API. */
    public static final String PRIORITY = "priority";
    /** The query's name. */
    public static final String QUERY_NAME = "query";
    /** The projection's name. */
    public static final String PROJECTION = "projection";

    /** Who did something. */
    public enum By {
        SERVICE,
        PEOPLE
    }

    /** What a ruling makes of the category that stood. */
    public enum Ruling {
        UPHELD,
        CHANGED
    }

    /** Whether an Incident was resolved in time. */
    public enum InTime {
        MET,
        MISSED
    }

    /** The targets that an Incident can miss. */
    public enum Target {
        RESPONSE,
        RESOLUTION
    }

    private static final class Unit {
        static final @Nullable String NONE = null;
        static final String SECONDS = "seconds";
        static final String EVENTS = "events";
        static final String RATIO = "ratio";
    }

    private final String id;
    private final @Nullable String unit;
    private final String description;

    Metric(String id, @Nullable String unit, String description) {
        this.id = id;
        this.unit = unit;
        this.description = description;
    }

    /** The name with dots, as the registry knows it. */
    public String id() {
        return id;
    }

    public String description() {
        return description;
    }

    public Counter counter(MeterRegistry registry, Tags tags) {
        return Counter.builder(id)
                .baseUnit(unit)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    /** @param value what it is now; {@link Double#NaN} if nobody knows. It is called at each scrape, so it must answer soon. */
    public void gauge(MeterRegistry registry, Tags tags, DoubleSupplier value) {
        Gauge.builder(id, value, DoubleSupplier::getAsDouble)
                .baseUnit(unit)
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    /** @param buckets the upper bounds of its histogram */
    public Timer timer(MeterRegistry registry, Tags tags, List<Duration> buckets) {
        return Timer.builder(id)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(buckets.toArray(Duration[]::new))
                .minimumExpectedValue(buckets.getFirst())
                .maximumExpectedValue(buckets.getLast())
                .register(registry);
    }

    /** A list of durations from texts such as {@code PT10M}. */
    public static List<Duration> durations(String... texts) {
        return Arrays.stream(texts).map(Duration::parse).toList();
    }
}
