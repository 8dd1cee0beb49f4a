package dev.assay.dataset.guess;

import java.util.Optional;
import java.util.Set;

/// Names of characteristics that the law protects in many places.
final class SensitiveWords {

  private static final Set<String> WORDS =
      Set.of(
          "sex",
          "gender",
          "race",
          "racial",
          "ethnicity",
          "ethnic",
          "age",
          "marital",
          "religion",
          "religious",
          "nationality",
          "citizenship",
          "disability",
          "disabled",
          "handicap",
          "pregnant",
          "pregnancy",
          "veteran",
          "caste",
          "sexuality",
          "immigrant",
          "immigration",
          "foreigner",
          "geschlecht",
          "alter",
          "sexe",
          "genre",
          "sexo");

  private static final Set<String> PHRASES =
      Set.of(
          "foreign_worker",
          "sexual_orientation",
          "gender_identity",
          "skin_tone",
          "skin_color",
          "skin_colour",
          "native_country",
          "country_of_birth",
          "birth_country",
          "native_language",
          "mother_tongue",
          "date_of_birth",
          "identity_group",
          "identity_term",
          "union_member",
          "political_party");

  /// Words of figures about a neighbourhood or a time, not about a person.
  private static final Set<String> FIGURES =
      Set.of("pct", "percent", "share", "rate", "mean", "avg", "median", "count", "num", "account");

  private SensitiveWords() {}

  /// The word that makes the name sensitive.
  static Optional<String> in(Words name) {
    if (name.all().stream().anyMatch(w -> FIGURES.contains(w) || w.startsWith("pct"))) {
      return Optional.empty();
    }
    Optional<String> phrase = PHRASES.stream().filter(name::contain).findFirst();
    return phrase.isPresent() ? phrase : name.all().stream().filter(WORDS::contains).findFirst();
  }
}
