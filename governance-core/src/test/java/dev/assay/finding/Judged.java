package dev.assay.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.slice.SliceKey;
import java.util.List;

/// Words that tests of the judge share.
final class Judged {

  static final SliceKey FEMALE = SliceKey.of("sex", "Female");
  static final SliceKey MALE = SliceKey.of("sex", "Male");

  static Policy policy(String... rules) {
    StringBuilder yaml =
        new StringBuilder("schema: assay.policy/1\nid: t\nversion: \"1\"\ntitle: T\nrules:\n");
    for (int i = 0; i < rules.length; i++) {
      String id = rules[i].contains("id:") ? "" : "id: r" + i + ", ";
      String severity = rules[i].contains("severity:") ? "" : "severity: major, ";
      yaml.append("  - {")
          .append(id)
          .append("title: T")
          .append(i)
          .append(", ")
          .append(severity)
          .append(rules[i])
          .append("}\n");
    }
    return Policies.parse(yaml.toString(), "test");
  }

  static Finding only(String rule, Facts facts) {
    List<Finding> findings = Judge.judge(policy(rule), facts.evaluation()).findings();
    assertThat(findings).as("%s", findings).hasSize(1);
    return findings.getFirst();
  }

  /// With plain spaces where a line must not break.
  static String plain(String sentence) {
    return sentence.replace('\u00A0', ' ');
  }

  private Judged() {}
}
