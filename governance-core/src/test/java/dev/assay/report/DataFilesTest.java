package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Dossier;
import dev.assay.evaluation.Evaluation;
import dev.assay.finding.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataFilesTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void equalDossiersGiveEqualBytes() {
    Dossier first = SampleDossiers.adult();
    Dossier second = SampleDossiers.adult();

    assertThat(Reports.json(first)).isEqualTo(Reports.json(second));
    assertThat(Reports.csv(first.run().evaluation()))
        .isEqualTo(Reports.csv(second.run().evaluation()));
    assertThat(Reports.junit(first)).isEqualTo(Reports.junit(second));
    assertThat(Reports.sarif(first)).isEqualTo(Reports.sarif(second));
    assertThat(Reports.markdown(first)).isEqualTo(Reports.markdown(second));
  }

  @Test
  void csvHoldsEveryNumberInFull() {
    Evaluation evaluation = SampleDossiers.adult().run().evaluation();
    List<List<String>> rows = csv(evaluation);

    assertThat(rows).hasSize(1 + evaluation.metrics().size() + evaluation.disparities().size());
    assertThat(rows).allSatisfy(r -> assertThat(r).hasSameSizeAs(rows.getFirst()));
    List<String> female =
        rows.stream()
            .filter(r -> r.get(1).equals("selection_rate") && r.get(2).equals("sex = Female"))
            .findFirst()
            .orElseThrow();
    assertThat(female)
        .startsWith("metric", "selection_rate", "sex = Female", "", "", "", "0.07895222283711492")
        .contains("wilson", "5421", "428", "0.95");
    System.out.println("metrics.csv: " + (rows.size() - 1) + " rows");
  }

  @Test
  void csvCellsOfTextNeverStartAFormula() {
    List<List<String>> rows = csv(SampleDossiers.hostile().run().evaluation());
    int texts = 0;
    for (List<String> row : rows) {
      for (String cell : row) {
        if (!cell.isEmpty() && !isNumber(cell)) {
          assertThat("=+-@\t\r\u0000".indexOf(cell.charAt(0))).as(cell).isNegative();
          assertThat(cell.chars().noneMatch(c -> c < ' ')).as(cell).isTrue();
          texts++;
        }
      }
    }
    assertThat(rows).anySatisfy(r -> assertThat(r).contains("'@SUM(1+1)*cmd"));
    assertThat(rows).anySatisfy(r -> assertThat(r).contains("'=cmd|' /C calc'!A0"));
    assertThat(texts).isGreaterThan(500);
  }

  @Test
  void auditJsonHoldsAuditPolicyFindingsAndProvenance() {
    Dossier dossier = SampleDossiers.adult();
    JsonNode json = JSON.readTree(Reports.json(dossier));

    assertThat(json.get("schema").asString()).isEqualTo("assay.audit/1");
    assertThat(json.get("verdict").asString()).isEqualTo("fail");
    assertThat(json.get("findings")).hasSize(dossier.audit().findings().size());
    assertThat(json.get("findings").get(0).get("observed").doubleValue()).isEqualTo(0.162);
    assertThat(json.get("policy").get("text").asString()).isEqualTo(dossier.policy().text());
    assertThat(json.get("policy").get("rules")).hasSize(5);
    assertThat(json.get("evaluation").get("sha256").asString())
        .isEqualTo(dossier.audit().evaluation().sha256());
    assertThat(json.get("provenance").get("model").get("sha256").asString()).hasSize(64);
    assertThat(json.get("provenance").get("command").get(0).asString()).isEqualTo("assay");
    assertThat(json.get("dispositions")).isEmpty();
    assertThat(json.get("decisions")).isEmpty();
  }

  @Test
  void junitTellsFailuresFromErrorsAndLetsInformationPass() throws Exception {
    Element suite = suite(SampleDossiers.adult());

    assertThat(suite.getAttribute("tests")).isEqualTo("7");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(7);
    assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(2);
    assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
    assertThat(suite.getElementsByTagName("system-out").getLength()).isEqualTo(1);
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).contains("0.162");
  }

  @Test
  void junitOfHostileTextsIsWellFormed() throws Exception {
    NodeList cases = suite(SampleDossiers.hostile()).getElementsByTagName("testcase");

    assertThat(cases.getLength()).isEqualTo(SampleDossiers.HOSTILE.size());
    assertThat(((Element) cases.item(0)).getAttribute("name")).contains("<script>");
  }

  @Test
  void sarifNamesRulesResultsAndPlaces() {
    Dossier dossier = SampleDossiers.adult();
    JsonNode sarif = JSON.readTree(Reports.sarif(dossier));
    JsonNode run = sarif.get("runs").get(0);

    assertThat(sarif.get("version").asString()).isEqualTo("2.1.0");
    assertThat(run.get("tool").get("driver").get("name").asString()).isEqualTo("Assay");
    JsonNode rules = run.get("tool").get("driver").get("rules");
    assertThat(run.get("results")).hasSize(dossier.audit().findings().size());
    for (JsonNode result : run.get("results")) {
      JsonNode rule = rules.get(result.get("ruleIndex").intValue());
      assertThat(rule.get("id").asString()).isEqualTo(result.get("ruleId").asString());
      assertThat(
              result.get("locations").get(0).get("logicalLocations").get(0).get("name").asString())
          .isNotBlank();
      if (!result.get("kind").asString().equals("fail")) {
        assertThat(result.get("level").asString()).isEqualTo("none");
      }
    }
    assertThat(kinds(run)).containsExactly("fail", "fail", "open", "fail", "pass", "pass", "pass");
    assertThat(run.get("results").get(0).get("level").asString()).isEqualTo("error");
    assertThat(run.get("results").get(3).get("level").asString()).isEqualTo("note");
    assertThat(
            JSON.readTree(Reports.sarif(SampleDossiers.hostile()))
                .get("runs")
                .get(0)
                .get("results"))
        .hasSize(SampleDossiers.HOSTILE.size());
  }

  @Test
  void markdownOfHostileTextsHasNoMarkupOfTheirs() {
    String markdown =
        new String(Reports.markdown(SampleDossiers.hostile()), StandardCharsets.UTF_8);

    assertThat(markdown)
        .doesNotContain("<script", "<img", "](javascript", "\u202E", "\n- three")
        .contains("&lt;script&gt;", "\\u202Egnp");
    String adult = new String(Reports.markdown(SampleDossiers.adult()), StandardCharsets.UTF_8);
    assertThat(adult)
        .startsWith("# Income model, pre-deployment review\n")
        .contains("| [Accuracy](#def-accuracy) | 0.873 |")
        .contains("<a id=\"def-accuracy\"></a>");
  }

  private static List<String> kinds(JsonNode run) {
    return run.get("results").valueStream().map(r -> r.get("kind").asString()).toList();
  }

  private static Element suite(Dossier dossier) throws Exception {
    return (Element)
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(Reports.junit(dossier)))
            .getElementsByTagName("testsuite")
            .item(0);
  }

  private static boolean isNumber(String cell) {
    try {
      Double.parseDouble(cell);
      return true;
    } catch (NumberFormatException text) {
      return false;
    }
  }

  private static List<List<String>> csv(Evaluation evaluation) {
    String text = new String(Reports.csv(evaluation), StandardCharsets.UTF_8);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }

  @Test
  void verdictsAreAllThereInTheSample() {
    assertThat(SampleDossiers.adult().audit().findings().stream().map(f -> f.verdict()).distinct())
        .containsExactlyInAnyOrder(Verdict.values());
  }
}
