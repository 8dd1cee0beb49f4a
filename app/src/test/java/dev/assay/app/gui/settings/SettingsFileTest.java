package dev.assay.app.gui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.theme.LookChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

  @TempDir Path folder;

  @Test
  void loadGivesWhatWasSaved() {
    SettingsFile file = new SettingsFile(folder.resolve("deep/settings.json"));
    Settings settings =
        Settings.FIRST
            .withLook(LookChoice.DARK, 1.5)
            .withModel(folder.resolve("a.onnx"))
            .withModel(folder.resolve("b.onnx"))
            .withModel(folder.resolve("a.onnx"))
            .withWorkspace(folder.resolve("w.assay"))
            .withLayout("Run/tabs", "tab-fairness")
            .withFrame(new Settings.Frame(1.0, 2.0, 1000, 700, true));

    file.save(settings);

    assertThat(file.load()).isEqualTo(settings);
    assertThat(settings.models())
        .containsExactly(folder.resolve("a.onnx").toString(), folder.resolve("b.onnx").toString());
    assertThat(settings.withFirstLayout().layout()).isEmpty();
    assertThat(settings.withFirstLayout().frame()).isEqualTo(Settings.Frame.FIRST);
    assertThat(settings.withFirstLayout().models()).isEqualTo(settings.models());
  }

  @Test
  void loadGivesTheFirstSettingsWhenTheFileIsDamagedOrOld() throws Exception {
    Path path = folder.resolve("settings.json");
    for (String text : new String[] {"{", "null", "[]", "{\"look\":\"PINK\"}", "{\"scale\": 9}"}) {
      Files.writeString(path, text);
      assertThat(new SettingsFile(path).load()).as(text).isEqualTo(Settings.FIRST);
    }
  }
}
