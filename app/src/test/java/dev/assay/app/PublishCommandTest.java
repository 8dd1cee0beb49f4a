package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first worked example of 6 RCNY 5-301, from the rows of a file to the published summary.
class PublishCommandTest {

  private static final List<String> PEOPLE =
      List.of(
          "M,Hispanic or Latino,205,90",
          "F,Hispanic or Latino,190,82",
          "M,White,412,215",
          "M,Black or African American,226,95",
          "M,Native Hawaiian or Pacific Islander,87,37",
          "M,Asian,321,167",
          "M,Native American or Alaska Native,24,11",
          "M,Two or More Races,115,52",
          "F,White,385,197",
          "F,Black or African American,164,75",
          "F,Native Hawaiian or Pacific Islander,32,15",
          "F,Asian,295,135",
          "F,Native American or Alaska Native,17,7",
          "F,Two or More Races,98,44",
          "M,,200,100",
          "X,Asian,50,10");

  private static final String STATEMENT =
      """
      schema: assay.ll144/1
      tool: Resume screener
      auditor: Jane Doe, Example Audits
      independence: Took no part in using, developing or distributing the tool.
      audited_on: "2026-11-20"
      distribution_date: "2026-12-15"
      data:
        kind: historical
        source: Applications to the vendor's customers, January to October 2026.
        explanation: One row an applicant; sex and race/ethnicity as the applicant said.
      sex: {column: sex, values: {M: male, F: female}, unknown: [X]}
      race_ethnicity: {column: race}
      outcome: {form: selection, column: interview, selected: ["yes"]}
      """;

  @TempDir Path folder;
  private Path data;
  private Path statement;

  @BeforeEach
  void write() throws IOException {
    StringBuilder csv = new StringBuilder("sex,race,interview\n");
    for (String line : PEOPLE) {
      String[] parts = line.split(",");
      int selected = Integer.parseInt(parts[3]);
      for (int i = 0; i < Integer.parseInt(parts[2]); i++) {
        csv.append(parts[0]).append(',').append(parts[1]).append(',');
        csv.append(i < selected ? "yes" : "no").append('\n');
      }
    }
    data = folder.resolve("applicants.csv");
    statement = folder.resolve("statement.yaml");
    Files.writeString(data, csv);
    Files.writeString(statement, STATEMENT);
  }

  @Test
  void theRulesExampleComesOutAsItIsPrinted() throws IOException {
    Path out = folder.resolve("out");

    Cli cli = publish("--data", data.toString(), "--out", out.toString());

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(cli.out())
        .contains("2,571 people, 250 of unknown sex or race/ethnicity.")
        .containsPattern("Female +1,181 +47.0 % +0.979")
        .containsPattern("Female, Native American[^\n]+ 17 +41.2 % +0.789")
        .contains("The rule sets no limit, and this is no verdict.");
    String html = Files.readString(out.resolve("local-law-144.html"));
    assertThat(html).contains("2026-12-15", "250", "0.979", "# Applicants", "Jane Doe");
    assertThat(Files.readString(out.resolve("local-law-144.csv")))
        .contains(
            ",intersectional,female,native_american_or_alaska_native,17,7,0.4117647058823529,");
    assertThat(Files.readString(out.resolve("local-law-144.json"))).contains("\"unknown\" : 250");
    assertThat(
            new String(
                Files.readAllBytes(out.resolve("local-law-144.pdf")), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-");
  }

  @Test
  void equalPeopleAndWordsGiveEqualBytes() throws IOException {
    publish("--data", data.toString(), "--out", folder.resolve("one").toString());
    publish("--data", data.toString(), "--out", folder.resolve("two").toString());

    for (String name :
        List.of(
            "local-law-144.html", "local-law-144.pdf", "local-law-144.csv", "local-law-144.json")) {
      assertThat(folder.resolve("one").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(name));
    }
  }

  @Test
  void nothingIsWrittenWhenNeitherDataNorAuditIsGiven() {
    Path out = folder.resolve("out");

    Cli cli = publish("--out", out.toString());

    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err()).contains("counted either from data or from an audit", "USAGE-PUBLISH");
    assertThat(out).doesNotExist();
  }

  private Cli publish(String... more) {
    List<String> args =
        new ArrayList<>(List.of("regime", "publish", "ll144", statement.toString()));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }
}
