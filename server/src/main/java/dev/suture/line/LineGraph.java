package dev.suture.line;

import dev.suture.line.LineRules.Edge;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lines that users can come to at a moment, and where they go from each.
///
/// @param lines production, develop, then the release branches, newest first
/// @param upgrades between names of lines
public record LineGraph(List<Line> lines, List<Edge> upgrades) {
  /// A release branch that nobody has touched for so long is over, unless its support is said.
  static final Duration QUIET = Duration.ofDays(365);

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /// @param isOver whether a release branch has done its work: in Git Flow it is gone into
  ///   production
  public static LineGraph of(
      LineRules rules, List<Branch> branches, Predicate<Branch> isOver, Instant now) {
    List<Line> lines = new ArrayList<>();
    String production = rules.ends().production();
    String develop = rules.ends().develop();
    lines.add(new Line(Line.PRODUCTION, production, Line.Role.production, null));
    if (!develop.equals(production)) {
      lines.add(new Line(Line.DEVELOP, develop, Line.Role.develop, null));
    }
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    List<Branch> releases =
        branches.stream()
            .filter(each -> !each.name().equals(production) && !each.name().equals(develop))
            .filter(each -> rules.releases().stream().anyMatch(p -> matches(p, each.name())))
            .sorted(Comparator.comparing(Branch::name, LineGraph::byVersion).reversed())
            .toList();
    for (Branch release : releases) {
      LocalDate until = until(rules, release.name());
      boolean over =
          until != null
              ? today.isAfter(until)
              : release.at().isBefore(now.minus(QUIET))
                  || (rules.flow() == Flow.gitFlow
                      && !isSupport(release.name())
                      && isOver.test(release));
      if (!over) {
        lines.add(new Line(release.name(), release.name(), Line.Role.release, until));
      }
    }
    return new LineGraph(List.copyOf(lines), edges(rules, lines));
  }

  private static boolean matches(String pattern, String name) {
    return LineRules.matches(pattern, name);
  }

  private static boolean isSupport(String name) {
    return name.startsWith("support");
  }

  private static @Nullable LocalDate until(LineRules rules, String name) {
    return rules.support().entrySet().stream()
        .filter(each -> matches(each.getKey(), name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static List<Edge> edges(LineRules rules, List<Line> lines) {
    List<Edge> edges = new ArrayList<>();
    if (rules.upgrades().isEmpty()) {
      List<String> way = usualWay(rules, lines);
      for (int i = 1; i < way.size(); i++) {
        edges.add(new Edge(way.get(i - 1), way.get(i)));
      }
      return List.copyOf(edges);
    }
    for (Edge edge : rules.upgrades()) {
      for (Line from : lines) {
        for (Line to : lines) {
          boolean named = matches(edge.from(), from.name()) && matches(edge.to(), to.name());
          if (named && !from.equals(to)) {
            edges.add(new Edge(from.name(), to.name()));
          }
        }
      }
    }
    return List.copyOf(edges);
  }

  /// From the oldest version to what is not released yet. In Git Flow an open release branch comes
  /// after production; elsewhere each is a version of its own before it.
  private static List<String> usualWay(LineRules rules, List<Line> lines) {
    boolean gitFlow = rules.flow() == Flow.gitFlow;
    List<String> older = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Line line : lines.reversed()) {
      if (line.role() == Line.Role.release) {
        (gitFlow && !isSupport(line.name()) ? open : older).add(line.name());
      }
    }
    List<String> way = new ArrayList<>(older);
    way.add(Line.PRODUCTION);
    way.addAll(open);
    if (lines.stream().anyMatch(line -> line.role() == Line.Role.develop)) {
      way.add(Line.DEVELOP);
    }
    return way;
  }

  public Optional<Line> line(String name) {
    return lines.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// The lines that somebody who uses one comes to by upgrading.
  public Set<String> ahead(String name) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> left = new ArrayDeque<>(List.of(name));
    while (!left.isEmpty()) {
      String at = left.pop();
      for (Edge edge : upgrades) {
        if (edge.from().equals(at) && reached.add(edge.to())) {
          left.add(edge.to());
        }
      }
    }
    reached.remove(name);
    return reached;
  }

  /// Older versions first; numbers count as numbers, and a missing one is the smallest, but for
  /// `x`, which stands for any.
  static int byVersion(String one, String other) {
    List<BigInteger> left = numbers(one);
    List<BigInteger> right = numbers(other);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int compared = left.get(i).compareTo(right.get(i));
      if (compared != 0) {
        return compared;
      }
    }
    int depth = Integer.compare(right.size(), left.size());
    return depth != 0 ? depth : one.compareTo(other);
  }

  private static List<BigInteger> numbers(String name) {
    return NUMBER.matcher(name).results().map(MatchResult::group).map(BigInteger::new).toList();
  }
}
