package dev.assay.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/// What a child says to its parent. The parent believes none of it unchecked: a child may have been
/// taken over by the file that it reads.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answer.Hello.class, name = "hello"),
  @JsonSubTypes.Type(value = Answer.Step.class, name = "step"),
  @JsonSubTypes.Type(value = Answer.Done.class, name = "done"),
  @JsonSubTypes.Type(value = Answer.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = Answer.Exhausted.class, name = "exhausted"),
  @JsonSubTypes.Type(value = Answer.Defect.class, name = "defect")
})
sealed interface Answer {

  /// The child has started and is confined.
  ///
  /// @param isolation the level it achieved
  /// @param missing why it is not better
  record Hello(String isolation, List<String> missing) implements Answer {}

  /// How far the request has come; see [dev.assay.work.Progress].
  record Step(String step, long done, long total) implements Answer {}

  /// The request is done.
  ///
  /// @param result what it gave
  /// @param engines versions of the engines that have been loaded so far
  record Done(JsonNode result, SortedMap<String, String> engines) implements Answer {}

  /// The request ended with an exception made for users.
  ///
  /// @param type which of the family
  record Refused(Type type, String code, String sentence, String remedy) implements Answer {
    enum Type {
      USAGE,
      INPUT,
      WORK,
      CANCELLED
    }
  }

  /// There was not enough memory.
  ///
  /// @param what the memory that ran out: "Java heap space", "bad allocation"
  record Exhausted(String what) implements Answer {}

  /// The request met a defect of Assay.
  ///
  /// @param brief what and where, one line
  /// @param trace stack trace
  record Defect(String brief, String trace) implements Answer {}
}
