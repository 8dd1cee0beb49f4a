package dev.assay.report.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.common.InputRejected;
import dev.assay.report.Conformance;
import dev.assay.report.ReportKindsTest;
import dev.assay.report.Reports;
import dev.assay.report.SampleDossiers;
import dev.assay.report.content.ReportKind;
import dev.assay.report.content.ReportPlan;
import dev.assay.report.document.Branding;
import dev.assay.report.document.Language;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrandingTest {

  private static final String SHAPES =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 100\"><defs><linearGradient id=\"g\">"
          + "<stop offset=\"0\" stop-color=\"#0a5c36\"/><stop offset=\"1\" stop-color=\"#064\"/></linearGradient></defs>"
          + "<rect width=\"300\" height=\"100\" rx=\"20\" fill=\"url(#g)\"/>"
          + "<circle cx=\"50\" cy=\"50\" r=\"30\" fill=\"white\"/></svg>";

  @TempDir Path folder;

  @Test
  void aBrandingIsReadWithItsLogoAsPixels() throws IOException {
    Branding branding = branding(SHAPES, "accent: \"#0A5C36\"\nfooter: For the committee only");

    assertThat(branding.name()).isEqualTo("Example Bank");
    assertThat(branding.accent()).isEqualTo("#0a5c36");
    assertThat(branding.footer()).isEqualTo("For the committee only");
    Branding.Logo logo = Objects.requireNonNull(branding.logo());
    assertThat(logo.width()).isEqualTo(900);
    assertThat(logo.height()).isEqualTo(300);
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(logo.png()));
    assertThat(drawn.getRGB(150, 150)).isEqualTo(0xFFFFFFFF);
    assertThat(drawn.getRGB(0, 0) >>> 24).isZero();
  }

  @Test
  void aLogoAsPngIsTakenNoLargerThanItIsPrinted() throws IOException {
    ImageIO.write(
        new BufferedImage(3_000, 1_500, BufferedImage.TYPE_INT_RGB),
        "png",
        folder.resolve("logo.png").toFile());

    Branding.Logo logo = Objects.requireNonNull(read("logo: logo.png").logo());

    assertThat(logo.width()).isEqualTo(600);
    assertThat(logo.height()).isEqualTo(300);
  }

  @Test
  void everyFormatShowsWhoseItIs() throws Exception {
    Branding branding = branding(SHAPES, "accent: \"#0A5C36\"\nfooter: For the committee only");
    ReportPlan plan = ReportPlan.of(ReportKind.EXECUTIVE).with(branding);
    String html = text(Reports.html(SampleDossiers.adult(), plan));
    byte[] pdf = Reports.pdf(SampleDossiers.adult(), plan);

    assertThat(html)
        .contains("<img class=\"logo\" alt=\"Example Bank\" src=\"data:image/png;base64,")
        .contains("--accent:#0a5c36")
        .contains("For the committee only · Audit");
    assertThat(text(Reports.markdown(SampleDossiers.adult(), plan))).startsWith("Example Bank");
    assertThat(Reports.docx(SampleDossiers.adult(), plan)).isNotEmpty();
    assertThat(Conformance.faults(pdf)).isEmpty();
    assertThat(Reports.pdf(SampleDossiers.adult(), plan)).isEqualTo(pdf);
  }

  @Test
  void aCrowdedSummaryWithALogoAndALongFootIsStillOnePage() throws IOException {
    Branding branding = branding(SHAPES, "footer: " + "Confidential ".repeat(6));
    ReportPlan plan = ReportPlan.of(ReportKind.EXECUTIVE).in(Language.GERMAN).with(branding);
    try (PDDocument document = Loader.loadPDF(Reports.pdf(ReportKindsTest.crowded(), plan))) {
      assertThat(document.getNumberOfPages()).isOne();
    }
  }

  @Test
  void aColourThatCannotBeSeenInTheDarkGivesWayThere() throws IOException {
    String html =
        text(
            Reports.html(
                SampleDossiers.adult(),
                ReportPlan.FULL.with(branding(SHAPES, "accent: \"#0A5C36\""))));

    assertThat(html.split("--accent:#0a5c36", -1)).hasSize(2);
    assertThat(html).contains("--accent:#7aa0ff");
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNoBrandingIsRefusedInASentence(String yaml, String why) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining(why);
  }

  static Stream<Arguments> whatIsNoBrandingIsRefusedInASentence() {
    return Stream.of(
        arguments("accent: \"#ffcc00\"", "'accent' has a contrast of 1.51 to white paper"),
        arguments("accent: \"#777777\"", "contrast of 4.47"),
        arguments("accent: green", "'accent' is not a colour"),
        arguments("logo: ../../etc/passwd", "'logo' is not the name of a file beside"),
        arguments("logo: /etc/passwd", "'logo' is not the name of a file beside"),
        arguments("logo: none.png", "cannot be read"),
        arguments("colour: \"#000000\"", "colour"),
        arguments("footer: " + "x".repeat(81), "has 81 characters"));
  }

  @ParameterizedTest
  @MethodSource
  void aLogoThatIsMoreThanShapesIsRefused(String svg, String why) {
    assertThatThrownBy(() -> branding(svg, ""))
        .isInstanceOfSatisfying(
            InputRejected.class, e -> assertThat(e.code()).isEqualTo("BRANDING-LOGO"))
        .hasMessageContaining(why);
  }

  static Stream<Arguments> aLogoThatIsMoreThanShapesIsRefused() {
    return Stream.of(
        arguments(svg("<script>alert(1)</script>"), "'script'"),
        arguments(svg("<rect onload=\"alert(1)\"/>"), "'onload'"),
        arguments(svg("<image href=\"http://example.org/x.png\"/>"), "'image'"),
        arguments(svg("<foreignObject/>"), "'foreignObject'"),
        arguments(svg("<text>Bank</text>"), "'text'"),
        arguments(svg("<use href=\"#a\"/>"), "'use'"),
        arguments(svg("<style>@import url(http://example.org)</style>"), "'style'"),
        arguments(svg("<rect fill=\"url(http://example.org/#a)\"/>"), "leads to another file"),
        arguments(
            svg("<rect style=\"fill: URL( file:///etc/passwd )\"/>"), "leads to another file"),
        arguments(
            svg("<linearGradient xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\"b.svg#g\"/>"),
            "leads to another file"),
        arguments(
            "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + svg("&e;"),
            "neither PNG nor SVG"),
        arguments(svg("<?xml-stylesheet href=\"a.css\"?>"), "instruction"),
        arguments(svg("<g>".repeat(60) + "</g>".repeat(60)), "more parts"),
        arguments(svg("<rect/>".repeat(6_000)), "more parts"),
        arguments("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "how wide and how high"),
        arguments("GIF89a", "neither PNG nor SVG"),
        arguments("\u0089PNG\r\n", "neither PNG nor SVG"));
  }

  private static String svg(String inner) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">"
        + inner
        + "</svg>";
  }

  @Test
  void aDamagedPngIsRefused() throws IOException {
    Files.write(
        folder.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});

    assertThatThrownBy(() -> read("logo: logo.png")).hasMessageContaining("is damaged");
  }

  @Test
  void contrastIsAsTheStandardSays() {
    assertThat(Contrast.onPaper(0x000000)).isCloseTo(21, within(1e-9));
    assertThat(Contrast.onPaper(0xFFFFFF)).isCloseTo(1, within(1e-9));
    assertThat(Contrast.onPaper(0x767676)).isCloseTo(4.54, within(0.005));
  }

  private Branding branding(String svg, String more) throws IOException {
    Files.writeString(folder.resolve("logo.svg"), svg);
    return read("name: Example Bank\nlogo: logo.svg\n" + more);
  }

  private Branding read(String yaml) throws IOException {
    return BrandingReader.read(Files.writeString(folder.resolve("branding.yaml"), yaml + "\n"));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
