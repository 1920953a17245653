package uk.smartenergy.incident.api.backtest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import uk.smartenergy.incident.api.shared.Required;

/** The reference of a backtest, {@code BT-} and 12 hexadecimal digits. They are drawn by lot, so that they tell of no other backtest. */
public record BacktestId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("BT-[0-9a-f]{12}");

    @JsonCreator
    public BacktestId {
        if (!isValid(Required.text(value, "backtestId"))) {
            throw new IllegalArgumentException("A backtest's reference is BT- and 12 hexadecimal digits");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** The reference with this number, of which the lower 48 bits count. */
    public static BacktestId of(long number) {
        return new BacktestId("BT-%012x".formatted(number & 0xffff_ffff_ffffL));
    }

    @Override
    public String toString() {
        return value;
    }
}
