package dev.assay.app.gui.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.finding.Policies;
import dev.assay.finding.PolicyFault;
import dev.assay.usecase.OwnPolicies;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDraftTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default",
        "strict-fairness",
        "four-fifths",
        "calibration-critical",
        "regression",
        "robust-images",
        "robust-texts",
        "hidden-words",
        "forecasts"
      })
  void aCopyIsValidUnderAnIdOfItsOwn(String id) {
    PolicyDraft copy = PolicyDraft.copyOf(Policies.load(id).text());

    assertThat(PolicyDraft.faults(copy.text(), new OwnPolicies(folder), null)).isEmpty();
    assertThat(Policies.parse(copy.text(), "copy").id()).isEqualTo("my-" + id);
    assertThat(copy.title()).endsWith("(copy)");
    assertThat(copy.isChanged()).isTrue();
  }

  @Test
  void anIdThatIsTakenIsAFaultOfItsLine() {
    String text = Policies.load("default").text();

    assertThat(PolicyDraft.faults(text, new OwnPolicies(folder), null))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.code()).isEqualTo("USAGE-POLICY-ID");
              assertThat(text.lines().toList().get(f.line() - 1)).isEqualTo("id: default");
            });
  }

  @Test
  void faultsOfTheTextComeFirst() {
    assertThat(PolicyDraft.faults("id: default", new OwnPolicies(folder), null))
        .extracting(PolicyFault::code)
        .containsOnly("POLICY-SCHEMA");
  }

  @Test
  void savedIsNoLongerChanged() {
    PolicyDraft draft = PolicyDraft.of(folder.resolve("a.yaml"), "id: a");
    assertThat(draft.isChanged()).isFalse();
    draft.edit("id: b");
    assertThat(draft.isChanged()).isTrue();
    draft.saved(folder.resolve("b.yaml"), "id: b");
    assertThat(draft.isChanged()).isFalse();
    assertThat(draft.file()).isEqualTo(folder.resolve("b.yaml"));
  }
}
