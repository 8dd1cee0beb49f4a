package dev.assay.metric.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.dataset.TagScheme;
import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.HiddenEntity;
import dev.assay.predictions.Predictions.TokenTags;
import dev.assay.predictions.TagNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class TagMetricsTest {

  private static final double EXACT = 1e-12;
  private static final List<String> TAGS = List.of("O", "B-PER", "I-PER", "B-LOC", "I-LOC");

  @ParameterizedTest
  @EnumSource(
      value = TagScheme.class,
      names = {"BIO", "IOB1", "BIOES"})
  void everyNumberIsThatOfTheGoldenFile(TagScheme scheme) {
    JsonNode golden =
        TagGoldens.read().path("schemes").path(scheme.name().toLowerCase(Locale.ROOT));
    TokenTags predictions =
        TagGoldens.predictions(
            TagGoldens.texts(golden.path("tags")),
            scheme,
            TagGoldens.numbers(golden.path("true")),
            TagGoldens.numbers(golden.path("given")),
            null);

    Map<String, MetricValue> found = TagGoldens.values(predictions);

    assertThat(found.get("token_accuracy").orNaN())
        .isCloseTo(golden.path("token_accuracy").asDouble(), within(EXACT));
    check(found, golden.path("lenient").path("all"), "");
    check(found, golden.path("strict").path("all"), "_strict");
    List<String> types = TagNames.of(predictions.tags()).types();
    for (int type = 0; type < types.size(); type++) {
      for (Measurement m : TagGoldens.metrics(predictions, false).of(type)) {
        boolean strict = m.metric().endsWith("_strict");
        JsonNode own = golden.path(strict ? "strict" : "lenient").path("types");
        String key = m.metric().replace("entity_", "").replace("_strict", "");
        assertThat(m.value().orNaN())
            .as(m.metric() + " of " + types.get(type))
            .isCloseTo(
                own.path(types.get(type)).path(key.equals("entities") ? "true" : key).asDouble(),
                within(EXACT));
      }
    }
  }

  private static void check(Map<String, MetricValue> found, JsonNode golden, String end) {
    assertThat(golden.size()).isEqualTo(9);
    golden
        .properties()
        .forEach(
            e ->
                assertThat(found.get(e.getKey() + end).orNaN())
                    .as(e.getKey() + end)
                    .isCloseTo(e.getValue().asDouble(), within(EXACT)));
  }

  /// What conlleval forgives, the scheme does not: an entity that begins with I-, a type that
  /// changes within.
  @ParameterizedTest
  @CsvSource({
    "BIO,    I-A I-A O,      1, 0",
    "BIO,    B-A I-B O,      2, 1",
    "BIO,    B-A I-A B-A,    2, 2",
    "BIO,    O O O,          0, 0",
    "IOB1,   I-A I-A O,      1, 1",
    "IOB1,   I-A B-A O,      2, 2",
    "IOB1,   O B-A O,        1, 0",
    "BIOES,  B-A I-A E-A,    1, 1",
    "BIOES,  B-A I-A O,      1, 0",
    "BIOES,  S-A E-A O,      2, 1",
    "PLAIN,  B-A I-A O,      0, 0"
  })
  void entitiesAreReadInBothModes(TagScheme scheme, String tags, int lenient, int strict) {
    List<String> all = List.of("O", "B-A", "I-A", "B-B", "I-B", "E-A", "S-A");
    int[] places = List.of(tags.split(" ")).stream().mapToInt(all::indexOf).toArray();
    Entities entities = new Entities(TagNames.of(all), scheme);

    assertThat(entities.of(places, Entities.Mode.LENIENT)).hasSize(lenient);
    assertThat(entities.of(places, Entities.Mode.STRICT)).hasSize(strict);
  }

  /// BILOU says with other letters what BIOES says; L- and U- are no letters of other schemes.
  @ParameterizedTest
  @CsvSource({
    "B-A I-A L-A,   1, 1",
    "B-A I-A O,     1, 0",
    "U-A L-A O,     2, 1",
    "U-A U-A U-A,   3, 3",
    "B-A L-A U-B,   2, 2"
  })
  void entitiesOfBilouAreReadInBothModes(String tags, int lenient, int strict) {
    List<String> all = List.of("O", "B-A", "I-A", "L-A", "U-A", "B-B", "I-B", "L-B", "U-B");
    int[] places = List.of(tags.split(" +")).stream().mapToInt(all::indexOf).toArray();
    Entities entities = new Entities(TagNames.of(all), TagScheme.BILOU);

    assertThat(entities.of(places, Entities.Mode.LENIENT)).hasSize(lenient);
    assertThat(entities.of(places, Entities.Mode.STRICT)).hasSize(strict);
    assertThat(TagNames.of(List.of("O", "B-A", "U-B", "NOUN")).types()).containsExactly("A");
    assertThat(TagNames.of(List.of("U-turn", "NOUN")).types()).isEmpty();
  }

  @Test
  void everyNumberOfBilouIsThatOfTheSameTagsInBioes() {
    JsonNode golden = TagGoldens.read().path("schemes").path("bioes");
    List<String> tags = TagGoldens.texts(golden.path("tags"));
    List<String> bilou = tags.stream().map(t -> t.replace("E-", "L-").replace("S-", "U-")).toList();
    int[][] truth = TagGoldens.numbers(golden.path("true"));
    int[][] given = TagGoldens.numbers(golden.path("given"));

    assertThat(
            TagGoldens.values(TagGoldens.predictions(bilou, TagScheme.BILOU, truth, given, null)))
        .isEqualTo(
            TagGoldens.values(TagGoldens.predictions(tags, TagScheme.BIOES, truth, given, null)));
  }

  /// An organisation of three words that holds a person of one: a tag that says both finds both.
  @Test
  void tagsThatSayTwoThingsAreEntitiesWithinEachOther() {
    List<String> tags = List.of("O", "B-ORG", "I-ORG", "I-ORG|B-PER", "B-PER");
    TokenTags predictions =
        TagGoldens.predictions(
            tags,
            TagScheme.BIO,
            new int[][] {{1, 3, 2, 0, 4}},
            new int[][] {{1, 2, 2, 0, 4}},
            null);

    Map<String, MetricValue> found = TagGoldens.values(predictions);

    assertThat(LayeredEntities.of(predictions).of(new int[] {1, 3, 2}, Entities.Mode.STRICT))
        .containsExactly(new Entity(0, 0, 3), new Entity(1, 1, 2));
    assertThat(found.get("entities").orNaN()).isEqualTo(3);
    assertThat(found.get("entity_recall").orNaN()).isCloseTo(2 / 3.0, within(EXACT));
    assertThat(found.get("entity_precision").orNaN()).isEqualTo(1);
  }

  @Test
  void hiddenEntitiesCountAsNotFoundUnlessTheirWordsWereNotRead() {
    TokenTags flat =
        TagGoldens.predictions(
            TAGS,
            TagScheme.BIO,
            new int[][] {{0, 1, 2, 2}, {1, 2, 0, 0}},
            new int[][] {{0, 1, 2, 2}, {1, -1, -1, -1}},
            null);
    TokenTags nested =
        new TokenTags(
            flat.rowIndex(),
            null,
            List.of(),
            flat.tags(),
            flat.scheme(),
            flat.truth(),
            flat.predicted(),
            flat.scores(),
            0,
            List.of(
                List.of(new HiddenEntity("LOC", 2, 4)), List.of(new HiddenEntity("LOC", 0, 2))));

    assertThat(TagGoldens.values(flat).get("entities").orNaN()).isEqualTo(2);
    assertThat(TagGoldens.values(nested).get("entities").orNaN()).isEqualTo(3);
    assertThat(TagGoldens.values(nested).get("entity_recall").orNaN())
        .isCloseTo(2 / 3.0, within(EXACT));
    assertThat(nested.isRight(0)).isFalse();
    assertThat(flat.isRight(0)).isTrue();
  }

  @Test
  void wordsThatWereNotReadAreLeftOutAndCounted() {
    // two of the six words lie behind the cut, with one of the two entities
    TokenTags predictions =
        TagGoldens.predictions(
            TAGS,
            TagScheme.BIO,
            new int[][] {{1, 2, 0, 0, 3, 4}},
            new int[][] {{1, 2, 0, 0, -1, -1}},
            null);

    Map<String, MetricValue> found = TagGoldens.values(predictions);

    assertThat(found.get("unread_words").orNaN()).isCloseTo(2 / 6.0, within(EXACT));
    assertThat(found.get("token_accuracy").orNaN()).isEqualTo(1);
    assertThat(found.get("entities").orNaN()).isEqualTo(1);
    assertThat(found.get("entity_f1").orNaN()).isEqualTo(1);
  }

  @Test
  void whatIsUndefinedIsSaidInWords() {
    Map<String, MetricValue> none =
        TagGoldens.values(
            TagGoldens.predictions(
                TAGS, TagScheme.BIO, new int[][] {{0, 0}}, new int[][] {{0, 0}}, null));
    Map<String, MetricValue> unread =
        TagGoldens.values(
            TagGoldens.predictions(
                TAGS, TagScheme.BIO, new int[][] {{0, 1}}, new int[][] {{-1, -1}}, null));
    Map<String, MetricValue> plain =
        TagGoldens.values(
            TagGoldens.predictions(
                List.of("NOUN", "VERB"),
                TagScheme.PLAIN,
                new int[][] {{0, 1}},
                new int[][] {{0, 0}},
                null));

    assertThat(none.get("entity_precision"))
        .isEqualTo(new MetricValue.Undefined("no entity was given"));
    assertThat(none.get("entity_recall"))
        .isEqualTo(new MetricValue.Undefined("there is no true entity"));
    assertThat(none.get("entity_f1_macro"))
        .isEqualTo(new MetricValue.Undefined("there is no true entity and none was given"));
    assertThat(unread.get("token_accuracy"))
        .isEqualTo(new MetricValue.Undefined("the model read no word"));
    assertThat(plain.get("entity_f1"))
        .isEqualTo(new MetricValue.Undefined("the tags mark no entities"));
    assertThat(plain.get("token_accuracy").orNaN()).isEqualTo(0.5);
  }

  @Test
  void aTextOfWeightTwoCountsAsTwoTexts() {
    World world = new World(new Random(3), 40);
    TokenTags plain = world.predictions();
    double[] two = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 2 : 1).toArray();
    int[] rows = IntStream.concat(IntStream.range(0, 40), IntStream.range(0, 20)).toArray();
    TokenTags weighted =
        TagGoldens.predictions(TAGS, TagScheme.BIO, plain.truth(), plain.predicted(), two);
    TokenTags twice =
        TagGoldens.predictions(
            TAGS,
            TagScheme.BIO,
            IntStream.of(rows).mapToObj(r -> plain.truth()[r]).toArray(int[][]::new),
            IntStream.of(rows).mapToObj(r -> plain.predicted()[r]).toArray(int[][]::new),
            null);

    Map<String, MetricValue> a = TagGoldens.values(weighted);
    Map<String, MetricValue> b = TagGoldens.values(twice);

    assertThat(a.keySet()).isEqualTo(b.keySet());
    a.forEach(
        (metric, value) ->
            assertThat(value.orNaN()).as(metric).isCloseTo(b.get(metric).orNaN(), within(1e-9)));
  }

  @Test
  void intervalsHoldTheirNumbersAndAreTheSameAgain() {
    TokenTags predictions = new World(new Random(5), 60).predictions();

    List<Measurement> once = TagGoldens.metrics(predictions, true).all();
    List<Measurement> again = TagGoldens.metrics(predictions, true).all();

    assertThat(once).isEqualTo(again);
    for (Measurement m : once) {
      if (m.metric().startsWith("entity_") && m.value() instanceof MetricValue.Defined d) {
        Interval interval = d.interval();
        assertThat(interval).as(m.metric()).isNotNull();
        assertThat(d.value()).isBetween(interval.lower(), interval.upper());
        assertThat(interval.method()).isEqualTo("bootstrap_bca");
      }
    }
  }

  @Test
  void aNumberThatNoTextMovesHasNoInterval() {
    int[][] truth = {{1, 2, 0}, {3, 0, 0}, {0, 1, 0}};

    for (Measurement m :
        TagGoldens.metrics(TagGoldens.predictions(TAGS, TagScheme.BIO, truth, truth, null), true)
            .all()) {
      assertThat(m.value()).isEqualTo(MetricValue.of(m.value().orNaN()));
    }
  }

  @Test
  void intervalsCoverTheTruth() {
    assertCovers(150, 80, 400, 0.89, 0.993);
  }

  @Test
  @Tag("coverage")
  void intervalsCoverTheTruthInManyWorlds() {
    assertCovers(1_000, 60, 1_000, 0.92, 0.98);
    assertCovers(1_000, 200, 1_000, 0.92, 0.98);
    assertCovers(400, 1_500, 1_000, 0.92, 0.98);
  }

  /// Words of one text go together: in a hard text most tags are wrong.
  private static void assertCovers(int worlds, int texts, int draws, double least, double most) {
    List<String> metrics =
        List.of(
            "token_accuracy", "entity_recall", "entity_f1", "entity_f1_macro", "entity_f1_strict");
    Map<String, MetricValue> truth =
        TagGoldens.values(new World(new Random(99), 20_000).predictions());
    for (boolean resampled : new boolean[] {true, false}) {
      int[] held = new int[metrics.size()];
      for (int world = 0; world < worlds; world++) {
        List<Measurement> found =
            TagGoldens.metrics(new World(new Random(world), texts).predictions(), resampled, draws)
                .all();
        for (int m = 0; m < held.length; m++) {
          String metric = metrics.get(m);
          Measurement own =
              found.stream().filter(f -> f.metric().equals(metric)).findFirst().orElseThrow();
          Interval interval = ((MetricValue.Defined) own.value()).interval();
          double value = truth.get(metric).orNaN();
          held[m] +=
              interval != null && value >= interval.lower() && value <= interval.upper() ? 1 : 0;
        }
      }
      for (int m = 0; m < held.length; m++) {
        assertThat((double) held[m] / worlds)
            .as(metrics.get(m) + ", " + texts + " texts, " + (resampled ? "drawn" : "jackknife"))
            .isBetween(least, most);
      }
    }
  }

  /// Texts of 4 to 15 words, a fifth of which begin an entity of one or two words.
  private record World(Random random, int texts) {

    TokenTags predictions() {
      int[][] truth = new int[texts][];
      int[][] given = new int[texts][];
      for (int i = 0; i < texts; i++) {
        int[] own = new int[4 + random.nextInt(12)];
        for (int w = 0; w < own.length; w++) {
          if (random.nextDouble() < 0.2) {
            int begin = random.nextDouble() < 0.7 ? 1 : 3;
            own[w] = begin;
            if (w + 1 < own.length && random.nextBoolean()) {
              own[++w] = begin + 1;
            }
          }
        }
        double wrong = random.nextDouble() < 0.3 ? 0.5 : 0.05;
        truth[i] = own;
        given[i] =
            IntStream.of(own)
                .map(t -> random.nextDouble() < wrong ? random.nextInt(TAGS.size()) : t)
                .toArray();
      }
      return TagGoldens.predictions(TAGS, TagScheme.BIO, truth, given, null);
    }
  }
}
