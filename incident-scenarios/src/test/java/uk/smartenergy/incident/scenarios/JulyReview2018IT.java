package uk.smartenergy.incident.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** July 2018 under the Supplier reading, by the program that a reader of the README runs; it checks what it prints. */
class JulyReview2018IT {

    @TempDir
    private Path folder;

    @Test
    void theReviewSaysWhatIsExpectedAndToldAgainTheSame() throws IOException {
        try (RunningService service =
                RunningService.Launch.on(folder.resolve("data")).start()) {
            String first = tell(service);
            assertThat(first)
                    .contains("Of 24 Incidents 9 change, 15 do not.")
                    .contains("Any impact on Install & Commission counts as critical adverse impact")
                    .contains("All is as expected.");
            assertThat(tell(service)).contains("All is as expected.");
            service.stop();
        }
    }

    private static String tell(RunningService service) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int exit = Main.run(
                List.of(
                        "july-2018-review",
                        "--url",
                        service.admin().base().toString(),
                        "--user",
                        RunningService.ADMIN,
                        "--password",
                        RunningService.PASSWORD),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(text).isEqualTo(0);
        return text;
    }
}
