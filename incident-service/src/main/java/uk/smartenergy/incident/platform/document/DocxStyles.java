package uk.smartenergy.incident.platform.document;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of Word documents, under Word's own names where it has one, so that outline, contents and screen readers know them. */
final class DocxStyles {
    static final String NORMAL = "Normal";
    static final String TITLE = "Title";
    static final String CAPTION = "Caption";
    static final String LIST = "ListParagraph";
    static final String HYPERLINK = "Hyperlink";
    static final String REFERENCE = "PaperReference";
    static final String NOTE = "PaperNote";
    static final String WRITTEN = "WritersText";
    /** Of the page between its margins, in twentieths of a point. */
    static final long TEXT_WIDTH = 9_978;

    private static final String BLUE = "12355B";
    private static final String FONT = "Arial";

    private final XWPFDocument word;
    private final XWPFStyles styles;
    private final List<CTStyle> all = new ArrayList<>();

    private DocxStyles(XWPFDocument word) {
        this.word = word;
        this.styles = word.createStyles();
    }

    static String heading(int level) {
        return "Heading" + level;
    }

    static DocxStyles in(XWPFDocument word) {
        DocxStyles made = new DocxStyles(word);
        made.styles.setSpellingLanguage("en-GB");
        CTStyle normal = made.paragraph(NORMAL, "Normal", 10, false, null);
        normal.setDefault(true);
        made.paragraph(TITLE, "Title", 18, true, BLUE);
        for (int level = 1; level <= 3; level++) {
            CTStyle heading = made.paragraph(heading(level), "heading " + level, 15 - level, true, BLUE);
            heading.getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1));
            heading.getPPr().addNewKeepNext();
        }
        made.paragraph(CAPTION, "caption", 9, true, null).getPPr().addNewKeepNext();
        made.paragraph(LIST, "List Paragraph", 10, false, null);
        made.paragraph(REFERENCE, "Paper Reference", 10, true, null);
        made.paragraph(NOTE, "Paper Note", 8, false, "444444");
        CTStyle written = made.paragraph(WRITTEN, "Writer's Text", 10, false, null);
        var bar = written.getPPr().addNewPBdr().addNewLeft();
        bar.setVal(STBorder.SINGLE);
        bar.setSz(BigInteger.valueOf(24));
        bar.setSpace(BigInteger.valueOf(6));
        bar.setColor("B36B00");
        written.getPPr().addNewShd().setFill("FDF6E9");
        CTStyle link = made.style(HYPERLINK, "Hyperlink", STStyleType.CHARACTER);
        link.addNewRPr().addNewColor().setVal("0B4F8A");
        link.getRPr().addNewU().setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STUnderline.SINGLE);
        // The document takes copies, so that what is said of a style later would be lost.
        made.all.forEach(style -> made.styles.addStyle(new XWPFStyle(style)));
        return made;
    }

    /** A4, as the field prints it. */
    void page() {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11_906));
        size.setH(BigInteger.valueOf(16_838));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(1_134));
        margin.setBottom(BigInteger.valueOf(1_134));
        margin.setLeft(BigInteger.valueOf(964));
        margin.setRight(BigInteger.valueOf(964));
        margin.setHeader(BigInteger.valueOf(567));
        margin.setFooter(BigInteger.valueOf(567));
        margin.setGutter(BigInteger.ZERO);
    }

    /** A list that counts from one, or has bullets. */
    BigInteger list(boolean numbered) {
        XWPFNumbering numbering = word.getNumbering() == null ? word.createNumbering() : word.getNumbering();
        CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(BigInteger.valueOf(numbering.getAbstractNums().size()));
        CTLvl level = kind.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(numbered ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
        level.addNewLvlText().setVal(numbered ? "%1." : "•");
        CTPPrGeneral indented = level.addNewPPr();
        indented.addNewInd().setLeft(BigInteger.valueOf(567));
        indented.getInd().setHanging(BigInteger.valueOf(283));
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(kind)));
    }

    private CTStyle paragraph(
            String id, String name, int points, boolean bold, @org.jspecify.annotations.Nullable String color) {
        CTStyle style = style(id, name, STStyleType.PARAGRAPH);
        style.addNewPPr().addNewSpacing().setAfter(BigInteger.valueOf(100));
        CTRPr look = style.addNewRPr();
        look.addNewRFonts().setAscii(FONT);
        look.getRFontsArray(0).setHAnsi(FONT);
        look.addNewSz().setVal(BigInteger.valueOf(2L * points));
        if (bold) {
            look.addNewB();
        }
        if (color != null) {
            look.addNewColor().setVal(color);
        }
        return style;
    }

    private CTStyle style(String id, String name, STStyleType.Enum type) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(type);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        all.add(style);
        return style;
    }
}
