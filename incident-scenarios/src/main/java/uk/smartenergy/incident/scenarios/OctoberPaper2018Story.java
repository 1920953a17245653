package uk.smartenergy.incident.scenarios;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What had happened by the paper of October 2018, beside the RDP Incidents. */
final class OctoberPaper2018Story {
    private static final String LARKHILL = "Larkhill Energy";
    private static final String FERNBROOK = "Fernbrook Power";
    private static final String INSTALL = "Install & Commission";

    private final OctoberPaper2018 paper;

    private OctoberPaper2018Story(OctoberPaper2018 paper) {
        this.paper = paper;
    }

    static void tellTo(OctoberPaper2018 paper) throws IOException {
        OctoberPaper2018Story story = new OctoberPaper2018Story(paper);
        story.incidentsOfJuly();
        story.reports();
        story.maintenance();
        story.majorIncident();
        story.problems();
    }

    private void incidentsOfJuly() throws IOException {
        paper.tell(incident("PAPER-JUL18-1", "2018-07-05T09:00", FERNBROOK, "Commissioning slow in the North", INSTALL)
                .assigned("2018-07-05T09:10", "CSP North")
                .respondedTo("2018-07-05T09:15")
                .resolved("2018-07-05T20:00", "Capacity restored"));
        paper.tell(incident("PAPER-JUL18-2", "2018-07-12T08:30", LARKHILL, "Hubs join only at the second try", INSTALL)
                .assigned("2018-07-12T08:40", "CSP North")
                .respondedTo("2018-07-12T08:45")
                .resolved("2018-07-13T07:00", "Time-out lengthened"));
        paper.tell(incident("PAPER-JUL18-3", "2018-07-20T11:00", FERNBROOK, "Scheduled reads arrive late", "Billing")
                .assigned("2018-07-20T11:10", "DSP")
                .respondedTo("2018-07-20T11:20")
                .resolved("2018-07-20T19:00", "Queue repaired"));
    }

    private void reports() throws IOException {
        paper.post(
                "PMR",
                "/regulatory-reports/PMR/2018-07/submissions",
                "receivedAt",
                "2018-09-05T15:00:00+01:00",
                "measures",
                List.of(
                        measure("code", "CPM4", "value", 100),
                        measure("code", "CPM5", "value", 96.5),
                        measure("name", "DSP service availability", "value", 99.9, "target", 99.5, "provider", "DSP"),
                        measure("name", "CSP coverage", "value", 98.2, "target", 98, "provider", "CSP Central"),
                        measure(
                                "name",
                                "Communications Hub deliveries on time",
                                "value",
                                25,
                                "target",
                                99,
                                "region",
                                "North",
                                "provider",
                                "CSP North")));
        paper.post(
                "PMR challenge",
                "/regulatory-reports/PMR/2018-07/challenges",
                "kind",
                "OUTAGE_MISSING",
                "text",
                "Some outages in July are not showing in the report",
                "raisedBy",
                "Operations Group",
                "action",
                ServiceClient.object(
                        "text", "Investigate and report back to the Ops Group", "owner", "DCC", "dueOn", "2018-10-23"),
                "occurredAt",
                "2018-09-25T11:00:00+01:00");
        paper.post(
                "RDP",
                "/regulatory-reports/RDP/2018-08/submissions",
                "receivedAt",
                "2018-09-14T12:00:00+01:00",
                "rdpIncidents",
                ServiceClient.object("openedAndResolved", 7, "openUnresolved", 5));
        paper.post(
                "RDP action",
                "/regulatory-reports/RDP/2018-08/actions",
                "text",
                "Pursue the RDP about the Incidents that remain open",
                "owner",
                "DCC",
                "dueOn",
                "2018-10-23",
                "occurredAt",
                "2018-09-25T11:30:00+01:00");
        // The figure that was sent cannot be read in our copy of the paper.
        paper.post(
                "CSR",
                "/regulatory-reports/CSR/2018-08/submissions",
                "receivedAt",
                "2018-09-17T10:00:00+01:00",
                "volumes",
                ServiceClient.object("forecast", 868_301));
        paper.post(
                "SRV",
                "/regulatory-reports/SRV/2018-08/submissions",
                "receivedAt",
                "2018-09-14T16:00:00+01:00",
                "volumes",
                ServiceClient.object("forecast", 7_004_230, "actual", 1_209_004));
    }

