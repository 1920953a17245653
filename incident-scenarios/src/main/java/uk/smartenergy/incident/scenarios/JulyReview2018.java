package uk.smartenergy.incident.scenarios;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The review of July 2018 that SECAS made by hand, as the paper SECP_61_1210_19 tells: which of the month's Category 2 Incidents would be Category 1 for
 * the Suppliers, and what that would have meant. Then one of them is disputed and ruled. The companies and Incidents are invented. Told twice, it
 * changes nothing.
 */
final class JulyReview2018 {

    private static final String NAME = "july-2018-review";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);

    private static final String LARKHILL = "Larkhill Energy";
    private static final String FERNBROOK = "Fernbrook Power";
    private static final String NORTHWICK = "Northwick Energy";

    private static final String INSTALL = "Install & Commission";

    /** What an Incident did to Incident Parties. */
    private enum Impact {
        CRITICAL("CRITICAL", 0, false, false, "NONE"),
        TWELVE_PARTIES("MODERATE", 12, true, false, "NONE"),
        REDUCED_CAPACITY("NON_CRITICAL", 2, true, false, "NONE"),
        COSTLY("MINOR", 1, false, false, "MORE_THAN_TRIVIAL"),
        WORKAROUND("NON_CRITICAL", 1, false, true, "NONE"),
        MODERATE("MODERATE", 1, false, false, "TRIVIAL"),
        MINOR("MINOR", 0, false, false, "NONE");

        private final Map<String, Object> fields;

        Impact(String level, int prevented, boolean reduced, boolean workaround, String financial) {
            fields = ServiceClient.object(
                    "level", level,
                    "partiesPrevented", prevented,
                    "reducedCapacity", reduced,
                    "workaroundAvailable", workaround,
                    "financialImpact", financial);
        }
    }

    /**
     * An Incident with what is expected of it.
     *
     * @param dcc its category under the DCC reading; 0: it was not raised in July
     * @param supplier its category under the Supplier reading
     * @param dccMet whether it was resolved in time under the DCC reading; {@code null}: it is not resolved, and late in any reading
     */
    private record Case(
            History history,
            int dcc,
            int supplier,
            @Nullable Boolean dccMet,
            @Nullable Boolean supplierMet) {
        Case(History history, int both, boolean met) {
            this(history, both, both, met, met);
        }

        String reference() {
            return history.reference();
        }

        boolean isInJuly() {
            return dcc > 0;
        }
    }

    private final ServiceClient service;
    private final PrintStream out;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private boolean right = true;

    JulyReview2018(ServiceClient service, PrintStream out) {
        this.service = service;
        this.out = out;
    }

    /** @return whether the review says what was expected */
    boolean run() throws IOException {
        List<Case> cases = cases();
        for (Case one : cases) {
            ids.put(one.reference(), one.history().tellTo(service, NAME));
        }
        List<Case> july = cases.stream().filter(Case::isInJuly).toList();
        out.printf("Told: %d Incidents, %d of them raised in July 2018%n%n", cases.size(), july.size());
        JsonNode review = review(july);
        printMatrix(july, review);
        printUpgraded(july, review);
        printMeasures(july, review);
        printConsequences(july, review);
        dispute(july);
        out.println(right ? "\nAll is as expected." : "\nNOT ALL IS AS EXPECTED.");
        return right;
    }

    /** July as it was known before the ruling below, if this was told before. */
    private JsonNode review(List<Case> july) throws IOException {
        String disputed = id(disputed(july));
        String before = null;
        for (JsonNode entry : service.get("/incidents/" + disputed + "/timeline")
                .orFail("The timeline")
                .json()
                .path("items")) {
            if (entry.path("type").asString("").equals("CategoryRuled")) {
                before = Instant.parse(entry.path("recordedAt").asString())
                        .minusMillis(1)
                        .toString();
            }
        }
        return backtest("supplier-reading", before);
    }

    private JsonNode backtest(String policy, @Nullable String knownAt) throws IOException {
        Map<String, Object> body = ServiceClient.object(
                "policy", policy, "from", "2018-07-01", "to", "2018-07-31", "asOf", "2018-08-31", "knownAt", knownAt);
        JsonNode backtest = service.send(service.request("/api/v1/categorisation-policies/backtests")
                        .header("Content-Type", "application/json")
                        .header("Prefer", "wait=20")
                        .POST(BodyPublishers.ofString(ServiceClient.JSON.writeValueAsString(body)))
                        .build())
                .orFail("The backtest")
                .json();
        expect("the backtest's state", "COMPLETED", backtest.path("state").asString(""));
        return backtest;
    }

    private void printMatrix(List<Case> july, JsonNode review) {
        out.println("July 2018, DCC reading x Supplier reading");
        out.println("POST " + service.base() + "/api/v1/categorisation-policies/backtests  "
                + "{policy: supplier-reading, from: 2018-07-01, to: 2018-07-31}");
        out.printf("%n%16s", "");
        for (int now = 1; now <= 5; now++) {
            out.printf("%5d", now);
        }
        out.println("  <- Supplier reading");
        for (int old = 1; old <= 5; old++) {
            out.printf("%16s", old == 3 ? "DCC reading " + old : old);
            for (int now = 1; now <= 5; now++) {
                long expected = count(july, old, now);
                long said = count(review, old, now);
                out.printf("%5s", said == 0 ? "." : String.valueOf(said));
                expect("Category " + old + " to " + now, expected, said);
            }
            out.println();
        }
        expect(
                "the Incidents of July",
                (long) july.size(),
                review.path("incidents").asLong());
        out.printf(
                "%nOf %d Incidents %d change, %d do not.%n",
                review.path("incidents").asLong(),
                review.path("changed").asLong(),
                review.path("unchanged").asLong());
    }

    private static long count(List<Case> july, int old, int now) {
        return july.stream()
                .filter(one -> one.dcc() == old && one.supplier() == now)
                .count();
    }

    private static long count(JsonNode review, int old, int now) {
        return StreamSupport.stream(review.path("counts").spliterator(), false)
                .filter(cell ->
                        cell.path("old").asInt() == old && cell.path("new").asInt() == now)
                .mapToLong(cell -> cell.path("count").asLong())
                .sum();
    }

    private void printUpgraded(List<Case> july, JsonNode review) throws IOException {
        String path = review.path("changesAt").asString().replaceFirst("/api/v1", "")
                + "?oldCategory=2&newCategory=1&limit=500";
        out.println("\nCategory 2 Incidents that become Category 1");
        out.println("GET " + service.base() + "/api/v1" + path);
        TreeSet<String> expected = july.stream()
                .filter(one -> one.dcc() == 2 && one.supplier() == 1)
                .map(Case::reference)
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> said = new TreeSet<>();
        for (JsonNode change : service.get(path).orFail("The changes").json().path("items")) {
            said.add(change.path("externalReference").asString());
            print(change);
            Case told = july.stream()
                    .filter(one -> one.reference()
                            .equals(change.path("externalReference").asString()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nobody told of " + change));
            expect(
                    told.reference() + " under the DCC reading",
                    Boolean.TRUE.equals(told.dccMet()),
                    met(change.path("oldResolutionMet")));
            expect(
                    told.reference() + " under the Supplier reading",
                    Boolean.TRUE.equals(told.supplierMet()),
                    met(change.path("newResolutionMet")));
        }
        expect("the Category 2 Incidents that become Category 1", expected, said);
    }

    private void print(JsonNode change) {
        out.printf(
                "%n  %s %s  raised %s, resolved %s%n      %s%n",
                change.path("incidentId").asString(),
                change.path("externalReference").asString(),
                time(change.path("raisedAt")),
                change.path("resolvedAt").isString() ? time(change.path("resolvedAt")) : "not yet",
                change.path("summary").asString());
        out.println("      was 2:       " + limbs(change.path("oldExplanation")));
        out.println("      becomes 1:   " + limbs(change.path("newExplanation")));
        out.printf(
                "      resolution:  due %s, %s; becomes due %s, %s%n",
                time(change.path("oldDueAt")),
                inWords(change.path("oldResolutionMet")),
                time(change.path("newDueAt")),
                inWords(change.path("newResolutionMet")));
        out.printf(
                "      response:    %s; becomes %s%n",
                inWords(change.path("oldResponseMet")), inWords(change.path("newResponseMet")));
        out.printf(
                "      reports:     %d owed; becomes %d%n",
                change.path("reportsOwed").path("old").asInt(),
                change.path("reportsOwed").path("new").asInt());
        out.println("      also told:   " + words(change.path("told").path("additionally")));
    }

    /** Those that are met. */
    private static String limbs(JsonNode explanation) {
        return StreamSupport.stream(explanation.path("limbs").spliterator(), false)
                .filter(limb -> limb.path("met").asBoolean())
                .map(limb -> limb.path("text").asString())
                .collect(Collectors.joining("; "));
    }

    private static String words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Boolean met(JsonNode node) {
        return node.isBoolean() ? node.asBoolean() : null;
    }

    private static String inWords(JsonNode met) {
        return met.isBoolean() ? (met.asBoolean() ? "met" : "missed") : "open";
    }

    private static String time(JsonNode instant) {
        return TIME.format(Instant.parse(instant.asString()).atZone(History.LONDON));
    }

    private void printMeasures(List<Case> july, JsonNode review) {
        out.println("\nCode Performance Measures over these Incidents (resolved by the end of August)");
        for (JsonNode measure : review.path("targets")) {
            String code = measure.path("measure").asString();
            List<Integer> categories = new ArrayList<>();
            measure.path("categories").forEach(category -> categories.add(category.asInt()));
            out.printf(
                    "  %s  DCC reading: %s   Supplier reading: %s   (Target %d%%, Minimum %d%%)%n",
                    code,
                    inWords(measure.path("old"), "met"),
                    inWords(measure.path("new"), "met"),
                    measure.path("old").path("target").asInt(),
                    measure.path("old").path("minimum").asInt());
            check(code + ", DCC reading", measure.path("old"), july, categories, true);
            check(code + ", Supplier reading", measure.path("new"), july, categories, false);
        }
        expect("the measures", 2, review.path("targets").size());
    }

    private static String inWords(JsonNode side, String met) {
        long all = side.path(met).asLong() + side.path("missed").asLong();
        BigDecimal percent =
                side.path("percent").isNumber() ? side.path("percent").decimalValue() : BigDecimal.ZERO;
        return "%d of %d in time, %.1f%%".formatted(side.path(met).asLong(), all, percent);
    }

    private void check(String what, JsonNode side, List<Case> july, List<Integer> categories, boolean dcc) {
        List<Boolean> outcomes = july.stream()
                .filter(one -> categories.contains(dcc ? one.dcc() : one.supplier()))
                .map(one -> dcc ? one.dccMet() : one.supplierMet())
                .filter(Objects::nonNull)
                .toList();
        expect(
                what + " met",
                outcomes.stream().filter(Boolean::booleanValue).count(),
                side.path("met").asLong());
        expect(
                what + " missed",
                outcomes.stream().filter(met -> !met).count(),
                side.path("missed").asLong());
    }

    private void printConsequences(List<Case> july, JsonNode review) {
        JsonNode reports = review.path("majorIncidentReports");
        out.printf(
                "%nMajor Incident reports owed: %d under the DCC reading, %d under the Supplier reading%n",
                reports.path("old").path("reports").asLong(),
                reports.path("new").path("reports").asLong());
        expect(
                "the reports owed under the DCC reading",
                2
                        * july.stream()
                                .filter(one -> one.dcc() == 1 && one.dccMet() != null)
                                .count(),
                reports.path("old").path("reports").asLong());
        expect(
                "the reports owed under the Supplier reading",
                2
                        * july.stream()
                                .filter(one -> one.supplier() == 1 && one.supplierMet() != null)
                                .count(),
                reports.path("new").path("reports").asLong());
        out.println("Who is told, of how many Incidents:");
        for (JsonNode told : review.path("told")) {
            out.printf(
                    "  %-20s %3d under the DCC reading, %3d under the Supplier reading%n",
                    told.path("who").asString(),
                    told.path("old").asLong(),
                    told.path("new").asLong());
        }
    }

    /** One is disputed by its raiser, and ruled by the Ops Group. Then three categories stand side by side. */
    private void dispute(List<Case> july) throws IOException {
        Case one = disputed(july);
        String path = "/incidents/" + id(one) + "/category-disputes";
        JsonNode dispute = service.post(
                        path,
                        NAME + "/dispute",
                        ServiceClient.object(
                                "party",
                                FERNBROOK,
                                "proposedCategory",
                                1,
                                "reason",
                                "No installation succeeded for nine hours: that is a critical adverse impact",
                                "evidence",
                                "Job sheets of 3 July: 212 visits aborted"))
                .orFail("The dispute")
                .json();
        service.post(
                        path + "/" + dispute.path("number").asInt(1) + "/ruling",
                        NAME + "/ruling",
                        ServiceClient.object(
                                "category",
                                1,
                                "reason",
                                "Installations stood still; the Ops Group reads that as critical adverse impact"))
                .orFail("The ruling");
        JsonNode incident =
                service.get("/incidents/" + id(one)).orFail("The Incident").json();
        out.printf("%n%s %s, disputed by %s and ruled by the Operations Group:%n", id(one), one.reference(), FERNBROOK);
        for (String field : List.of("firstCategory", "category", "ruledCategory")) {
            out.printf("  %-14s %d%n", field, incident.path(field).asInt());
        }
        expect("firstCategory", 2, incident.path("firstCategory").asInt());
        expect("category", 1, incident.path("category").asInt());
        expect("ruledCategory", 1, incident.path("ruledCategory").asInt());
        JsonNode after = backtest("dcc-reading", null);
        List<String> ruled = new ArrayList<>();
        after.path("changes").forEach(change -> {
            if (change.path("ruled").asBoolean()) {
                ruled.add(change.path("externalReference").asString());
            }
        });
        out.println("What the DCC reading says otherwise than the rulings: " + ruled);
        expect("what differs from the rulings", List.of(one.reference()), ruled);
        expect("what differs in all", 1L, after.path("changed").asLong());
    }

    private static Case disputed(List<Case> july) {
        return july.stream()
                .filter(one -> one.reference().equals(reference(2)))
                .findFirst()
                .orElseThrow();
    }

    private String id(Case one) {
        return Objects.requireNonNull(ids.get(one.reference()));
    }

    private void expect(String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            right = false;
            out.printf("  <-- %s: expected %s, found %s%n", what, expected, found);
        }
    }

    private static String reference(int number) {
        return "JUL18-%02d".formatted(number);
    }

    private static History raised(int number, String at, String party, Impact impact, String process, String summary) {
        return History.raised(
                reference(number),
                at,
                ServiceClient.object(
                        "summary",
                        summary,
                        "type",
                        "SERVICE",
                        "raisedBy",
                        ServiceClient.object(
                                "party",
                                party,
                                "contactName",
                                "Service Desk",
                                "contactDetails",
                                "service.desk@example.org",
                                "reference",
                                reference(number)),
                        "services",
                        List.of("WAN"),
                        "businessProcesses",
                        List.of(process),
                        "region",
                        "North",
                        "impact",
                        impact.fields));
    }

    private static List<Case> cases() {
        return List.of(
                // Category 1 in any reading.
                new Case(
                        raised(
                                        1,
                                        "2018-07-02T07:40",
                                        LARKHILL,
                                        Impact.CRITICAL,
                                        "Prepayment",
                                        "Top-ups fail everywhere")
                                .respondedTo("2018-07-02T07:46")
                                .resolved("2018-07-02T10:30", "Gateway restarted"),
                        1,
                        true),
                new Case(
                        raised(
                                        3,
                                        "2018-07-17T11:00",
                                        NORTHWICK,
                                        Impact.TWELVE_PARTIES,
                                        "Billing",
                                        "Twelve Suppliers get no meter reads")
                                .respondedTo("2018-07-17T11:09")
                                .resolved("2018-07-17T16:20", "Queue repaired"),
                        1,
                        false),
                // Category 2 on Install & Commission: what the quarrel is about.
                new Case(
                        raised(
                                        2,
                                        "2018-07-03T09:10",
                                        FERNBROOK,
                                        Impact.REDUCED_CAPACITY,
                                        INSTALL,
                                        "Join requests time out in the North")
                                .assigned("2018-07-03T09:20", "CSP North")
                                .respondedTo("2018-07-03T09:25")
                                .resolved("2018-07-03T18:10", "Certificate chain renewed"),
                        2,
                        1,
                        true,
                        false),
                new Case(
                        raised(
                                        4,
                                        "2018-07-04T10:00",
                                        LARKHILL,
                                        Impact.REDUCED_CAPACITY,
                                        INSTALL,
                                        "Hubs of one batch do not commission")
                                .assigned("2018-07-04T10:05", "CSP North")
                                .respondedTo("2018-07-04T10:08")
                                .resolved("2018-07-04T13:30", "Batch released again"),
                        2,
                        1,
                        true,
                        true),
                // Nine hours from raising to resolution, but five of them waiting for the raiser.
                new Case(
                        raised(
                                        5,
                                        "2018-07-05T08:00",
                                        NORTHWICK,
                                        Impact.REDUCED_CAPACITY,
                                        INSTALL,
                                        "Whitelist updates are not taken")
                                .assigned("2018-07-05T08:05", "CSP North")
                                .respondedTo("2018-07-05T08:09")
                                .paused("2018-07-05T09:00", "The raiser is asked for the device numbers")
                                .resumed("2018-07-05T14:30")
                                .resolved("2018-07-05T17:15", "Whitelist rebuilt"),
                        2,
                        1,
                        true,
                        true),
                new Case(
                        raised(
                                        6,
                                        "2018-07-09T09:30",
                                        FERNBROOK,
                                        Impact.COSTLY,
                                        INSTALL,
                                        "Engineers sent out in vain: wrong coverage data")
                                .assigned("2018-07-09T09:45", "DSP")
                                .respondedTo("2018-07-09T09:55")
                                .resolved("2018-07-10T16:00", "Coverage data corrected"),
                        2,
                        1,
                        false,
                        false),
                // Resolved in time, and again after it was re-opened; together too long for a Category 1.
                new Case(
                        raised(
                                        7,
                                        "2018-07-12T10:00",
                                        LARKHILL,
                                        Impact.REDUCED_CAPACITY,
                                        INSTALL,
                                        "Firmware mismatch stops commissioning")
                                .assigned("2018-07-12T10:05", "CSP North")
                                .respondedTo("2018-07-12T10:07")
                                .resolved("2018-07-12T13:00", "Image sent again")
                                .reopened("2018-07-12T15:00", "Fails again")
                                .resolved("2018-07-12T18:00", "Image replaced"),
                        2,
                        1,
                        true,
                        false),
                // Over the end of July: not resolved by the end of August.
                new Case(
                        raised(
                                        8,
                                        "2018-07-31T23:30",
                                        NORTHWICK,
                                        Impact.REDUCED_CAPACITY,
                                        INSTALL,
                                        "Mesh region hubs do not join at night")
                                .assigned("2018-07-31T23:40", "CSP North")
                                .respondedTo("2018-07-31T23:45"),
                        2,
                        1,
                        null,
                        null),
                // Category 2 that touches something else: nobody disputes it.
                new Case(
                        raised(
                                        9,
                                        "2018-07-06T14:00",
                                        LARKHILL,
                                        Impact.REDUCED_CAPACITY,
                                        "Billing",
                                        "Half of the scheduled reads are missing")
                                .respondedTo("2018-07-06T14:15")
                                .resolved("2018-07-07T09:00", "Schedule restored"),
                        2,
                        true),
                new Case(
                        raised(
                                        10,
                                        "2018-07-11T11:20",
                                        FERNBROOK,
                                        Impact.COSTLY,
                                        "Change of Supplier",
                                        "Late changes of supplier cost a Supplier")
                                .respondedTo("2018-07-11T11:50")
                                .resolved("2018-07-13T10:00", "Backlog worked off"),
                        2,
                        false),
                new Case(
                        raised(
                                        11,
                                        "2018-07-24T08:15",
                                        NORTHWICK,
                                        Impact.REDUCED_CAPACITY,
                                        "Prepayment",
                                        "Top-ups slow in the Central region")
                                .respondedTo("2018-07-24T08:25")
                                .resolved("2018-07-24T20:00", "Capacity added"),
                        2,
                        true),
                // Less than Category 2, but on Install & Commission: the Supplier reading takes any impact.
                new Case(
                        raised(
                                        12,
                                        "2018-07-10T09:00",
                                        NORTHWICK,
                                        Impact.WORKAROUND,
                                        INSTALL,
                                        "Commissioning needs two tries")
                                .respondedTo("2018-07-10T09:30")
                                .resolved("2018-07-12T09:00", "Time-out lengthened"),
                        3,
                        1,
                        true,
                        false),
                new Case(
                        raised(
                                        13,
                                        "2018-07-18T13:00",
                                        FERNBROOK,
                                        Impact.MINOR,
                                        INSTALL,
                                        "Installer sees an outdated help text")
                                .respondedTo("2018-07-18T15:00")
                                .resolved("2018-07-20T13:00", "Text replaced"),
                        4,
                        1,
                        true,
                        false),
                // First moderate, then worse: the Supplier reading has it as Category 1 from the beginning.
                new Case(
                        raised(
                                        14,
                                        "2018-07-19T08:00",
                                        LARKHILL,
                                        Impact.MODERATE,
                                        INSTALL,
                                        "Some hubs lose their tunnel after installation")
                                .assigned("2018-07-19T08:10", "CSP North")
                                .respondedTo("2018-07-19T08:12")
                                .assessed(
                                        "2018-07-19T10:00",
                                        ServiceClient.object("level", "NON_CRITICAL", "reducedCapacity", true),
                                        "It spreads")
                                .resolved("2018-07-19T21:00", "Tunnel service restarted"),
                        2,
                        1,
                        true,
                        false),
                // Category 3 and 4 on other things.
                other(15, "2018-07-03T12:00", LARKHILL, Impact.MODERATE, "Alerts", "2018-07-05T12:00", 3, true),
                other(16, "2018-07-06T09:00", FERNBROOK, Impact.WORKAROUND, "Billing", "2018-07-07T09:00", 3, true),
                other(17, "2018-07-09T10:00", NORTHWICK, Impact.MODERATE, "Firmware", "2018-07-13T10:00", 3, false),
                other(18, "2018-07-11T15:00", LARKHILL, Impact.MINOR, "Alerts", "2018-07-16T12:00", 4, true),
                other(19, "2018-07-13T16:00", FERNBROOK, Impact.MINOR, "Billing", "2018-07-24T09:00", 4, false),
                other(20, "2018-07-16T08:00", NORTHWICK, Impact.MODERATE, "Prepayment", "2018-07-18T08:00", 3, true),
                other(21, "2018-07-20T11:00", LARKHILL, Impact.MINOR, "Firmware", "2018-07-25T10:00", 4, true),
                other(22, "2018-07-23T09:00", FERNBROOK, Impact.WORKAROUND, "Alerts", "2018-07-25T09:00", 3, true),
                other(
                        23,
                        "2018-07-26T14:00",
                        NORTHWICK,
                        Impact.MINOR,
                        "Change of Supplier",
                        "2018-07-30T14:00",
                        4,
                        true),
                other(24, "2018-07-30T10:00", LARKHILL, Impact.MODERATE, "Billing", "2018-08-01T10:00", 3, true),
                // These are no Incidents of July: a minute before it began, and as it ended.
                new Case(
                        raised(91, "2018-06-30T23:59", FERNBROOK, Impact.REDUCED_CAPACITY, INSTALL, "Raised in June"),
                        0,
                        false),
                new Case(
                        raised(92, "2018-08-01T00:00", FERNBROOK, Impact.REDUCED_CAPACITY, INSTALL, "Raised in August"),
                        0,
                        false));
    }

    private static Case other(
            int number,
            String at,
            String party,
            Impact impact,
            String process,
            String resolved,
            int category,
            boolean met) {
        return new Case(
                raised(number, at, party, impact, process, "%s: %s".formatted(process, impact))
                        .resolved(resolved, "Done"),
                category,
                met);
    }
}
