package dev.assay.worker;

import dev.assay.common.AssayException;
import dev.assay.common.Cancelled;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads what a child says, believing only its form.
final class Understood {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{1,60}");
  private static final int SENTENCE_LIMIT = 2_000;
  private static final int VERSION_LIMIT = 200;
  private static final int MOST_ENGINES = 50;

  private Understood() {}

  /// Reads messages that nobody said, so that reading is fast when the first one comes.
  static void rehearse() {
    answer(Frames.encode(new Answer.Hello("", List.of())));
    answer(Frames.encode(new Answer.Step("", 0, 0)));
    answer(Frames.encode(new Answer.Done(Json.mapper().createObjectNode(), new TreeMap<>())));
  }

  /// The answer.
  ///
  /// @throws IllegalArgumentException saying what is wrong with it
  static Answer answer(byte[] json) {
    try {
      return whole(Json.mapper().readValue(json, Answer.class));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is not one of the messages", e);
    }
  }

  /// The result, whole: nothing is missing that must be there.
  ///
  /// @throws IllegalArgumentException saying what is wrong with it
  static <T> T result(JsonNode result, Class<T> type) {
    try {
      return whole(Json.mapper().treeToValue(result, type));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is no " + type.getSimpleName(), e);
    }
  }

  /// The exception that ended the request, as it would have been thrown here.
  static AssayException thrown(Answer.Refused refused) {
    if (!CODE.matcher(refused.code()).matches()) {
      throw new IllegalArgumentException("its error has no proper code");
    }
    String code = refused.code();
    String sentence = Visible.of(refused.sentence(), SENTENCE_LIMIT);
    String remedy = Visible.of(refused.remedy(), SENTENCE_LIMIT);
    return switch (refused.type()) {
      case USAGE -> new UsageError(code, sentence, remedy);
      case INPUT -> new InputRejected(code, sentence, remedy);
      case WORK -> new WorkFailed(code, sentence, remedy);
      case CANCELLED -> new Cancelled(code, sentence, remedy);
    };
  }

  /// Versions of engines.
  static SortedMap<String, String> engines(SortedMap<String, String> said) {
    SortedMap<String, String> engines = new TreeMap<>();
    said.entrySet().stream()
        .limit(MOST_ENGINES)
        .forEach(
            e ->
                engines.put(
                    Visible.of(e.getKey(), VERSION_LIMIT),
                    Visible.of(e.getValue(), VERSION_LIMIT)));
    return engines;
  }

  private static <T> T whole(T value) {
    String missing = WholeRecord.missing(value);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("it has no " + missing);
    }
    return value;
  }
}
