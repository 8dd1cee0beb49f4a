package dev.assay.common;

import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// YAML of strangers: sizes and nesting are limited, aliases of collections and keys that occur
/// twice are refused.
public final class StrictYaml {

  private StrictYaml() {}

  /// A reader with these limits.
  ///
  /// @param characters most characters of a text and of all of it
  /// @param depth deepest nesting
  /// @param parts most keys, values and brackets
  /// @param digits most characters of a number
  public static YAMLMapper mapper(int characters, int depth, long parts, int digits) {
    return YAMLMapper.builder(
            YAMLFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxNumberLength(digits)
                        .maxStringLength(characters)
                        .maxTokenCount(parts)
                        .build())
                .loadSettings(
                    LoadSettings.builder()
                        .setCodePointLimit(characters)
                        .setMaxAliasesForCollections(0)
                        .setAllowDuplicateKeys(false)
                        .build())
                .build())
        .build();
  }
}
