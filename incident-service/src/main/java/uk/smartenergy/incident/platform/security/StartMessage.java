package uk.smartenergy.incident.platform.security;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Tells on the console, once the server is up, where to go and how to sign in. */
final class StartMessage implements ApplicationListener<ApplicationReadyEvent> {
    private final Users users;
    private final Environment environment;
    private final PrintStream console;

    StartMessage(Users users, Environment environment, PrintStream console) {
        this.users = users;
        this.environment = environment;
        this.console = console;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            say("http://localhost:" + port + "/");
        }
    }

    void say(String url) {
        List<String> lines = new ArrayList<>();
        lines.add("Incident management is up. Open " + url);
        Users.FirstSignIn first = users.firstSignIn();
        switch (first.origin()) {
            case GENERATED -> {
                lines.add("Sign in as   " + Users.FIRST);
                lines.add("Password     " + first.password());
                lines.add("This is shown only now: keep it.");
            }
            case ENVIRONMENT ->
                lines.add("Sign in as " + Users.FIRST + " with the password in INCIDENT_ADMIN_PASSWORD.");
            case EARLIER -> {
                lines.add("Sign in as " + Users.FIRST + "; its password was shown at the first start.");
                lines.add("Lost it? Start once with INCIDENT_ADMIN_PASSWORD=<new one> to set it.");
            }
            case UNKNOWN -> lines.add("The users cannot be reached yet; nobody can sign in until they can.");
        }
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        String rule = "+" + "-".repeat(width + 2) + "+";
        StringBuilder text = new StringBuilder("\n").append(rule).append('\n');
        lines.forEach(line -> text.append("| ")
                .append(line)
                .append(" ".repeat(width - line.length()))
                .append(" |\n"));
        console.println(text.append(rule));
        console.flush();
    }
}
