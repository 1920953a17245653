package uk.smartenergy.incident.api.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** The Ops Group's paper of a month, {@code PAPER-OPS-GROUP-2018-09}; also the name of its stream. */
public record PaperId(@JsonValue String value) {
    private static final String PREFIX = "PAPER-OPS-GROUP-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "(199\\d|20\\d\\d|21\\d\\d)-(0[1-9]|1[0-2])");

    @JsonCreator
    public PaperId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A paper's reference is " + PREFIX + " and a month such as 2018-09");
        }
    }

    public static PaperId of(YearMonth month) {
        return new PaperId(PREFIX + month);
    }

    public YearMonth month() {
        return YearMonth.parse(value.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
