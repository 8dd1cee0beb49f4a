package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasheetCommandTest {

  @TempDir Path folder;
  private String data = "";

  @BeforeEach
  void write() throws IOException {
    StringBuilder rows = new StringBuilder("id,sex,age,label\n");
    for (int i = 0; i < 60; i++) {
      rows.append(i).append(i % 3 == 0 ? ",f," : ",m,").append(20 + i).append(",yes\n");
    }
    Path file = folder.resolve("people.csv");
    Files.writeString(file, rows);
    data = file.toString();
  }

  @Test
  void factsStandBesideTheWordsOfPeople() throws IOException {
    Cli begun = Cli.run("datasheet", data, "--begin");
    Path words = folder.resolve("people.datasheet.md");
    assertThat(begun.exitCode()).isZero();
    Files.writeString(
        words, Files.readString(words).replace("> Who paid for it?", "> Who paid for it?\n\nUs."));

    Cli run = Cli.run("datasheet", data);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("1 of 32 topics are written.")
        .contains("### Funding\n\nUs.")
        .contains("| Rows | 60 |");
    assertThat(Cli.run("datasheet", data, "--begin").err()).contains("is there already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s.md", "s.html", "s.pdf", "s.docx", "s.cdx.json"})
  void theNameOfTheFileSaysTheFormat(String name) {
    Path file = folder.resolve(name);

    Cli run = Cli.run("datasheet", data, "--out", file.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(file).isNotEmptyFile();
    assertThat(run.err()).contains("0 of 32 topics are written.");
  }

  @Test
  void wrongUsageIsSaidInASentence() throws IOException {
    Files.write(folder.resolve("people.datasheet.md"), new byte[] {(byte) 0xff, 0});

    assertThat(Cli.run("datasheet", data, "--format", "xml").err()).contains("'xml'");
    assertThat(Cli.run("datasheet", data, "--format", "pdf", "--words", "no.md").err())
        .contains("Give --out FILE.");
    assertThat(Cli.run("datasheet", data).exitCode()).isEqualTo(3);
    assertThat(Cli.run("datasheet", data).err()).contains("is no text in UTF-8");
  }
}
