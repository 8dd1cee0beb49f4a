package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Dossier;
import dev.assay.modelcard.ModelCards;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.modelcard.Narratives;
import dev.assay.report.content.CardDocument;
import dev.assay.report.writer.DocxWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DocxTest {

  static Stream<byte[]> files() {
    Dossier adult = SampleDossiers.adult();
    return Stream.of(
        Reports.docx(adult),
        Reports.docx(SampleDossiers.multiclass()),
        Reports.docx(SampleDossiers.hostile()),
        card(adult));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyPartIsWellFormedNamedAndLedTo(byte[] file) throws Exception {
    Map<String, byte[]> parts = parts(file);
    String types = new String(parts.get("[Content_Types].xml"));
    for (String name : parts.keySet()) {
      if (name.endsWith(".xml") || name.endsWith(".rels")) {
        xml(parts.get(name));
      }
      assertThat(types)
          .satisfiesAnyOf(
              t -> assertThat(t).contains("PartName=\"/" + name + "\""),
              t -> assertThat(name).endsWith(".png"),
              t -> assertThat(name).endsWith(".rels"),
              t -> assertThat(name).isEqualTo("[Content_Types].xml"));
    }
    Document relations = xml(parts.get("word/_rels/document.xml.rels"));
    List<String> ids = new ArrayList<>();
    for (Element relation : all(relations, "Relationship")) {
      ids.add(relation.getAttribute("Id"));
      assertThat(parts).containsKey("word/" + relation.getAttribute("Target"));
    }
    Document body = xml(parts.get("word/document.xml"));
    assertThat(all(body, "a:blip"))
        .allSatisfy(b -> assertThat(ids).contains(b.getAttribute("r:embed")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void styleNamesHeaderRowsAndTextAlternativesServeReadersOfScreens(byte[] file) throws Exception {
    Map<String, byte[]> parts = parts(file);
    Document body = xml(parts.get("word/document.xml"));
    List<String> styles =
        all(xml(parts.get("word/styles.xml")), "w:style").stream()
            .map(s -> s.getAttribute("w:styleId"))
            .toList();

    for (String kind : List.of("w:pStyle", "w:rStyle", "w:tblStyle")) {
      assertThat(all(body, kind))
          .allSatisfy(s -> assertThat(styles).contains(s.getAttribute("w:val")));
    }
    assertThat(all(body, "w:pStyle"))
        .extracting(s -> s.getAttribute("w:val"))
        .contains("Title", "Heading1", "Heading2");
    assertThat(all(body, "wp:docPr"))
        .allSatisfy(d -> assertThat(d.getAttribute("descr")).isNotBlank());
    for (Element table : all(body, "w:tbl")) {
      boolean header = !all(table, "w:tblHeader").isEmpty();
      boolean named = all(table, "w:tblLook").getFirst().getAttribute("w:firstColumn").equals("1");
      assertThat(header || named).isTrue();
      int columns = all(table, "w:gridCol").size();
      assertThat(all(table, "w:tr")).allSatisfy(r -> assertThat(all(r, "w:tc")).hasSize(columns));
    }
    List<String> bookmarks =
        all(body, "w:bookmarkStart").stream().map(b -> b.getAttribute("w:name")).toList();
    assertThat(bookmarks).doesNotHaveDuplicates().allMatch(b -> b.length() <= 40);
    assertThat(all(body, "w:hyperlink"))
        .allSatisfy(h -> assertThat(bookmarks).contains(h.getAttribute("w:anchor")));
  }

  @Test
  void theReportSaysTheSameAsItsOtherForms() throws Exception {
    Dossier adult = SampleDossiers.adult();
    Map<String, byte[]> parts = parts(Reports.docx(adult));
    String words = xml(parts.get("word/document.xml")).getDocumentElement().getTextContent();

    assertThat(words).contains("Income model, pre-deployment review", "0.873", "0.079");
    assertThat(all(xml(parts.get("word/document.xml")), "w:drawing")).isNotEmpty();
    assertThat(ImageIO.read(new ByteArrayInputStream(parts.get("word/media/chart1.png"))))
        .satisfies(i -> assertThat(i.getWidth()).isGreaterThan(500));
    assertThat(Reports.docx(SampleDossiers.adult())).isEqualTo(Reports.docx(adult));
  }

  @Test
  void theCardKeepsListsTablesAndCode() throws Exception {
    Dossier adult = SampleDossiers.adult();
    String text =
        "Not for:\n\n- children\n  1. below 16\n\n| a | b |\n|---|---:|\n| x | 1 |\n\n`run`";
    byte[] file =
        DocxWriter.write(
            CardDocument.of(
                adult, ModelCards.of(adult, Narratives.of(NarrativeSection.LIMITATIONS, text))));
    Document body = xml(parts(file).get("word/document.xml"));

    assertThat(body.getDocumentElement().getTextContent())
        .contains("Model card", "Not for:", "children", "    1. below 16", "run", "Accuracy");
    assertThat(all(body, "w:rStyle")).anyMatch(s -> s.getAttribute("w:val").equals("Code"));
  }

  private static byte[] card(Dossier dossier) {
    return DocxWriter.write(
        CardDocument.of(dossier, ModelCards.of(dossier, Narratives.complete())));
  }

  private static Map<String, byte[]> parts(byte[] file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        parts.put(e.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static Document xml(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static List<Element> all(Document document, String name) {
    return list(document.getElementsByTagName(name));
  }

  private static List<Element> all(Element element, String name) {
    return list(element.getElementsByTagName(name));
  }

  private static List<Element> list(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
