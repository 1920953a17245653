package uk.smartenergy.incident.platform.security;

import static uk.smartenergy.incident.api.shared.Role.ADMIN;
import static uk.smartenergy.incident.api.shared.Role.DCC_STAFF;
import static uk.smartenergy.incident.api.shared.Role.INCIDENT_PARTY;
import static uk.smartenergy.incident.api.shared.Role.OPS_GROUP;
import static uk.smartenergy.incident.api.shared.Role.SCRAPER;
import static uk.smartenergy.incident.api.shared.Role.SECAS;
import static uk.smartenergy.incident.api.shared.Role.SERVICE_PROVIDER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.smartenergy.incident.api.shared.Role;

/**
 * Which role may call what: the one table. The filter chain follows it, a test walks it, and the README shows it. What it does not list may be
 * called by nobody in particular: it is not there, for who is signed in, and wants signing in from all others.
 */
public final class Permissions {
    private Permissions() {}

    /**
     * @param method HTTP method; GET stands for HEAD too; {@code *}: any
     * @param pattern of the path
     * @param roles who may; empty: everybody, also without signing in. An administrator always may
     * @param condition what else must hold, in words; the domain sees to it
     */
    public record Rule(String method, String pattern, Set<Role> roles, String condition) {
        public boolean isPublic() {
            return roles.isEmpty();
        }
    }

    private static final String API = "/api/v1";
    private static final String ONE = API + "/incidents/{id}";
    private static final Set<Role> READERS =
            EnumSet.of(ADMIN, DCC_STAFF, SERVICE_PROVIDER, INCIDENT_PARTY, OPS_GROUP, SECAS);
    /** Who sees AMBER without being concerned by it. */
    private static final Set<Role> OVERSEERS = EnumSet.of(ADMIN, DCC_STAFF, OPS_GROUP, SECAS);

    private static final String PAPERS = API + "/papers/ops-group";
    private static final Set<Role> WRITERS = EnumSet.of(ADMIN, SECAS);
    private static final String BACKTESTS = API + "/categorisation-policies/backtests";
    private static final Set<Role> STAFF = EnumSet.of(ADMIN, DCC_STAFF);
    private static final Set<Role> WORKERS = EnumSet.of(ADMIN, DCC_STAFF, SERVICE_PROVIDER);
    private static final Set<Role> DISPUTERS = EnumSet.of(ADMIN, DCC_STAFF, INCIDENT_PARTY, OPS_GROUP, SECAS);
    private static final Set<Role> DECIDING_THE_POLICY = EnumSet.of(ADMIN, DCC_STAFF, SECAS);
    private static final String REGISTER = API + "/regulatory-reports";
    /** Who reviews the DCC's reports. */
    private static final Set<Role> REVIEWERS = EnumSet.of(ADMIN, OPS_GROUP, SECAS);

    private static final String OWN_PARTY = "SERVICE_PROVIDER and INCIDENT_PARTY in their own party's name";
    private static final String OWN_SUBSCRIPTIONS = "the own ones; ADMIN and DCC_STAFF all";
    private static final String PROBLEM = API + "/problems/{id}";
    private static final String AS_OWNER = "SERVICE_PROVIDER where its party is the owner";
    private static final Set<Role> REMARKING = EnumSet.of(ADMIN, DCC_STAFF, SERVICE_PROVIDER, OPS_GROUP, SECAS);
    private static final String AS_RESOLVER = "SERVICE_PROVIDER where its party is the Resolver";

    private static final String REPORTS = API + "/major-incident-reports";
    private static final String REPORT = REPORTS + "/{id}/{kind}";
    private static final Set<Role> PUBLISHING = EnumSet.of(ADMIN, DCC_STAFF, SECAS);
    private static final String AS_PUBLISHED =
            "SERVICE_PROVIDER and INCIDENT_PARTY what is published, unless concerned";
    private static final String OWN_MAINTENANCE = "SERVICE_PROVIDER for its own party";
    private static final String MAINTENANCE = API + "/planned-maintenance";
    private static final String EXCEPTIONS = MAINTENANCE + "/{id}/exception-requests";

