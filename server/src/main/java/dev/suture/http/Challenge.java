package dev.suture.http;

import dev.suture.account.Scope;
import java.net.URI;
import java.util.List;

/// Says, with a refusal of the resource that has its own authorization server, where that stands
/// and what to ask it for (RFC 9728, section 5.1; RFC 6750, section 3).
final class Challenge {
  private static final String HEADER = "WWW-Authenticate";

  private final Cookies addresses;

  Challenge(List<URI> baseUrls) {
    this.addresses = new Cookies(baseUrls);
  }

  Answer on(Answer answer, Call call) {
    String said = answer.headers().get(HEADER);
    if (said == null || !call.path().replaceAll("/$", "").equals(OAuthApi.RESOURCE)) {
      return answer;
    }
    StringBuilder more = new StringBuilder(said);
    if (answer.status() == 401) {
      if (call.header("Authorization").isPresent()) {
        more.append(", error=\"invalid_token\"");
      }
      more.append(", scope=\"").append(Scope.failureRead.word()).append('"');
    }
    more.append(", resource_metadata=\"")
        .append(addresses.address(call))
        .append(OAuthApi.RESOURCE_METADATA)
        .append('"');
    return answer.with(HEADER, more.toString());
  }
}
