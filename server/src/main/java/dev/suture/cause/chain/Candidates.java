package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.flow.Complaint;
import dev.suture.cause.flow.Complaint.Wanted;
import dev.suture.cause.flow.Origin;
import dev.suture.cause.flow.Step;
import dev.suture.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Which of the answers before a failure held the bad value: each request that the program may have
/// had it from is compared with what was answered.
final class Candidates {
  private static final int EXACT_ADDRESS = 4;
  private static final int NEWEST = 3;
  private static final int FAILED = 1;

  private final List<Exchange> answered;
  private final Wanted wanted;
  private final Blame blame;
  private final @Nullable String value;
  private final Set<String> fine = new HashSet<>();
  private final Map<String, Optional<JsonNode>> bodies = new HashMap<>();

  /// @param answered before the failure, in the order of their answers
  Candidates(List<Exchange> answered, Complaint complaint, Blame blame) {
    this(answered, complaint.wanted(), complaint.value(), blame);
  }

  private Candidates(List<Exchange> answered, Wanted wanted, @Nullable String value, Blame blame) {
    this.answered = answered;
    this.value = value;
    this.blame = blame;
    this.wanted = wanted;
  }

  /// @param sure whether the program is known to ask for exactly this
  record Candidate(
      Exchange exchange, Shape.@Nullable Bad bad, int score, boolean sure, Origin.Asked asked) {
    Candidate unsure() {
      return new Candidate(exchange, bad, score, false, asked);
    }
  }

  /// The best one; empty when no answer fits.
  Optional<Candidate> best(List<Origin> origins) {
    List<Candidate> all = new ArrayList<>();
    for (Origin origin : origins) {
      if (origin.source() instanceof Origin.Request request) {
        all.addAll(of(request, origin.path()));
      }
    }
    return all.stream()
        .max(
            Comparator.comparingInt(Candidate::score)
                .thenComparingDouble(each -> each.exchange().at() + each.exchange().ms()))
        .map(best -> all.stream().anyMatch(each -> rivals(each, best)) ? best.unsure() : best);
  }

  /// Whether another request's answer is as bad: then neither is certain.
  private static boolean rivals(Candidate one, Candidate best) {
    return !one.asked().equals(best.asked())
        && one.exchange() != best.exchange()
        && strength(one) >= strength(best);
  }

  private static int strength(Candidate candidate) {
    return candidate.bad() == null ? Shape.BEFORE : candidate.bad().strength();
  }

  /// The answer that gave a key that something of the program does not know.
  Optional<Candidate> ofKeys(List<Blame.Looked> keys) {
    for (Blame.Looked looked : keys) {
      Candidates any = new Candidates(answered, Wanted.anything, null, blame);
      any.fine.addAll(looked.known());
      Optional<Candidate> found = any.best(looked.origins()).filter(each -> each.bad() != null);
      if (found.isPresent()) {
        return found.map(Candidate::unsure);
      }
    }
    return Optional.empty();
  }

  private List<Candidate> of(Origin.Request request, List<Step> path) {
    List<Exchange> fitting = answered.stream().filter(each -> fits(request.asked(), each)).toList();
    List<Candidate> found = new ArrayList<>();
    for (Exchange exchange : fitting) {
      Candidate candidate = judge(request, path, exchange, exchange == fitting.getLast());
      if (candidate != null) {
        found.add(candidate);
      }
    }
    return found;
  }

  private @Nullable Candidate judge(
      Origin.Request request, List<Step> path, Exchange exchange, boolean newest) {
    JsonNode body = body(exchange).orElse(null);
    Origin.Asked asked = request.asked();
    boolean exact =
        asked.operation() != null
            || (asked.url() != null && !asked.url().replaceAll("\\.\\*|[()?:|]", "").isEmpty());
    int extra =
        (exact ? EXACT_ADDRESS : 0)
            + (newest ? NEWEST : 0)
            + (exchange.status() >= 400 ? FAILED : 0);
    if (path.contains(Step.FAILED)) {
      boolean refused = exchange.status() >= 400 || exchange.status() == 0;
      return refused || body == null
          ? new Candidate(exchange, null, Shape.BEFORE * 10 + extra, exact && refused, asked)
          : null;
    }
    if (body == null) {
      boolean wantsJson = wanted == Wanted.noJson || exchange.status() >= 400;
      return wantsJson && exchange.status() != 204 && !path.isEmpty() || wanted == Wanted.noJson
          ? new Candidate(
              exchange, null, Shape.BEFORE * 10 + extra, exact && wanted == Wanted.noJson, asked)
          : null;
    }
    Shape.Bad best = null;
    Shape shape = new Shape(wanted, by -> blame.isOfList(by, request, path), fine).named(value);
    for (List<Step> way : ways(request.style(), path, body)) {
      Shape.Bad bad = shape.look(body, way);
      best = best == null || (bad != null && better(bad, best)) ? bad : best;
    }
    return best == null
        ? null
        : new Candidate(
            exchange,
            best,
            best.strength() * 10 + extra,
            exact && best.strength() >= Shape.BEFORE && !isChosen(path),
            asked);
  }

