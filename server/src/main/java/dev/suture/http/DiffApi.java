package dev.suture.http;

import dev.suture.cause.Bundle;
import dev.suture.diff.Narrowing;
import dev.suture.diff.Narrowings;
import dev.suture.diff.Oracle;
import dev.suture.diff.ScopeCheck;
import dev.suture.diff.ScopePolicy;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Policy;
import dev.suture.project.Project;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
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
    try {
      return Answer.json(200, narrowings.scope(hotfix, cause(hotfix), policy(hotfix)));
    } catch (Unreachable unreachable) {
      throw new Refusal(
          409,
          "conflict",
          "The change cannot be read: " + unreachable.getMessage(),
          "Mend what the message names, then ask again.");
    }
  }

  /// Files and functions that the failure bundle names: those of the causal chain, of the value's
  /// way to the failure, and of the failing stack.
  private ScopeCheck.Chain cause(Hotfix hotfix) {
    String issue = hotfix.issue();
    Bundle bundle = issue == null ? null : rooms.bundles().ofIssue(issue).orElse(null);
    if (bundle == null) {
      return new ScopeCheck.Chain(List.of(), List.of());
    }
    SequencedSet<String> files = new LinkedHashSet<>(bundle.scope().files());
    SequencedSet<String> functions = new LinkedHashSet<>();
    for (Bundle.BundleFrame each : bundle.frames()) {
      if (each.path() != null) {
        files.add(each.path());
        functions.add(each.frame().function());
      }
    }
    return new ScopeCheck.Chain(files, functions);
  }

  /// As the commit that was live has it: a hotfix does not loosen its own.
  private ScopePolicy policy(Hotfix hotfix) throws Unreachable {
    Project project = rooms.projects().bySlug(hotfix.project()).orElse(null);
    return project == null
        ? ScopePolicy.NONE
        : ScopePolicy.read(rooms.repository().file(project, hotfix.base(), Policy.FILE).orElse(""));
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
