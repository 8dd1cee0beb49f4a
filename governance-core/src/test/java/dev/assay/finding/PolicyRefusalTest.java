package dev.assay.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.common.InputRejected;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Policies that are refused, each with a sentence that names the place.
class PolicyRefusalTest {

  private static final String HEAD = "schema: assay.policy/1\nid: x\nversion: \"1\"\ntitle: X\n";

  /// A policy of one rule, whose keys from line 8 on are given.
  private static String rule(String keys) {
    return HEAD + "rules:\n  - id: a\n    title: A\n" + keys.indent(4);
  }

  static Stream<Arguments> faultyPolicies() {
    return Stream.of(faultyHeads(), faultyRules(), faultyLimits(), faultySlices(), faultyKeys())
        .flatMap(s -> s);
  }

  private static Stream<Arguments> faultyHeads() {
    return Stream.of(
        arguments("[]", "line 1: the policy must be a mapping, not a list"),
        arguments("just words", "line 1: the policy must be a mapping, not 'just words'"),
        arguments("id: x\n", "the key 'schema' is missing"),
        arguments(HEAD, "the key 'rules' is missing"),
        arguments(HEAD + "rules: []\n", "line 5 (/rules): 'rules' must not be empty"),
        arguments(
            HEAD + "rules: none\n",
            "line 5 (/rules): 'rules' must be a list, for instance [groups], not 'none'"),
        arguments(
            HEAD.replace("/1", "/2") + "rules: []\n",
            "line 1 (/schema): 'schema' is 'assay.policy/2'; it must be assay.policy/1"),
        arguments(
            HEAD.replace("id: x", "id: My Policy") + "rules: []\n",
            "line 2 (/id): 'id' is 'My Policy'; it must be written in lower-case letters"),
        arguments(
            HEAD.replace("\"1\"", "1.0") + "rules: []\n",
            "line 3 (/version): 'version' must be a text (in quotes when it looks like a number), not the number 1.0"));
  }

  private static Stream<Arguments> faultyRules() {
    return Stream.of(
        arguments(
            HEAD + "ruls: []\n",
            "line 5 (/ruls): the key 'ruls' is not known here; is 'rules' meant?"),
        arguments(
            HEAD + "rules: [7]\n",
            "line 5 (/rules/0): entry 1 of 'rules' must be a mapping, not the number 7"),
        arguments(
            rule("severity: major\nlimit: {max: 1}"),
            "(/rules/0): a rule speaks of exactly one of 'metric', 'disparity' and 'check'"),
        arguments(
            rule("severity: major\nmetric: recall\ncheck: label.errors\nlimit: {max: 1}"),
            "(/rules/0): a rule speaks of exactly one of"),
        arguments(
            rule("metric: recall\nlimit: {max: 1}"),
            "the key 'severity' is missing in entry 1 of 'rules'"),
        arguments(
            rule("severity: grave\nmetric: recall\nlimit: {max: 1}"),
            "line 8 (/rules/0/severity): 'severity' is 'grave'; it must be one of critical, major, minor, info"),
        arguments(
            rule("severity: major\nmetric: recall"),
            "the key 'limit' is missing in entry 1 of 'rules'"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {}"),
            "line 10 (/rules/0/limit): a limit has 'min', 'max' or both"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {min: high}"),
            "line 10 (/rules/0/limit/min): 'min' must be a number, not 'high'"));
  }

