package uk.smartenergy.incident.incident.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.shared.Classification;

/** An {@link IncidentLife} as bytes: what {@link Slim} leaves of each event, and nothing else. */
final class LifeBytes {
    private LifeBytes() {}

    static byte[] write(IncidentLife life) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, life.id().value());
            out.writeLong(life.version());
            instant(out, life.latest());
            out.writeInt(life.facts().size());
            for (IncidentEvent fact : life.facts()) {
                event(out, fact);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static IncidentLife read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            IncidentId id = new IncidentId(text(in));
            long version = in.readLong();
            Instant latest = instant(in);
            int size = in.readInt();
            List<IncidentEvent> facts = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                facts.add(event(in, id));
            }
            return new IncidentLife(facts, version, latest);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void event(DataOutputStream out, IncidentEvent fact) throws IOException {
        switch (fact) {
            case IncidentRaised e -> {
                head(out, 1, e);
                out.writeByte(e.type().ordinal());
                texts(out, e.businessProcesses());
                impact(out, e.impact());
                out.writeByte(e.classification().ordinal());
            }
            case IncidentCategorised e -> {
                head(out, 2, e);
                decision(out, e.decision());
            }
            case ImpactAssessed e -> {
                head(out, 3, e);
                impact(out, e.impact());
                texts(out, e.businessProcesses());
            }
            case IncidentAssigned e -> {
                head(out, 4, e);
                text(out, e.resolver());
            }
            case IncidentRespondedTo e -> {
                head(out, 5, e);
                out.writeBoolean(e.implied());
            }
            case IncidentPaused e -> head(out, 6, e);
            case IncidentResumed e -> head(out, 7, e);
            case IncidentEscalated e -> {
                head(out, 8, e);
                text(out, e.level());
                optionalText(out, e.trigger());
            }
            case IncidentCommunicated e -> {
                head(out, 9, e);
                out.writeInt(e.number());
            }
            case IncidentResolved e -> head(out, 10, e);
            case IncidentClosed e -> {
                head(out, 11, e);
                out.writeBoolean(e.withoutObjectionSince() != null);
                if (e.withoutObjectionSince() != null) {
                    instant(out, e.withoutObjectionSince());
                }
            }
            case IncidentReopened e -> head(out, 12, e);
            case IncidentLinked e -> {
                head(out, 13, e);
                out.writeByte(e.type().ordinal());
                text(out, e.target());
            }
            case CategoryDisputed e -> {
                head(out, 14, e);
                out.writeInt(e.number());
                text(out, e.party());
                out.writeByte(e.standing().ordinal());
            }
            case DisputeWithdrawn e -> {
                head(out, 15, e);
                out.writeInt(e.dispute());
            }
            case CategoryRuled e -> {
                head(out, 16, e);
                out.writeInt(e.dispute());
                out.writeByte(e.category().ordinal());
                decision(out, e.ruledOn());
                instant(out, e.effectiveFrom());
            }
            case CommunicationRated e -> throw new IllegalStateException("A life keeps no ratings");
            case DisputeEvidenceAdded e -> throw new IllegalStateException("A life keeps no evidence");
        }
    }

    private static IncidentEvent event(DataInputStream in, IncidentId id) throws IOException {
        int kind = in.readByte();
        Instant at = instant(in);
        IncidentEvent fact = switch (kind) {
            case 1 -> raised(in, id, at);
            case 2 -> new IncidentCategorised(id, at, decision(in));
            case 3 -> new ImpactAssessed(id, at, impactThatIsThere(in), texts(in), null);
            case 4 -> new IncidentAssigned(id, at, text(in), null);
            case 5 -> new IncidentRespondedTo(id, at, in.readBoolean(), null);
            case 6 -> new IncidentPaused(id, at, "-", null);
            case 7 -> new IncidentResumed(id, at, null);
            case 8 -> new IncidentEscalated(id, at, text(in), "-", optionalText(in));
            case 9 ->
                new IncidentCommunicated(
                        id, at, in.readInt(), new CommunicationContent("-", null, null, null, null, null, null));
            case 10 -> new IncidentResolved(id, at, null);
            case 11 -> new IncidentClosed(id, at, null, in.readBoolean() ? instant(in) : null);
            case 12 -> new IncidentReopened(id, at, "-");
            case 13 -> new IncidentLinked(id, at, LinkType.values()[in.readByte()], text(in), null);
            case 14 ->
                new CategoryDisputed(id, at, in.readInt(), text(in), Category.values()[in.readByte()], null, "-", null);
            case 15 -> new DisputeWithdrawn(id, at, in.readInt(), "-");
            case 16 ->
                new CategoryRuled(
                        id, at, in.readInt(), Category.values()[in.readByte()], "-", decision(in), instant(in));
            default -> throw new IOException("No kind of fact: " + kind);
        };
        return fact;
    }

    private static IncidentEvent raised(DataInputStream in, IncidentId id, Instant at) throws IOException {
        IncidentType type = IncidentType.values()[in.readByte()];
        List<String> processes = texts(in);
        Impact impact = impact(in);
        Classification classification = Classification.values()[in.readByte()];
        Raiser nobody = new Raiser("-", null, null, null);
        return new IncidentRaised(
                id,
                at,
                "-",
                null,
                type,
                nobody,
                List.of(),
                processes,
                null,
                null,
                impact,
                null,
                null,
                List.of(),
                null,
                classification);
    }

    private static void decision(DataOutputStream out, CategoryDecision decision) throws IOException {
        out.writeByte(decision.category().ordinal());
        out.writeByte(decision.basis().ordinal());
        optionalText(out, decision.policyVersion());
    }

    private static CategoryDecision decision(DataInputStream in) throws IOException {
        return new CategoryDecision(
                Category.values()[in.readByte()],
                CategoryDecision.Basis.values()[in.readByte()],
                optionalText(in),
                null,
                List.of(),
                null);
    }

    private static void head(DataOutputStream out, int kind, IncidentEvent event) throws IOException {
        out.writeByte(kind);
        instant(out, event.occurredAt());
    }

    private static void impact(DataOutputStream out, @Nullable Impact impact) throws IOException {
        out.writeBoolean(impact != null);
        if (impact != null) {
            out.writeByte(impact.level().ordinal());
            out.writeInt(impact.partiesPrevented());
            out.writeBoolean(impact.reducedCapacity());
            out.writeBoolean(impact.workaroundAvailable());
            out.writeByte(impact.dataLoss().ordinal());
            out.writeByte(impact.financialImpact().ordinal());
            optionalText(out, impact.businessImpact());
        }
    }

    private static @Nullable Impact impact(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? new Impact(
                        ImpactLevel.values()[in.readByte()],
                        in.readInt(),
                        in.readBoolean(),
                        in.readBoolean(),
                        DataLoss.values()[in.readByte()],
                        FinancialImpact.values()[in.readByte()],
                        optionalText(in))
                : null;
    }

    private static Impact impactThatIsThere(DataInputStream in) throws IOException {
        Impact impact = impact(in);
        if (impact == null) {
            throw new IOException("An assessment without an impact");
        }
        return impact;
    }

    private static void instant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text(in));
        }
        return texts;
    }

    private static void optionalText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            text(out, text);
        }
    }

    private static @Nullable String optionalText(DataInputStream in) throws IOException {
        return in.readBoolean() ? text(in) : null;
    }

    /** Not {@code writeUTF}, which takes no more than 64 kB. */
    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
