package uk.smartenergy.incident.communication.web;

import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.communication.SubscriptionId;

/** What those who deliver say of receivers, and their secrets. */
interface Receivers {
    /** Whether there is a mail server. */
    boolean takeMail();

    /** Whether it is a plain e-mail address. */
    boolean isAddress(String text);

    /** Whether it is a URL that requests can be sent to. */
    boolean isUrl(String text);

    /** Whether the operator allows requests to it. */
    boolean allow(String url);

    /** Whether it is long enough, and base64 after {@code whsec_}. */
    boolean isSecret(String text);

    /** Keeps a secret, or if none is given, a new one. @return the one that is kept now */
    String keepSecret(SubscriptionId subscription, @Nullable String given);

    void forgetSecret(SubscriptionId subscription);
}
