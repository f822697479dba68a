package dev.suture.http;

import dev.suture.account.AuditLog;
import dev.suture.account.Link;
import dev.suture.account.Principal;
import dev.suture.account.Team;
import dev.suture.account.TeamStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the samples of the contract that are about people are made of.
final class AccountSamples {
  private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-27T10:00:00Z");

  private AccountSamples() {}

  static Map<String, Object> answers() {
    var token =
        new TokenApi.TokenView(
            3,
            "suture_ci_…9f3a",
            "Builds of the shop",
            List.of("failure:read", "release:write"),
            AT,
            LATER,
            AT);
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("SignIn", new SignInApi.SignIn(false, "Acme"));
    answers.put(
        "Me",
        new MeApi.Me(
            Principal.Kind.person,
            7,
            "Olga Owner",
            "olga@shop.example",
            "viewer",
            List.of("failure:read"),
            true));
    answers.put(
        "LinkView",
        new SignInApi.LinkView(Link.Kind.invitation, "max@shop.example", "member", LATER));
    answers.put(
        "MadeLink", new AccountRoutes.MadeLink("https://suture.example/welcome#0011", LATER));
    answers.put(
        "Sessions",
        new MeApi.Sessions(
            List.of(new MeApi.SessionView(5, AT, LATER, "192.0.2.7", "Firefox", true))));
    answers.put("Tokens", new TokenApi.Tokens(List.of(token)));
    answers.put("MadeToken", new TokenApi.MadeToken(token, "suture_ci_00119f3a"));
    answers.put(
        "Members",
        new MemberApi.Members(
            List.of(
                new MemberApi.MemberView(
                    7,
                    "olga@shop.example",
                    "Olga Owner",
                    "owner",
                    true,
                    true,
                    AT,
                    List.of("checkout")))));
    var invitation =
        new InvitationApi.InvitationView(4, "max@shop.example", "member", 1L, AT, LATER);
    answers.put("Invitations", new InvitationApi.Invitations(List.of(invitation)));
    answers.put(
        "MadeInvitation",
        new InvitationApi.MadeInvitation(invitation, "https://suture.example/welcome#0011"));
    answers.put(
        "Teams",
        new TeamApi.Teams(
            List.of(new Team(1, "checkout", "Checkout", List.of(7L), List.of("shop")))));
    answers.put("Access", new TeamStore.Access(false, List.of(1L)));
    answers.put(
        "Audit",
        new AuditApi.Audit(
            List.of(
                new AuditLog.Entry(
                    9,
                    AT,
                    "account:7",
                    "Olga Owner",
                    "role changed",
                    "max@shop.example is admin",
                    "192.0.2.7")),
            9L));
    return answers;
  }
}
