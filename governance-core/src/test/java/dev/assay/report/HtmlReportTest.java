package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Dossier;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationJson;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {

  static List<Dossier> dossiers() {
    return List.of(
        SampleDossiers.adult(),
        SampleDossiers.passing(),
        SampleDossiers.multiclass(),
        SampleDossiers.regression(),
        SampleDossiers.hostile(),
        SampleDossiers.many(2_000));
  }

  @Test
  void equalDossiersGiveEqualBytes() {
    assertThat(Reports.html(SampleDossiers.adult()))
        .isEqualTo(Reports.html(SampleDossiers.adult()));
  }

  @ParameterizedTest
  @MethodSource("dossiers")
  void nothingRunsAndNothingIsFetched(Dossier dossier) {
    Document html = parse(dossier);

    assertThat(html.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .contains("default-src 'none'")
        .doesNotContain("script-src", "http");
    assertThat(html.select("script, iframe, object, embed, link, form, input, img, base"))
        .isEmpty();
    for (Element element : html.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey())
            .doesNotStartWith("on")
            .isNotIn("src", "srcset", "xlink:href");
        if (attribute.getKey().equals("href")) {
          assertThat(attribute.getValue()).startsWith("#");
        }
      }
    }
    String style = html.select("style").html();
    assertThat(style).doesNotContain("@import", "http:", "https:");
    assertThat(style.split("url\\(", -1)).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("dossiers")
  void idsAreUniqueAndEveryLinkLeadsSomewhere(Dossier dossier) {
    Document html = parse(dossier);
    Set<String> ids = new HashSet<>();
    for (Element element : html.select("[id]")) {
      assertThat(ids.add(element.id())).as(element.id()).isTrue();
    }
    for (Element link : html.select("a[href]")) {
      assertThat(ids).contains(link.attr("href").substring(1));
    }
    for (Element section : html.select("[aria-labelledby]")) {
      assertThat(ids).contains(section.attr("aria-labelledby"));
    }
  }

  @ParameterizedTest
  @MethodSource("dossiers")
  void pageIsMadeForScreenReaders(Dossier dossier) {
    Document html = parse(dossier);

    assertThat(html.select("html").attr("lang")).isEqualTo("en");
    assertThat(html.select("main")).hasSize(1);
    assertThat(html.select("nav[aria-label]")).hasSize(1);
    assertThat(html.select("h1")).hasSize(1);
    assertThat(html.select("th:not([scope])")).isEmpty();
    assertThat(html.select("svg"))
        .allSatisfy(
            svg -> {
              assertThat(svg.parent().attr("role")).isEqualTo("img");
              assertThat(svg.parent().attr("aria-label")).isNotBlank();
            });
    int level = 1;
    for (Element heading : html.select("h1, h2, h3, h4, h5, h6")) {
      int next = heading.tagName().charAt(1) - '0';
      assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
      level = next;
    }
  }

  @Test
  void everyMetricNameLeadsToItsDefinition() {
    Document html = parse(SampleDossiers.adult());
    int links = 0;
    for (Element link : html.select("a[href^=#def-]")) {
      assertThat(html.getElementById(link.attr("href").substring(1)).text()).isNotBlank();
      links++;
    }
    assertThat(links).isGreaterThan(80);
    assertThat(html.getElementById("def-recall").text())
        .contains("TP / (TP + FN)", "Undefined when", "Source");
    assertThat(html.getElementById("def-recall-difference").text()).contains("minus");
    System.out.println("html report: " + links + " links to definitions");
  }

  @Test
  void reportBeginsWithTheDecision() {
    Document html = parse(SampleDossiers.adult());
    List<String> headings = html.select("main > section > h2").eachText();

    assertThat(headings)
        .containsExactly(
            "What was decided, and how sure we are",
            "Findings that need a person",
            "Performance",
            "Calibration",
            "Fairness",
            "Checks of data, labels and behaviour",
            "Data",
            "Model",
            "Findings that passed",
            "Method and definitions",
            "Provenance",
            "Appendix: more numbers");
    Element decision = html.select("main > section").first();
    assertThat(decision.select(".banner .word").text()).isEqualTo("✗ The policy is broken");
    assertThat(decision.select(".tile"))
        .hasSize(5)
        .allSatisfy(t -> assertThat(t.text()).containsPattern("\\d\\.\\d{3}.*\\d.*n 16,281"));
    assertThat(decision.text())
        .contains("2 findings under 1 rule break their limits: 2 major.")
        .contains("2 rows left out")
        .contains("Isolation was “memory+deadline”")
        .contains("TABLE-MISSING-TOKEN");
  }

  @Test
  void hostileTextsAreShownAsTheyAreAndHiddenCharactersAsCodes() {
    String text = parse(SampleDossiers.hostile()).text();

    assertThat(text)
        .contains("<script>alert(1)</script>")
        .contains("\"><img src=x onerror=alert(1)>")
        .contains("\\u202Egnp.exe")
        .contains("\\u0009TAB first")
        .contains("(5000 characters)")
        .doesNotContain("\u202E", "x".repeat(4_001));
  }

  @Test
  void thousandsOfGroupsAreToldOfAndNotPrinted() {
    byte[] many = Reports.html(SampleDossiers.many(3_000));
    String text = Jsoup.parse(new String(many, StandardCharsets.UTF_8)).text();

    assertThat(many.length).isLessThan(1_000_000);
    assertThat(text).contains("30 of 3,000 groups").contains("metrics.csv");
    System.out.println("html report of 3,000 groups: " + many.length + " bytes");
  }

  @Test
  void confusionOfManyClassesIsDrawnAndSaid() {
    Document html = parse(SampleDossiers.multiclass());

    assertThat(html.select("#performance ~ .figures [role=img]").first().attr("aria-label"))
        .isEqualTo(
            "Confusion matrix. fail: 12 of 41 decided so; good: 31 of 76 decided so; "
                + "pass: 104 of 143 decided so.");
  }

  @Test
  void confusionIsReadBackAsItWasWritten() {
    Evaluation evaluation = SampleDossiers.multiclass().run().evaluation();
    byte[] written = EvaluationJson.bytes(evaluation);

    Evaluation back = EvaluationJson.read(new ByteArrayInputStream(written), "evaluation.json");

    assertThat(back.curves().confusion()).hasSize(3).isEqualTo(evaluation.curves().confusion());
  }

  @Test
  void undefinedIsSaidInWords() {
    String text = parse(SampleDossiers.hostile()).text();

    assertThat(text).contains("undefined: ").doesNotContain("NaN", "Infinity", "null");
  }

  private static Document parse(Dossier dossier) {
    return Jsoup.parse(new String(Reports.html(dossier), StandardCharsets.UTF_8));
  }
}
