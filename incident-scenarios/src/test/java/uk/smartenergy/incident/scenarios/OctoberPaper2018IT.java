package uk.smartenergy.incident.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paper of October 2018, by the program that a reader of the README runs, in every format. */
class OctoberPaper2018IT {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @TempDir
    private Path folder;

    @Test
    void theStoryGivesThePaperInEveryFormatAndToldAgainTheSame() throws IOException {
        try (RunningService service =
                RunningService.Launch.on(folder.resolve("data")).start()) {
            assertThat(tell(service)).contains("The paper is reproduced.").doesNotContain("MISSING");

            ServiceClient admin = service.admin();
            Answer html = admin.get(OctoberPaper2018.PAPER, "*/*");
            assertThat(html.header("Content-Type")).startsWith("text/html");
            assertThat(html.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(html.text()).contains("2.1 DCC reporting", "868,301", "no figure submitted");
            assertThat(admin.get(OctoberPaper2018.PAPER, "application/pdf").text())
                    .startsWith("%PDF-");
            assertThat(admin.get(OctoberPaper2018.PAPER, DOCX).text()).startsWith("PK");
            assertThat(admin.get(OctoberPaper2018.PAPER, "image/png").status()).isEqualTo(406);

            Answer issued = admin.post("/papers/ops-group/2018-09/issues", null, Map.of("asOf", "2018-10-05"))
                    .orFail("The issue");
            assertThat(issued.status()).isEqualTo(201);
            admin.post(
                            "/regulatory-reports/CSR/2018-08/submissions",
                            null,
                            ServiceClient.object(
                                    "receivedAt",
                                    "2018-09-17T10:00:00+01:00",
                                    "volumes",
                                    ServiceClient.object("forecast", 868_301, "actual", 512_004)))
                    .orFail("A figure that became known late");
            assertThat(admin.get("/papers/ops-group/differences?month=2018-09")
                            .orFail("The differences")
                            .text())
                    .contains("dcc-reporting.CSR.2018-08.actual", "no figure submitted", "512,004", "REG-CSR-2018-08");
            assertThat(admin.get("/papers/ops-group/2018-09/issues/1", "application/json")
                            .text())
                    .contains("no figure submitted")
                    .doesNotContain("512,004");
        }
    }

    private static String tell(RunningService service) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int exit = Main.run(
                List.of(
                        "october-2018-paper",
                        "--url",
                        service.admin().base().toString(),
                        "--user",
                        RunningService.ADMIN,
                        "--password",
                        RunningService.PASSWORD),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(text).isZero();
        return text;
    }
}
