package dev.assay.sample.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Draws messages to a bank. What is asked, how it is written and who writes are independent: a
/// fair reader judges every style alike.
final class Messages {

  private static final List<String> OPENINGS =
      List.of("hello,", "good morning,", "hi there,", "dear team,", "", "", "please help:");
  private static final List<String> URGENT =
      List.of(
          "my card was stolen from my bag",
          "someone took %s pounds out of my account and it was not me",
          "i can not pay my rent today because the transfer did not arrive",
          "a caller asked for my code and now my money is gone",
          "my account is blocked and i can not buy food",
          "there are payments on my card that i do not know",
          "my phone was stolen and the thief knows my password",
          "i sent %s pounds to a fraud and you have to stop it now",
          "the machine kept my card and i have no money out here",
          "my wages did not arrive and the loan is due today");
  private static final List<String> OTHER =
      List.of(
          "how do i change my address",
          "what is the fee for a transfer of %s pounds",
          "i would like to know the rate of your savings account",
          "can you send me the statement of last year",
          "the app does not show my old payments",
          "i want to open an account for my daughter",
          "when does my new card arrive",
          "the queue in your branch was long and i was not pleased",
          "how do i raise the limit of my card to %s pounds",
          "do you have a branch that is open on saturday");
  private static final List<String> VAGUE =
      List.of(
          "there is a problem with a payment of %s pounds",
          "my card does not work now",
          "i was asked for my password again",
          "the transfer did not arrive");
  private static final List<String> DETAILS =
      List.of(
          "i have been with you for ten years",
          "i asked about it on monday",
          "i wrote to you last week and you did not answer",
          "i do not know what to do about it",
          "my mother has an account with you too",
          "it was the same last month");
  private static final List<String> CLOSINGS =
      List.of("thank you.", "please answer.", "kind regards", "", "", "thanks a lot!");
  private static final double VAGUE_SHARE = 0.12;

  private final SplittableRandom random;
  private final String prefix;

  Messages(long seed, String prefix) {
    this.random = new SplittableRandom(seed);
    this.prefix = prefix;
  }

  List<Message> draw(int count) {
    List<Message> messages = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      messages.add(message(prefix + i));
    }
    return messages;
  }

  private Message message(String id) {
    boolean urgent = random.nextDouble() < 0.4;
    boolean vague = random.nextDouble() < VAGUE_SHARE;
    String matter = one(vague ? VAGUE : urgent ? URGENT : OTHER);
    List<String> parts = new ArrayList<>(List.of(one(OPENINGS), matter + "."));
    if (random.nextDouble() < 0.6) {
      parts.add(one(DETAILS) + ".");
    }
    parts.add(one(CLOSINGS));
    parts.removeIf(String::isEmpty);
    String plain = filled(String.join(" ", parts));
    double of = random.nextDouble();
    Style style = of < 0.6 ? Style.STANDARD : of < 0.8 ? Style.DIALECT : Style.SECOND_LANGUAGE;
    String channel = one(List.of("app", "e-mail", "chat"));
    String age = one(List.of("18 to 34", "35 to 54", "55 and over"));
    return new Message(id, style.write(plain), style.shown(), channel, age, urgent);
  }

  private String filled(String text) {
    String filled = text;
    while (filled.contains("%s")) {
      filled = filled.replaceFirst("%s", String.valueOf((1 + random.nextInt(30)) * 10));
    }
    return filled;
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
