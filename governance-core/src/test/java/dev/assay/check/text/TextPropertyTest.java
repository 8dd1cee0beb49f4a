package dev.assay.check.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPropertyTest {

  private static final IdentityTerms TERMS =
      new IdentityTerms(
          Map.of("age", List.of("old", "young"), "religion", List.of("muslim", "christian")));

  private static String group(String id, String text) {
    return TextProperty.of(id).orElseThrow().group(text, TERMS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text.language    | I think that it was the best of them             | English
          text.language    | Ich glaube, das ist nicht so gut für mich        | German
          text.language    | Je ne sais pas ce que vous avez fait             | French
          text.language    | No sé lo que ha pasado con el perro              | Spanish
          text.language    | great movie                                      | unknown
          text.language    | 12345 !!                                         | unknown
          text.language    | これは本です                                      | Japanese
          text.language    | 这是一本书                                        | Chinese
          text.language    | 이것은 책입니다                                    | Korean
          text.language    | Это очень хорошая книга                          | Cyrillic script
          text.identity    | He is old                                        | age
          text.identity    | An old Muslim                                    | several kinds
          text.identity    | Bold move                                        | none named
          text.emoji       | nice 😀                                          | emoji
          text.emoji       | I ❤️ it                                          | emoji
          text.emoji       | © 2024 #1 :-)                                    | none
          text.casing      | STOP IT NOW                                      | all capitals
          text.casing      | stop it now                                      | all small letters
          text.casing      | Stop                                             | mixed
          text.casing      | 这 12                                            | no cased letters
          text.url         | see https://a.b/c                                | address
          text.url         | ask @someone                                     | mention
          text.url         | www.a.com by @someone                            | address and mention
          text.url         | me@home is nothing                               | none
          text.readability | Too short                                        | under 10 words
          text.readability | Ich glaube, das ist nicht so gut für mich und dich, oder | not known to be English
          text.readability | The cat sat on the mat. It was a big cat and it was fat. | easy, 60 or more
          """)
  void textsFallIntoTheGroupThatTheirDefinitionSays(String id, String text, String wanted) {
    assertThat(group(id, text)).isEqualTo(wanted);
  }

  @Test
  void readingEaseFollowsFleschsFormula() {
    assertThat(Readability.syllables("table")).isEqualTo(2);
    assertThat(Readability.syllables("make")).isEqualTo(1);
    assertThat(Readability.syllables("readability")).isEqualTo(5);
    // 6 words, 1 sentence, 6 syllables
    assertThat(Readability.ease("The cat sat on the mat."))
        .isCloseTo(206.835 - 1.015 * 6 - 84.6, within(1e-9));
  }
}
