package dev.assay.predictions;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.LabelSpec;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the classes of a label and of a model have to do with each other.
final class Classes {

  private static final int SHOWN = 20;

  private Classes() {}

  /// The positive class of a binary label.
  ///
  /// @throws InputRejected when it was not said and cannot be guessed
  static String positive(LabelSpec label, List<String> classes) {
    String said = label.positive();
    if (said != null) {
      return said;
    }
    ClassMatcher matcher = new ClassMatcher(classes);
    if (classes.size() == 2 && matcher.knows("0") && matcher.knows("1")) {
      return classes.get(matcher.index("1"));
    }
    throw new InputRejected(
        "PREDICTIONS-POSITIVE",
        "Which class of '" + Visible.of(label.column(), 80) + "' counts as positive was not said.",
        "Give --positive one of: " + shown(classes) + ".");
  }

  /// Refuses a label class that the model does not have.
  ///
  /// @param label classes of the label; empty = not said
  static void requireKnown(LabelSpec label, ClassMatcher model) {
    for (String known : label.classes()) {
      if (!model.knows(known)) {
        throw doNotFit(label, label.classes(), model.classes());
      }
    }
  }

  static InputRejected doNotFit(LabelSpec label, List<String> labels, List<String> model) {
    return new InputRejected(
        "PREDICTIONS-CLASSES",
        "The classes of the label '"
            + Visible.of(label.column(), 80)
            + "' ("
            + shown(labels)
            + ") are not those of the model ("
            + shown(model)
            + ").",
        "Choose the label that the model was made for, or name its classes in the model's"
            + " description.");
  }

  /// What a row's class says against using it, null when nothing.
  static @Nullable String objection(int code, @Nullable String text, String subject) {
    return switch (code) {
      case ClassColumn.MISSING -> "the " + subject + " is missing";
      case ClassMatcher.UNKNOWN ->
          subject + " '" + Visible.of(String.valueOf(text), 60) + "' is not one of the classes";
      default -> null;
    };
  }

  static String shown(List<String> classes) {
    String list =
        classes.stream()
            .limit(SHOWN)
            .map(c -> "'" + Visible.of(c, 60) + "'")
            .collect(Collectors.joining(", "));
    return classes.size() > SHOWN ? list + " … " + classes.size() + " in all" : list;
  }
}
