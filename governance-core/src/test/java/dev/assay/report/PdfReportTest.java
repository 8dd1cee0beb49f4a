package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Dossier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfReportTest {

  @Test
  void equalDossiersGiveEqualBytes() {
    assertThat(Reports.pdf(SampleDossiers.adult())).isEqualTo(Reports.pdf(SampleDossiers.adult()));
  }

  @Test
  void reportIsAFileOneCouldFile() throws IOException {
    byte[] bytes = Reports.pdf(SampleDossiers.adult());
    assertThat(bytes.length).isLessThan(2_000_000);
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      assertThat(pdf.getPage(0).getMediaBox().getWidth())
          .isCloseTo(PDRectangle.A4.getWidth(), org.assertj.core.data.Offset.offset(1f));
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Income model, pre-deployment review");
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(SampleDossiers.adult().audit().created());
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text)
          .contains("page 1 of " + pdf.getNumberOfPages())
          .contains("The policy is broken")
          .contains("0.873")
          .contains("TP / (TP + FN)")
          .contains("assay audit --model adult_lgbm.onnx");
      System.out.println(
          "pdf report: " + pdf.getNumberOfPages() + " pages, " + bytes.length + " bytes");
    }
  }

  @Test
  void documentIsTaggedAndEveryFigureHasItsWords() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(Reports.pdf(SampleDossiers.adult()))) {
      List<PDStructureElement> elements = new ArrayList<>();
      collect(pdf.getDocumentCatalog().getStructureTreeRoot(), elements);
      List<String> types = elements.stream().map(PDStructureElement::getStructureType).toList();

      assertThat(types).contains("H1", "H2", "H3", "P", "Table", "TH", "TD", "LI", "Link");
      List<PDStructureElement> figures =
          elements.stream().filter(e -> e.getStructureType().equals("Figure")).toList();
      assertThat(figures).hasSizeGreaterThan(8);
      assertThat(figures).allSatisfy(f -> assertThat(f.getAlternateDescription()).isNotBlank());
    }
  }

  @Test
  void bookmarksFollowTheSections() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(Reports.pdf(SampleDossiers.adult()))) {
      List<String> names = new ArrayList<>();
      for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
        names.add(item.getTitle());
        assertThat(item.findDestinationPage(pdf)).isNotNull();
      }
      assertThat(names)
          .startsWith("What was decided, and how sure we are", "Findings that need a person")
          .contains("Fairness", "Provenance");
    }
  }

  @Test
  void fontsAreEmbeddedChartsAreVectorsAndLinksStayInside() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(Reports.pdf(SampleDossiers.adult()))) {
      int fonts = 0;
      int links = 0;
      for (PDPage page : pdf.getPages()) {
        fonts += fonts(page.getResources());
        for (PDAnnotation annotation : page.getAnnotations()) {
          assertThat(annotation).isInstanceOf(PDAnnotationLink.class);
          assertThat(((PDAnnotationLink) annotation).getAction())
              .satisfiesAnyOf(
                  a -> assertThat(a).isNull(), a -> assertThat(a).isInstanceOf(PDActionGoTo.class));
          links++;
        }
      }
      assertThat(fonts).isPositive();
      assertThat(links).isGreaterThan(80);
      assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
      assertThat(
              pdf.getDocumentCatalog().getNames() == null
                  || pdf.getDocumentCatalog().getNames().getJavaScript() == null)
          .isTrue();
    }
  }

  @Test
  void hostileTextsArePrintedAndWhatHasNoGlyphAsItsCode() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(Reports.pdf(SampleDossiers.hostile()))) {
      String text = new PDFTextStripper().getText(pdf);

      assertThat(text)
          .contains("<script>alert(1)</script>")
          .contains("\\u202Egnp.exe")
          .contains("\\u4E2D\\u6587")
          .doesNotContain("\u202E", "中");
    }
  }

  @Test
  void thousandsOfGroupsStayWithinFortyPages() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(Reports.pdf(SampleDossiers.many(3_000)))) {
      assertThat(pdf.getNumberOfPages()).isLessThan(40);
    }
  }

  @Test
  void otherTasksHaveTheirOwnNumbers() throws IOException {
    assertThat(text(SampleDossiers.multiclass()))
        .contains("The evidence does not suffice", "Each class against the rest", "good");
    assertThat(text(SampleDossiers.regression()))
        .contains("The policy is kept", "Predictions are off by 0.101", "stored scores");
    assertThat(text(SampleDossiers.passing())).contains("The policy is kept");
  }

  private static String text(Dossier dossier) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(Reports.pdf(dossier))) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static int fonts(PDResources resources) throws IOException {
    int count = 0;
    for (COSName name : resources.getFontNames()) {
      PDFont font = resources.getFont(name);
      assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      assertThat(font.getName()).contains("Inter");
      count++;
    }
    for (COSName name : resources.getXObjectNames()) {
      assertThat(resources.getXObject(name)).isNotInstanceOf(PDImageXObject.class);
      if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
        count += fonts(form.getResources());
      }
    }
    return count;
  }

  private static void collect(PDStructureNode node, List<PDStructureElement> into) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        into.add(element);
        collect(element, into);
      }
    }
  }
}
