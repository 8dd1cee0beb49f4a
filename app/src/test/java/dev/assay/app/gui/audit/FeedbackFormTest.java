package dev.assay.app.gui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Addition.FeedbackGiven;
import dev.assay.audit.Addition.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeedbackFormTest {

  private final FeedbackForm form = new FeedbackForm();

  @Test
  void itSaysWhatIsMissingOneAfterTheOther() {
    assertThat(form.hindrance()).isEqualTo("Say whether it is from a user or from an operator.");
    form.from().set(Source.USER);
    form.text().set("  ");
    assertThat(form.hindrance()).isEqualTo("Write what they say.");
    assertThat(form.given()).isNull();
    form.text().set(" Refused twice. ");
    assertThat(form.hindrance()).isEmpty();
  }

  @Test
  void whatIsFilledInIsWhatIsRecorded() {
    form.from().set(Source.OPERATOR);
    form.text().set(" Refused twice. ");
    form.people().put("sex", "Female");
    form.incident().set(" INC-7 ");
    form.finding().set("f1");
    form.files().add(Path.of("letter.pdf"));

    FeedbackForm.Given given = form.given();

    assertThat(given.feedback().text()).isEqualTo("Refused twice.");
    assertThat(given.feedback().from()).isEqualTo(Source.OPERATOR);
    assertThat(given.feedback().slice()).isEqualTo(Map.of("sex", "Female"));
    assertThat(given.feedback().incident()).isEqualTo("INC-7");
    assertThat(given.feedback().finding()).isEqualTo("f1");
    assertThat(given.files()).containsExactly(Path.of("letter.pdf"));
    assertThat(given.replaces()).isNull();
  }

  @Test
  void whatTakesThePlaceOfAnotherNeedsAReason() {
    FeedbackGiven stands =
        new FeedbackGiven(
            Source.USER,
            "Refused.",
            new TreeMap<>(Map.of("sex", "Male")),
            "INC-1",
            "",
            List.of(),
            null,
            "ada",
            Instant.EPOCH);
    form.files().add(Path.of("left-over.pdf"));

    form.correct(4, stands);

    assertThat(form.hindrance())
        .isEqualTo("Say why it takes the place of number 4; the earlier one stays in the record.");
    form.why().set("It was twice.");
    assertThat(form.given().replaces()).isEqualTo(4);
    assertThat(form.given().why()).isEqualTo("It was twice.");
    assertThat(form.given().files()).isEmpty();
    assertThat(form.given().feedback().slice()).isEqualTo(Map.of("sex", "Male"));
    form.clear();
    assertThat(form.given()).isNull();
    assertThat(form.people()).isEmpty();
  }
}
