package uk.smartenergy.incident.platform.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A document as one page of HTML that is well-formed XML too, so that PDF is made from the very same. It needs nothing from elsewhere: no script, no
 * font, no picture.
 *
 * @param text the page
 * @param style its only style sheet, for a policy that allows no other
 */
public record Html(String text, String style) {
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private static final String STYLE = """
            body{font-family:'DejaVu Sans Condensed',Arial,Helvetica,sans-serif;font-size:10pt;line-height:1.4;color:#1a1a1a;background:#fff;max-width:60em;margin:0 auto;padding:1em}
            h1{font-size:18pt;line-height:1.2;margin:0 0 6pt 0;color:#12355b}
            h2{font-size:14pt;margin:16pt 0 6pt 0;color:#12355b}
            h3{font-size:12pt;margin:12pt 0 4pt 0;color:#12355b}
            h4{font-size:10.5pt;margin:10pt 0 3pt 0;color:#12355b}
            h2,h3,h4{page-break-after:avoid}
            p{margin:0 0 6pt 0}
            a{color:#0b4f8a;text-decoration:underline}
            .top{border-bottom:2px solid #12355b;margin-bottom:12pt;padding-bottom:6pt}
            .reference,.purpose{font-weight:bold}
            .classification{color:#12355b}
            table{border-collapse:collapse;width:100%;table-layout:fixed;margin:6pt 0 10pt 0;font-size:9pt;-fs-table-paginate:paginate}
            caption{text-align:left;font-weight:bold;padding:3pt 0}
            thead{display:table-header-group}
            tr{page-break-inside:avoid}
            th,td{border:1px solid #8a97a6;padding:4pt 5pt;text-align:left;vertical-align:top;overflow-wrap:break-word;word-wrap:break-word}
            th{background:#e6edf5}
            .note{font-size:8.5pt;color:#444}
            .written{border-left:4px solid #b36b00;background:#fdf6e9;padding:6pt 8pt;margin:6pt 0 10pt 0}
            .label{font-size:8.5pt;font-weight:bold;color:#7a4900;margin-bottom:3pt}
            @page{size:A4;margin:18mm 16mm 24mm 16mm}
            """;

    private static final String WIDTHS = IntStream.rangeClosed(1, 20)
            .mapToObj(i -> ".w%1$d{width:%1$d%%}".formatted(5 * i))
            .collect(Collectors.joining("", "", "\n"));

    /** Renders. @param base what paths of this service are below, in links */
    public static Html of(Document document, URI base) {
        String style = STYLE + WIDTHS + footer(document);
        StringBuilder out = new StringBuilder(4_096);
        out.append(
                        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-GB\" xml:lang=\"en-GB\"><head>")
                .append("<meta charset=\"UTF-8\"/><title>")
                .append(escaped(document.reference() + " " + document.title()))
                .append("</title>");
        meta(out, "description", document.classificationLine());
        meta(out, "subject", document.purpose() + ". " + document.classificationLine());
        meta(out, "viewport", "width=device-width, initial-scale=1");
        if (document.author() != null) {
            meta(out, "author", document.author());
        }
        out.append("<style>").append(style).append("</style></head><body>\n<header class=\"top\">");
        element(out, "p", "reference", document.reference());
        element(out, "h1", null, document.title());
        element(out, "p", "purpose", document.purpose());
        out.append("<p>");
        if (document.author() != null) {
            out.append(escaped(document.author())).append(", ");
        }
        out.append(DATE.format(document.date())).append("</p>");
        element(out, "p", "classification", document.classificationLine());
        out.append("</header>\n<main>\n");
        document.blocks().forEach(block -> write(out, block, base));
        out.append("</main>\n</body></html>\n");
        return new Html(out.toString(), style);
    }

