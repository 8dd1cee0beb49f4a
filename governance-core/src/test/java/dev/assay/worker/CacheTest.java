package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.cache.CacheFolder;
import dev.assay.worker.cache.ClassArchive;
import dev.assay.worker.cache.UnpackedEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fast starts are kept whole or not at all, and nothing depends on them.
class CacheTest {

  private static final List<Path> CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
          .map(Path::of)
          .toList();

  @TempDir Path folder;

  @Test
  void theFolderIsMadePrivate() throws IOException {
    CacheFolder cache = cache();

    assertThat(Files.getPosixFilePermissions(cache.root()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aFolderThatOthersCanWriteIsNotUsed() throws IOException {
    Path open = Files.createDirectory(folder.resolve("cache"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(CacheFolder.ofUser(Map.of(CacheFolder.VARIABLE, open.toString()))).isEmpty();
  }

  @Test
  void aFolderThatCannotBeMadeIsDoneWithout() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(CacheFolder.ofUser(Map.of(CacheFolder.VARIABLE, file.resolve("x").toString())))
        .isEmpty();
  }

  @Test
  void anEntryThatFailsLeavesNothing() {
    CacheFolder cache = cache();

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    cache.put(
                        "entry",
                        work -> {
                          Files.createFile(work.resolve("half"));
                          throw new IOException("disk full");
                        })))
        .hasMessage("disk full");
    assertThat(cache.root()).isEmptyDirectory();
  }

  @Test
  void entriesUnusedForLongAreRemovedWhenANewOneComes() throws IOException {
    CacheFolder cache = cache();
    Path old = cache.put("old", work -> Files.createDirectory(work.resolve("x")));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(40))));

    cache.put("new", work -> Files.createDirectory(work.resolve("x")));

    assertThat(cache.find("old")).isEmpty();
    assertThat(cache.find("new")).isPresent();
  }

  @Test
  void theFirstOfTwoMakersWins() throws IOException {
    CacheFolder cache = cache();
    cache.put("entry", work -> named(work, "first"));

    Path entry = cache.put("entry", work -> named(work, "second"));

    assertThat(entry.resolve("first")).exists();
  }

  private static Path named(Path work, String name) throws IOException {
    Path made = Files.createDirectory(work.resolve("made"));
    Files.createFile(made.resolve(name));
    return made;
  }

  @Test
  void unpackedEnginesAreLoadedByAChildWhoseOwnTemporaryFolderStaysEmpty() {
    CacheFolder cache = cache();
    assertThat(UnpackedEngines.of(cache, CLASS_PATH, false)).isEmpty();
    Preparation prepared = Preparation.engines(cache, true);
    assertThat(prepared.options()).hasSize(3);
    assertThat(UnpackedEngines.of(cache, CLASS_PATH, false)).isPresent();

    try (ChildWorker worker =
        new ChildWorker(WorkerMain.class, HostileChildren.SETTINGS, request -> prepared)) {
      assertThat(worker.loadEngines()).containsKeys("duckdb", "onnxruntime");
      assertThat(mappedFiles(worker.pid()))
          .anyMatch(file -> file.startsWith(cache.root().resolve("engines").toString()))
          .noneMatch(file -> file.contains("assay-worker-"));
    }
  }

  private static List<String> mappedFiles(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/maps"))) {
      return lines
          .filter(line -> line.contains(".so"))
          .map(line -> line.substring(line.indexOf('/')))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aDamagedArchiveIsDoneWithout() throws IOException {
    Path archive = Files.writeString(folder.resolve("damaged.aot"), "no archive");

    assertThat(isolationWith("-XX:AOTCache=" + archive)).isEqualTo("full");
    assertThat(isolationWith("-XX:AOTCache=" + folder.resolve("absent"))).isEqualTo("full");
  }

  @Test
  void aChildThatCannotBeginWithWhatWasPreparedBeginsWithout() {
    assertThat(isolationWith("-XX:NoSuchOptionOfThisJava=1")).isEqualTo("full");
  }

  private static String isolationWith(String option) {
    Preparation prepared = new Preparation(Preparation.none().classPath(), List.of(option));
    try (ChildWorker worker =
        new ChildWorker(WorkerMain.class, HostileChildren.SETTINGS, request -> prepared)) {
      return worker.isolation();
    }
  }

  @Test
  void aClassPathWithFoldersHasNoArchive() {
    assertThat(new ClassArchive(cache(), List.of(folder)).options()).isEmpty();
  }

  @Test
  void withoutACacheAChildStartsAsItIs() {
    assertThat(Preparation.of(Optional.empty(), true)).isEqualTo(Preparation.none());
    try (HostileChildren children = HostileChildren.in(folder)) {
      children.doing(Misbehaviour.ANSWER, Progress.NONE, new Cancellation());
    }
  }

  private CacheFolder cache() {
    return CacheFolder.ofUser(Map.of(CacheFolder.VARIABLE, folder.resolve("cache").toString()))
        .orElseThrow();
  }
}
