package dev.suture.http;

import dev.suture.account.Principal;
import dev.suture.account.Scope;
import dev.suture.issue.trust.Standing;
import dev.suture.issue.trust.Trust;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an issue's events came in, and a person's word that programs may write because of it.
final class TrustApi {
  private static final String PATH = "/issues/{id}/trust";

  private final Api.Rooms rooms;
  private final InstantSource clock;

  TrustApi(Api.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", PATH, this::show),
        Api.operator("PUT", PATH, this::approve).needing(Scope.hotfixWrite).byPerson(),
        Api.operator("DELETE", PATH, this::withdraw).needing(Scope.hotfixWrite).byPerson());
  }

  private Answer show(Call call) {
    return Answer.json(200, view(call));
  }

  private Answer approve(Call call) throws IOException {
    TrustView now = view(call);
    String looked = call.json(Looked.class).event();
    String event = looked == null ? now.event() : looked;
    if (!rooms.lives().trust().approve(now.issue(), said(call, event))) {
      throw Refusal.notFound("This issue has no such event, or keeps it no longer.");
    }
    return show(call);
  }

  /// @param event that the person has looked at; null for the one that is shown now
  record Looked(@Nullable String event) {}

  private Answer withdraw(Call call) {
    TrustView now = view(call);
    rooms.lives().trust().withdraw(now.issue(), said(call, now.event()));
    return show(call);
  }

  private Trust.Approval said(Call call, String event) {
    Principal who = call.principal();
    return new Trust.Approval(who.actor(), who.name(), clock.instant(), event);
  }

  private TrustView view(Call call) {
    String id = rooms.issue(call.param("id")).id();
    Standing standing = rooms.lives().vouching().of(id).orElseThrow(TrustApi::missing);
    Trust trust = rooms.lives().trust().of(id).orElseThrow(TrustApi::missing);
    return new TrustView(
        trust.issue(),
        trust.came(),
        standing.event(),
        standing.anonymous(),
        standing.approved() ? standing.approval() : null,
        standing.allowsWrites());
  }

  private static Refusal missing() {
    return Refusal.notFound("There is no issue with this id.");
  }

  /// @param event the one that programs are shown
  /// @param anonymous whether anybody who knows the public key could have made that event up
  /// @param approval of that event; null for none
  /// @param writes whether programs may write because of it
  record TrustView(
      String issue,
      List<Trust.Came> came,
      String event,
      boolean anonymous,
      Trust.@Nullable Approval approval,
      boolean writes) {}
}
