package dev.assay.finding;

import dev.assay.common.Digest;
import dev.assay.dataset.Task;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Makes a [Policy] of a document that keeps to the schema, and refuses what a schema cannot see:
/// names of metrics and checks that do not exist, rules of one id, limits that nothing keeps.
final class PolicyReader {

  private final PolicyDocument document;
  private final QuestionReader questions;
  private final String owner;

  /// @param knownNames whether names of metrics and checks must be known; a policy of an older
  ///   audit may name what there is no more
  PolicyReader(PolicyDocument document, boolean knownNames) {
    this.document = document;
    this.questions = new QuestionReader(document, knownNames);
    this.owner = text(document.root(), "owner");
  }

  /// @param text the text the document was read from
  Policy read(String text) {
    JsonNode root = document.root();
    List<Rule> rules =
        rules(
            found -> {
              throw found;
            });
    return new Policy(
        text(root, "id"),
        text(root, "version"),
        text(root, "title"),
        text(root, "description").strip(),
        rules,
        Digest.of(text.getBytes(StandardCharsets.UTF_8)),
        text);
  }

  /// What is wrong with the rules, at most one fault each.
  List<PolicyFault> faults() {
    List<PolicyFault> faults = new ArrayList<>();
    rules(found -> faults.add(found.fault()));
    return List.copyOf(faults);
  }

  /// The rules that can be read.
  private List<Rule> rules(Consumer<FaultFound> onFault) {
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int position = 0;
    for (JsonNode node : document.root().get("rules")) {
      String pointer = "/rules/" + position++;
      try {
        Rule rule = rule(node, pointer);
        if (!ids.add(rule.id())) {
          throw document.refused(
              "POLICY-RULE-TWICE",
              pointer + "/id",
              "there is an earlier rule of the id '" + rule.id() + "'",
              "Give each rule its own id; findings are known by it.");
        }
        rules.add(rule);
      } catch (FaultFound found) {
        onFault.accept(found);
      }
    }
    return List.copyOf(rules);
  }

  private Rule rule(JsonNode node, String pointer) {
    String ruleOwner = text(node, "owner");
    return new Rule(
        text(node, "id"),
        text(node, "title"),
        word(Severity.class, node, "severity", Severity.INFO),
        ruleOwner.isEmpty() ? owner : ruleOwner,
        text(node, "citation").strip(),
        text(node, "why").strip(),
        texts(node, "tasks").map(t -> Task.valueOf(t.toUpperCase(Locale.ROOT))).toList(),
        node.path("required").asBoolean(false),
        questions.read(node, pointer));
  }

  static String text(JsonNode node, String key) {
    return node.path(key).asString("");
  }

  static Stream<String> texts(JsonNode node, String key) {
    return node.path(key).valueStream().map(JsonNode::asString);
  }

  static <E extends Enum<E>> E word(Class<E> type, JsonNode node, String key, E otherwise) {
    return node.has(key) ? Enum.valueOf(type, text(node, key).toUpperCase(Locale.ROOT)) : otherwise;
  }
}
