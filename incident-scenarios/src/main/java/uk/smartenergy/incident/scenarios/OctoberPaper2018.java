package uk.smartenergy.incident.scenarios;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The Ops Group's paper of October 2018, SECP_61_1210_19, reproduced row by row: everything that it speaks of is told to the service over its API,
 * with the dates of 2018, and the paper that comes out is laid beside the original. Companies are invented. Told twice, it changes nothing.
 */
final class OctoberPaper2018 {
    static final String PAPER = "/papers/ops-group?month=2018-09&asOf=2018-10-05";
    private static final String NAME = "october-2018-paper";

    private final ServiceClient service;
    private final PrintStream out;
    private final Map<String, String> ids = new TreeMap<>();
    private boolean right = true;

    OctoberPaper2018(ServiceClient service, PrintStream out) {
        this.service = service;
        this.out = out;
    }

    /**
     * @param row the code of a row of the table, or the key of a section
     * @param original what the paper says
     * @param reproduced what the service's own must have in it
     * @param differs what is not the same, and why; blank: nothing
     */
    private record Line(String row, String original, List<String> reproduced, String differs) {}

    /** @return whether all that the paper says comes out */
    boolean run() throws IOException {
        right = new RdpAugust2018(service, out).run();
        OctoberPaper2018Story.tellTo(this);
        JsonNode paper = service.get(PAPER).orFail("The paper").json();
        out.println("\nThe paper beside its own, row by row");
        out.println("GET " + service.base() + "/api/v1" + PAPER);
        for (Line line : LINES) {
            print(line, said(paper, line.row()));
        }
        int leading = leading(paper);
        out.printf("%n%d figures, each leading to what it counts%n", leading);
        out.println(right ? "\nThe paper is reproduced." : "\nTHE PAPER IS NOT REPRODUCED.");
        return right;
    }

    /** Every figure's source answers; how many there are. */
    private int leading(JsonNode paper) throws IOException {
        int figures = 0;
        for (JsonNode section : paper.path("sections")) {
            for (JsonNode figure : section.path("figures")) {
                String source = figure.path("source").asString("");
                Answer answer = service.get(source.replaceFirst("^/api/v1", ""));
                if (!answer.isSuccess()) {
                    right = false;
                    out.println("  <-- " + figure.path("name").asString() + " leads nowhere: " + source + " "
                            + answer.status());
                }
                figures++;
            }
        }
        return figures;
    }

    private void print(Line line, String said) {
        out.printf("%n%s%n  paper: %s%n  ours:  %s%n", line.row(), line.original(), said);
        if (!line.differs().isEmpty()) {
            out.println("  differs: " + line.differs());
        }
        for (String part : line.reproduced()) {
            if (!said.toLowerCase(Locale.UK).contains(part.toLowerCase(Locale.UK))) {
                right = false;
                out.println("  <-- MISSING: " + part);
            }
        }
    }

    /** The words of a row of the table, or of a section and of those that follow under the same key. */
    private static String said(JsonNode paper, String key) {
        List<String> words = new ArrayList<>();
        for (JsonNode section : paper.path("sections")) {
            for (JsonNode row : section.path("table").path("rows")) {
                if (row.path("key").asString().equals(key)) {
                    row.path("cells").forEach(cell -> words.add(joined(cell)));
                }
            }
            if (section.path("section").asString().equals(key)) {
                words.add(section.path("heading").asString() + ": " + joined(section.path("sentences")));
            }
        }
        return String.join(" | ", words);
    }

    private static String joined(JsonNode sentences) {
        List<String> words = new ArrayList<>();
        sentences.forEach(sentence -> words.add(sentence.path("text").asString()));
        return String.join(" ", words);
    }

    /** Records something, once. @return the answer's id, if it has one */
    String post(String what, String path, Object... fields) throws IOException {
        Answer answer = service.post(path, NAME + "/" + what, ServiceClient.object(fields))
                .orFail(what);
        String id = answer.json().path("id").asString("");
        ids.put(what, id);
        return id;
    }

