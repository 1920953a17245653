package uk.smartenergy.incident.communication.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.communication.Channel;
import uk.smartenergy.incident.api.communication.DeliveryState;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.api.communication.SubscriptionScope;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.platform.reference.Vocabulary;
import uk.smartenergy.incident.platform.web.Faults;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;

/** The forms of bodies and query strings about subscriptions. */
final class SubscriptionForms {
    static final Field<Channel> CHANNEL =
            Field.choice("channel", Channel.class, "How updates come.").must().eg("WEBHOOK");
    static final Field<String> ADDRESS = Field.line("address", 254, "The e-mail address; for EMAIL.");
    static final Field<String> URL = Field.line("url", 2_000, "Where requests are sent, http or https; for WEBHOOK.")
            .eg("https://hooks.northwick.example/incidents");
    static final Field<String> SECRET = Field.line(
            "secret",
            200,
            "What requests are signed with, 16 bytes or more: whsec_ and base64, or any text. Default: a new one, which the answer shows once.");
    static final Field<List<Category>> CATEGORIES = Field.list(
                    Field.integer("categories", 1, 5, "Only of these categories.")
                            .map(Category::of),
                    5)
            .eg(List.of(1, 2));
    static final Field<List<IncidentType>> TYPES =
            Field.list(Field.choice("types", IncidentType.class, "Only of these types."), 3);
    static final Field<IncidentId> INCIDENT = Field.line("incident", 15, "Only of this Incident.")
            .mapIf(
                    text -> IncidentId.isValid(text) ? Optional.of(new IncidentId(text)) : Optional.empty(),
                    "must be INC and 12 digits");
    static final Field<String> REASON =
            Field.text("reason", 4_000, "Why.").eg("The receiver was restored from a backup");
    static final Form REPLAY = Form.of("Replay", REASON);

    static final Field<List<DeliveryState>> STATE =
            Field.list(Field.choice("state", DeliveryState.class, "Where the delivery stands."), 5);
    static final Field<Integer> LIMIT = Field.integer("limit", 1, 500, "How many at most; default 50.");
    private static final String NO_CURSOR = "is not a cursor that this list gave out";
    private static final String GO_ON = "Where to go on: nextCursor of the page before.";
    static final Field<Long> CURSOR = Field.line("cursor", 18, GO_ON)
            .mapIf(text -> text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty(), NO_CURSOR);
    static final Form DELIVERIES = Form.of("DeliveriesQuery", STATE, LIMIT, CURSOR);
    static final Field<SubscriptionId> SUBSCRIPTIONS_CURSOR = Field.line("cursor", 40, GO_ON)
            .mapIf(
                    text -> SubscriptionId.isValid(text) ? Optional.of(new SubscriptionId(text)) : Optional.empty(),
                    NO_CURSOR);
    static final Form SUBSCRIPTIONS = Form.of("SubscriptionsQuery", LIMIT, SUBSCRIPTIONS_CURSOR);
    static final Form NOTHING = Form.of("NoSubscriptionsQuery");

    final Field<List<String>> services;
    final Field<List<String>> regions;
    final Form subscription;
    private final Receivers receivers;

    SubscriptionForms(Vocabulary words, Receivers receivers) {
        this.receivers = receivers;
        services = Field.list(
                Field.word("services", words::service, words::services, "Only if one of these is affected."), 20);
        regions = Field.list(Field.word("regions", words::region, words::regions, "Only in these regions."), 20)
                .eg(List.of("North"));
        subscription =
                Form.of("Subscription", CHANNEL, ADDRESS, URL, SECRET, CATEGORIES, services, regions, TYPES, INCIDENT);
    }

    Map<String, Form> bodies() {
        return Map.of("subscribe", subscription, "replayDelivery", REPLAY);
    }

    static Map<String, Form> queries() {
        Map<String, Form> forms = new HashMap<>();
        forms.put("findSubscriptions", SUBSCRIPTIONS);
        forms.put("getSubscription", NOTHING);
        forms.put("findDeliveries", DELIVERIES);
        forms.put("getDelivery", NOTHING);
        return forms;
    }

    /** Each channel has its own way to be reached. */
    void check(Filled in, Faults faults) {
        Channel channel = in.get(CHANNEL);
        if (channel == null) {
            return;
        }
        boolean mail = channel == Channel.EMAIL;
        unwanted(in, mail ? URL : ADDRESS, channel, faults);
        String target = in.get(mail ? ADDRESS : URL);
        if (target == null) {
            faults.add(mail ? "/address" : "/url", "is required for " + channel);
        } else if (mail && !receivers.isAddress(target)) {
            faults.add("/address", "must be one plain e-mail address");
        } else if (!mail && !receivers.isUrl(target)) {
            faults.add("/url", "must be a URL of http or https with a host, without user or fragment");
        } else if (!mail && !receivers.allow(target)) {
            faults.add("/url", "is on a host to which the operator of this service allows no requests");
        }
        String secret = in.get(SECRET);
        if (mail) {
            unwanted(in, SECRET, channel, faults);
        } else if (secret != null && !receivers.isSecret(secret)) {
            faults.add("/secret", "must have at least 16 bytes, and be base64 after whsec_");
        }
    }

    private static void unwanted(Filled in, Field<String> field, Channel channel, Faults faults) {
        if (in.get(field) != null) {
            faults.add("/" + field.name(), "is not for " + channel);
        }
    }

    SubscriptionScope scope(Filled in) {
        return new SubscriptionScope(
                in.all(CATEGORIES), in.all(services), in.all(regions), in.all(TYPES), in.get(INCIDENT));
    }
}
