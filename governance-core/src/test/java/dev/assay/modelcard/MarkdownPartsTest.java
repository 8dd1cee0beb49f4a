package dev.assay.modelcard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.modelcard.MarkdownParts.Part;
import org.junit.jupiter.api.Test;

class MarkdownPartsTest {

  @Test
  void aTextIsPartedAtHeadingsOfBothKinds() {
    String text = "before\n\n# One #\n\nbody\n\nTwo\n---\nmore\n\nThree\n===\n### *Four* `x` ###\n";

    assertThat(MarkdownParts.of(text))
        .containsExactly(
            new Part(0, "", "before"),
            new Part(1, "One", "body"),
            new Part(2, "Two", "more"),
            new Part(1, "Three", ""),
            new Part(3, "Four x", ""));
  }

  @Test
  void codeListsTablesAndRulesPartNothing() {
    String text =
        "# One\n```\n# code\n``\n```\n\n- item\n---\n> # quote\n\n| a |\n|---|\n| b |\n\n---\n\n    # indented\n#no";

    assertThat(MarkdownParts.of(text)).extracting(Part::heading).containsExactly("", "One");
  }

  @Test
  void nothingIsOnePart() {
    assertThat(MarkdownParts.of("")).containsExactly(new Part(0, "", ""));
  }
}
