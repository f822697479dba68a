package dev.suture.http;

import dev.suture.account.Account;
import dev.suture.account.Link;
import dev.suture.account.Links;
import dev.suture.account.Principal;
import dev.suture.account.Role;
import dev.suture.account.Scope;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Links that let people in: whoever makes one hands it over by whatever way he trusts.
final class InvitationApi {
  private static final int MOST = 200;

  private final AccountRoutes.Rooms rooms;

  InvitationApi(AccountRoutes.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/invitations", this::list).needing(Scope.memberAdmin),
        Api.operator("POST", "/invitations", this::invite).needing(Scope.memberAdmin),
        Api.operator("DELETE", "/invitations/{id}", this::remove).needing(Scope.memberAdmin),
        Api.operator("POST", "/account-link", this::link).needing(Scope.memberAdmin));
  }

  private List<Link> open() {
    Instant now = rooms.clock().instant();
    return rooms.stores().links().all(Link.Kind.invitation).stream()
        .filter(link -> !link.isOver(now))
        .toList();
  }

  private Answer list(Call call) {
    return Answer.json(200, new Invitations(open().stream().map(InvitationApi::view).toList()));
  }

  private Answer invite(Call call) throws IOException {
    NewInvitation wanted = call.json(NewInvitation.class);
    Role role = MemberApi.role(wanted.role());
    MemberApi.refuseUnlessMayGrant(call, role);
    String email =
        wanted.email() == null || wanted.email().isBlank()
            ? null
            : AccountRoutes.email(wanted.email());
    if (email != null && rooms.stores().accounts().byEmail(email).isPresent()) {
      throw new Refusal(
          409, "conflict", "There is an account of this e-mail address already.", null);
    }
    if (wanted.team() != null && rooms.stores().teams().byId(wanted.team()).isEmpty()) {
      throw Refusal.invalid("There is no team with this id.", null);
    }
    if (open().size() >= MOST) {
      throw new Refusal(
          409, "conflict", "There are " + MOST + " open invitations.", "Withdraw some first.");
    }
    Links.Made made = rooms.links().invite(email, role, wanted.team(), call.principal());
    rooms.note(call, "invited", (email == null ? "whoever has the link" : email) + " as " + role);
    AccountRoutes.MadeLink link = rooms.shown(made, call);
    return Answer.json(201, new MadeInvitation(view(made.link()), link.url()));
  }

  private Answer remove(Call call) {
    long id = AccountRoutes.id(call);
    Link link =
        open().stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("There is no invitation with this id."));
    rooms.stores().links().remove(id);
    rooms.note(call, "invitation withdrawn", link.email() == null ? "" : link.email());
    return Answer.empty(204);
  }

  /// For whoever is at the machine itself: the link for the first account, or one that sets the
  /// password of an account whose owner cannot get in.
  private Answer link(Call call) throws IOException {
    if (call.principal().kind() != Principal.Kind.operator) {
      throw new Refusal(
          403, "forbidden", "Only a program on the server's own machine may do this.", null);
    }
    String email = call.json(LinkFor.class).email();
    if (email == null) {
      return Answer.json(
          201,
          rooms.shown(
              rooms
                  .links()
                  .first()
                  .orElseThrow(
                      () ->
                          new Refusal(
                              409,
                              "conflict",
                              "There are accounts already.",
                              "`suture account link EMAIL` makes a link that sets a new password.")),
              call));
    }
    Account account =
        rooms
            .stores()
            .accounts()
            .byEmail(Account.email(email))
            .orElseThrow(() -> Refusal.notFound("There is no account of this e-mail address."));
    rooms.note(call, "password link made", account.email());
    return Answer.json(
        201, rooms.shown(rooms.links().forPassword(account, call.principal()), call));
  }

  private static InvitationView view(Link link) {
    Role role = link.role();
    return new InvitationView(
        link.id(),
        link.email(),
        role == null ? "" : role.name(),
        link.team(),
        link.created(),
        link.expires());
  }

  record NewInvitation(@Nullable String email, @Nullable String role, @Nullable Long team) {}

  record LinkFor(@Nullable String email) {}

  record Invitations(List<InvitationView> invitations) {}

  record InvitationView(
      long id,
      @Nullable String email,
      String role,
      @Nullable Long team,
      Instant created,
      Instant expires) {}

  record MadeInvitation(InvitationView invitation, String url) {
    @Override
    public String toString() {
      return "MadeInvitation[" + invitation + "]";
    }
  }
}