    /** What the browser is told to allow: this page's own style, and nothing else at all. */
    public String policy() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(Base64.getEncoder().encodeToString(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of printed pages. */
    private static String footer(Document document) {
        return """
                @page{@bottom-left{font:7.5pt 'DejaVu Sans Condensed',Arial,sans-serif;content:%s}
                @bottom-center{font:7.5pt 'DejaVu Sans Condensed',Arial,sans-serif;content:"Page " counter(page) " of " counter(pages)}
                @bottom-right{font:7.5pt 'DejaVu Sans Condensed',Arial,sans-serif;text-align:right;content:%s}}
                """.formatted(inStyle(document.reference()), inStyle(document.classificationLine()));
    }

    /** As a string of a style sheet, in which no character can mean anything. */
    private static String inStyle(String words) {
        StringBuilder out = new StringBuilder("\"");
        new Run(words, false, false, null).words().codePoints().forEach(c -> {
            if (c < 0x80 && Character.isLetterOrDigit(c) || c == '_' || c == '.') {
                out.appendCodePoint(c);
            } else {
                out.append("\\%06x ".formatted(c));
            }
        });
        return out.append('"').toString();
    }

    private static void write(StringBuilder out, Block block, URI base) {
        switch (block) {
            case Block.Heading heading -> {
                String tag = "h" + (heading.level() + 1);
                element(out, tag, null, heading.text(), base);
            }
            case Block.Paragraph paragraph -> element(out, "p", null, paragraph.text(), base);
            case Block.Note note -> element(out, "p", "note", note.text(), base);
            case Block.Items items -> {
                String tag = items.numbered() ? "ol" : "ul";
                out.append('<').append(tag).append('>');
                items.items().forEach(item -> element(out, "li", null, item, base));
                out.append("</").append(tag).append(">\n");
            }
            case Block.Written written -> {
                out.append("<div class=\"written\" role=\"note\" aria-label=\"")
                        .append(escaped(written.label()))
                        .append("\">");
                element(out, "p", "label", written.label());
                written.paragraphs().forEach(paragraph -> element(out, "p", null, paragraph, base));
                out.append("</div>\n");
            }
            case Block.Table table -> write(out, table, base);
        }
    }

    private static void write(StringBuilder out, Block.Table table, URI base) {
        out.append("<table>");
        element(out, "caption", null, table.caption());
        out.append("<thead><tr>");
        for (int column = 0; column < table.header().size(); column++) {
            out.append("<th scope=\"col\" class=\"w")
                    .append(table.width(column) / 5 * 5)
                    .append("\">")
                    .append(escaped(table.header().get(column)))
                    .append("</th>");
        }
        out.append("</tr></thead>\n<tbody>");
        for (List<Cell> row : table.rows()) {
            out.append("<tr>");
            for (Cell cell : row) {
                out.append("<td>");
                cell.paragraphs().forEach(paragraph -> element(out, "p", null, paragraph, base));
                out.append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table>\n");
    }

    private static void meta(StringBuilder out, String name, String content) {
        out.append("<meta name=\"%s\" content=\"%s\"/>".formatted(name, escaped(content)));
    }

    private static void element(StringBuilder out, String tag, @Nullable String style, String words) {
        element(out, tag, style, Text.of(words), URI.create("/"));
    }

    private static void element(StringBuilder out, String tag, @Nullable String style, Text text, URI base) {
        out.append('<').append(tag);
        if (style != null) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>');
        text.runs().forEach(run -> write(out, run, base));
        out.append("</").append(tag).append(">\n");
    }

    private static void write(StringBuilder out, Run run, URI base) {
        String words = escaped(run.words()).replace("\n", "<br/>");
        words = run.strong() ? "<strong>" + words + "</strong>" : words;
        words = run.emphasis() ? "<em>" + words + "</em>" : words;
        String target = target(run, base);
        out.append(target == null ? words : "<a href=\"%s\">%s</a>".formatted(escaped(target), words));
    }

    /** Where a run leads, in full; {@code null}: nowhere. */
    static @Nullable String target(Run run, URI base) {
        String link = run.link();
        if (link == null || !link.startsWith("/")) {
            return link;
        }
        String below = base.toString();
        return (below.endsWith("/") ? below.substring(0, below.length() - 1) : below) + link;
    }

    private static String escaped(String words) {
        return new Run(words, false, false, null)
                .words()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
