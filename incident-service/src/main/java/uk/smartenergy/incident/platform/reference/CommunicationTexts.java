package uk.smartenergy.incident.platform.reference;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.platform.reference.CommunicationTemplates.Template;

/** Writes updates by their templates. What the writer left out and the service knows is filled in; that does not make it given. */
public final class CommunicationTexts {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.UK);
    private static final String UNKNOWN = "not known yet";

    private final ReferenceData reference;
    private final PoliciesInForce policies;

    public CommunicationTexts(ReferenceData reference, PoliciesInForce policies) {
        this.reference = reference;
        this.policies = policies;
    }

    /** @param subject a line without control characters */
    public record Written(String subject, String text) {}

    /** The template that an update was made by; if it is gone, that of the category. */
    public Template template(@Nullable String code, Category category) {
        CommunicationTemplates templates = reference.communicationTemplates();
        return code == null ? templates.of(category) : templates.find(code).orElseGet(() -> templates.of(category));
    }

    /**
     * What is said, with what the service knows in place of what is not.
     *
     * @param at when it is said
     */
    public CommunicationContent filled(CommunicationContent said, IncidentDetail incident, Instant at) {
        IncidentView view = incident.overview();
        return new CommunicationContent(
                said.text(),
                said.affected() != null ? said.affected() : affected(view),
                said.whoIsAffected() != null ? said.whoIsAffected() : whoIsAffected(view, incident.impact()),
                said.since() != null ? said.since() : view.raisedAt(),
                said.workaround(),
                said.nextUpdateDue() != null ? said.nextUpdateDue() : nextUpdate(view, at),
                said.expectedFix());
    }

    /** An update as it is sent. */
    public Written written(
            Template template, CommunicationContent said, int number, Instant at, IncidentDetail incident) {
        CommunicationContent content = filled(said, incident, at);
        IncidentView view = incident.overview();
        String subject = Template.filled(template.subject(), name -> value(name, content, number, at, view));
        String text = Template.filled(template.text(), name -> value(name, content, number, at, view));
        return new Written(line(subject), text.strip() + "\n");
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String value(String name, CommunicationContent content, int number, Instant at, IncidentView view) {
        return switch (name) {
            case "id" -> view.id().value();
            case "summary" -> view.summary();
            case "category" -> String.valueOf(view.category().number());
            case "state" -> view.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case "number" -> String.valueOf(number);
            case "at" -> time(at);
            case "text" -> content.text();
            case "affected" -> or(content.affected());
            case "whoIsAffected" -> or(content.whoIsAffected());
            case "since" -> time(content.since());
            case "workaround" -> or(content.workaround());
            case "nextUpdateDue" ->
                content.nextUpdateDue() == null ? "when something changes" : time(content.nextUpdateDue());
            case "expectedFix" -> time(content.expectedFix());
            case "services" -> or(joined(view.services().stream()));
            case "businessProcesses" -> or(joined(view.businessProcesses().stream()));
            case "region" -> or(view.region());
            case "resolver" -> or(view.resolver());
            default -> throw new IllegalArgumentException("A template speaks of " + name);
        };
    }

    private static String or(@Nullable String text) {
        return text == null ? UNKNOWN : text;
    }

    private static String time(@Nullable Instant at) {
        return at == null ? UNKNOWN : TIME.format(at.atZone(LONDON));
    }

    private static @Nullable String affected(IncidentView view) {
        return joined(Stream.concat(view.services().stream(), view.businessProcesses().stream()));
    }

    private static @Nullable String whoIsAffected(IncidentView view, @Nullable Impact impact) {
        List<String> who = new ArrayList<>();
        if (impact != null && impact.partiesPrevented() > 0) {
            who.add(impact.partiesPrevented() + " Incident Parties are prevented from using live services");
        }
        if (view.region() != null) {
            who.add("Region " + view.region());
        }
        return joined(who.stream());
    }

    private static @Nullable String joined(Stream<String> parts) {
        List<String> all = parts.distinct().toList();
        return all.isEmpty() ? null : String.join(", ", all);
    }

    private @Nullable Instant nextUpdate(IncidentView view, Instant at) {
        TargetTime cadence = policies.book().activeAt(at).cadences().get(view.category());
        if (cadence == null || !view.state().isOpen()) {
            return null;
        }
        ZonedDateTime from = at.atZone(LONDON);
        return switch (cadence.unit()) {
            case MINUTES -> at.plusSeconds(60L * cadence.amount());
            case HOURS -> at.plusSeconds(3600L * cadence.amount());
            case CALENDAR_DAYS -> from.plusDays(cadence.amount()).toInstant();
            case WORKING_DAYS ->
                reference.workingDays().plusWorkingTime(at, java.time.Duration.ofDays(cadence.amount()));
        };
    }
}
