package uk.smartenergy.incident.platform.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.CommunicationPart;
import uk.smartenergy.incident.api.incident.CommunicationStandard;

/** The templates of updates to Interested Parties: for each category one, and any more that a writer may name. */
public final class CommunicationTemplates {
    /** What a template may speak of. */
    static final Set<String> PLACEHOLDERS = Set.of(
            "id",
            "summary",
            "category",
            "state",
            "number",
            "at",
            "text",
            "affected",
            "whoIsAffected",
            "since",
            "workaround",
            "nextUpdateDue",
            "expectedFix",
            "services",
            "businessProcesses",
            "region",
            "resolver");

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final List<Template> all;
    private final Map<Category, Template> byCategory;

    CommunicationTemplates(List<Template> all, Map<Category, Template> byCategory) {
        this.all = List.copyOf(all);
        this.byCategory = Map.copyOf(byCategory);
    }

    /** What becomes of an update that lacks what its template requires. */
    public enum Incomplete {
        /** It is taken, and what is missing is shown with it. */
        SHOWN,
        /** It is refused. */
        REFUSED
    }

    /**
     * @param subject a line
     * @param text with placeholders in braces
     */
    public record Template(
            String code,
            String name,
            String subject,
            String text,
            List<CommunicationPart> required,
            Incomplete incomplete) {
        public Template {
            required = List.copyOf(required);
        }

        public CommunicationStandard standard() {
            return new CommunicationStandard(code, required);
        }

        /** A text of it with each placeholder replaced. */
        static String filled(String text, Function<String, String> values) {
            return PLACEHOLDER
                    .matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
        }
    }

    public List<Template> all() {
        return all;
    }

    /** The categories whose template it is. */
    public List<Category> categoriesOf(Template template) {
        return byCategory.entrySet().stream()
                .filter(entry -> entry.getValue().equals(template))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public Template of(Category category) {
        Template found = byCategory.get(category);
        if (found == null) {
            throw new IllegalStateException("Category " + category.number() + " has no template");
        }
        return found;
    }

    public Optional<Template> find(String code) {
        return all.stream()
                .filter(template -> template.code().equalsIgnoreCase(code.strip()))
                .findFirst();
    }
}
