package dev.assay.report.writer;

import dev.assay.report.document.Branding;
import dev.assay.report.document.Document;
import dev.assay.report.document.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a document as DOCX (Office Open XML, ECMA-376) for those who must edit it. Equal
/// documents give equal bytes.
public final class DocxWriter {

  private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String DRAWING =
      "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private DocxWriter() {}

  /// The file's bytes.
  public static byte[] write(Document document) {
    DocxPictures pictures = new DocxPictures(document.words().lettering());
    String body = body(document, pictures);
    String language = document.edition().language().regionTag();
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", utf8(DocxParts.contentTypes()));
    parts.put("_rels/.rels", utf8(DocxParts.packageRelations()));
    parts.put("docProps/core.xml", utf8(properties(document)));
    parts.put("word/document.xml", utf8(body));
    parts.put("word/_rels/document.xml.rels", utf8(DocxParts.relations(pictures.files().size())));
    parts.put("word/styles.xml", utf8(DocxParts.styles(language)));
    parts.put("word/numbering.xml", utf8(DocxParts.numbering()));
    parts.put("word/settings.xml", utf8(DocxParts.settings(language)));
    parts.put("word/footer1.xml", utf8(footer(document)));
    for (int i = 0; i < pictures.files().size(); i++) {
      parts.put("word/media/chart" + (i + 1) + ".png", pictures.files().get(i));
    }
    return zip(parts);
  }

  private static String body(Document document, DocxPictures pictures) {
    HtmlMarkup out = xml();
    out.open("w:document", "xmlns:w", MAIN, "xmlns:r", RELATIONS, "xmlns:wp", DRAWING);
    out.open("w:body").line();
    DocxBody body = new DocxBody(out, pictures);
    brand(out, document, pictures);
    body.paragraph("Kind", Text.of(document.kind()));
    body.paragraph("Title", Text.of(document.title()));
    body.paragraph("Subtitle", document.subtitle());
    document.sections().forEach(s -> body.section(s, 1));
    body.paragraph("Note", Text.of(document.closing()));
    out.open("w:sectPr").empty("w:footerReference", "w:type", "default", "r:id", "rIdFooter");
    out.empty("w:pgSz", "w:w", "11906", "w:h", "16838");
    out.empty(
        "w:pgMar",
        "w:top",
        "1134",
        "w:right",
        "1134",
        "w:bottom",
        "1134",
        "w:left",
        "1134",
        "w:header",
        "567",
        "w:footer",
        "567",
        "w:gutter",
        "0");
    out.close().close().close();
    return out.finish();
  }

  private static void brand(HtmlMarkup out, Document document, DocxPictures pictures) {
    Branding branding = document.edition().branding();
    Branding.Logo logo = branding.logo();
    if (logo != null) {
      out.open("w:p");
      pictures.write(out, logo, branding.name().isEmpty() ? "Logo" : branding.name());
      out.close();
    } else if (!branding.name().isEmpty()) {
      new DocxBody(out, pictures).paragraph("Kind", Text.of(branding.name()));
    }
  }

  private static String footer(Document document) {
    HtmlMarkup out = xml();
    out.open("w:ftr", "xmlns:w", MAIN, "xmlns:r", RELATIONS);
    out.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Footer").close();
    DocxText texts = new DocxText(out);
    texts.run(document.closing() + " " + document.words().say("docx.page") + " ");
    out.open("w:fldSimple", "w:instr", " PAGE ");
    texts.run("1");
    out.close().close().close();
    return out.finish();
  }

  private static String properties(Document document) {
    String created =
        DateTimeFormatter.ISO_INSTANT.format(document.created().truncatedTo(ChronoUnit.SECONDS));
    HtmlMarkup out = xml();
    out.open(
        "cp:coreProperties",
        "xmlns:cp",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms",
        "http://purl.org/dc/terms/",
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance");
    out.element("dc:title", document.title());
    out.element("dc:description", document.description());
    out.element("dc:creator", document.author());
    out.element("dc:language", document.edition().language().tag());
    out.element("dcterms:created", created, "xsi:type", "dcterms:W3CDTF");
    out.element("dcterms:modified", created, "xsi:type", "dcterms:W3CDTF");
    out.close();
    return out.finish();
  }

  private static HtmlMarkup xml() {
    return new HtmlMarkup(UnaryOperator.identity()).ours(DocxParts.DECLARATION);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
