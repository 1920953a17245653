package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;

/**
 * What became of the categories of the Incidents that were raised in a time: as first assigned, as they stand, and as ruled.
 *
 * @param from the first day, in Europe/London
 * @param to the last day
 * @param total how many were raised
 * @param disputed of these, how many were ever disputed
 * @param ruled of these, on how many there was a ruling
 * @param changed of these, how many stand at another category than the first
 * @param categories one for each category, gravest first
 * @param matrix each combination that occurs, with how often; they add up to {@code total}
 * @param groups empty unless grouped; by Business Process an Incident counts in each of its own
 */
public record CategorisationReport(
        LocalDate from,
        LocalDate to,
        Instant asOf,
        Instant knownAt,
        long total,
        long disputed,
        long ruled,
        long changed,
        List<Row> categories,
        List<Cell> matrix,
        List<Group> groups) {
    public CategorisationReport {
        categories = List.copyOf(categories);
        matrix = List.copyOf(matrix);
        groups = List.copyOf(groups);
    }

    /** What the report may be grouped by. */
    public enum GroupBy {
        /** In which it was raised, in Europe/London. */
        MONTH,
        BUSINESS_PROCESS,
        REGION,
        /** Of the raiser. */
        PARTY_CATEGORY,
        /** As it stands. */
        CATEGORY,
        /** That decided on the category as it stands. */
        POLICY_VERSION
    }

    /**
     * @param raised how many were first assigned this category
     * @param disputed of {@code raised}, how many were ever disputed
     * @param ruled of {@code raised}, on how many there was a ruling
     * @param changed of {@code raised}, how many stand at another category
     * @param standing how many stand at this category, whatever the first was
     * @param ruledAs how many were last ruled to be of this category
     */
    public record Row(
            Category category, long raised, long disputed, long ruled, long changed, long standing, long ruledAs) {}

    /** @param ruled as ruled last; {@code null}: no ruling */
    public record Cell(
            Category first, Category standing, @Nullable Category ruled, long count) {}

    /** @param group the month, category, or name; {@link IncidentFilter#NONE} for those without */
    public record Group(String group, long total, long disputed, long ruled, long changed, List<Row> categories) {
        public Group {
            categories = List.copyOf(categories);
        }
    }
}
