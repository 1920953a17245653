package uk.smartenergy.incident.platform.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.ResolverKind;

/** The register of parties that are known. Others may raise and resolve Incidents too; they are of no known kind. */
public final class Parties {
    private final Names names;
    private final Map<String, Party> byName;

    Parties(Names names, Map<String, Party> byName) {
        this.names = names;
        this.byName = Map.copyOf(byName);
    }

    /** @param category the Party category, for example {@code Large Supplier} */
    public record Party(String name, ResolverKind kind, String category) {}

    /** In the order in which they are listed. */
    public List<Party> all() {
        return names.all().stream().flatMap(name -> find(name).stream()).toList();
    }

    public Optional<Party> find(String input) {
        return names.find(input).map(byName::get);
    }

    /** What sort of party a Resolver is; {@code null} is nobody. */
    public ResolverKind kindOf(@Nullable String resolver) {
        return resolver == null
                ? ResolverKind.NONE
                : find(resolver).map(Party::kind).orElse(ResolverKind.OTHER);
    }
}
