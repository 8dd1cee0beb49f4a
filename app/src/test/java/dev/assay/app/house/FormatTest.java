package dev.assay.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source is formatted by google-java-format. To format: `mvn test -pl app -am
/// -Dtest=FormatTest -Dassay.format=write -Dsurefire.failIfNoSpecifiedTests=false`.
class FormatTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", ".."));
  private static final boolean WRITE = "write".equals(System.getProperty("assay.format"));

  @Test
  void everySourceIsFormatted() throws Exception {
    List<Path> sources = sources();
    assertThat(sources).hasSizeGreaterThan(100);
    List<String> wrong = new ArrayList<>();
    for (Path source : sources) {
      String text = Files.readString(source);
      String formatted = format(text);
      if (!formatted.equals(text)) {
        wrong.add(ROOT.relativize(source).toString());
        if (WRITE) {
          Files.writeString(source, formatted);
        }
      }
    }
    assertThat(WRITE ? List.of() : wrong)
        .as("sources that google-java-format would change")
        .isEmpty();
  }

  private static String format(String text) throws Exception {
    String imports =
        RemoveUnusedImports.removeUnusedImports(
            ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.GOOGLE));
    return new Formatter().formatSource(imports);
  }

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String module : List.of("governance-core", "app")) {
      try (Stream<Path> tree = Files.walk(ROOT.resolve(module).resolve("src"))) {
        tree.filter(p -> p.toString().endsWith(".java")).sorted().forEach(all::add);
      }
    }
    return all;
  }
}
