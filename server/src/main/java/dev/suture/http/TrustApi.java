package dev.suture.http;

import dev.suture.account.Principal;
import dev.suture.account.Scope;
import dev.suture.issue.trust.Trust;
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

  private Answer approve(Call call) {
    rooms.lives().trust().approve(view(call).issue(), said(call));
    return show(call);
  }

  private Answer withdraw(Call call) {
    rooms.lives().trust().withdraw(view(call).issue(), said(call));
    return show(call);
  }

  private Trust.Approval said(Call call) {
    Principal who = call.principal();
    return new Trust.Approval(who.actor(), who.name(), clock.instant());
  }

  private TrustView view(Call call) {
    Trust trust =
        rooms
            .lives()
            .trust()
            .of(rooms.issue(call.param("id")).id())
            .orElseThrow(() -> Refusal.notFound("There is no issue with this id."));
    return new TrustView(
        trust.issue(), trust.came(), trust.anonymous(), trust.approval(), trust.allowsWrites());
  }

  /// @param anonymous whether anybody who knows the public key could have made all of it up
  /// @param writes whether programs may write because of it
  record TrustView(
      String issue,
      List<Trust.Came> came,
      boolean anonymous,
      Trust.@Nullable Approval approval,
      boolean writes) {}
}
