package dev.suture.http;

import dev.suture.cause.Bundle;
import dev.suture.diff.Narrowing;
import dev.suture.diff.Narrowings;
import dev.suture.diff.Oracle;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Repository.Unreachable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a hotfix changes: how far beyond its cause, and which of it the fix can do without.
public final class DiffApi {
  private static final String PATH = "/hotfixes/{id}/smallest";

  private final Api.Rooms rooms;
  private final Narrowings narrowings;

  private DiffApi(Api.Rooms rooms, Narrowings narrowings) {
    this.rooms = rooms;
    this.narrowings = narrowings;
  }

  public static List<Route> routes(Api.Rooms rooms, Narrowings narrowings) {
    DiffApi api = new DiffApi(rooms, narrowings);
    return List.of(
        Api.operator("GET", "/hotfixes/{id}/scope", api::scope),
        Api.operator("GET", PATH, api::show),
        Api.operator("POST", PATH, api::begin),
        Api.operator("POST", PATH + "/branch", api::publish));
  }

  private Answer scope(Call call) {
    Hotfix hotfix = hotfix(call);
    String issue = hotfix.issue();
    List<String> cause = issue == null ? List.of() : cause(issue);
    try {
      return Answer.json(200, narrowings.scope(hotfix, cause));
    } catch (Unreachable unreachable) {
      throw new Refusal(
          409,
          "conflict",
          "The change cannot be read: " + unreachable.getMessage(),
          "Mend what the message names, then ask again.");
    }
  }

  /// Files of the repository that the failing stack goes through.
  private List<String> cause(String issue) {
    return rooms.bundles().ofIssue(issue).map(Bundle::frames).orElse(List.of()).stream()
        .map(Bundle.BundleFrame::path)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private Answer show(Call call) {
    return view(200, narrowings.of(call.param("id")).orElse(null), hotfix(call));
  }

  private Answer begin(Call call) {
    Hotfix hotfix = hotfix(call);
    if (hotfix.commits().isEmpty()) {
      throw new Refusal(
          409, "conflict", "Nothing is committed on the branch yet.", "Push the fix first.");
    }
    try {
      return view(202, narrowings.begin(hotfix), hotfix);
    } catch (Oracle.Missing missing) {
      throw new Refusal(409, "conflict", String.valueOf(missing.getMessage()), null);
    }
  }

  private Answer publish(Call call) {
    try {
      return view(
          201,
          narrowings
              .publish(call.param("id"))
              .orElseThrow(
                  () ->
                      new Refusal(
                          409,
                          "conflict",
                          "No smaller change was found that could be a branch.",
                          "Search for it first.")),
          hotfix(call));
    } catch (Unreachable unreachable) {
      throw unavailable(unreachable);
    }
  }

  private static Answer view(int status, @Nullable Narrowing narrowing, Hotfix hotfix) {
    boolean outdated = narrowing != null && !narrowing.head().equals(hotfix.head());
    return Answer.json(status, new NarrowingView(narrowing, outdated));
  }

  private static Refusal unavailable(Unreachable unreachable) {
    return new Refusal(
        503,
        "unavailable",
        String.valueOf(unreachable.getMessage()),
        "Mend what the message names, then ask again.");
  }

  private Hotfix hotfix(Call call) {
    return rooms
        .hotfixes()
        .find(call.param("id"))
        .orElseThrow(() -> Refusal.notFound("There is no hotfix with this id."));
  }

  /// @param narrowing null while nobody has searched
  /// @param outdated whether the branch has other commits by now
  record NarrowingView(@Nullable Narrowing narrowing, boolean outdated) {}
}
