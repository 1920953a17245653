package uk.smartenergy.incident.scenarios;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The programs of this module: a name, then options. Ends with 0 if all was as it should be, else with 1; 2 if it was called wrongly. */
public final class Main {

    private static final String USAGE = """
            rdp-august-2018 [--url URL --user NAME --password WORD]
                the paper's August 2018, told to the service at the URL, or to one started for it
            july-2018-review [--url URL --user NAME --password WORD]
                the Category 2 Incidents of July 2018 under the supplier reading, told likewise
            october-2018-paper [--url URL --user NAME --password WORD]
                the paper SECP_61_1210_19 reproduced row by row, told likewise
            backtest [--quick]
                how long a backtest of 1,000, 10,000 and 25,000 Incidents takes
            load [--quick]
                commands a second, start-up and memory, on the embedded store
            """;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out));
    }

    static int run(List<String> args, PrintStream out) {
        try {
            return switch (args.isEmpty() ? "" : args.getFirst()) {
                case "rdp-august-2018" -> story(args, client -> new RdpAugust2018(client, out).run()) ? 0 : 1;
                case "july-2018-review" -> story(args, client -> new JulyReview2018(client, out).run()) ? 0 : 1;
                case "october-2018-paper" -> story(args, client -> new OctoberPaper2018(client, out).run()) ? 0 : 1;
                case "backtest" -> new BacktestLoad(out, args.contains("--quick")).run() ? 0 : 1;
                case "load" -> {
                    new Load(out, args.contains("--quick")).run();
                    yield 0;
                }
                default -> {
                    out.print(USAGE);
                    yield 2;
                }
            };
        } catch (IOException | IllegalStateException e) {
            out.println("Failed: " + e.getMessage());
            return 1;
        }
    }

    /** Told to a service; answers whether all was as it should be. */
    private interface Story {
        boolean tellTo(ServiceClient service) throws IOException;
    }

    private static boolean story(List<String> args, Story story) throws IOException {
        String url = option(args, "--url", null);
        if (url != null) {
            String user = option(args, "--user", RunningService.ADMIN);
            String password = option(args, "--password", "");
            ServiceClient client = ServiceClient.of(URI.create(url), String.valueOf(user), String.valueOf(password));
            return story.tellTo(client);
        }
        Path folder = RunningService.temporaryFolder("scenario");
        try (RunningService service =
                RunningService.Launch.on(folder.resolve("data")).start()) {
            return story.tellTo(service.admin());
        } finally {
            RunningService.deleteFolder(folder);
        }
    }

    private static @Nullable String option(List<String> args, String name, @Nullable String otherwise) {
        int at = args.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 >= args.size()) {
            throw new IllegalStateException(name + " needs a value");
        }
        return args.get(at + 1);
    }
}
