package uk.smartenergy.incident.majorincident.read.reports;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
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

    /** Between two stretches that stayed, what was deleted comes before what was inserted. */
    static List<Piece> pieces(String older, String newer) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder deleted = new StringBuilder();
        StringBuilder inserted = new StringBuilder();
        for (AbstractDelta<String> delta : DiffUtils.diff(
                        words(older), words(newer), new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(pieces, deleted, inserted);
                pieces.add(
                        new Piece(Change.SAME, String.join("", delta.getSource().getLines())));
            } else {
                delta.getSource().getLines().forEach(deleted::append);
                delta.getTarget().getLines().forEach(inserted::append);
            }
        }
        add(pieces, deleted, inserted);
        return pieces;
    }

    private static void add(List<Piece> pieces, StringBuilder deleted, StringBuilder inserted) {
        if (!deleted.isEmpty()) {
            pieces.add(new Piece(Change.DELETED, deleted.toString()));
        }
        if (!inserted.isEmpty()) {
            pieces.add(new Piece(Change.INSERTED, inserted.toString()));
        }
        deleted.setLength(0);
        inserted.setLength(0);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(EDGES));
    }
}
