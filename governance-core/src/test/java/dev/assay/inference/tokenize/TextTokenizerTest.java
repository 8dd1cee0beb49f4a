package dev.assay.inference.tokenize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Corpus;
import dev.assay.common.InputRejected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Every text of the corpus becomes exactly the tokens that the peer made of it.
class TextTokenizerTest {

  @ParameterizedTest
  @ValueSource(strings = {"toxicity_bert", "sentiment_roberta", "tokenizer_unigram"})
  void encodeGivesThePeersTokensWhenNothingIsCut(String name) {
    JsonNode golden = Corpus.json("golden/tokenization/" + name + ".json");
    Found found = new Found();

    try (TextTokenizer tokenizer = TextTokenizer.open(file(name), 0)) {
      for (JsonNode item : golden.get("strings")) {
        Encoded encoded = tokenizer.encode(List.of(item.get("text").asString())).getFirst();
        found.compare(item, encoded, item.get("full"));
        assertThat(encoded.cut()).isFalse();
      }
      for (JsonNode item : golden.get("pairs")) {
        found.compare(item, pair(tokenizer, item), item.get("full"));
      }
    }

    assertThat(found.wrong).isEmpty();
    assertThat(found.compared).isEqualTo(golden.get("strings").size() + golden.get("pairs").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"toxicity_bert", "sentiment_roberta", "tokenizer_unigram"})
  void locateGivesThePeersPlacesInJavasCharacters(String name) {
    List<String> wrong = new ArrayList<>();
    int compared = 0;

    try (TextTokenizer tokenizer = TextTokenizer.open(file(name), 0)) {
      for (JsonNode item : Corpus.json("golden/tokenization/" + name + ".json").get("strings")) {
        String text = item.get("text").asString();
        Located located = tokenizer.locate(text);
        JsonNode places = item.get("full").get("offsets_code_points");
        for (int t = 0; places != null && t < located.tokens().length(); t++) {
          int from = places.get(t).get(0).asInt();
          int to = places.get(t).get(1).asInt();
          boolean none = to <= from;
          compared++;
          if (located.from()[t] != (none ? -1 : text.offsetByCodePoints(0, from))
              || located.to()[t] != (none ? -1 : text.offsetByCodePoints(0, to))) {
            wrong.add(text + " token " + t + ": " + located.from()[t] + " to " + located.to()[t]);
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"toxicity_bert", "sentiment_roberta", "tokenizer_unigram"})
  void encodeCutsAsThePeerWhenATextIsTooLong(String name) {
    JsonNode golden = Corpus.json("golden/tokenization/" + name + ".json");
    int maxLength = golden.get("max_length").asInt();
    List<String> texts = new ArrayList<>();
    golden.get("strings").forEach(item -> texts.add(item.get("text").asString()));
    Found found = new Found();

    try (TextTokenizer tokenizer = TextTokenizer.open(file(name), maxLength)) {
      List<Encoded> all = tokenizer.encode(texts);
      for (int i = 0; i < all.size(); i++) {
        JsonNode item = golden.get("strings").get(i);
        boolean whole = item.get("truncated_ids").isNull();
        found.ids(
            texts.get(i),
            all.get(i),
            whole ? item.get("full").get("ids") : item.get("truncated_ids"));
        assertThat(all.get(i).cut()).isEqualTo(!whole);
      }
      for (JsonNode item : golden.get("pairs")) {
        found.ids(item.toString(), pair(tokenizer, item), item.get("truncated_longest_first_ids"));
      }
      assertThat(all.stream().filter(Encoded::cut)).isNotEmpty();
      assertThat(all).allSatisfy(e -> assertThat(e.length()).isLessThanOrEqualTo(maxLength));
    }

    assertThat(found.wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"toxicity_bert", "sentiment_roberta", "tokenizer_unigram"})
  void windowsHoldEveryTokenOfATextAndShareWhatIsAskedFor(String name) {
    int overlap = 3;
    String text = "the cat and the dog saw a very good film in the house of john smith ".repeat(9);
    try (TextTokenizer whole = TextTokenizer.open(file(name), 0);
        TextTokenizer tokenizer = TextTokenizer.windowed(file(name), 16, overlap)) {
      List<Encoded> windows = tokenizer.windows(List.of(text, "the cat")).getFirst();
      Encoded all = whole.encode(List.of(text)).getFirst();
      int special = tokenizer.specialTokens();
      int before = special / 2;
      List<Long> joined = new ArrayList<>();
      for (int w = 0; w < windows.size(); w++) {
        long[] ids = windows.get(w).ids();
        assertThat(ids.length).isLessThanOrEqualTo(16);
        assertThat(windows.get(w).cut()).isFalse();
        for (int t = before + (w == 0 ? 0 : overlap); t < ids.length - special + before; t++) {
          joined.add(ids[t]);
        }
      }

      assertThat(windows).hasSizeGreaterThan(5);
      assertThat(joined)
          .containsExactly(
              Arrays.stream(all.ids(), before, all.length() - special + before)
                  .boxed()
                  .toArray(Long[]::new));
      List<Encoded> shorter = tokenizer.windows(List.of("the cat")).getFirst();
      assertThat(shorter).hasSize(1);
      assertThat(shorter.getFirst().ids())
          .isEqualTo(whole.encode(List.of("the cat")).getFirst().ids());
    }
  }

  @Test
  void windowsThatShareMoreThanHalfAreRefusedInASentence() {
    assertThatThrownBy(() -> TextTokenizer.windowed(file("toxicity_bert"), 16, 8))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("Windows of 14 tokens of their own cannot share 8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not_json", "empty", "empty_object", "array", "unknown_model_type"})
  void openRefusesWithASentenceWhenTheFileIsNoTokenizer(String name) {
    assertThatThrownBy(
            () -> TextTokenizer.open(Corpus.path("hostile/tokenizers/" + name + ".json"), 0))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining(name + ".json");
  }

  private static Encoded pair(TextTokenizer tokenizer, JsonNode item) {
    return tokenizer
        .encode(List.of(item.get("text").asString()), List.of(item.get("pair").asString()))
        .getFirst();
  }

  private static Path file(String name) {
    return Corpus.path("models/" + name + "/tokenizer.json");
  }

  /// Differences found.
  private static final class Found {
    private final List<String> wrong = new ArrayList<>();
    private int compared;

    void compare(JsonNode item, Encoded encoded, JsonNode full) {
      if (!full.isNull()) {
        ids(item.get("text").asString(), encoded, full.get("ids"));
        assertThat(encoded.typeIds()).isEqualTo(longs(full.get("type_ids")));
      } else {
        compared++;
        assertThat(encoded.length()).isEqualTo(item.get("full_length").asInt());
      }
    }

    void ids(String text, Encoded encoded, JsonNode expected) {
      compared++;
      if (!java.util.Arrays.equals(encoded.ids(), longs(expected))) {
        wrong.add(text);
      }
    }

    private static long[] longs(JsonNode array) {
      long[] values = new long[array.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = array.get(i).asLong();
      }
      return values;
    }
  }
}
