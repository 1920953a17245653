package uk.smartenergy.incident.api.shared;

import java.util.regex.Pattern;

/** What the references of all records have in common: some letters that name the kind, and 12 digits, as {@code INC000000294975}. */
public final class Reference {
    /** Numbers from here on are drawn by lot, for what is RED; those below rise one by one. So a gap tells nobody of a RED record. */
    public static final long FIRST_DRAWN = 500_000_000_000L;

    private static final Pattern DIGITS = Pattern.compile("\\d{12}");

    private Reference() {}

    public static boolean isValid(String kind, String reference) {
        return reference.startsWith(kind)
                && DIGITS.matcher(reference.substring(kind.length())).matches();
    }

    /** The reference with this number, which must have at most 12 digits. */
    public static String of(String kind, long number) {
        return "%s%012d".formatted(kind, number);
    }

    /** The number of a valid reference. */
    public static long number(String reference) {
        return Long.parseLong(reference.substring(reference.length() - 12));
    }

    /** Whether it is from the range in which RED records have theirs; not, if it has no 12 digits at its end. */
    public static boolean isDrawn(String reference) {
        int digits = reference.length() - 12;
        return digits >= 0 && DIGITS.matcher(reference.substring(digits)).matches() && number(reference) >= FIRST_DRAWN;
    }

    /** @throws IllegalArgumentException if it is not one of this kind. @param what it is the reference of, such as {@code a Problem} */
    public static String required(String kind, String reference, String what) {
        if (!isValid(kind, Required.text(reference, "reference"))) {
            throw new IllegalArgumentException("The reference of " + what + " is " + kind + " and 12 digits");
        }
        return reference;
    }
}
