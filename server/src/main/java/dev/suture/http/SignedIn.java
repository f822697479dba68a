package dev.suture.http;

import dev.suture.account.Admissions;
import dev.suture.account.Principal;
import dev.suture.account.Secret;
import dev.suture.account.grant.Grants;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Knows callers by the token in `Authorization`, else by the cookie of their session. A token that
/// is wrong is not made good by a cookie beside it.
public final class SignedIn implements Admission {
  private static final String BEARER = "bearer ";

  private final Admissions admissions;
  private final Grants grants;
  private final String operator;
  private final Cookies cookies;

  /// @param operator hash of the token that whoever reads the data folder has
  public SignedIn(Admissions admissions, Grants grants, String operator, List<URI> baseUrls) {
    this.admissions = admissions;
    this.grants = grants;
    this.operator = operator;
    this.cookies = new Cookies(baseUrls);
  }

  @Override
  public Principal of(Call call) {
    Optional<String> authorization = call.header("Authorization");
    if (authorization.isPresent()) {
      return byHeader(call, authorization.get()).orElse(Principal.NOBODY);
    }
    return cookies.session(call).flatMap(admissions::bySession).orElse(Principal.NOBODY);
  }

  private Optional<Principal> byHeader(Call call, String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return Optional.empty();
    }
    String token = authorization.substring(BEARER.length()).strip();
    if (Grants.isAccess(token)) {
      String path = call.path().replaceAll("/$", "");
      return path.equals(OAuthApi.RESOURCE)
          ? grants.byAccess(token, cookies.address(call) + OAuthApi.RESOURCE)
          : Optional.empty();
    }
    return Secret.same(Secret.hash(token), operator)
        ? Optional.of(Principal.OPERATOR)
        : admissions.byToken(token);
  }
}
