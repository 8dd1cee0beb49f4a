package dev.assay.worker;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds what is missing in records that came from JSON: the reader of JSON leaves null where a
/// field is absent, whatever the record promises.
final class WholeRecord {

  private WholeRecord() {}

  /// The first component without a value that is not marked `@Nullable`, as a path; empty when the
  /// value is whole.
  static String missing(@Nullable Object value) {
    return switch (value) {
      case null -> "value";
      case Record whole -> ofRecord(whole);
      case Collection<?> elements -> ofElements(elements);
      case Map<?, ?> entries -> ofElements(entries.values());
      default -> "";
    };
  }

  private static String ofElements(Collection<?> elements) {
    int index = 0;
    for (Object element : elements) {
      String missing = missing(element);
      if (!missing.isEmpty()) {
        return "[" + index + "]." + missing;
      }
      index++;
    }
    return "";
  }

  private static String ofRecord(Record whole) {
    for (RecordComponent component : whole.getClass().getRecordComponents()) {
      Object value = value(whole, component);
      String missing = value == null && mayBeAbsent(component) ? "" : missing(value);
      if (!missing.isEmpty()) {
        return value == null ? component.getName() : component.getName() + "." + missing;
      }
    }
    return "";
  }

  private static boolean mayBeAbsent(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object value(Record whole, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(whole);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
