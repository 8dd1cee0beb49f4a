package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// What a `tokenizer.json` says of itself, read token by token, before the tokenizer's own engine
/// sees it.
final class TokenizerSkim {

  private static final long MOST_BYTES = 128L << 20;
  private static final int MOST_DEPTH = 64;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_DEPTH)
                  .maxDocumentLength(MOST_BYTES)
                  .maxStringLength(1 << 26)
                  .build())
          .build();

  private final String name;
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Integer> added = new HashMap<>();
  private String kind = "";
  private @Nullable String unknown;
  private int unknownId = -1;
  private boolean hasModel;

  private TokenizerSkim(String name) {
    this.name = name;
  }

  /// @throws InputRejected when it is no tokenizer that Assay knows
  static TokenizerSkim read(Path file) {
    TokenizerSkim skim =
        new TokenizerSkim("Tokenizer " + Visible.of(String.valueOf(file.getFileName()), 120));
    try {
      long bytes = Files.size(file);
      if (bytes > MOST_BYTES || bytes == 0) {
        throw skim.rejected(
            "has " + bytes + " bytes; a tokenizer has 1 to " + MOST_BYTES + " (128 MiB)");
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
          JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
        skim.top(json);
      }
    } catch (JacksonException e) {
      var place = e.getLocation();
      throw skim.rejected(
          "is no valid JSON"
              + (place == null
                  ? ""
                  : " at line " + place.getLineNr() + ", column " + place.getColumnNr())
              + ": it is cut short, damaged or nested deeper than "
              + MOST_DEPTH);
    } catch (IOException e) {
      throw skim.rejected("cannot be read");
    }
    return skim.checked();
  }

  /// "WordPiece", "BPE", "Unigram", "WordLevel".
  String kind() {
    return kind;
  }

  /// Ids by token, added tokens included.
  Map<String, Integer> ids() {
    return ids;
  }

  /// Id of the token for what is not known; -1 when there is none.
  int unknownId() {
    return unknownId;
  }

  private TokenizerSkim checked() {
    if (!hasModel || ids.isEmpty()) {
      throw rejected("has no model with a vocabulary");
    }
    boolean known =
        switch (kind) {
          case "WordPiece", "BPE", "Unigram", "WordLevel" -> true;
          default -> false;
        };
    if (!known) {
      throw rejected(
          kind.isEmpty()
              ? "does not say of which kind it is"
              : "is of the kind '"
                  + Visible.of(kind, 40)
                  + "'; Assay knows WordPiece, BPE, Unigram and WordLevel");
    }
    String token = unknown;
    if (token != null) {
      unknownId = ids.getOrDefault(token, -1);
      if (unknownId < 0 && !kind.equals("BPE")) {
        throw rejected(
            "says that '"
                + Visible.of(token, 40)
                + "' stands for unknown words, and its vocabulary does not have it");
      }
    }
    added.forEach(ids::putIfAbsent);
    return this;
  }

  private void top(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw rejected("does not hold a JSON object");
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("model") && value == JsonToken.START_OBJECT) {
        hasModel = true;
        model(json);
      } else if (field.equals("added_tokens") && value == JsonToken.START_ARRAY) {
        added(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void model(JsonParser json) {
    String guessed = "";
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "type" -> kind = json.getString();
        case "unk_token" -> unknown = value == JsonToken.VALUE_STRING ? json.getString() : null;
        case "unk_id" -> unknownId = value == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : -1;
        case "vocab" -> vocabulary(json, value);
        case "merges" -> {
          guessed = "BPE";
          json.skipChildren();
        }
        case "max_input_chars_per_word" -> guessed = "WordPiece";
        default -> json.skipChildren();
      }
    }
    kind = kind.isEmpty() ? guessed : kind;
  }

  private void vocabulary(JsonParser json, JsonToken value) {
    if (value == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String token = json.currentName();
        if (json.nextToken() != JsonToken.VALUE_NUMBER_INT) {
          throw rejected("gives the token '" + Visible.of(token, 40) + "' no whole number");
        }
        ids.put(token, json.getIntValue());
      }
    } else if (value == JsonToken.START_ARRAY) {
      for (int id = 0; json.nextToken() == JsonToken.START_ARRAY; id++) {
        json.nextToken();
        ids.put(json.getString(), id);
        while (json.nextToken() != JsonToken.END_ARRAY) {
          json.skipChildren();
        }
      }
    } else {
      json.skipChildren();
    }
  }

  private void added(JsonParser json) {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      int id = -1;
      String token = "";
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("id") && value == JsonToken.VALUE_NUMBER_INT) {
          id = json.getIntValue();
        } else if (field.equals("content") && value == JsonToken.VALUE_STRING) {
          token = json.getString();
        } else {
          json.skipChildren();
        }
      }
      added.put(token, id);
    }
  }

  private InputRejected rejected(String what) {
    return new InputRejected(
        "TOKENIZER-REFUSED",
        name + " " + what + ".",
        "Save the tokenizer again with the library that made it (tokenizer.json).");
  }
}
