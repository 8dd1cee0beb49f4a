package dev.assay.modelcard.exchange;

import dev.assay.modelcard.NarrativeSection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An object of a JSON document while it is written: what is empty is left away.
final class Fields {

  private static final String MARK = ": ";

  private final Map<String, Object> fields = new LinkedHashMap<>();

  Fields with(String key, Object value) {
    boolean empty =
        value instanceof Collection<?> list && list.isEmpty()
            || value instanceof Map<?, ?> map && map.isEmpty()
            || value instanceof String text && text.isBlank();
    if (!empty) {
      fields.put(key, value);
    }
    return this;
  }

  Fields with(String key, Optional<?> value) {
    value.ifPresent(v -> with(key, v));
    return this;
  }

  Map<String, Object> map() {
    return fields;
  }

  /// The texts of these sections for a field that several share; all but the first say which they
  /// are, so that a reader can part them again.
  static List<String> shared(CardSource source, NarrativeSection... sections) {
    List<String> texts = new ArrayList<>();
    for (NarrativeSection section : sections) {
      source
          .text(section)
          .ifPresent(t -> texts.add(section == sections[0] ? t : section.heading() + MARK + t));
    }
    return List.copyOf(texts);
  }

  /// The section that a shared text says it belongs to.
  static Optional<NarrativeSection> marked(String text) {
    for (NarrativeSection section : NarrativeSection.values()) {
      if (text.startsWith(section.heading() + MARK)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  /// The shared text without the name of its section.
  static String unmarked(String text) {
    return marked(text).map(s -> text.substring(s.heading().length() + MARK.length())).orElse(text);
  }
}
