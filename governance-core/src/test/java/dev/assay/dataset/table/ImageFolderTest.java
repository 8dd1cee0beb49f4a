package dev.assay.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.dataset.DatasetSpec;
import dev.assay.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {

  @TempDir Path folder;

  private void image(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "bytes of " + path);
  }

  private ImageFolder look() {
    return ImageFolder.at(folder, new Cancellation());
  }

  @Test
  void imagesAreListedByCodePointWhateverTheDiskSays() throws IOException {
    image("dog/b.PNG");
    image("dog/a, \"1\".jpg");
    image("Cat/x/deep.bmp");
    image("Cat/notes.txt");
    image(".hidden/x.png");
    image("loose.png");

    ImageFolder found = look();

    assertThat(found.images()).containsExactly("Cat/x/deep.bmp", "dog/a, \"1\".jpg", "dog/b.PNG");
    assertThat(found.classes()).containsExactly("Cat", "dog");
    assertThat(found.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.sentence()).startsWith("1 image lies in the folder itself"));
    DatasetSpec spec = found.spec(null);
    assertThat(Files.readString(found.write(folder.resolve("t.csv"), spec)))
        .isEqualTo(
            """
            "image","class"
            "Cat/x/deep.bmp","Cat"
            "dog/a, ""1"".jpg","dog"
            "dog/b.PNG","dog"
            """);
  }

  @Test
  void digestFollowsContentAndNames() throws IOException {
    image("a/1.png");
    image("b/2.png");
    var before = look().digest(new Cancellation());
    assertThat(look().digest(new Cancellation())).isEqualTo(before);

    Files.writeString(folder.resolve("a/1.png"), "other bytes");
    var changed = look().digest(new Cancellation());
    Files.move(folder.resolve("b/2.png"), folder.resolve("b/3.png"));

    assertThat(changed).isNotEqualTo(before);
    assertThat(look().digest(new Cancellation())).isNotEqualTo(changed);
  }

  @Test
  void linksAreRefused() throws IOException {
    image("a/1.png");
    image("b/2.png");
    Files.createSymbolicLink(folder.resolve("b/3.png"), Path.of("/etc/passwd"));
    refused("holds the link 'b/3.png'");
    Files.delete(folder.resolve("b/3.png"));
    Files.createSymbolicLink(folder.resolve("c"), folder.resolve("a"));
    refused("holds the link 'c'");
  }

  @Test
  void aFolderWithoutClassesIsRefused() throws IOException {
    image("1.png");
    refused("has no sub-folder with images; its images lie in itself");
    image("a/1.png");
    refused("has 1 sub-folder with images, and each is a class");
  }

  private void refused(String why) {
    assertThatThrownBy(this::look).isInstanceOf(InputRejected.class).hasMessageContaining(why);
  }
}
