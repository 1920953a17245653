package uk.smartenergy.incident.platform.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A document as PDF, tagged for those who hear it read (PDF/UA), made from its {@link Html}. Nothing is fetched from anywhere. */
public final class Pdf {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed";
    private static final String FAMILY = "DejaVu Sans Condensed";

    /** Where a TrueType file says how many tables it has, and where its list of them begins; each has 16 bytes, the first four its name. */
    private static final int TABLE_COUNT = 4;

    private static final int FIRST_TABLE = 12;
    private static final int TABLE_ENTRY = 16;
    /** The table GSUB, and the name of one that nobody knows. */
    private static final int LIGATURES = 0x47535542;

    private static final int UNKNOWN = 0x7A7A7A7A;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private Pdf() {}

    /** Renders. @param base what paths of this service are below, in links */
    public static byte[] of(Document document, URI base) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withHtmlContent(Html.of(document, base).text(), null)
                .useUriResolver((below, uri) -> uri)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useFastMode()
                .usePdfUaAccessibility(true)
                .withProducer("Incident management");
        font(builder, "", 400, FontStyle.NORMAL);
        font(builder, "-Bold", 700, FontStyle.NORMAL);
        font(builder, "-Oblique", 400, FontStyle.ITALIC);
        font(builder, "-BoldOblique", 700, FontStyle.ITALIC);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument pdf = renderer.createPDFKeepOpen()) {
            // The same document gives the same bytes.
            pdf.getDocumentInformation()
                    .setCreationDate(GregorianCalendar.from(document.date().atStartOfDay(ZoneOffset.UTC)));
            pdf.setDocumentId((long) Arrays.hashCode(new Object[] {document.reference(), document.date()}));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void font(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
        FSSupplier<InputStream> file = () -> new ByteArrayInputStream(withoutLigatures(FONTS + face + ".ttf"));
        builder.useFont(file, FAMILY, weight, style, true);
    }

    /** The font without its table of ligatures, since whoever searches for "Classification" writes f and i, and does not find one letter for both. */
    private static byte[] withoutLigatures(String name) {
        try (InputStream found = Pdf.class.getResourceAsStream(name)) {
            if (found == null) {
                throw new IllegalStateException("There is no font " + name);
            }
            ByteBuffer font = ByteBuffer.wrap(found.readAllBytes());
            int tables = font.getShort(TABLE_COUNT);
            for (int entry = FIRST_TABLE; entry < FIRST_TABLE + tables * TABLE_ENTRY; entry += TABLE_ENTRY) {
                if (font.getInt(entry) == LIGATURES) {
                    font.putInt(entry, UNKNOWN);
                }
            }
            return font.array();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
