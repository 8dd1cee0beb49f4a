package dev.assay.usecase;

import dev.assay.common.Digest;
import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.inference.image.ImageFiles;
import dev.assay.inference.image.UnreadableImage;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelBinding;
import dev.assay.work.Cancellation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the images of a dataset hold, as digests: a table of paths stays the same when an image
/// behind a path changes. Files are read here and decoded nowhere.
record ImageDigests(Path files, Cancellation cancellation) {

  /// The input that images feed, where the model reads images.
  static Optional<InputBinding> input(ModelBinding binding) {
    return binding.inputs().stream().filter(i -> i.image() != null).findFirst();
  }

  /// The digest of all images that a column names, in the order of the rows; an image that cannot
  /// be read counts with the reason.
  Digest of(Dataset dataset, InputBinding input) {
    Column paths = dataset.column(input.columns().getFirst());
    return joined(IntStream.range(0, dataset.rows()).parallel().mapToObj(paths::text));
  }

  /// The digest of the images at these paths; each file is read once.
  Digest of(List<String> paths) {
    return joined(paths.stream().distinct().toList().parallelStream());
  }

  private Digest joined(Stream<@Nullable String> paths) {
    ImageFiles images = new ImageFiles(files);
    String all = paths.map(path -> digest(images, path)).collect(Collectors.joining("\n"));
    return Digest.of(all.getBytes(StandardCharsets.UTF_8));
  }

  private String digest(ImageFiles images, @Nullable String path) {
    cancellation.check();
    try {
      return path == null ? "" : Digest.of(images.bytes(path)).sha256();
    } catch (UnreadableImage why) {
      return String.valueOf(why.getMessage());
    }
  }
}
