package dev.assay.usecase;

import dev.assay.common.AtomicFiles;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Policies that the user wrote: the YAML files of a folder.
///
/// @param folder where they lie; need not exist yet
public record OwnPolicies(Path folder) {

  private static final int MOST = 500;
  private static final int LONGEST_ID = 60;

  /// A file of the folder.
  ///
  /// @param file where it lies
  /// @param policy what it says; absent when it cannot be read
  /// @param refusal why it cannot be read, with the remedy; empty when it can
  public record Entry(Path file, @Nullable Policy policy, String refusal) {}

  /// The files of the folder by name, at most 500; one that cannot be read says why.
  ///
  /// @throws WorkFailed when the folder itself cannot be read
  public List<Entry> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Entry> entries = new ArrayList<>();
      files.filter(OwnPolicies::isYaml).sorted().limit(MOST).forEach(f -> entries.add(entry(f)));
      return List.copyOf(entries);
    } catch (IOException e) {
      throw new WorkFailed(
          "POLICY-FOLDER",
          "The folder of your policies, '" + folder + "', cannot be read (" + e.getMessage() + ").",
          "Check that it can be read.",
          e);
    }
  }

  /// Saves a policy under its id, whole or not at all.
  ///
  /// @param text its YAML
  /// @param over the file that it was read from, which it replaces; absent = a new policy
  /// @return the file
  /// @throws InputRejected when the text is no valid policy
  /// @throws UsageError when its id is that of another policy
  public Path save(String text, @Nullable Path over) {
    Policy policy = Policies.parse(text, over == null ? "new" : String.valueOf(over.getFileName()));
    Path file = folder.resolve(fileName(policy.id()));
    String taken = taken(policy.id(), over);
    if (!taken.isEmpty()) {
      throw new UsageError("USAGE-POLICY-ID", taken, "Give your policy an id of its own.");
    }
    try {
      AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
      if (over != null && !over.equals(file)) {
        Files.deleteIfExists(over);
      }
      return file;
    } catch (IOException e) {
      throw new WorkFailed(
          "POLICY-WRITE",
          "The policy could not be written to '" + file + "' (" + e.getMessage() + ").",
          "Check that the folder can be written to and the disk has room.",
          e);
    }
  }

  /// Why a policy of this id cannot be saved; empty when it can.
  ///
  /// @param over the file that it replaces
  public String taken(String id, @Nullable Path over) {
    if (Policies.isBuiltIn(id)) {
      return "'" + Visible.of(id, LONGEST_ID) + "' is the id of a policy that comes with Assay.";
    }
    Path file = folder.resolve(fileName(id));
    return Files.exists(file) && !file.equals(over)
        ? "There is another policy of the id '" + Visible.of(id, LONGEST_ID) + "' in your folder."
        : "";
  }

  private static String fileName(String id) {
    return id.replaceAll("[^A-Za-z0-9._-]", "_") + ".yaml";
  }

  private static boolean isYaml(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.startsWith(".")
        && (name.endsWith(".yaml") || name.endsWith(".yml"))
        && Files.isRegularFile(file);
  }

  private static Entry entry(Path file) {
    try {
      return new Entry(file, Policies.load(file.toString()), "");
    } catch (InputRejected | UsageError e) {
      return new Entry(file, null, e.sentence() + " " + e.remedy());
    }
  }
}
