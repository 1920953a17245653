package uk.smartenergy.incident.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags: {@code "3"}. */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private Versions() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that {@code If-Match} asks for; {@code null} if it asks for none or any. A tag that is none of ours, or a weak one, cannot
     * match and so is stale.
     */
    static @Nullable Long expected(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders("If-Match"));
        if (values.isEmpty() || values.size() == 1 && values.getFirst().strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(values.getFirst().strip());
        if (values.size() > 1 || !tag.matches()) {
            throw Problem.of(400, "INVALID_IF_MATCH", "If-Match must be one entity tag such as \"3\", or *");
        }
        if (tag.group(1) != null || !NUMBER.matcher(tag.group(2)).matches()) {
            throw Problem.of(412, "STALE_VERSION", "This entity tag is not that of the present version");
        }
        return Long.valueOf(tag.group(2));
    }
}
