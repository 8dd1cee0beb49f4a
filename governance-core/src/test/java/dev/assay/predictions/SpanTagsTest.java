package dev.assay.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.TagScheme;
import dev.assay.dataset.TagSpec;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTagsTest {

  /// The university of Bonn; an organisation that holds a place.
  private static final String TEXT = "University of Bonn hired Ann";

  private static final String SPANS =
      """
      [{"start": 0, "end": 18, "label": "ORG"}, {"start": 14, "end": 18, "label": "LOC"},
       {"start": 25, "end": 28, "label": "PER"}]
      """;

  private static TrueTags.Row row(List<String> tags, String spans, TreeSet<String> strange) {
    TableDataset data =
        new TableDataset(null, null)
            .with("text", ColumnRole.TEXT, TableDataset.texts(TEXT))
            .with("spans", ColumnRole.LABEL, TableDataset.texts(spans));
    TagSpec spec = new TagSpec("text", "spans", TagSpec.Form.SPANS, null);
    return new SpanTags(data, spec, tags).row(0, strange);
  }

  private static List<String> names(TrueTags.Row row, List<String> tags) {
    return Arrays.stream(row.tags()).mapToObj(tags::get).toList();
  }

  @ParameterizedTest
  @CsvSource({"B I E S, B-ORG I-ORG E-ORG O S-PER", "B I L U, B-ORG I-ORG L-ORG O U-PER"})
  void innerEntitiesAreHiddenWhereAWordHasOneTag(String letters, String expected) {
    List<String> tags = new java.util.ArrayList<>(List.of("O"));
    for (String letter : letters.split(" ")) {
      List.of("ORG", "LOC", "PER").forEach(type -> tags.add(letter + "-" + type));
    }
    TreeSet<String> strange = new TreeSet<>();
    TrueTags.Row row = row(tags, SPANS, strange);

    assertThat(names(row, tags)).containsExactly(expected.split(" "));
    assertThat(row.hidden()).containsExactly(new HiddenEntity("LOC", 2, 3));
    assertThat(strange).isEmpty();
  }

  @Test
  void innerEntitiesAreShownWhereTagsSayTwoThings() {
    List<String> tags = List.of("O", "B-ORG", "I-ORG", "I-ORG|B-LOC", "B-PER");
    TrueTags.Row row = row(tags, SPANS, new TreeSet<>());

    assertThat(names(row, tags)).containsExactly("B-ORG", "I-ORG", "I-ORG|B-LOC", "O", "B-PER");
    assertThat(row.hidden()).isEmpty();
  }

  @Test
  void hiddenTypesThatTheModelDoesNotGiveAreStrange() {
    TreeSet<String> strange = new TreeSet<>();
    row(List.of("O", "B-ORG", "I-ORG", "B-PER", "I-PER"), SPANS, strange);

    assertThat(strange).containsExactly("B-LOC");
  }

  @Test
  void theSameSpanTwiceIsOneEntity() {
    String twice =
        "[{\"start\": 25, \"end\": 28, \"label\": \"PER\"},"
            + " {\"start\": 25, \"end\": 28, \"label\": \"PER\"}]";
    TrueTags.Row row = row(List.of("O", "B-PER", "I-PER"), twice, new TreeSet<>());

    assertThat(row.hidden()).isEmpty();
    assertThat(row.objection()).isNull();
  }

  @Test
  void schemeIsReadFromTheNamesOfTags() {
    assertThat(TagNames.scheme(List.of("O", "B-A", "L-A", "U-A"), List.of()))
        .isEqualTo(TagScheme.BILOU);
    assertThat(TagNames.scheme(List.of("O", "B-A", "E-A", "S-A"), List.of()))
        .isEqualTo(TagScheme.BIOES);
    assertThat(TagNames.scheme(List.of("O", "B-A", "I-A", "I-A|B-A"), List.of(new int[] {1})))
        .isEqualTo(TagScheme.BIO);
    assertThat(TagNames.scheme(List.of("NOUN", "Case=Nom|Number=Sing"), List.of()))
        .isEqualTo(TagScheme.PLAIN);
  }
}
