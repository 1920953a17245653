package uk.smartenergy.incident.majorincident.read.reports;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.smartenergy.incident.api.majorincident.ReportDifferences.Change;
import uk.smartenergy.incident.api.majorincident.ReportDifferences.PartDifference;
import uk.smartenergy.incident.api.majorincident.ReportDifferences.Piece;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.majorincident.ReportPart;

/** What one text says otherwise than another, word by word. */
final class TextDifferences {
    /** Between words and what parts them, both of which are kept. */
    private static final String EDGES = "(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)";

    private TextDifferences() {}

    /** The parts that differ. */
    static List<PartDifference> of(ReportKind kind, Map<String, String> from, Map<String, String> to) {
        List<PartDifference> different = new ArrayList<>();
        for (ReportPart part : kind.parts()) {
            String older = from.getOrDefault(part.apiName(), "");
            String newer = to.getOrDefault(part.apiName(), "");
            if (!older.equals(newer)) {
                different.add(new PartDifference(part.apiName(), part.title(), pieces(older, newer)));
            }
        }
        return different;
    }

    static List<Piece> pieces(String older, String newer) {
        List<Piece> pieces = new ArrayList<>();
        DiffUtils.diff(words(older), words(newer), new MyersDiffWithLinearSpace<>(), null, true).getDeltas().stream()
                .forEach(delta -> add(pieces, delta));
        return pieces;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(EDGES));
    }

    private static void add(List<Piece> pieces, AbstractDelta<String> delta) {
        String older = String.join("", delta.getSource().getLines());
        String newer = String.join("", delta.getTarget().getLines());
        if (older.equals(newer)) {
            pieces.add(new Piece(Change.SAME, older));
            return;
        }
        if (!older.isEmpty()) {
            pieces.add(new Piece(Change.DELETED, older));
        }
        if (!newer.isEmpty()) {
            pieces.add(new Piece(Change.INSERTED, newer));
        }
    }
}
