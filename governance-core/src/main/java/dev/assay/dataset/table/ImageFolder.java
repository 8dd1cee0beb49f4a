package dev.assay.dataset.table;

import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Warning;
import dev.assay.work.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder whose sub-folders are classes and hold images, as a table of two columns: the path of
/// an image, and its class. Classes and images are in the order of their names (code points), so
/// that the same folder is the same table everywhere.
///
/// @param root the folder
/// @param images paths relative to it, with `/`
/// @param loose images that lie in no sub-folder
public record ImageFolder(Path root, List<String> images, int loose) {

  private static final Set<String> ENDINGS =
      Set.of("png", "jpg", "jpeg", "jpe", "bmp", "gif", "webp", "tif", "tiff");
  private static final int MOST_IMAGES = 1_000_000;
  private static final int MOST_CLASSES = 10_000;
  private static final int DEEPEST = 16;
  private static final String IMAGE = "image";
  private static final String CLASS = "class";
  private static final String HIDDEN = ".";
  private static final Comparator<String> BY_CODE_POINTS =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  /// Looks into a folder. Hidden files and folders are passed over.
  ///
  /// @throws InputRejected when it holds a link, no class with an image, or too much
  public static ImageFolder at(Path root, Cancellation cancellation) {
    List<String> images = new ArrayList<>();
    int loose = 0;
    try (Stream<Path> inside = Files.walk(root, DEEPEST)) {
      for (Path path : (Iterable<Path>) inside.skip(1)::iterator) {
        cancellation.check();
        Path relative = root.relativize(path);
        if (Files.isSymbolicLink(path)) {
          throw rejected(
              "IMAGE-FOLDER-LINK",
              root,
              "holds the link '" + Visible.of(relative.toString(), 120) + "'",
              "Put the file itself in its place: links may lead out of the folder.");
        }
        if (isHidden(relative) || !isImage(path) || !Files.isRegularFile(path)) {
          continue;
        }
        if (relative.getNameCount() == 1) {
          loose++;
          continue;
        }
        images.add(relative.toString().replace('\\', '/'));
        if (images.size() > MOST_IMAGES) {
          throw rejected(
              "IMAGE-FOLDER-LARGE",
              root,
              String.format(Locale.ROOT, "holds more than %,d images", MOST_IMAGES),
              "Give a table that names a sample of them.");
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw rejected(
          "IMAGE-FOLDER-UNREADABLE", root, "cannot be read to its end", "Check its permissions.");
    }
    images.sort(BY_CODE_POINTS);
    return new ImageFolder(root, List.copyOf(images), loose).checked();
  }

  private ImageFolder checked() {
    if (images.isEmpty()) {
      throw rejected(
          "IMAGE-FOLDER-CLASSES",
          root,
          "has no sub-folder with images" + (loose > 0 ? "; its images lie in itself" : ""),
          "Sort the images into one sub-folder a class, or give a table with a column of paths and"
              + " a column of classes.");
    }
    int classes = classes().size();
    if (classes < 2 || classes > MOST_CLASSES) {
      throw rejected(
          "IMAGE-FOLDER-CLASSES",
          root,
          String.format(
              Locale.ROOT,
              "has %,d sub-folder%s with images, and each is a class",
              classes,
              classes == 1 ? "" : "s"),
          "Give a folder with 2 to 10,000 sub-folders of images.");
    }
    return this;
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(HIDDEN)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isImage(Path path) {
    String name = path.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(ending);
  }

  private static String classOf(String image) {
    return image.substring(0, image.indexOf('/'));
  }

  /// Names of the sub-folders that hold images, in order.
  public List<String> classes() {
    return images.stream().map(ImageFolder::classOf).distinct().toList();
  }

  /// The description: as given, else paths and classes.
  public DatasetSpec spec(@Nullable DatasetSpec described) {
    return described != null
        ? described
        : new DatasetSpec(
            String.valueOf(root.getFileName()),
            String.valueOf(root.getFileName()),
            null,
            new LabelSpec(CLASS, null, classes(), null),
            List.of(
                column(IMAGE, ColumnType.STRING, ColumnRole.IMAGE),
                column(CLASS, ColumnType.CATEGORY, ColumnRole.LABEL)));
  }

  private static ColumnSpec column(String name, ColumnType type, ColumnRole role) {
    return new ColumnSpec(name, type, role, false, null, "a folder of images");
  }

  /// Writes the table; a description may give its two columns other names.
  public Path write(Path file, DatasetSpec spec) throws IOException {
    LabelSpec label = spec.label();
    List<ColumnSpec> paths = spec.withRole(ColumnRole.IMAGE);
    StringBuilder table = new StringBuilder(images.size() * 64);
    table
        .append(quoted(paths.isEmpty() ? IMAGE : paths.getFirst().name()))
        .append(',')
        .append(quoted(label == null ? CLASS : label.column()))
        .append('\n');
    for (String image : images) {
      table.append(quoted(image)).append(',').append(quoted(classOf(image))).append('\n');
    }
    return Files.writeString(file, table);
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  /// What it is, in words.
  public String words() {
    return "folder of images, " + classes().size() + " classes";
  }

  /// The digest of all paths and of what they hold.
  public Digest digest(Cancellation cancellation) {
    List<String> lines =
        images.parallelStream()
            .map(
                image -> {
                  cancellation.check();
                  return digest(root.resolve(image)).sha256() + "  " + image + "\n";
                })
            .toList();
    return Digest.of(String.join("", lines).getBytes(StandardCharsets.UTF_8));
  }

  private static Digest digest(Path image) {
    try {
      return Digest.of(image);
    } catch (IOException e) {
      throw new InputRejected(
          "IMAGE-FOLDER-UNREADABLE",
          "Image '" + Visible.of(String.valueOf(image.getFileName()), 120) + "' cannot be read.",
          "Check its permissions, and that nobody writes to the folder.",
          e);
    }
  }

  /// What the user should know.
  public List<Warning> warnings() {
    return loose == 0
        ? List.of()
        : List.of(
            new Warning(
                "IMAGE-FOLDER-LOOSE",
                (loose == 1 ? "1 image lies" : Rounded.count(loose) + " images lie")
                    + " in the folder itself and in no class; left out.",
                "Sort them into sub-folders, or move them away."));
  }

  private static InputRejected rejected(String code, Path root, String what, String remedy) {
    return new InputRejected(
        code,
        "Folder '" + Visible.of(String.valueOf(root.getFileName()), 120) + "' " + what + ".",
        remedy);
  }
}
