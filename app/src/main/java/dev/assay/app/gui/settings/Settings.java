package dev.assay.app.gui.settings;

import dev.assay.app.gui.theme.LookChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the window remembers.
///
/// @param look light, dark or as the system
/// @param scale size of type, 0.8 to 2
/// @param frame where the window stands
/// @param workspace the workspace that was open last
/// @param models models opened lately, the latest first
/// @param datasets datasets opened lately, the latest first
/// @param workspaces workspaces opened lately, the latest first
/// @param champion the run that others are compared with, absent until one is chosen
/// @param layout splitters, columns and tabs as they were left, by the name of their place
/// @param reports what the report of an audit is to hold, by the audit; see ReportChoice
/// @param brandings files that say how reports of a workspace look, by the workspace
public record Settings(
    LookChoice look,
    double scale,
    Frame frame,
    @Nullable String workspace,
    List<String> models,
    List<String> datasets,
    List<String> workspaces,
    @Nullable String champion,
    Map<String, String> layout,
    Map<String, String> reports,
    Map<String, String> brandings) {

  private static final int REMEMBERED = 12;
  private static final int PLACES = 200;

  /// Settings of versions that knew no reports have none.
  public Settings {
    reports = (Object) reports == null ? Map.of() : reports;
    brandings = (Object) brandings == null ? Map.of() : brandings;
  }

  /// Where the window stands.
  ///
  /// @param x left edge, absent until it was moved
  /// @param y top edge
  /// @param width pixels
  /// @param height pixels
  /// @param maximized whether the window fills the screen
  public record Frame(
      @Nullable Double x, @Nullable Double y, double width, double height, boolean maximized) {

    /// The first time.
    public static final Frame FIRST = new Frame(null, null, 1280, 800, false);
  }

  /// How Assay starts the first time.
  public static final Settings FIRST =
      new Settings(
          LookChoice.SYSTEM,
          1.0,
          Frame.FIRST,
          null,
          List.of(),
          List.of(),
          List.of(),
          null,
          Map.of(),
          Map.of(),
          Map.of());

  /// Another look and size of type.
  public Settings withLook(LookChoice chosen, double size) {
    return changed(
        s -> {
          s.look = chosen;
          s.scale = size;
        });
  }

  /// The window stands elsewhere.
  public Settings withFrame(Frame moved) {
    return changed(s -> s.frame = moved);
  }

  /// A model was opened.
  public Settings withModel(Path file) {
    return changed(s -> s.models = first(models, file));
  }

  /// A dataset was opened.
  public Settings withDataset(Path file) {
    return changed(s -> s.datasets = first(datasets, file));
  }

  /// A workspace was opened.
  public Settings withWorkspace(Path file) {
    return changed(
        s -> {
          s.workspace = file.toAbsolutePath().toString();
          s.workspaces = first(workspaces, file);
        });
  }

  /// Another run that others are compared with.
  public Settings withChampion(@Nullable String run) {
    return changed(s -> s.champion = run);
  }

  /// A splitter, a column or a tab was left so.
  public Settings withLayout(String place, String value) {
    Map<String, String> changed = new TreeMap<>(layout);
    if (changed.size() < PLACES || changed.containsKey(place)) {
      changed.put(place, value);
    }
    return changed(s -> s.layout = changed);
  }

  /// The report of an audit is to hold something else; the oldest audits are forgotten first.
  public Settings withReport(String audit, String choice) {
    TreeMap<String, String> changed = new TreeMap<>(reports);
    changed.put(audit, choice);
    while (changed.size() > PLACES) {
      changed.pollFirstEntry();
    }
    return changed(s -> s.reports = changed);
  }

  /// Reports of a workspace look otherwise.
  ///
  /// @param file a branding, absent = Assay's own look
  public Settings withBranding(Path of, @Nullable Path file) {
    Map<String, String> changed = new TreeMap<>(brandings);
    if (file == null) {
      changed.remove(key(of));
    } else {
      changed.put(key(of), file.toAbsolutePath().toString());
    }
    return changed(s -> s.brandings = changed);
  }

  /// How reports of a workspace look; empty = Assay's own look.
  public Optional<Path> branding(Path of) {
    return Optional.ofNullable(brandings.get(key(of))).map(Path::of);
  }

  private static String key(Path workspace) {
    return workspace.toAbsolutePath().toString();
  }

  /// Everything stands where it stood the first time.
  public Settings withFirstLayout() {
    return changed(
        s -> {
          s.scale = 1.0;
          s.frame = Frame.FIRST;
          s.layout = Map.of();
        });
  }

  private static List<String> first(List<String> known, Path file) {
    String path = file.toAbsolutePath().toString();
    return Stream.concat(Stream.of(path), known.stream().filter(k -> !k.equals(path)))
        .limit(REMEMBERED)
        .toList();
  }

  private Settings changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /// Settings while one of them is changed.
  private static final class Draft {
    LookChoice look;
    double scale;
    Frame frame;
    @Nullable String workspace;
    List<String> models;
    List<String> datasets;
    List<String> workspaces;
    @Nullable String champion;
    Map<String, String> layout;
    Map<String, String> reports;
    Map<String, String> brandings;

    Draft(Settings from) {
      look = from.look;
      scale = from.scale;
      frame = from.frame;
      workspace = from.workspace;
      models = from.models;
      datasets = from.datasets;
      workspaces = from.workspaces;
      champion = from.champion;
      layout = from.layout;
      reports = from.reports;
      brandings = from.brandings;
    }

    Settings settings() {
      return new Settings(
          look,
          scale,
          frame,
          workspace,
          models,
          datasets,
          workspaces,
          champion,
          layout,
          reports,
          brandings);
    }
  }
}
