package dev.assay.modelcard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.SampleDossiers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageMarkdownTest {

  @Test
  void headingsStandBelowThoseOfTheCard() {
    assertThat(PassageMarkdown.of("# One\n\ntext\n\n###### Six"))
        .isEqualTo("#### One\n\ntext\n\n###### Six");
    assertThat(PassageMarkdown.of("Two\nlines\n===\n\ntext")).startsWith("#### Two lines\n");
    assertThat(PassageMarkdown.of("> # Quoted")).isEqualTo("> #### Quoted");
  }

  @Test
  void codeIsLeftAsItIs() {
    String code = "```python\n# no heading\nif a < b: <tag>\n```\n\nand `x < <b>` inline";

    assertThat(PassageMarkdown.of(code)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\nnever closed",
        "~~~~ never\nclosed ~~~",
        "<!-- never closed",
        "<script>alert(1)",
        "<!--\n```\n<script>\n-->",
        "<div>\n\n<pre>\n```",
        "text <img src=x onerror=alert(1)> text",
        "<![CDATA[ never closed",
        "<?php never closed",
        "- item\n  ```\n  never closed",
        "[x]: http://example.org 'never closed",
        "| a | b |\n|---|",
        "<details><summary>hidden",
        "    <!-- indented\n\n<!-- not",
        "# Quantitative analyses",
        "Quantitative analyses\n---",
        "\u202Ereversed",
        "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - a"
      })
  void nothingThatPeopleWriteSwallowsOrFakesWhatFollows(String text) {
    Document plain = page(Narrative.EMPTY);
    Document page = page(Narratives.of(NarrativeSection.DESCRIPTION, text));

    assertThat(page.select("h2").eachText()).isEqualTo(plain.select("h2").eachText());
    assertThat(page.select("h2:contains(Quantitative) ~ table td").eachText())
        .isEqualTo(plain.select("h2:contains(Quantitative) ~ table td").eachText());
    assertThat(page.select("script, img, details, div")).isEmpty();
    assertThat(page.body().text()).doesNotContain("\u202E");
  }

  @Test
  void wordsOfHtmlAreReadAsWords() {
    assertThat(page(Narratives.of(NarrativeSection.LIMITATIONS, "Not for <b>children</b>.")).text())
        .contains("Not for <b>children</b>.");
  }

  @Test
  void linksThatRunSomethingLeadNowhereAndPicturesAreWords() {
    Document page =
        page(
            Narratives.of(
                NarrativeSection.CITATION,
                "[click](javascript:alert(1)) ![a chart](http://example.org/x.png) [good](https://example.org)"));

    assertThat(page.select("a[href]").eachAttr("href"))
        .doesNotContain("javascript:alert(1)")
        .contains("https://example.org");
    assertThat(page.text()).contains("[picture: a chart]");
  }

  @Test
  void blankIsNothing() {
    assertThat(PassageMarkdown.of(" \n\t\n")).isEmpty();
  }

  private static Document page(Narrative narrative) {
    return Jsoup.parse(ModelCards.html(ModelCards.of(SampleDossiers.adult(), narrative)));
  }
}
