package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildEnvironmentTest {

  @TempDir Path folder;

  @Test
  void aChildFindsTheLibrariesOfGraphicsProcessorsAndNothingElseOfItsParent() {
    assertThat(ChildCommand.kept("Linux"))
        .contains("LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "LANG")
        .doesNotContain("PATH", "HOME", "AWS_SECRET_ACCESS_KEY");
    assertThat(ChildCommand.kept("Windows 11")).contains("PATH", "CUDA_PATH");

    ProcessBuilder child =
        new ChildCommand(
                WorkerMain.class,
                new WorkerSettings(512L << 20, 3L << 30, Duration.ofSeconds(9)),
                Preparation.none())
            .in(folder);

    Set<String> own = new TreeSet<>(Set.of("HOME", "TMPDIR", "OPT_OUT_TRACKING"));
    own.addAll(ChildCommand.kept(System.getProperty("os.name")));
    assertThat(child.environment().keySet()).isSubsetOf(own);
    assertThat(child.environment()).containsEntry("HOME", folder.toString());
  }
}
