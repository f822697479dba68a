package dev.suture.repro;

import dev.suture.capture.Exchange;
import dev.suture.repro.Reproduction.Step;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was typed into a field whose value a recorder has hidden. The requests that come next often
/// say it: what stands in them and stood in none before was typed.
final class Masked {
  private static final Pattern HIDDEN = Pattern.compile("[*•]+|\\[redacted]");
  private static final Pattern QUERY = Pattern.compile("[?&][^=&#]*=([^&#]+)");
  private static final Pattern TEXTS = Pattern.compile(":\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final double SOON = 3_000;
  private static final int MOST = 5;

  private Masked() {}

  /// The step itself when nothing of it is hidden; else one for each text that was typed in turn.
  static List<Step> filled(Step step, List<Exchange> exchanges) {
    if (!HIDDEN.matcher(String.valueOf(step.value())).matches()) {
      return List.of(step);
    }
    Set<String> before = new LinkedHashSet<>();
    List<Step> typed = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      Set<String> said = said(exchange);
      boolean soon = exchange.at() >= step.at() && exchange.at() <= step.at() + SOON;
      for (String text : said) {
        if (soon && !before.contains(text) && typed.size() < MOST) {
          double at = typed.isEmpty() ? step.at() : exchange.at() - 1;
          typed.add(new Step(at, step.kind(), text, List.of(), false, step.target()));
        }
      }
      before.addAll(said);
    }
    return typed.isEmpty() ? List.of(step) : typed;
  }

  private static Set<String> said(Exchange exchange) {
    Set<String> said = new LinkedHashSet<>();
    Matcher query = QUERY.matcher(exchange.url());
    while (query.find()) {
      said.add(decoded(query.group(1)));
    }
    String body = exchange.requestBody();
    if (body != null) {
      Matcher texts = TEXTS.matcher(body);
      while (texts.find()) {
        said.add(texts.group(1));
      }
    }
    return said;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}
