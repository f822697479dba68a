package dev.suture.bench;

import java.util.Random;

/// What the events of the benchmark talk about: words, sentences, numbers in hexadecimal.
final class Wording {
  static final String[] BROWSERS = {"Chrome", "Firefox", "Safari", "Edge"};

  private static final String[] STEMS =
      ("cart order session invoice customer payment shipping address product price stock request"
              + " response handler checkout service token cache queue worker batch index basket"
              + " voucher refund catalog search filter sorter loader parser reader writer client"
              + " server router policy quota ledger account profile device locale currency tax")
          .split(" ");
  private static final String[] ENDS =
      "Factory Manager Impl Adapter Context Builder Store View Model Event".split(" ");

  private Wording() {}

  static String word(Random random) {
    return STEMS[random.nextInt(STEMS.length)];
  }

  /// As a class is named.
  static String name(Random random) {
    String first = word(random);
    return Character.toUpperCase(first.charAt(0))
        + first.substring(1)
        + ENDS[random.nextInt(ENDS.length)];
  }

  static String sentence(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(word(random)).append(' ');
      if (i % 5 == 4) {
        text.append(random.nextInt(100_000)).append(' ');
      }
    }
    return text.toString().trim();
  }

  /// A line of source as it stands in JSON.
  static String source(Random random) {
    return switch (random.nextInt(4)) {
      case 0 ->
          "    const "
              + word(random)
              + " = await this."
              + word(random)
              + "."
              + word(random)
              + "(input);";
      case 1 -> "    if (" + word(random) + ".isEmpty() || " + word(random) + " == null) {";
      case 2 ->
          "      return "
              + name(random)
              + ".of("
              + word(random)
              + ", "
              + random.nextInt(100)
              + ");";
      default ->
          "    "
              + word(random)
              + "."
              + word(random)
              + "[\\\""
              + word(random)
              + "\\\"] = "
              + word(random)
              + "  # "
              + word(random);
    };
  }

  static String hex(Random random, int digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }
}
