package uk.smartenergy.incident.platform.projection;

import com.mongodb.client.MongoClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.CategoryDecision.Basis;
import uk.smartenergy.incident.api.categorisation.CategoryDecision.FactFinding;
import uk.smartenergy.incident.api.categorisation.CategoryDecision.LimbFinding;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.AgeingReport.GroupBy;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.*;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.World;
import uk.smartenergy.incident.incident.read.ageing.Ageing;
import uk.smartenergy.incident.incident.read.feed.IncidentFeed;
import uk.smartenergy.incident.incident.read.list.IncidentList;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.RecordProjection;
import uk.smartenergy.incident.platform.embedded.EmbeddedMongo;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventSerializer;
import uk.smartenergy.incident.platform.eventstore.EventStoreSettings;
import uk.smartenergy.incident.platform.eventstore.MongoEventStorageEngine;
import uk.smartenergy.incident.platform.messaging.ClaimRecorded;

/** Not a test: measures replay, heap and queries with many Incidents on the embedded server. Arguments: how many Incidents. */
final class ReadScale {
    private static final Instant BEGIN = Instant.parse("2018-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2020-01-01T00:00:00Z");
    private static final Random RANDOM = new Random(1);

    public static void main(String[] arguments) throws Exception {
        int incidents = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("read-scale");
        try (EmbeddedMongo server = EmbeddedMongo.open(folder);
                var client = MongoClients.create(server.connectionString())) {
            MongoEventStorageEngine engine = MongoEventStorageEngine.builder()
                    .database(client.getDatabase("incident"))
                    .settings(EventStoreSettings.embedded())
                    .serializer(new EventSerializer(names()))
                    .build();
            engine.start();
            long written = System.nanoTime();
            int events = write(engine, incidents);
            say("wrote %d events in %.1f s", events, seconds(written));
            measure(engine, events);
            engine.close();
        }
    }

    private static void measure(MongoEventStorageEngine engine, int events) throws Exception {
        IncidentRecords records = new IncidentRecords();
        World.TestReference reference = new World.TestReference();
        RecordProjection projection = new RecordProjection(records, reference::rankOf);
        Projections[] projections = new Projections[1];
        Configuration[] axon = new Configuration[1];
        EventLog log = new EventLog(() -> engine);
        projections[0] = new Projections(
                List.of(projection), () -> ProjectionConfiguration.processor(axon[0]), log, Clock.systemUTC());
        Configurer configurer = DefaultConfigurer.defaultConfiguration().configureEmbeddedEventStore(c -> engine);
        ProjectionConfiguration.register(configurer, projections[0].handlers());
        axon[0] = configurer.buildConfiguration();
        long start = System.nanoTime();
        long cpuBefore = cpuNanos();
        axon[0].start();
        boolean shown = projections[0].await(log.head(), Duration.ofMinutes(10));
        double took = seconds(start);
        double cpu = (cpuNanos() - cpuBefore) / 1e9;
        say(
                "replay: %s, %.1f s, %.1f s of processor time in all threads, %.0f events/s",
                shown, took, cpu, events / took);

        IncidentViews views = new IncidentViews(reference);
        IncidentList list = new IncidentList(records, views);
        Ageing ageing = new Ageing(records, views);
        IncidentFeed feed = new IncidentFeed(records, log);
        Moment now = Moment.present(END);
        Moment then = new Moment(BEGIN.plus(Duration.ofDays(300)), BEGIN.plus(Duration.ofDays(400)), END);
        IncidentFilter all = IncidentFilter.all();
        timed(
                "list of 50, now",
                () -> list.on(new FindIncidents(World.STAFF, now, all, SortBy.RAISED_AT, true, null, 50)));
        timed(
                "list of 50, as of and known at",
                () -> list.on(new FindIncidents(World.STAFF, then, all, SortBy.RAISED_AT, true, null, 50)));
        timed(
                "list by due time",
                () -> list.on(new FindIncidents(World.STAFF, now, all, SortBy.RESOLUTION_DUE_AT, true, null, 50)));
        timed(
                "list, breached",
                () -> list.on(
                        new FindIncidents(World.STAFF, now, filter(true, null), SortBy.RAISED_AT, true, null, 50)));
        timed(
                "list, text",
                () -> list.on(new FindIncidents(
                        World.STAFF, now, filter(null, "not to be found"), SortBy.RAISED_AT, true, null, 50)));
        timed(
                "list of all",
                () -> list.on(
                        new FindIncidents(World.STAFF, now, all, SortBy.RAISED_AT, true, null, Integer.MAX_VALUE)));
        timed("ageing by resolver, now", () -> ageing.on(new GetAgeing(World.STAFF, now, all, GroupBy.RESOLVER)));
        timed("ageing, as of and known at", () -> ageing.on(new GetAgeing(World.STAFF, then, all, null)));
        List<Instant> points = IntStream.rangeClosed(1, 365)
                .mapToObj(day -> BEGIN.plus(Duration.ofDays(day)))
                .toList();
        timed(
                "trend of 365",
                () -> ageing.on(new GetAgeingTrend(World.STAFF, now, all, BEGIN, points, Period.ofDays(1))));
        timed("feed page of 50 in the middle", () -> feed.on(new GetFeed(World.STAFF, events / 2, 50)));
        timed("feed page of 500 in the middle", () -> feed.on(new GetFeed(World.STAFF, events / 2, 500)));
        long[] waits = new long[300];
        for (int i = 0; i < waits.length; i++) {
            axon[0].eventStore().publish(GenericEventMessage.asEventMessage(new ClaimRecorded("later" + i, "x")));
            long published = System.nanoTime();
            projections[0].await(log.head(), Duration.ofSeconds(5));
            waits[i] = System.nanoTime() - published;
        }
        Arrays.sort(waits);
        say("from acknowledged to shown: median %.2f ms, 99%% %.2f ms", waits[150] / 1e6, waits[297] / 1e6);
        axon[0].shutdown();
        long with = heap();
        long size = records.highestNumber();
        projection.reset();
        say("heap per Incident: %d bytes", (with - heap()) / size);
    }