    private void maintenance() throws IOException {
        window("north", "CSP North", "Firmware upgrade of the WAN gateways", "North", "WAN", "11T22:00", "12T01:00");
        window("data", "DSP", "Database patching", "GB-wide", "DCC Data Service", "12T21:00", "13T00:00");
        String late = paper.post(
                "window late",
                "/planned-maintenance",
                "provider",
                "CSP South",
                "activity",
                "Replacement of the core routers",
                "services",
                List.of("WAN"),
                "regions",
                List.of("South"),
                "start",
                "2018-09-27T20:00:00+01:00",
                "end",
                "2018-09-28T06:00:00+01:00",
                "risk",
                "MEDIUM",
                "noticeGivenAt",
                "2018-09-10T10:00:00+01:00");
        paper.post(
                "exception",
                "/planned-maintenance/" + late + "/exception-requests",
                "limits",
                List.of("NOTICE_TOO_SHORT"),
                "reason",
                "The routers fail more often than foreseen",
                "occurredAt",
                "2018-09-20T10:00:00+01:00");
    }

    private void window(
            String what, String provider, String activity, String region, String service, String from, String to)
            throws IOException {
        paper.post(
                "window " + what,
                "/planned-maintenance",
                "provider",
                provider,
                "activity",
                activity,
                "services",
                List.of(service),
                "regions",
                List.of(region),
                "start",
                "2018-09-" + from + ":00+01:00",
                "end",
                "2018-09-" + to + ":00+01:00",
                "risk",
                "LOW",
                "noticeGivenAt",
                "2018-07-27T10:00:00+01:00");
    }

    private void majorIncident() throws IOException {
        String id = paper.tell(History.raised(
                        "INC000000294975",
                        "2018-08-13T08:10",
                        fields(
                                LARKHILL,
                                "INC000000294975",
                                "Intermittent issues impacting GSME and ESME installations",
                                INSTALL,
                                ServiceClient.object("level", "CRITICAL", "partiesPrevented", 9)))
                .assigned("2018-08-13T08:15", "DSP")
                .respondedTo("2018-08-13T08:18")
                .resolved("2018-08-15T18:00", "Faulty release withdrawn"));
        String review = "/major-incident-reports/" + id + "/REVIEW";
        paper.post(
                "review",
                review + "/versions",
                "parts",
                Map.of(
                        "nature",
                        "Installations of gas and electricity meters failed from time to time.",
                        "cause",
                        "A release of the DCC Data Service dropped responses under load.",
                        "likelyFutureImpact",
                        "None once the release is withdrawn everywhere.",
                        "prevention",
                        "Releases are tried under the load of a working day.",
                        "proposedModifications",
                        "None."),
                "occurredAt",
                "2018-09-10T10:00:00+01:00");
        paper.post("review sent", review + "/submissions", "occurredAt", "2018-09-11T10:00:00+01:00");
        paper.post(
                "review feedback",
                review + "/feedback",
                "passage",
                Map.of("part", "nature", "quote", "from time to time"),
                "comment",
                "How often, and for how many installations?",
                "occurredAt",
                "2018-09-25T12:00:00+01:00");
        paper.post(
                "review amendments",
                review + "/amendment-requests",
                "text",
                "Say how many installations failed",
                "part",
                "nature",
                "feedback",
                List.of(1),
                "occurredAt",
                "2018-09-25T12:10:00+01:00");
    }

    private void problems() throws IOException {
        problem(
                "CSP North Issues",
                "North",
                "WAN",
                "CSP North",
                "Installs of the region do not ramp up",
                "Installs are scheduled outside the busiest hours");
        problem(
                "Incorrect Network Operator Certificates",
                "GB-wide",
                "SMKI",
                "DCC",
                "A meter holds the certificate of the wrong network operator",
                "The wrongly named network operator corrects the certificate");
        problem(
                "Mesh Installations",
                "South",
                "Communications Hub",
                "CSP South",
                "Hubs of the wrong variant are installed where a mesh variant is required",
                "The hub is exchanged for the mesh variant");
    }

    private void problem(String title, String region, String service, String owner, String symptoms, String workaround)
            throws IOException {
        paper.post(
                "problem " + title,
                "/problems",
                "title",
                title,
                "regions",
                List.of(region),
                "services",
                List.of(service),
                "owner",
                owner,
                "priority",
                "P2",
                "reason",
                "TREND",
                "symptoms",
                symptoms,
                "workaround",
                workaround,
                "occurredAt",
                "2018-08-20T10:00:00+01:00");
    }

    private static Map<String, Object> measure(Object... fields) {
        return ServiceClient.object(fields);
    }

    private static History incident(String reference, String at, String party, String summary, String process) {
        return History.raised(
                reference,
                at,
                fields(
                        party,
                        reference,
                        summary,
                        process,
                        ServiceClient.object("level", "NON_CRITICAL", "reducedCapacity", true)));
    }

    private static Map<String, Object> fields(
            String party, String reference, String summary, String process, Map<String, Object> impact) {
        return ServiceClient.object(
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
                        reference),
                "services",
                List.of("WAN"),
                "businessProcesses",
                List.of(process),
                "region",
                "North",
                "classification",
                "GREEN",
                "impact",
                impact);
    }
}
