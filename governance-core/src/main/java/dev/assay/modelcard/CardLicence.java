package dev.assay.modelcard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The licence as Hugging Face's header names it.
public final class CardLicence {

  private static final String UNKNOWN = "unknown";
  private static final String OTHER = "other";

  /// Identifiers that Hugging Face knows.
  private static final Set<String> KNOWN =
      Set.copyOf(
          List.of(
              "apache-2.0",
              "mit",
              "openrail",
              "bigscience-openrail-m",
              "creativeml-openrail-m",
              "bigscience-bloom-rail-1.0",
              "bigcode-openrail-m",
              "afl-3.0",
              "artistic-2.0",
              "bsl-1.0",
              "bsd",
              "bsd-2-clause",
              "bsd-3-clause",
              "bsd-3-clause-clear",
              "c-uda",
              "cc",
              "cc0-1.0",
              "cc-by-2.0",
              "cc-by-3.0",
              "cc-by-4.0",
              "cc-by-sa-3.0",
              "cc-by-sa-4.0",
              "cc-by-nc-2.0",
              "cc-by-nc-3.0",
              "cc-by-nc-4.0",
              "cc-by-nd-4.0",
              "cc-by-nc-nd-3.0",
              "cc-by-nc-nd-4.0",
              "cc-by-nc-sa-3.0",
              "cc-by-nc-sa-4.0",
              "ecl-2.0",
              "epl-1.0",
              "epl-2.0",
              "eupl-1.1",
              "agpl-3.0",
              "gfdl",
              "gpl",
              "gpl-2.0",
              "gpl-3.0",
              "lgpl",
              "lgpl-2.1",
              "lgpl-3.0",
              "isc",
              "mpl-2.0",
              "ms-pl",
              "ncsa",
              "odbl",
              "odc-by",
              "ofl-1.1",
              "osl-3.0",
              "pddl",
              "postgresql",
              "unlicense",
              "wtfpl",
              "zlib"));

  /// Identifiers of SPDX that Hugging Face writes in small letters.
  private static final List<String> SPDX =
      List.of(
          "Apache-2.0",
          "MIT",
          "AFL-3.0",
          "Artistic-2.0",
          "BSL-1.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "BSD-3-Clause-Clear",
          "CC0-1.0",
          "CC-BY-2.0",
          "CC-BY-3.0",
          "CC-BY-4.0",
          "CC-BY-SA-3.0",
          "CC-BY-SA-4.0",
          "CC-BY-NC-2.0",
          "CC-BY-NC-3.0",
          "CC-BY-NC-4.0",
          "CC-BY-ND-4.0",
          "CC-BY-NC-ND-3.0",
          "CC-BY-NC-ND-4.0",
          "CC-BY-NC-SA-3.0",
          "CC-BY-NC-SA-4.0",
          "ECL-2.0",
          "EPL-1.0",
          "EPL-2.0",
          "EUPL-1.1",
          "ISC",
          "MPL-2.0",
          "MS-PL",
          "NCSA",
          "ODbL-1.0",
          "ODC-By-1.0",
          "OFL-1.1",
          "OSL-3.0",
          "PostgreSQL",
          "Unlicense",
          "WTFPL",
          "Zlib");

  private CardLicence() {}

  /// The identifier of SPDX that stands on the first line of the section; empty where none does.
  public static Optional<String> spdx(Narrative narrative) {
    String first = firstLine(narrative);
    return SPDX.stream().filter(id -> id.equalsIgnoreCase(first)).findFirst();
  }

  /// The identifier that stands on the first line of the section; "other" for terms in words,
  /// "unknown" where nothing is written.
  static String of(Narrative narrative) {
    String first = firstLine(narrative).toLowerCase(Locale.ROOT);
    return first.isEmpty() ? UNKNOWN : KNOWN.contains(first) ? first : OTHER;
  }

  private static String firstLine(Narrative narrative) {
    return narrative.text(NarrativeSection.LICENCE).strip().lines().findFirst().orElse("").strip();
  }
}
