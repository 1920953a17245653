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

/** The paper's figures from the paper's month, by the program that a reader of the README runs. */
class RdpAugust2018IT {

    @TempDir
    private Path folder;

    @Test
    void theStoryGivesThePapersFiguresAndToldAgainChangesNothingButAFurtherIncidentIsNoticed() throws IOException {
        RunningService.Launch launch = RunningService.Launch.on(folder.resolve("data"));
        String feed;
        try (RunningService service = launch.start()) {
            assertThat(tell(service, 0))
                    .contains("  7  openedAndResolvedInPeriod")
                    .contains("  5  unresolvedAtPeriodEnd")
                    .contains("  1  resolvedSince")
                    .contains("  4  stillOpen ")
                    .contains("  4  stillOpenOverOneMonth")
                    .contains("of which 0 were known")
                    .contains("The figures are the paper's.");
            feed = facts(service);
            service.stop();
        }
        try (RunningService service = launch.start()) {
            assertThat(tell(service, 0)).doesNotContain("of which 0 were known");
            assertThat(facts(service)).isEqualTo(feed);

            History.raised("RDP-AUG18-99", "2018-08-30T10:00", "Larkhill Energy", "One that the paper does not know")
                    .tellTo(service.admin(), "another");
            assertThat(tell(service, 1)).contains("DIFFERS").contains("RDP-AUG18-99");
        }
    }

    /** What has been recorded, but for what the service does by itself in its own time: closing. */
    private static String facts(RunningService service) throws IOException {
        StringBuilder facts = new StringBuilder();
        for (var entry : service.admin().get("/events?limit=500").json().path("items")) {
            if (!entry.path("type").asString().equals("IncidentClosed")) {
                facts.append(entry.path("id").asString()).append('\n');
            }
        }
        assertThat(facts).isNotEmpty();
        return facts.toString();
    }

    private static String tell(RunningService service, int expectedExit) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int exit = Main.run(
                List.of(
                        "rdp-august-2018",
                        "--url",
                        service.admin().base().toString(),
                        "--user",
                        RunningService.ADMIN,
                        "--password",
                        RunningService.PASSWORD),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(text).isEqualTo(expectedExit);
        return text;
    }
}
