package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number made of columns, as a model's description writes it: `sin(2*pi*hour(datetime)/24)`,
/// `temp/41`, `` `wind speed` * 0.5 ``. Operators + − * /, parentheses, pi, the functions of
/// [Function]; a name that is no plain word stands in backquotes.
public final class Formula {

  /// Functions of one argument. Those of the calendar take a column of dates or times (UTC).
  public enum Function {
    /// Sine, of radians.
    SIN,
    /// Cosine, of radians.
    COS,
    /// Natural logarithm.
    LOG,
    /// Natural logarithm of 1 + x.
    LOG1P,
    /// Exponential.
    EXP,
    /// Square root.
    SQRT,
    /// Absolute value.
    ABS,
    /// Hour of the day, 0 to 23.
    HOUR,
    /// Day of the week, Monday is 0.
    WEEKDAY,
    /// Day of the month, from 1.
    DAY,
    /// Month, from 1.
    MONTH,
    /// Year.
    YEAR;

    /// Whether it takes a date or a time.
    public boolean ofTime() {
      return switch (this) {
        case HOUR, WEEKDAY, DAY, MONTH, YEAR -> true;
        case SIN, COS, LOG, LOG1P, EXP, SQRT, ABS -> false;
      };
    }
  }

  /// A part of a formula.
  public sealed interface Part {

    /// A number.
    record Constant(double value) implements Part {}

    /// The value of a column.
    record Value(String column) implements Part {}

    /// A function of a part.
    record Call(Function function, Part argument) implements Part {}

    /// Two parts joined by +, -, * or /.
    record Joined(char operator, Part left, Part right) implements Part {}
  }

  private static final String CODE = "MODEL-FORMULA";
  private static final int DEEPEST = 50;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)|([\\p{L}_][\\p{L}\\p{N}_.]*)|`([^`]+)`|([-+*/()]))\\s*");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int at;
  private int depth;

  private Formula(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    int from = 0;
    while (from < text.length()) {
      if (!matcher.find(from) || matcher.start() != from) {
        throw rejected("cannot be read from '" + Visible.of(text.substring(from), 20) + "' on");
      }
      tokens.add(matcher.group(3) == null ? matcher.group().strip() : "`" + matcher.group(3));
      from = matcher.end();
    }
  }

  /// Reads a formula.
  ///
  /// @throws InputRejected when it is none
  public static Part parse(String text) {
    Formula formula = new Formula(text);
    Part part = formula.sum();
    if (formula.at < formula.tokens.size()) {
      throw formula.rejected("has '" + formula.next() + "' where nothing is expected");
    }
    return part;
  }

  /// Names of the columns that a formula reads.
  public static Set<String> columns(Part part) {
    Set<String> names = new TreeSet<>();
    collect(part, names);
    return names;
  }

  private static void collect(Part part, Set<String> names) {
    switch (part) {
      case Part.Constant ignored -> {}
      case Part.Value value -> names.add(value.column());
      case Part.Call call -> collect(call.argument(), names);
      case Part.Joined joined -> {
        collect(joined.left(), names);
        collect(joined.right(), names);
      }
    }
  }

  private Part sum() {
    Part left = product();
    while (at < tokens.size() && (is("+") || is("-"))) {
      char operator = next().charAt(0);
      left = new Part.Joined(operator, left, product());
    }
    return left;
  }

  private Part product() {
    Part left = factor();
    while (at < tokens.size() && (is("*") || is("/"))) {
      char operator = next().charAt(0);
      left = new Part.Joined(operator, left, factor());
    }
    return left;
  }

  private Part factor() {
    if (++depth > DEEPEST) {
      throw rejected("is nested too deeply");
    }
    try {
      String token = next();
      return switch (token) {
        case "-" -> new Part.Joined('-', new Part.Constant(0), factor());
        case "(" -> closed(sum());
        case ")", "+", "*", "/" -> throw rejected("has '" + token + "' where a value is expected");
        case "pi" -> new Part.Constant(Math.PI);
        default -> value(token);
      };
    } finally {
      depth--;
    }
  }

  private Part value(String token) {
    if (Character.isDigit(token.charAt(0))) {
      return new Part.Constant(Double.parseDouble(token));
    }
    if (token.startsWith("`")) {
      return new Part.Value(token.substring(1));
    }
    if (at < tokens.size() && is("(")) {
      at++;
      for (Function function : Function.values()) {
        if (function.name().equalsIgnoreCase(token)) {
          Part argument = closed(sum());
          if (function.ofTime() && !(argument instanceof Part.Value)) {
            throw rejected("takes " + token + "() of something that is no column");
          }
          return new Part.Call(function, argument);
        }
      }
      throw rejected("calls '" + Visible.of(token, 30) + "', which is no function");
    }
    return new Part.Value(token);
  }

  private Part closed(Part part) {
    if (!next().equals(")")) {
      throw rejected("lacks a ')'");
    }
    return part;
  }

  private boolean is(String token) {
    return tokens.get(at).equals(token);
  }

  private String next() {
    if (at >= tokens.size()) {
      throw rejected("ends too early");
    }
    return tokens.get(at++);
  }

  private InputRejected rejected(String what) {
    return new InputRejected(
        CODE,
        "The formula '" + Visible.of(text, 80) + "' in the model's description " + what + ".",
        "Write columns, numbers, + - * /, parentheses, pi, sin, cos, log, log1p, exp, sqrt, abs,"
            + " hour, weekday, day, month, year.");
  }
}
