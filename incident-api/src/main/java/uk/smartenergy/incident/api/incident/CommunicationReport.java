package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well Interested Parties were told in a month, for each service provider.
 *
 * @param period the month, for example {@code 2018-07}
 * @param formula how the quality figure is made
 * @param totals of all together
 * @param byProvider by name; {@link IncidentFilter#NONE}: while nobody was Resolver
 */
public record CommunicationReport(
        String period, Instant asOf, Instant knownAt, String formula, Figures totals, List<Figures> byProvider) {

    public static final String FORMULA =
            "quality = the mean of 100 x completeShare, 100 x onTimeShare and 25 x (averageRating - 1); what has no data is left out";

    public CommunicationReport {
        byProvider = List.copyOf(byProvider);
    }

    /**
     * What happened while somebody was Resolver. An update counts in the month in which it was sent, with all its ratings; one that did not come,
     * when it fell due.
     *
     * @param provider who was Resolver then; {@code ALL} in the totals
     * @param judged of those sent, how many there was a standard for
     * @param complete of these, how many gave all that was required
     * @param due how many fell due: those in time and those missed
     * @param onTime how many were sent before their time was over
     * @param missed how many times an update fell due and none came
     * @param quality from 0 to 100; {@code null} if there is nothing to judge by
     */
    public record Figures(
            String provider,
            long sent,
            long judged,
            long complete,
            @Nullable Double completeShare,
            long due,
            long onTime,
            long missed,
            @Nullable Double onTimeShare,
            long ratings,
            @Nullable Double averageRating,
            @Nullable Double quality,
            @Nullable String incidents) {

        /** The figures that follow from these counts. */
        public static Figures of(
                String provider,
                long sent,
                long judged,
                long complete,
                long onTime,
                long missed,
                long ratings,
                long stars) {
            Double completeShare = share(complete, judged);
            Double onTimeShare = share(onTime, onTime + missed);
            Double average = ratings == 0 ? null : rounded((double) stars / ratings);
            double sum = 0;
            int parts = 0;
            if (judged > 0) {
                sum += 100.0 * complete / judged;
                parts++;
            }
            if (onTime + missed > 0) {
                sum += 100.0 * onTime / (onTime + missed);
                parts++;
            }
            if (ratings > 0) {
                sum += 25.0 * ((double) stars / ratings - 1);
                parts++;
            }
            Double quality = parts == 0 ? null : Math.round(sum / parts * 10) / 10.0;
            return new Figures(
                    provider,
                    sent,
                    judged,
                    complete,
                    completeShare,
                    onTime + missed,
                    onTime,
                    missed,
                    onTimeShare,
                    ratings,
                    average,
                    quality,
                    null);
        }

        /** The same with where its Incidents are listed. */
        public Figures at(String url) {
            return new Figures(
                    provider,
                    sent,
                    judged,
                    complete,
                    completeShare,
                    due,
                    onTime,
                    missed,
                    onTimeShare,
                    ratings,
                    averageRating,
                    quality,
                    url);
        }

        private static @Nullable Double share(long part, long whole) {
            return whole == 0 ? null : rounded((double) part / whole);
        }

        private static double rounded(double value) {
            return Math.round(value * 1000) / 1000.0;
        }
    }
}