    /** Tells what happened to an Incident. @return its reference */
    String tell(History history) throws IOException {
        history.tellTo(service, NAME);
        return service.get("/incidents?externalReference=" + history.reference())
                .orFail(history.reference())
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    private static final List<Line> LINES = List.of(
            new Line(
                    "PMR",
                    "On Time. All Code Performance Measures, the DSP and the CSPs reported above Target. Communication Hub deliveries in the North"
                            + " reported as 25% on time, for which no description of the delays and missed dates were provided. Ops Group Members"
                            + " reported some outages in July not showing in report. The DCC were actioned to investigate and report back.",
                    List.of(
                            "On time",
                            "at or above Target",
                            "Communications Hub deliveries",
                            "25%",
                            "no explanation",
                            "outages",
                            "actioned"),
                    "measures are named one by one, where the paper says All"),
            new Line(
                    "CHR",
                    "Quarterly. Nothing to review this month. n/a",
                    List.of("Nothing to review this month", "n/a"),
                    ""),
            new Line(
                    "NEP",
                    "Quarterly. Nothing to review this month. n/a",
                    List.of("Nothing to review this month", "n/a"),
                    ""),
            new Line(
                    "RDP",
                    "On Time. 7 Incidents opened and resolved in the month. Five open incidents reported unresolved. One has since been resolved."
                            + " The remaining four are all now over one month old. The DCC is pursuing the RDP.",
                    List.of(
                            "7 Incidents opened and resolved in the month.",
                            "Five open incidents reported unresolved.",
                            "One has since been resolved.",
                            "The remaining four are all now over one month old.",
                            "pursue the RDP"),
                    "the pursuing of the RDP is an action with an owner and a due date"),
            new Line(
                    "CSR",
                    "Received one Working Day late. [illegible in our copy] were sent versus a forecast of 868,301. None",
                    List.of("one Working Day late", "no figure submitted", "868,301"),
                    "the figure that was sent is illegible in our copy, so none was submitted here, and that is a defect"),
            new Line(
                    "SRV",
                    "Received on time. 1,209,004 requests were sent versus a forecast of 7,004,230. None",
                    List.of("On time", "1,209,004 requests were sent versus a forecast of 7,004,230"),
                    ""),
            new Line(
                    "QPR",
                    "Quarterly. Nothing to review this month. n/a",
                    List.of("Nothing to review this month", "n/a"),
                    ""),
            new Line(
                    "planned-maintenance",
                    "Members again repeated their request for an overall consolidated view of all Planned Maintenance activities. The latest"
                            + " Temporary Planned Maintenance request was discussed, with the Chair asking for any material views.",
                    List.of(
                            "windows of Planned Maintenance",
                            "Temporary Planned Maintenance request",
                            "material views"),
                    "the consolidated view that members asked for is the table itself"),
            new Line(
                    "incident-categorisation",
                    "SECAS presented a review of Category 2 Incidents in July. Any impact on Installation and Commissioning has potential for"
                            + " critical adverse impact. Communications of Incidents are inconsistent, some being of poor quality.",
                    List.of("Category 2", "July 2018", "Install & Commission", "Supplier reading"),
                    "counted instead of told; the opinions of members are a writer's text"),
            new Line(
                    "major-incident",
                    "The Ops Group members considered the Major Incident Review Report for INC000000294975 ‘Intermittent issues impacting GSME and"
                            + " ESME installations’, provided feedback and requested amendments prior to agreeing to publish.",
                    List.of(
                            "INC000000294975",
                            "Intermittent issues impacting GSME and ESME installations",
                            "prior to agreeing to publish"),
                    ""),
            new Line(
                    "problems",
                    "CSP North Issues, with no clear timescale for resolution. Incorrect Network Operator Certificates. Mesh Installations.",
                    List.of(
                            "CSP North Issues",
                            "no clear timescale for resolution",
                            "Incorrect Network Operator Certificates",
                            "Mesh Installations"),
                    ""),
            new Line(
                    "recommendations",
                    "The Panel is requested to NOTE the content of this paper.",
                    List.of("NOTE the content of this paper"),
                    ""));
}
