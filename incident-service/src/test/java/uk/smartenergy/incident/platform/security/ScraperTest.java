package uk.smartenergy.incident.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smartenergy.incident.api.shared.Role;

class ScraperTest {
    private static final String PASSWORD = "the-scrapers-password";

    @TempDir
    private Path folder;

    private final Passwords passwords = new Passwords(4);
    private UserStore store;

    @BeforeEach
    void openStore() {
        store = new FileUserStore(folder);
    }

    @Test
    void isThereFromTheStartOnWithItsRoleAndNothingElse() {
        start(PASSWORD);
        assertThat(store.all()).singleElement().satisfies(user -> {
            assertThat(user.name()).isEqualTo("scraper");
            assertThat(user.roles()).containsExactly(Role.SCRAPER);
            assertThat(user.cleared()).isFalse();
            assertThat(passwords.matches(PASSWORD, user.passwordHash())).isTrue();
        });
    }

    @Test
    void staysAsItIsWhenStartedAgain() {
        start(PASSWORD);
        List<User> before = store.all();
        start(PASSWORD);
        assertThat(store.all()).isEqualTo(before);
    }

    @Test
    void getsTheNewPasswordAndLosesWhatItWasGivenBeside() {
        store.add(new User(
                "scraper",
                passwords.hash("something else"),
                List.of(Role.ADMIN, Role.SCRAPER),
                null,
                true,
                0,
                null,
                null));
        start(PASSWORD);
        assertThat(store.find("scraper")).hasValueSatisfying(user -> {
            assertThat(user.roles()).containsExactly(Role.SCRAPER);
            assertThat(user.cleared()).isFalse();
            assertThat(passwords.matches(PASSWORD, user.passwordHash())).isTrue();
        });
    }

    @Test
    void isNotMadeWithoutAPassword() {
        start("");
        assertThat(store.all()).isEmpty();
    }

    @Test
    void refusesAPasswordThatIsNone() {
        assertThatThrownBy(() -> start("short")).hasMessageContaining("INCIDENT_SCRAPER_PASSWORD");
    }

    private void start(String password) {
        new Scraper(store, passwords, password).start();
    }
}
