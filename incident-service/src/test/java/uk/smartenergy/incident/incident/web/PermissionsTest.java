package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.platform.security.Permissions;

class PermissionsTest extends HttpTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyEndpointIsOpenToTheRolesOfTheTableAndToNoOther(Role role) {
        String name = "role-" + role.name().toLowerCase(Locale.ROOT);
        String needsParty = Set.of(Role.SERVICE_PROVIDER, Role.INCIDENT_PARTY).contains(role) ? "Northwick Energy" : "";
        user(name, role.name(), needsParty, false);
        messages.has(1, "Northwick Energy", "Northwick Energy", false);
        for (Permissions.Rule rule : Permissions.table()) {
            if (rule.method().equals("*") || rule.pattern().contains("**")) {
                continue;
            }
            Got got = send(call(as(name, path(rule)), rule));
            if (rule.isPublic() || rule.roles().contains(role)) {
                assertThat(got.status()).as("%s by %s", rule, role).isNotIn(401, 403);
            } else {
                assertThat(got.status()).as("%s by %s", rule, role).isEqualTo(403);
            }
        }
    }

    @Test
    void whoDoesNotSignInReadsOnlyWhatIsPublic() {
        for (Permissions.Rule rule : Permissions.table()) {
            if (rule.method().equals("*") || rule.pattern().contains("**")) {
                continue;
            }
            Got got = send(call(request(path(rule)), rule));
            if (rule.isPublic()) {
                assertThat(got.status()).as("%s", rule).isNotIn(401, 403);
            } else {
                assertThat(got.status()).as("%s", rule).isEqualTo(401);
            }
        }
    }

    @Test
    void headIsAllowedToNobodyWhomGetIsNot() {
        user("role-scraper", "SCRAPER", "", false);

        assertThat(send(as("role-scraper", "/api/v1/incidents").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void everyEndpointIsInTheTable() {
        Set<String> listed = new TreeSet<>();
        Permissions.table().forEach(rule -> listed.add(rule.method() + " " + bare(rule.pattern())));
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapped.add(method + " " + bare(pattern)))));

        assertThat(mapped).isNotEmpty();
        assertThat(listed).containsAll(mapped);
    }

    @Test
    void theDocumentShowsTheTable() throws IOException {
        Path document = Path.of("docs/permissions.md");

        assertThat(Files.readString(document))
                .as("%s; put this into it:%n%s", document, Permissions.asMarkdown())
                .contains(Permissions.asMarkdown());
    }

    private static String bare(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", "{}");
    }

    private static String path(Permissions.Rule rule) {
        return rule.pattern()
                .replace("{deliveryId}", "DLV0")
                .replace("{incidentId}", "INC000000000001")
                .replace("{id}", "INC000000000001")
                .replace("{kind}", "SUMMARY")
                .replace("{number}", "1")
                .replace("{month}", "2018-09")
                .replace("{section}", "purpose")
                .replace("{version}", "dcc-reading")
                .replace("{other}", "supplier-reading")
                // Nobody, so that nobody is changed.
                .replace("{name}", "nobody-of-this-name")
                .replaceAll("\\{[^}]*}", "none-of-these");
    }

    private static HttpRequest.Builder call(HttpRequest.Builder request, Permissions.Rule rule) {
        boolean takesBody = Set.of("POST", "PUT").contains(rule.method());
        return request.header("Content-Type", "application/json")
                .method(
                        rule.method(),
                        takesBody ? HttpRequest.BodyPublishers.ofString("{}") : HttpRequest.BodyPublishers.noBody());
    }
}
