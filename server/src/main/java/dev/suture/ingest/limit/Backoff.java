package dev.suture.ingest.limit;

import dev.suture.project.Category;
import java.util.List;
import java.util.stream.Collectors;

/// What a sender should hold back, and for how long.
///
/// @param seconds from now
/// @param categories empty for everything
/// @param scope `key` or `project`
/// @param reason one word
public record Backoff(int seconds, List<Category> categories, String scope, String reason) {

  /// `60:error;attachment:key:rate_limit`, as Sentry's SDKs read it.
  public String header() {
    String names = categories.stream().map(Category::word).collect(Collectors.joining(";"));
    return seconds + ":" + names + ":" + scope + ":" + reason;
  }

  /// All of them in one header.
  public static String header(List<Backoff> backoffs) {
    return backoffs.stream().map(Backoff::header).collect(Collectors.joining(", "));
  }

  public static int longest(List<Backoff> backoffs) {
    return backoffs.stream().mapToInt(Backoff::seconds).max().orElse(60);
  }
}
