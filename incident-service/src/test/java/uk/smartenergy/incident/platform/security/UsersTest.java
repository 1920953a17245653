package uk.smartenergy.incident.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;

class UsersTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2018-10-05T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void theFirstPasswordIsMadeOnceAndSaidOnce() {
        Users first = started("");
        String said = said(first);
        Users again = started("");

        String password = first.firstSignIn().password();
        assertThat(said).contains("http://localhost:8080/", password);
        assertThat(said(again))
                .contains("first start", "INCIDENT_ADMIN_PASSWORD")
                .doesNotContain(password);
        Viewer admin = (Viewer) again.authenticate(new UsernamePasswordAuthenticationToken("admin", password))
                .getPrincipal();
        assertThat(admin.cleared()).isTrue();
        assertThat(admin.roles()).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void theGivenPasswordIsAlwaysSet() {
        started("");
        Users again = started("brief");

        assertThat(again.authenticate(new UsernamePasswordAuthenticationToken("admin", "brief"))
                        .isAuthenticated())
                .isTrue();
        assertThat(said(again)).doesNotContain("brief");
    }

    @Test
    void theFileIsItsOwnersAloneAndOutlivesTheProcess() throws IOException {
        UserStore store = new FileUserStore(folder);
        User user = new User("ada", "hash", List.of(Role.SECAS), "A \"party\"", true, 3, "17", null);
        assertThat(store.add(user)).isTrue();
        assertThat(store.add(user)).isFalse();
        assertThat(store.replace(user, 2)).isFalse();

        assertThat(new FileUserStore(folder).all()).containsExactly(user);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("users.json"))))
                .isEqualTo("rw-------");
        assertThat(store.remove("ada")).isTrue();
        assertThat(new FileUserStore(folder).find("ada")).isEmpty();
    }

    private Users started(String password) {
        Users users = new Users(
                new FileUserStore(folder),
                new Passwords(4),
                new RecentSignIns(CLOCK),
                new FailedSignIns(CLOCK),
                password);
        users.prepare();
        return users;
    }

    private static String said(Users users) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        new StartMessage(users, new MockEnvironment(), new PrintStream(console, true, StandardCharsets.UTF_8))
                .say("http://localhost:8080/");
        return console.toString(StandardCharsets.UTF_8);
    }
}