  /// Which element was looked for is not known for certain.
  private static boolean isChosen(List<Step> path) {
    return path.stream().anyMatch(each -> each instanceof Step.Pick(var by) && by != null);
  }

  /// Of two ways to read the same code the one that leads deeper into the body is the code's.
  private static boolean better(Shape.Bad one, Shape.Bad other) {
    return one.strength() > other.strength()
        || (one.strength() == other.strength() && depth(one) > depth(other));
  }

  private static long depth(Shape.Bad bad) {
    return bad.field().chars().filter(each -> each == '.' || each == '[').count();
  }

  /// The paths in the body that a path from the answer can mean.
  private static List<List<Step>> ways(Origin.Style style, List<Step> path, JsonNode body) {
    boolean reads = !path.isEmpty() && path.getFirst() instanceof Step.Body;
    boolean data = !path.isEmpty() && path.getFirst().equals(new Step.Key("data"));
    List<Step> rest = path.isEmpty() ? path : path.subList(1, path.size());
    if (reads) {
      return List.of(rest);
    }
    return switch (style) {
      case response -> List.of();
      case data -> data ? List.of(rest) : List.of();
      case body -> List.of(path);
      case any -> data ? either(rest, path, body) : List.of(path);
    };
  }

  /// `data` is the client's word for the body, or a property of the body: where the body has only
  /// what one of the two needs, that one is meant.
  private static List<List<Step>> either(List<Step> rest, List<Step> path, JsonNode body) {
    if (!body.isObject() || rest.isEmpty() || !(rest.getFirst() instanceof Step.Key(String next))) {
      return List.of(rest, path);
    }
    boolean own = body.has("data");
    boolean client = body.has(next);
    return own == client ? List.of(rest, path) : List.of(own ? path : rest);
  }

  private boolean fits(Origin.Asked asked, Exchange exchange) {
    if (asked.method() != null && !asked.method().equalsIgnoreCase(exchange.method())) {
      return false;
    }
    if (asked.operation() != null && !operation(exchange).equals(asked.operation())) {
      return false;
    }
    return asked.url() == null || fitsAddress(asked.url(), exchange.url());
  }

  private static boolean fitsAddress(String pattern, String url) {
    String path = url.replaceFirst("^[a-z]+://[^/]*", "");
    String plain = path.replaceFirst("[?#].*$", "");
    Pattern compiled = Pattern.compile("(?s)(?:" + pattern + ")");
    return compiled.matcher(url).matches()
        || compiled.matcher(path).matches()
        || compiled.matcher(plain).matches()
        || compiled.matcher(url.replaceFirst("[?#].*$", "")).matches()
        || compiled
            .matcher(
                java.net.URLDecoder.decode(
                    path.replace("%", "%25"), java.nio.charset.StandardCharsets.UTF_8))
            .matches()
        || endsWith(compiled, plain, path);
  }

  /// A client with an address of its own before the path.
  private static boolean endsWith(Pattern pattern, String plain, String path) {
    for (int at = plain.indexOf('/', 1); at > 0; at = plain.indexOf('/', at + 1)) {
      if (pattern.matcher(plain.substring(at)).matches()
          || pattern.matcher(path.substring(at)).matches()) {
        return true;
      }
      if (pattern.matcher(plain.substring(at + 1)).matches()
          || pattern.matcher(path.substring(at + 1)).matches()) {
        return true;
      }
    }
    return false;
  }

  private static String operation(Exchange exchange) {
    String body = exchange.requestBody();
    if (body == null) {
      return "";
    }
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      String named = json.path("operationName").asString("");
      if (!named.isEmpty()) {
        return named;
      }
      var operation =
          Pattern.compile("\\b(?:query|mutation|subscription)\\s+(\\w+)")
              .matcher(json.path("query").asString(""));
      return operation.find() ? operation.group(1) : "";
    } catch (JacksonException noJson) {
      return "";
    }
  }

  private Optional<JsonNode> body(Exchange exchange) {
    return bodies.computeIfAbsent(exchange.id(), _ -> parsed(exchange.responseBody()));
  }

  private static Optional<JsonNode> parsed(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readTree(text));
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }
}
