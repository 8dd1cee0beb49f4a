package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.model.Formula.Function;
import dev.assay.model.Formula.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

  @Test
  void parseBindsTighterWhatMultipliesAndReadsFromTheLeft() {
    assertThat(Formula.parse("a - b * 2 - c"))
        .isEqualTo(
            new Part.Joined(
                '-',
                new Part.Joined(
                    '-',
                    new Part.Value("a"),
                    new Part.Joined('*', new Part.Value("b"), new Part.Constant(2))),
                new Part.Value("c")));
  }

  @Test
  void parseReadsFunctionsOfTimesAndNamesInBackquotes() {
    Part part = Formula.parse("sin(2*pi*hour(`the time`)/24)");

    assertThat(Formula.columns(part)).containsExactly("the time");
    assertThat(part).isInstanceOf(Part.Call.class);
    assertThat(((Part.Call) part).function()).isEqualTo(Function.SIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a +", "(a", "a b", "exec(a)", "hour(a+1)", "a ; b", "`a", "1..2", "a)"})
  void parseRefusesWhatIsNoFormulaInOneSentence(String text) {
    assertThatThrownBy(() -> Formula.parse(text))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("The formula '" + text);
  }

  @Test
  void parseRefusesWhatWouldNestWithoutEnd() {
    assertThatThrownBy(() -> Formula.parse("(".repeat(100_000)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void formulasAreReadOutOfASentence() {
    assertThat(
            WindowProse.formulas(
                "rows i-23..i in file order for row i >= 23 (0-based); hour_sin/hour_cos ="
                    + " sin/cos(2*pi*hour/24), temp/41, humidity/100, load = log1p(raw)"))
        .containsEntry("hour_sin", "sin(2*pi*hour/24)")
        .containsEntry("hour_cos", "cos(2*pi*hour/24)")
        .containsEntry("temp", "temp/41")
        .containsEntry("load", "log1p(raw)")
        .hasSize(5);
  }
}
