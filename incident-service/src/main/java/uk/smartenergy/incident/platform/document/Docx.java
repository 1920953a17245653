package uk.smartenergy.incident.platform.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** A document for Word: real headings, tables whose header rows repeat, links, and fields for the pages. */
public final class Docx {
    private final XWPFDocument word;
    private final URI base;
    private final DocxStyles styles;

    private Docx(XWPFDocument word, URI base) {
        this.word = word;
        this.base = base;
        this.styles = DocxStyles.in(word);
    }

    /** Renders. @param base what paths of this service are below, in links */
    public static byte[] of(Document document, URI base) {
        try (XWPFDocument word = new XWPFDocument()) {
            new Docx(word, base).write(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            word.write(out);
            return dated(
                    out.toByteArray(),
                    document.date().atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(Document document) {
        properties(document);
        styles.page();
        Text classification = Text.of(document.classificationLine());
        fill(word.createHeader(HeaderFooterType.DEFAULT).createParagraph(), classification);
        footer(document);
        paragraph(DocxStyles.REFERENCE, Text.of(document.reference()));
        paragraph(DocxStyles.TITLE, Text.of(document.title()));
        paragraph(DocxStyles.REFERENCE, Text.of(document.purpose()));
        String author = document.author() == null ? "" : document.author() + ", ";
        paragraph(DocxStyles.NORMAL, Text.of(author + Html.DATE.format(document.date())));
        paragraph(DocxStyles.NORMAL, classification);
        document.blocks().forEach(this::write);
    }

    private void write(Block block) {
        switch (block) {
            case Block.Heading heading -> paragraph(DocxStyles.heading(heading.level()), heading.text());
            case Block.Paragraph paragraph -> paragraph(DocxStyles.NORMAL, paragraph.text());
            case Block.Note note -> paragraph(DocxStyles.NOTE, note.text());
            case Block.Items items -> {
                BigInteger number = styles.list(items.numbered());
                items.items().forEach(item -> paragraph(DocxStyles.LIST, item).setNumID(number));
            }
            case Block.Written written -> {
                paragraph(DocxStyles.WRITTEN, Text.empty().strong(written.label()));
                written.paragraphs().forEach(paragraph -> paragraph(DocxStyles.WRITTEN, paragraph));
            }
            case Block.Table table -> write(table);
        }
    }

    private void write(Block.Table table) {
        paragraph(DocxStyles.CAPTION, Text.of(table.caption()));
        XWPFTable grid =
                word.createTable(table.rows().size() + 1, table.header().size());
        grid.setWidth("100%");
        grid.getCTTbl().getTblPr().addNewTblDescription().setVal(table.caption());
        var columns = grid.getCTTbl().addNewTblGrid();
        for (int column = 0; column < table.header().size(); column++) {
            columns.addNewGridCol().setW(BigInteger.valueOf(DocxStyles.TEXT_WIDTH * table.width(column) / 100));
        }
        XWPFTableRow header = grid.getRow(0);
        header.setRepeatHeader(true);
        for (int column = 0; column < table.header().size(); column++) {
            XWPFTableCell cell = header.getCell(column);
            cell.setColor("E6EDF5");
            cell.setWidth(table.width(column) + "%");
            fill(cell.getParagraphArray(0), Text.empty().strong(table.header().get(column)));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = table.rows().get(row);
            grid.getRow(row + 1).setCantSplitRow(true);
            for (int column = 0; column < cells.size(); column++) {
                write(grid.getRow(row + 1).getCell(column), cells.get(column));
            }
        }
        word.createParagraph();
    }

    private void write(XWPFTableCell cell, Cell content) {
        for (int i = 0; i < content.paragraphs().size(); i++) {
            XWPFParagraph paragraph = i == 0 ? cell.getParagraphArray(0) : cell.addParagraph();
            paragraph.setStyle(DocxStyles.NORMAL);
            fill(paragraph, content.paragraphs().get(i));
        }
    }

    private XWPFParagraph paragraph(String style, Text text) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setStyle(style);
        fill(paragraph, text);
        return paragraph;
    }

    private void fill(XWPFParagraph paragraph, Text text) {
        for (Run run : text.runs()) {
            String target = Html.target(run, base);
            XWPFRun piece = target == null ? paragraph.createRun() : paragraph.createHyperlinkRun(target);
            if (target != null) {
                piece.setStyle(DocxStyles.HYPERLINK);
            }
            // Said only where it is so: otherwise the paragraph's style says it.
            if (run.strong()) {
                piece.setBold(true);
            }
            if (run.emphasis()) {
                piece.setItalic(true);
            }
            String[] lines = run.words().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    piece.addBreak();
                }
                piece.setText(lines[i], i);
            }
        }
    }

    private void footer(Document document) {
        XWPFParagraph line = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        line.setAlignment(ParagraphAlignment.CENTER);
        fill(line, Text.of(document.reference() + " · Page "));
        line.getCTP().addNewFldSimple().setInstr("PAGE");
        fill(line, Text.of(" of "));
        line.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        fill(line, Text.of(" · " + document.classificationLine()));
    }

    private void properties(Document document) {
        POIXMLProperties.CoreProperties core = word.getProperties().getCoreProperties();
        core.setTitle(document.reference() + " " + document.title());
        core.setSubjectProperty(document.purpose());
        core.setCategory(document.classificationLine());
        core.setCreator(document.author() == null ? "Incident management" : document.author());
        Optional<Date> date = Optional.of(
                Date.from(document.date().atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreated(date);
        core.setModified(date);
    }

    /** The same file with its entries dated by the document rather than by the clock, so that the same document gives the same bytes. */
    private static byte[] dated(byte[] file, Instant date) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setLastModifiedTime(FileTime.from(date));
                zip.putNextEntry(copy);
                in.transferTo(zip);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