    private static final List<Rule> TABLE = List.of(
            rule("POST", API + "/incidents", EnumSet.of(ADMIN, DCC_STAFF, SERVICE_PROVIDER, INCIDENT_PARTY), OWN_PARTY),
            rule("GET", API + "/incidents", READERS),
            rule("POST", API + "/incidents/imports", STAFF),
            rule("GET", ONE, READERS),
            rule("GET", ONE + "/timeline", READERS),
            rule("GET", ONE + "/category-explanation", READERS),
            rule("GET", ONE + "/target-clocks", READERS),
            rule("GET", ONE + "/communications", READERS),
            rule("GET", ONE + "/communications/draft", WORKERS),
            rule("GET", ONE + "/communications/{number}", READERS),
            rule("GET", API + "/communication-templates", READERS),
            rule("POST", ONE + "/impact-assessments", STAFF),
            rule("POST", ONE + "/assignments", STAFF),
            rule("POST", ONE + "/responses", WORKERS, AS_RESOLVER),
            rule("POST", ONE + "/pauses", WORKERS, AS_RESOLVER),
            rule("POST", ONE + "/resumptions", WORKERS, AS_RESOLVER),
            rule("POST", ONE + "/resolutions", WORKERS, AS_RESOLVER),
            rule("POST", ONE + "/closures", STAFF),
            rule(
                    "POST",
                    ONE + "/reopenings",
                    EnumSet.of(ADMIN, DCC_STAFF, INCIDENT_PARTY),
                    "INCIDENT_PARTY where its party raised it"),
            rule("POST", ONE + "/escalations", WORKERS, AS_RESOLVER),
            rule("POST", ONE + "/communications", WORKERS, AS_RESOLVER),
            rule(
                    "POST",
                    ONE + "/communications/{number}/ratings",
                    EnumSet.of(ADMIN, DCC_STAFF, INCIDENT_PARTY, OPS_GROUP, SECAS)),
            rule("POST", ONE + "/links", STAFF),
            rule("GET", ONE + "/category-disputes", READERS),
            rule("GET", ONE + "/category-disputes/{number}", READERS),
            rule("GET", ONE + "/category-disputes/{number}/precedents", READERS),
            rule("POST", ONE + "/category-disputes", DISPUTERS, "INCIDENT_PARTY in its own party's name"),
            rule(
                    "POST",
                    ONE + "/category-disputes/{number}/evidence",
                    DISPUTERS,
                    "INCIDENT_PARTY to its own party's dispute"),
            rule(
                    "POST",
                    ONE + "/category-disputes/{number}/withdrawal",
                    DISPUTERS,
                    "the own party's dispute, or one that the user raised for another"),
            rule("POST", ONE + "/category-disputes/{number}/ruling", EnumSet.of(ADMIN, OPS_GROUP, SECAS)),
            rule("GET", REPORTS, READERS, AS_PUBLISHED),
            rule("GET", REPORTS + "/{id}", READERS, AS_PUBLISHED),
            rule("POST", REPORTS + "/{id}/publication", PUBLISHING),
            rule("GET", REPORTS + "/{id}/timeline", OVERSEERS),
            rule("GET", REPORT, READERS, AS_PUBLISHED),
            rule("GET", REPORT + "/draft", OVERSEERS),
            rule("POST", REPORT + "/versions", STAFF),
            rule("GET", REPORT + "/versions", READERS, AS_PUBLISHED),
            rule("GET", REPORT + "/versions/{number}", READERS, AS_PUBLISHED),
            rule("GET", REPORT + "/versions/{number}/differences/{other}", READERS, AS_PUBLISHED),
            rule("POST", REPORT + "/redactions", STAFF),
            rule("POST", REPORT + "/submissions", STAFF),
            rule("POST", REPORT + "/feedback", REVIEWERS),
            rule("POST", REPORT + "/amendment-requests", REVIEWERS),
            rule("POST", REPORT + "/amendments", STAFF),
            rule("POST", REPORT + "/agreements", REVIEWERS),
            rule("POST", REPORT + "/publication", PUBLISHING),
            rule("POST", API + "/problems", STAFF),
            rule("GET", API + "/problems", READERS),
            rule("GET", API + "/problems/suggestions", OVERSEERS),
            rule("GET", API + "/problems/suggestions/{suggestion}", OVERSEERS),
            rule("POST", API + "/problems/suggestions/{suggestion}/dismissal", STAFF),
            rule("GET", PROBLEM, READERS),
            rule("GET", PROBLEM + "/timeline", READERS),
            rule("POST", PROBLEM + "/incidents", STAFF),
            rule("POST", PROBLEM + "/removals", STAFF),
            rule("POST", PROBLEM + "/assignments", STAFF),
            rule("POST", PROBLEM + "/priorities", STAFF),
            rule("POST", PROBLEM + "/root-causes", WORKERS, AS_OWNER),
            rule("POST", PROBLEM + "/workarounds", WORKERS, AS_OWNER),
            rule("POST", PROBLEM + "/target-dates", WORKERS, AS_OWNER),
            rule("POST", PROBLEM + "/fixes", WORKERS, AS_OWNER),
            rule("POST", PROBLEM + "/notes", REMARKING, AS_OWNER),
            rule("POST", PROBLEM + "/closures", STAFF),
            rule("POST", PROBLEM + "/reopenings", STAFF),
            rule("GET", API + "/reports/problems", READERS),
            rule("GET", API + "/events", READERS),
            rule("GET", API + "/reports/ageing", READERS),
            rule("GET", API + "/reports/ageing/trend", READERS),
            rule("GET", API + "/reports/rdp-incidents", READERS),
            rule("GET", API + "/reports/communications", READERS),
            rule("GET", API + "/reports/performance", READERS),
            rule("GET", API + "/reports/categorisation", READERS),
            rule("GET", API + "/reports/differences", READERS),
            rule("GET", PAPERS, READERS, "a RED paper for the cleared"),
            rule("GET", PAPERS + "/differences", READERS),
            rule("GET", PAPERS + "/{month}/texts", OVERSEERS),
            rule("PUT", PAPERS + "/{month}/texts/{section}", WRITERS),
            rule("PUT", PAPERS + "/{month}/details", WRITERS),
            rule("GET", PAPERS + "/{month}/timeline", OVERSEERS),
            rule("GET", PAPERS + "/{month}/issues", READERS, "those of its classification"),
            rule("POST", PAPERS + "/{month}/issues", WRITERS),
            rule("GET", PAPERS + "/{month}/issues/{number}", READERS, "of its classification"),
            rule("POST", API + "/subscriptions", READERS),
            rule("GET", API + "/subscriptions", READERS, OWN_SUBSCRIPTIONS),
            rule("GET", API + "/subscriptions/{id}", READERS, OWN_SUBSCRIPTIONS),
            rule("DELETE", API + "/subscriptions/{id}", READERS, OWN_SUBSCRIPTIONS),
            rule("GET", API + "/subscriptions/{id}/deliveries", READERS, OWN_SUBSCRIPTIONS),
            rule("GET", API + "/subscriptions/{id}/deliveries/{deliveryId}", READERS, OWN_SUBSCRIPTIONS),
            rule("POST", API + "/subscriptions/{id}/deliveries/{deliveryId}/replays", READERS, OWN_SUBSCRIPTIONS),
            rule("POST", MAINTENANCE, WORKERS, OWN_MAINTENANCE),
            rule("GET", MAINTENANCE, READERS),
            rule("GET", MAINTENANCE + ".ics", READERS, "or by a subscriber's token, as its owner, without what is RED"),
            rule("POST", MAINTENANCE + "/subscribers", READERS),
            rule("GET", MAINTENANCE + "/subscribers", READERS, OWN_SUBSCRIPTIONS),
            rule("DELETE", MAINTENANCE + "/subscribers/{id}", READERS, OWN_SUBSCRIPTIONS),
            rule("GET", MAINTENANCE + "/{id}", READERS),
            rule("GET", MAINTENANCE + "/{id}/timeline", READERS),
            rule("POST", MAINTENANCE + "/{id}/moves", WORKERS, OWN_MAINTENANCE),
            rule("POST", MAINTENANCE + "/{id}/amendments", WORKERS, OWN_MAINTENANCE),
            rule("POST", MAINTENANCE + "/{id}/cancellation", WORKERS, OWN_MAINTENANCE),
            rule("POST", MAINTENANCE + "/{id}/completion", WORKERS, OWN_MAINTENANCE),
            rule("GET", EXCEPTIONS, READERS),
            rule("GET", EXCEPTIONS + "/{number}", READERS),
            rule("POST", EXCEPTIONS, WORKERS, OWN_MAINTENANCE),
            rule("POST", EXCEPTIONS + "/{number}/views", EnumSet.of(ADMIN, OPS_GROUP, SECAS)),
            rule("POST", EXCEPTIONS + "/{number}/decision", EnumSet.of(ADMIN, SECAS)),
            rule("POST", EXCEPTIONS + "/{number}/withdrawal", WORKERS, OWN_MAINTENANCE),
            rule("GET", MAINTENANCE + "/{id}/incident-suggestions", READERS),
            rule("POST", MAINTENANCE + "/{id}/incidents", STAFF),
            rule("POST", MAINTENANCE + "/{id}/incident-suggestions/{incidentId}/dismissal", STAFF),
            rule("GET", API + "/reports/planned-maintenance", READERS),
            rule("GET", API + "/categorisation-policies", READERS),
            rule("POST", BACKTESTS, OVERSEERS),
            rule("GET", BACKTESTS, OVERSEERS),
            rule("GET", BACKTESTS + "/{id}", OVERSEERS),
            rule("GET", BACKTESTS + "/{id}/changes", OVERSEERS),
            rule("POST", BACKTESTS + "/{id}/cancellation", OVERSEERS),
            rule("POST", API + "/categorisation-policies", OVERSEERS),
            rule("POST", API + "/categorisation-policies/validation", OVERSEERS),
            rule("GET", API + "/categorisation-policies/{version}", READERS),
            rule("PUT", API + "/categorisation-policies/{version}", OVERSEERS),
            rule("GET", API + "/categorisation-policies/{version}/validation", READERS),
            rule("GET", API + "/categorisation-policies/{version}/differences/{other}", READERS),
            rule("POST", API + "/categorisation-policies/{version}/activation", DECIDING_THE_POLICY),
            rule("POST", API + "/categorisation-policies/{version}/retirement", DECIDING_THE_POLICY),
            rule("GET", REGISTER, READERS),
            rule("POST", REGISTER + "/submissions", EnumSet.of(ADMIN, DCC_STAFF, SECAS)),
            rule("GET", REGISTER + "/submissions", READERS),
            rule("GET", REGISTER + "/challenges", READERS),
            rule("GET", REGISTER + "/challenges/{id}", READERS),
            rule("GET", REGISTER + "/actions", READERS),
            rule("GET", REGISTER + "/actions/{id}", READERS),
            rule("POST", REGISTER + "/actions/{id}/reports", STAFF),
            rule("POST", REGISTER + "/actions/{id}/due-dates", REVIEWERS),
            rule("POST", REGISTER + "/actions/{id}/assignments", REVIEWERS),
            rule("POST", REGISTER + "/actions/{id}/completion", REVIEWERS),
            rule("GET", REGISTER + "/{code}", READERS),
            rule("GET", REGISTER + "/{code}/{period}", READERS),
            rule("GET", REGISTER + "/{code}/{period}/timeline", READERS),
            rule("GET", REGISTER + "/{code}/{period}/left-out-incidents", READERS),
            rule("POST", REGISTER + "/{code}/{period}/submissions", EnumSet.of(ADMIN, DCC_STAFF, SECAS)),
            rule("POST", REGISTER + "/{code}/{period}/explanations", STAFF),
            rule(
                    "POST",
                    REGISTER + "/{code}/{period}/challenges",
                    EnumSet.of(ADMIN, INCIDENT_PARTY, OPS_GROUP, SECAS),
                    "INCIDENT_PARTY in its own party's name"),
            rule("POST", REGISTER + "/{code}/{period}/actions", REVIEWERS),
            rule("GET", API + "/working-days", READERS),
            rule("POST", API + "/working-days/corrections", STAFF),
            rule("GET", API + "/users", EnumSet.of(ADMIN)),
            rule("POST", API + "/users", EnumSet.of(ADMIN)),
            rule("GET", API + "/users/{name}", EnumSet.of(ADMIN)),
            rule("PUT", API + "/users/{name}", EnumSet.of(ADMIN)),
            rule("DELETE", API + "/users/{name}", EnumSet.of(ADMIN)),
            rule("GET", "/actuator/prometheus", EnumSet.of(ADMIN, SCRAPER)),
            rule("GET", "/actuator/health/**", Set.of(), "details for ADMIN only"),
            rule("GET", "/actuator/health", Set.of(), "details for ADMIN only"),
            rule("GET", "/actuator/info", Set.of()),
            rule("GET", "/v3/api-docs", Set.of()),
            rule("GET", "/v3/api-docs.yaml", Set.of()),
            rule("GET", "/v3/api-docs/**", Set.of()),
            rule("GET", "/swagger-ui.html", Set.of()),
            rule("GET", "/swagger-ui/**", Set.of()),
            rule("GET", "/", Set.of()),
            rule("GET", "/index.html", Set.of()),
            rule("GET", "/favicon.ico", Set.of()),
            rule("*", "/error", Set.of()));

    public static List<Rule> table() {
        return TABLE;
    }

    /** The table as the README shows it. */
    public static String asMarkdown() {
        return TABLE.stream()
                .filter(rule -> !rule.pattern().equals("/error"))
                .map(rule -> "| `%s %s` | %s | %s |"
                        .formatted(
                                rule.method(),
                                rule.pattern(),
                                rule.isPublic()
                                        ? "everybody"
                                        : rule.roles().stream().map(Role::name).collect(Collectors.joining(", ")),
                                rule.condition()))
                .collect(Collectors.joining("\n", "| call | roles | where |\n|---|---|---|\n", "\n"));
    }

    private static Rule rule(String method, String pattern, Set<Role> roles) {
        return rule(method, pattern, roles, "");
    }

    private static Rule rule(String method, String pattern, Set<Role> roles, String condition) {
        return new Rule(method, pattern, roles, condition);
    }
}
