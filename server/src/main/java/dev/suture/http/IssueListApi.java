package dev.suture.http;

import dev.suture.cause.Bundle;
import dev.suture.hotfix.Hotfix;
import dev.suture.issue.Issue;
import dev.suture.issue.query.IssueSearch;
import dev.suture.issue.query.IssueSearch.Search;
import dev.suture.issue.query.IssueSearch.Sort;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The list of issues: searched, sorted, in pages, with the tags of what it holds.
final class IssueListApi {
  private static final int PAGE = 25;
  private static final int DAY = 24;
  private static final int DAYS = 14;
  private static final int VALUES = 6;

  /// So far matches are counted; beyond it a list only says that there are more.
  private static final int COUNTED = 1_000;

  private final Api.Rooms rooms;
  private final InstantSource clock;

  IssueListApi(Api.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/issues", this::list),
        Api.operator("GET", "/issues/facets", this::facets));
  }

  private Answer list(Call call) {
    Search search = search(call);
    boolean days = inDays(call);
    String before = Asked.given(call, "before").orElse(null);
    IssueSearch.Page page = page(search, before, Asked.limit(call, PAGE));
    List<List<Long>> hourly =
        rooms.search().perHour(page.issues(), search.now(), days ? DAYS * DAY : DAY);
    Map<String, List<Hotfix>> hotfixes =
        rooms.hotfixes().ofIssues(page.issues().stream().map(Issue::id).toList());
    List<IssueRow> rows =
        IntStream.range(0, hourly.size())
            .mapToObj(i -> row(page.issues().get(i), hourly.get(i), days, hotfixes))
            .toList();
    Long total = before == null ? rooms.search().count(search, COUNTED + 1) : null;
    return Answer.json(200, new IssuePage(rows, page.next(), total));
  }

  private Answer facets(Call call) {
    return Answer.json(200, rooms.search().facets(search(call), VALUES));
  }

  private Search search(Call call) {
    Instant now = clock.instant();
    Asked asked = Asked.of(call, rooms, now);
    return new Search(asked.projects(), asked.where(), sort(call), now);
  }

  private IssueSearch.Page page(Search search, @Nullable String before, int limit) {
    try {
      return rooms.search().list(search, before, limit);
    } catch (IllegalArgumentException noCursor) {
      throw Refusal.invalid(
          "before is no cursor of a list in this order.",
          "Leave it out to begin with the first page.");
    }
  }

  private static Sort sort(Call call) {
    String word = Asked.given(call, "sort").orElse(Sort.lastSeen.name());
    return Arrays.stream(Sort.values())
        .filter(sort -> sort.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "Issues cannot be sorted by this.",
                    "Use one of "
                        + Arrays.stream(Sort.values())
                            .map(Sort::name)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static boolean inDays(Call call) {
    return switch (Asked.given(call, "period").orElse("24h")) {
      case "24h" -> false;
      case "14d" -> true;
      default -> throw Refusal.invalid("period is 24h or 14d.", null);
    };
  }

  private static IssueRow row(
      Issue issue, List<Long> hourly, boolean days, Map<String, List<Hotfix>> hotfixes) {
    Bundle.@Nullable HotfixNote note =
        Bundle.HotfixNote.mostUrgent(hotfixes.getOrDefault(issue.id(), List.of())).orElse(null);
    return new IssueRow(
        issue,
        hourly.subList(hourly.size() - DAY, hourly.size()),
        days ? daily(hourly) : null,
        note);
  }

  private static List<Long> daily(List<Long> hourly) {
    List<Long> daily = new ArrayList<>();
    for (int from = 0; from < hourly.size(); from += DAY) {
      daily.add(hourly.subList(from, from + DAY).stream().mapToLong(Long::longValue).sum());
    }
    return daily;
  }

  /// @param perDay of the last 14 days of 24 hours, when the call asked for them
  record IssueRow(
      Issue issue,
      List<Long> perHour,
      @Nullable List<Long> perDay,
      Bundle.@Nullable HotfixNote hotfix) {}

  /// @param total how many match; one more than 1000 when there are more; on a first page only
  record IssuePage(List<IssueRow> issues, @Nullable String next, @Nullable Long total) {}
}
