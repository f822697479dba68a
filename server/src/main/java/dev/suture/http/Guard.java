package dev.suture.http;

import dev.suture.account.Principal;
import dev.suture.account.Reach;
import dev.suture.account.Scope;
import java.util.Optional;
import java.util.stream.Collectors;

/// Stands before every endpoint that is not open: who calls, whether he may, and whether what the
/// path names is of his projects. What is not there and what is not his are answered alike.
public final class Guard {
  /// Lets nobody in.
  static final Guard CLOSED = new Guard(_ -> Principal.NOBODY, (_, _) -> Optional.empty());

  private final Admission admission;
  private final Holdings holdings;

  public Guard(Admission admission, Holdings holdings) {
    this.admission = admission;
    this.holdings = holdings;
  }

  /// Who calls where anybody may. It is asked for only of a call that shows a token, or that a page
  /// of this server makes, so that what SDKs send costs nothing.
  Principal known(Call call) {
    if (!call.method().equals("POST")) {
      return Principal.NOBODY;
    }
    boolean token =
        call.header("Authorization")
            .filter(v -> v.regionMatches(true, 0, "Bearer ", 0, 7))
            .isPresent();
    boolean page = call.header("Sec-Fetch-Site").filter("same-origin"::equals).isPresent();
    return token || page ? admission.of(call) : Principal.NOBODY;
  }

  /// @return who calls
  /// @throws Refusal 401, 403 or 404
  Principal check(Call call, Need need) {
    Principal who = admission.of(call);
    if (who.kind() == Principal.Kind.nobody) {
      throw unauthenticated();
    }
    if (who.via() == Principal.Via.session) {
      checkBrowser(call);
    } else if (need.person()) {
      throw new Refusal(
          403,
          "forbidden",
          "this is for a person who has signed in, and not for a token",
          "sign in with a browser");
    }
    if (!need.anyOf().isEmpty() && need.anyOf().stream().noneMatch(who::may)) {
      throw lacks(who, need);
    }
    checkReach(call, need, who.reach());
    checkEvidence(call, need, who);
    return who;
  }

  /// A browser says where a request that changes something comes from, and [AccessRules] has
  /// compared it; one that does not say it is none.
  private static void checkBrowser(Call call) {
    boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
    boolean said =
        call.header("Origin").isPresent()
            || call.header("Sec-Fetch-Site").filter("same-origin"::equals).isPresent();
    if (!reads && !said) {
      throw new Refusal(
          403,
          "forbidden",
          "a request that is signed in by a cookie has to say which page it comes from",
          "send a token in the header Authorization instead");
    }
  }

  /// A person decides what he does by himself, and whoever reads the data folder could write into
  /// it that he approves.
  private void checkEvidence(Call call, Need need, Principal who) {
    boolean program = who.via() != Principal.Via.session && who.kind() != Principal.Kind.operator;
    Need.Subject subject = need.subject();
    if (!need.evidence() || !program || subject == null) {
      return;
    }
    holdings
        .unvouched(subject.noun(), call.param(subject.param()))
        .ifPresent(
            issue -> {
              throw new Refusal(
                  403,
                  "unapproved",
                  "what is shown of " + issue + " came in through an anonymous key",
                  "a person who has signed in approves it first, at /issues/" + issue);
            });
  }

  private void checkReach(Call call, Need need, Reach reach) {
    if (!(reach instanceof Reach.Some)) {
      return;
    }
    Need.Subject subject = need.subject();
    if (subject != null && !isWithin(reach, subject.noun(), call.param(subject.param()))) {
      throw absent(subject.noun());
    }
    Optional<String> asked = call.query("project").filter(text -> !text.isEmpty());
    if (asked.isPresent() && !isProjectWithin(reach, asked.get())) {
      throw absent(Need.Noun.project);
    }
  }

  private boolean isWithin(Reach reach, Need.Noun noun, String id) {
    return switch (noun) {
      case project -> isProjectWithin(reach, id);
      case issue, hotfix, capture -> holdings.projectOf(noun, id).filter(reach::has).isPresent();
    };
  }

  /// A project goes by its slug, which begins with a letter, or by its number.
  static boolean isProjectWithin(Reach reach, String name) {
    return name.matches("[0-9]{1,18}") ? reach.has(Long.parseLong(name)) : reach.has(name);
  }

  private static Refusal absent(Need.Noun noun) {
    return switch (noun) {
      case project ->
          new Refusal(
              404,
              "notFound",
              "There is no project with this slug.",
              "GET /api/v1/projects lists them.");
      case issue -> Refusal.notFound("There is no issue with this id.");
      case hotfix -> Refusal.notFound("There is no hotfix with this id.");
      case capture -> Refusal.notFound("There is no capture with this id.");
    };
  }

  static Refusal unauthenticated() {
    return new Refusal(
        401,
        "unauthenticated",
        "this needs you to sign in, or a token that is valid",
        "sign in with a browser, or send Authorization: Bearer TOKEN; the command line takes"
            + " SUTURE_TOKEN");
  }

  private static Refusal lacks(Principal who, Need need) {
    String scopes =
        need.anyOf().stream().map(Scope::word).sorted().collect(Collectors.joining(" or "));
    return new Refusal(
        403,
        "forbidden",
        who.via() != Principal.Via.session
            ? "this token does not have the scope " + scopes
            : "your role does not have " + scopes,
        who.via() != Principal.Via.session
            ? "make a token that has it"
            : "ask an owner or an admin of this server");
  }
}
