package uk.smartenergy.incident.platform.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * To which URLs requests are sent. Whoever may subscribe chooses a URL that this service then calls from where it stands, so an operator whose
 * network trusts this service names the hosts.
 */
public final class AllowedHosts {
    private final List<String> patterns;

    /** @param patterns {@code hooks.example.org}, or {@code *.example.org} for all below; none: any host */
    AllowedHosts(List<String> patterns) {
        this.patterns = patterns.stream()
                .map(pattern -> pattern.strip().toLowerCase(Locale.ROOT))
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }

    /** The URL in a text; empty if it is none, or not one of HTTP with a host and nothing that hides where it leads. */
    public static Optional<URI> url(String text) {
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http") || scheme.equals("https");
            return http
                            && url.getHost() != null
                            && url.getRawUserInfo() == null
                            && url.getRawFragment() == null
                            && url.getPort() != 0
                            && url.getPort() <= 65_535
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    public boolean allow(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return patterns.isEmpty()
                || patterns.stream()
                        .anyMatch(pattern ->
                                pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern));
    }
}
