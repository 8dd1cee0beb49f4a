package dev.assay.inference.onnx;

import dev.assay.inference.MaskedAnswers.Status;
import dev.assay.inference.MaskedText;
import dev.assay.inference.onnx.MaskedPlan.Hidden;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.inference.tokenize.Located;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.MaskedHead;
import dev.assay.model.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Makes of texts what a masked language model is asked.
///
/// @param tokenizer does not cut
/// @param head what the model says
/// @param beside what lies beside it
record MaskedPlanner(TextTokenizer tokenizer, MaskedHead head, Transformer beside) {

  MaskedPlan plan(MaskedText asked) {
    if (asked.text().isBlank()) {
      return MaskedPlan.not(Status.NO_TEXT);
    }
    return switch (asked.kind()) {
      case FILL -> fill(asked);
      case WHOLE -> whole(asked.text());
      case ASSOCIATION -> association(asked);
      case PAIR -> pair(asked.text(), Objects.requireNonNullElse(asked.other(), ""));
    };
  }

  private Encoded tokens(String text) {
    return tokenizer.encode(List.of(text)).getFirst();
  }

  private boolean tooLong(Encoded tokens) {
    return beside.maxLength() > 0 && tokens.length() > beside.maxLength();
  }

  private MaskedPlan fill(MaskedText asked) {
    Encoded masked = tokens(asked.text());
    int masks = masked.count(head.maskId());
    if (masks != 1) {
      return MaskedPlan.not(masks == 0 ? Status.NO_MASK : Status.SEVERAL_MASKS);
    }
    if (tooLong(masked)) {
      return MaskedPlan.not(Status.TOO_LONG);
    }
    int place =
        IntStream.range(0, masked.length()).filter(i -> masked.ids()[i] == head.maskId()).sum();
    String answer = asked.other();
    long token = -1;
    Status status = Status.NO_ANSWER;
    if (answer != null && !answer.isBlank()) {
      token = answer(masked, place, tokens(asked.text().replace(head.mask(), answer.strip())));
      Long unknown = beside.unknownId();
      status =
          token < 0
              ? Status.NOT_ONE_TOKEN
              : unknown != null && token == unknown ? Status.UNKNOWN_ANSWER : Status.ASKED;
    }
    long known = status == Status.ASKED ? token : -1;
    return new MaskedPlan(status, List.of(new Hidden(masked, place, known)), 0, true);
  }

  /// The token that stands in the place of the mask when the answer is written there; -1 where the
  /// text is not the same but for one token. So a word is read as it is read within its text:
  /// "Ġnurse" behind a space.
  private static long answer(Encoded masked, int place, Encoded filled) {
    if (filled.length() != masked.length()) {
      return -1;
    }
    boolean same =
        IntStream.range(0, masked.length())
            .allMatch(i -> i == place || masked.ids()[i] == filled.ids()[i]);
    return same ? filled.ids()[place] : -1;
  }

  /// The word stands at the same place in both texts, counted from the side on which they are the
  /// same.
  private MaskedPlan association(MaskedText asked) {
    MaskedPlan plan = fill(asked);
    if (plan.status() != Status.ASKED) {
      return plan;
    }
    Hidden own = plan.hidden().getFirst();
    Encoded prior = tokens(Objects.requireNonNullElse(asked.prior(), ""));
    if (tooLong(prior)) {
      return MaskedPlan.not(Status.TOO_LONG);
    }
    int behind = own.tokens().length() - own.place();
    int place =
        startsLike(own.tokens(), prior, own.place() + 1)
            ? own.place()
            : endsLike(own.tokens(), prior, behind) ? prior.length() - behind : -1;
    return place < 0 || prior.count(head.maskId()) < 2
        ? MaskedPlan.not(Status.NO_PRIOR)
        : new MaskedPlan(
            Status.ASKED, List.of(own, new Hidden(prior, place, own.token())), 1, false);
  }

  private static boolean startsLike(Encoded text, Encoded other, int tokens) {
    return other.length() >= tokens
        && IntStream.range(0, tokens).allMatch(i -> text.ids()[i] == other.ids()[i]);
  }

  private static boolean endsLike(Encoded text, Encoded other, int tokens) {
    int from = text.length() - tokens;
    int otherFrom = other.length() - tokens;
    return otherFrom >= 0
        && IntStream.range(0, tokens)
            .allMatch(i -> text.ids()[from + i] == other.ids()[otherFrom + i]);
  }

  private MaskedPlan whole(String text) {
    Located located = tokenizer.locate(text);
    Status status = status(located);
    List<Integer> places =
        IntStream.range(0, located.from().length)
            .filter(i -> located.from()[i] >= 0)
            .boxed()
            .toList();
    return status == Status.ASKED
        ? hiding(hide(located.tokens(), places), List.of())
        : MaskedPlan.not(status);
  }

  private MaskedPlan pair(String one, String two) {
    if (two.isBlank()) {
      return MaskedPlan.not(Status.NO_TEXT);
    }
    Located first = tokenizer.locate(one);
    Located second = tokenizer.locate(two);
    for (Located text : List.of(first, second)) {
      if (status(text) != Status.ASKED) {
        return MaskedPlan.not(status(text));
      }
    }
    SharedTokens shared = SharedTokens.of(first.tokens().ids(), second.tokens().ids());
    List<Integer> ours = new ArrayList<>();
    List<Integer> theirs = new ArrayList<>();
    for (int i = 0; i < shared.first().size(); i++) {
      int own = shared.first().get(i);
      int other = shared.second().get(i);
      if (first.from()[own] >= 0 && second.from()[other] >= 0) {
        ours.add(own);
        theirs.add(other);
      }
    }
    return hiding(hide(first.tokens(), ours), hide(second.tokens(), theirs));
  }

  private Status status(Located text) {
    if (text.tokens().count(head.maskId()) > 0) {
      return Status.MASKED_ALREADY;
    }
    return tooLong(text.tokens()) ? Status.TOO_LONG : Status.ASKED;
  }

  private List<Hidden> hide(Encoded text, List<Integer> places) {
    List<Hidden> hidden = new ArrayList<>();
    for (int place : places) {
      long[] ids = text.ids().clone();
      ids[place] = head.maskId();
      hidden.add(new Hidden(new Encoded(ids, text.typeIds(), false), place, text.ids()[place]));
    }
    return hidden;
  }

  private static MaskedPlan hiding(List<Hidden> ours, List<Hidden> theirs) {
    if (ours.isEmpty()) {
      return MaskedPlan.not(Status.NOTHING_TO_HIDE);
    }
    List<Hidden> all = new ArrayList<>(ours);
    all.addAll(theirs);
    return new MaskedPlan(Status.ASKED, List.copyOf(all), theirs.size(), false);
  }
}