  private static Stream<Arguments> faultyLimits() {
    return Stream.of(
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {minimum: 1, max: 2}"),
            "(/rules/0/limit/minimum): the key 'minimum' is not known here"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {min: 2, max: 1}"),
            "line 10 (/rules/0/limit): nothing lies between 2 and 1"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1, by: ratio}"),
            "line 10 (/rules/0/limit): a limit with 'by' also says 'relative_to'"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1, relative_to: expected}"),
            "(/rules/0/limit/relative_to): it is not known what this metric would be by chance"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1, relative_to: everybody}"),
            "(/rules/0/limit/relative_to): there is no metric called 'everybody'"),
        arguments(
            rule("severity: major\ndisparity: fpr_ratio\nlimit: {max: 1, relative_to: everyone}"),
            "a disparity can be compared with what is expected, with nothing else"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1}\nslices: groups"),
            "line 11 (/rules/0/slices): 'slices' must be a list, for instance [groups], not 'groups'"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1}\nslices: [men]"),
            "line 11 (/rules/0/slices/0): entry 1 of 'slices' is 'men'; it must be one of everyone, groups, intersections"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1}\nslices: [{group_of: [sex]}]"),
            "the key 'group_of' is not known here; is 'groups_of' meant?"));
  }

  private static Stream<Arguments> faultySlices() {
    return Stream.of(
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1}\nslices: [groups, groups]"),
            "(/rules/0/slices): 'slices' names something twice"),
        arguments(
            rule("severity: major\ndisparity: fpr_ratio\nlimit: {max: 1}\nslices: [everyone]"),
            "(/rules/0/slices): a disparity compares groups"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1}\ncomparison: [reference]"),
            "line 11 (/rules/0/comparison): 'comparison' does not belong into a rule of this kind"),
        arguments(
            rule("severity: major\ncheck: label.errors\nlimit: {max: 1}"),
            "line 10 (/rules/0/limit): 'limit' does not belong into a rule of this kind"),
        arguments(
            rule("severity: major\ncheck: label.errors\nvalue: share"),
            "the key 'limit' is missing in entry 1 of 'rules'"),
        arguments(
            rule("severity: major\ncheck: label.*\nvalue: share\nlimit: {max: 1}"),
            "line 9 (/rules/0/check): a rule about a number names one check, not a family"),
        arguments(
            rule("severity: major\ncheck: labels"),
            "line 9 (/rules/0/check): 'check' is 'labels'; it must be written in"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1}\nminimum_n: 0"),
            "line 11 (/rules/0/minimum_n): 'minimum_n' is the number 0; it must be at least 1"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1}\nminimum_n: 2.5"),
            "line 11 (/rules/0/minimum_n): 'minimum_n' must be a whole number, not the number 2.5"));
  }

  private static Stream<Arguments> faultyKeys() {
    return Stream.of(
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1}\nbelow_minimum: set_aside"),
            "the key 'minimum_n' is missing in entry 1 of 'rules'"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1}\ncorrection: holm"),
            "the key 'decide' is missing in entry 1 of 'rules'"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1}\nrequired: yes"),
            "line 11 (/rules/0/required): 'required' must be true or false, not 'yes'"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1}\ntasks: [guessing]"),
            "(/rules/0/tasks/0): entry 1 of 'tasks' is 'guessing'; it must be one of binary_classification"),
        arguments(
            rule("severity: major\nmetric: recall\nlimit: {max: 1}")
                + rule("severity: major\nmetric: recall\nlimit: {max: 1}")
                    .substring(HEAD.length() + 7),
            "line 11 (/rules/1/id): there is an earlier rule of the id 'a'"));
  }

  @ParameterizedTest
  @MethodSource("faultyPolicies")
  void parseNamesTheFaultAndItsPlace(String yaml, String fault) {
    assertThatThrownBy(() -> Policies.parse(yaml, "x.yaml"))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.code()).startsWith("POLICY-");
              assertThat(e.sentence()).startsWith("Policy 'x.yaml'").contains(fault).endsWith(".");
              assertThat(e.remedy()).endsWith(".");
            });
  }

  static Stream<Arguments> hostileYaml() {
    String bomb =
        "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
            + "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n";
    return Stream.of(
        arguments("", "it is empty"),
        arguments("# only a remark\n", "it is empty"),
        arguments(bomb, "line 1 (/a): it uses an anchor (&), which policies do without"),
        arguments("title: &t X\nid: *t\n", "which policies do without"),
        arguments("title: *t\n", "(/title): it uses an alias (*)"),
        arguments("<<: {a: 1}\nid: x\n", "is not known here"),
        arguments("id: !!java.net.URL [\"http://example.org\"]\n", "it uses a tag (!)"),
        arguments("id: !!javax.script.ScriptEngineManager {}\n", "it uses a tag (!)"),
        arguments("id: x\ntitle: X\nid: y\n", "line 3"),
        arguments("{\"id\": \"x\", \"id\": \"y\"}", "line 1"),
        arguments(HEAD + "rules: []\n---\n" + HEAD, "a second document begins"),
        arguments("id: [x\n", "it is not well-formed YAML"),
        arguments("\tid: x\n", "it is not well-formed YAML"),
        arguments("id: \u0000x\n", "it is not well-formed YAML"),
        arguments("[".repeat(100_000), "it is not well-formed YAML"),
        arguments("{a: ".repeat(10_000), "it is not well-formed YAML"),
        arguments("- ".repeat(60_000) + "x", "it is not well-formed YAML"),
        arguments("[" + "1,".repeat(120_000) + "1]", "it is not well-formed YAML"),
        arguments("id: " + "9".repeat(100_000), "it is not well-formed YAML"),
        arguments(
            "id: x\ntitle: " + "x".repeat(300_000), "more than the 262,144 that a policy may have"),
        arguments("id: .nan\n", "(/id)"),
        arguments("id: 1e999999999\n", "(/id)"),
        arguments("? [a, b]\n: c\n", "line 1"));
  }

  @ParameterizedTest
  @MethodSource("hostileYaml")
  void hostileYamlIsRefusedAtOnce(String yaml, String fault) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() -> Policies.parse(yaml, "x\u202E.yaml"))
                .isInstanceOfSatisfying(
                    InputRejected.class,
                    e ->
                        assertThat(e.sentence())
                            .startsWith("Policy 'x\\u202E.yaml'")
                            .contains(fault)
                            .endsWith(".")
                            .hasSizeLessThan(500)));
  }
}
