package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.finding.Policies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPoliciesTest {

  @TempDir Path folder;

  private final String mine =
      Policies.load("four-fifths").text().replace("id: four-fifths", "id: mine");

  @Test
  void saveWritesUnderTheIdAndListReadsItAgain() {
    OwnPolicies own = new OwnPolicies(folder.resolve("policies"));
    assertThat(own.list()).isEmpty();

    Path file = own.save(mine, null);

    assertThat(file).isEqualTo(folder.resolve("policies/mine.yaml")).hasContent(mine);
    assertThat(own.list())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(Objects.requireNonNull(e.policy()).id()).isEqualTo("mine");
              assertThat(e.refusal()).isEmpty();
            });
  }

  @Test
  void saveUnderAnotherIdLeavesNoOldFile() {
    OwnPolicies own = new OwnPolicies(folder);
    Path first = own.save(mine, null);

    Path second = own.save(mine.replace("id: mine", "id: ours"), first);

    assertThat(first).doesNotExist();
    assertThat(second).exists();
  }

  @Test
  void saveRefusesIdsThatAreTaken() {
    OwnPolicies own = new OwnPolicies(folder);
    own.save(mine, null);

    assertThatThrownBy(() -> own.save(mine, null))
        .isInstanceOf(UsageError.class)
        .hasMessage("There is another policy of the id 'mine' in your folder.");
    assertThatThrownBy(() -> own.save(Policies.load("default").text(), null))
        .isInstanceOf(UsageError.class)
        .hasMessage("'default' is the id of a policy that comes with Assay.");
  }

  @Test
  void saveRefusesWhatIsNoPolicyAndWritesNothing() {
    OwnPolicies own = new OwnPolicies(folder);

    assertThatThrownBy(() -> own.save("rules: none", null)).isInstanceOf(InputRejected.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatCannotBeReadSaysWhy() throws Exception {
    Files.writeString(folder.resolve("broken.yaml"), "id: [");
    Files.writeString(folder.resolve("notes.txt"), "no policy");

    assertThat(new OwnPolicies(folder).list())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.policy()).isNull();
              assertThat(e.refusal()).contains("broken.yaml").contains("YAML");
            });
  }
}