    private static IncidentFilter filter(Boolean breached, String text) {
        return new IncidentFilter(
                Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null,
                null, null, null, breached, text);
    }

    private static void timed(String what, Supplier<?> query) {
        long first = System.nanoTime();
        query.get();
        double cold = seconds(first) * 1000;
        double[] times = new double[15];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            query.get();
            times[i] = seconds(start) * 1000;
        }
        Arrays.sort(times);
        say("%s: first %.1f ms, median %.1f ms", what, cold, times[7]);
    }

    private static int write(MongoEventStorageEngine engine, int incidents) {
        int events = 0;
        List<Thread> writers = new ArrayList<>();
        List<List<EventMessage<?>>> units = new ArrayList<>();
        for (int number = 1; number <= incidents; number++) {
            List<List<EventMessage<?>>> life = life(number);
            units.addAll(life);
        }
        for (List<EventMessage<?>> unit : units) {
            events += unit.size();
        }
        int threads = 16;
        for (int t = 0; t < threads; t++) {
            int mine = t;
            writers.add(Thread.ofPlatform().start(() -> {
                for (List<EventMessage<?>> unit : units) {
                    if (Math.floorMod(
                                    unit.getFirst() instanceof GenericDomainEventMessage<?> e
                                            ? e.getAggregateIdentifier().hashCode()
                                            : 0,
                                    threads)
                            == mine) {
                        engine.appendEvents(unit);
                    }
                }
            }));
        }
        for (Thread writer : writers) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return events;
    }

    /** Eight events and as many claims as an import makes. */
    private static List<List<EventMessage<?>>> life(int number) {
        IncidentId id = IncidentId.of(number);
        Instant at = BEGIN.plusSeconds(RANDOM.nextLong(600L * 86_400));
        Category category = Category.of(1 + RANDOM.nextInt(5));
        Impact impact = new Impact(
                ImpactLevel.MODERATE,
                RANDOM.nextInt(10),
                true,
                false,
                DataLoss.NONE,
                FinancialImpact.TRIVIAL,
                "Some consumers cannot top up");
        CategorisationFacts facts = CategorisationFacts.of(impact, List.of("Prepayment"));
        List<LimbFinding> limbs = IntStream.range(0, 12)
                .mapToObj(i -> new LimbFinding(
                        "limb-" + i,
                        Category.of(1 + i % 5),
                        "The words of the limb number " + i,
                        i == 4,
                        List.of(new FactFinding(
                                "partiesPrevented", "at least 10", "" + impact.partiesPrevented(), false))))
                .toList();
        String description = "Since this morning prepayment meters in region " + number
                + " do not answer to service requests. ".repeat(3);
        List<List<IncidentEvent>> steps = new ArrayList<>();
        steps.add(List.of(
                new IncidentRaised(
                        id,
                        at,
                        "Meters do not answer, case " + number,
                        description,
                        IncidentType.SERVICE,
                        new Raiser("Supplier " + number % 60, "A. Person", "a@example.org", "REF-" + number),
                        List.of("WAN", "DCC Data Service").subList(0, 1 + number % 2),
                        List.of("Prepayment"),
                        "North",
                        null,
                        impact,
                        null,
                        "restarted the hub",
                        List.of(),
                        "X-" + number,
                        Classification.GREEN),
                new IncidentCategorised(
                        id, at, new CategoryDecision(category, Basis.POLICY, "dcc-reading", facts, limbs, null))));
        steps.add(List.of(new IncidentAssigned(id, at.plusSeconds(300), "Resolver " + number % 25, null)));
        steps.add(List.of(new IncidentRespondedTo(id, at.plusSeconds(600), false, null)));
        steps.add(List.of(new IncidentPaused(id, at.plusSeconds(9000), "waits for the meter's number", null)));
        steps.add(List.of(new IncidentResumed(id, at.plusSeconds(20000), null)));
        Instant resolved = at.plusSeconds(RANDOM.nextLong(20_001, 86_400L * 90));
        steps.add(List.of(new IncidentResolved(id, resolved, "restarted")));
        steps.add(List.of(new IncidentClosed(id, resolved.plusSeconds(4 * 86_400), null, resolved)));
        List<List<EventMessage<?>>> units = new ArrayList<>();
        long sequence = 0;
        for (List<IncidentEvent> step : steps) {
            List<EventMessage<?>> unit = new ArrayList<>();
            for (IncidentEvent event : step) {
                unit.add(new GenericDomainEventMessage<>(
                        "Incident",
                        id.value(),
                        sequence++,
                        event,
                        MetaData.with(MetaKeys.ACTOR, "importer"),
                        java.util.UUID.randomUUID().toString(),
                        event.occurredAt()));
            }
            unit.add(new GenericEventMessage<>(
                    "line:" + number + ":" + sequence,
                    new ClaimRecorded("line:" + number + ":" + sequence, id.value()),
                    MetaData.emptyInstance(),
                    BEGIN));
            units.add(unit);
        }
        return units;
    }

    private static EventNames names() {
        List<EventNames.Entry> entries = new ArrayList<>();
        for (Class<?> type : IncidentEvent.class.getPermittedSubclasses()) {
            entries.add(EventNames.Entry.of("incident." + type.getSimpleName(), type));
        }
        entries.add(EventNames.Entry.of("platform.Claim", ClaimRecorded.class));
        return EventNames.of(entries);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }
}
