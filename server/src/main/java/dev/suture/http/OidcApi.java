package dev.suture.http;

import dev.suture.account.Account;
import dev.suture.account.AccountStore;
import dev.suture.account.Admissions;
import dev.suture.account.IdentityProvider;
import dev.suture.account.IdentityProvider.Begun;
import dev.suture.account.IdentityProvider.Person;
import dev.suture.account.IdentityProvider.Refused;
import dev.suture.account.Role;
import dev.suture.account.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to an identity provider and back. Who comes back must be the browser that was sent: a
/// cookie that lasts as long as the way says so.
final class OidcApi {
  private static final Logger LOG = LoggerFactory.getLogger(OidcApi.class);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration SESSION = Duration.ofDays(30);
  private static final int MOST_AT_ONCE = 1_000;
  private static final String COOKIE = "suture-way";

  private final AccountRoutes.Rooms rooms;
  private final IdentityProvider provider;
  private final Cookies cookies;
  private final Map<String, Way> ways =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Way> eldest) {
          return size() > MOST_AT_ONCE;
        }
      };

  /// @param browser secret of the browser that was sent
  /// @param to path that it wanted
  private record Way(Begun begun, String browser, String to, Instant until) {}

  OidcApi(AccountRoutes.Rooms rooms, IdentityProvider provider) {
    this.rooms = rooms;
    this.provider = provider;
    this.cookies = rooms.cookies();
  }

  List<Route> routes() {
    return List.of(
        AccountRoutes.visitor("GET", "/oidc/start", this::start),
        AccountRoutes.visitor("GET", "/oidc/callback", this::back));
  }

  private Answer start(Call call) {
    Begun begun =
        new Begun(
            Secret.fresh(),
            Secret.fresh(),
            Secret.fresh(),
            URI.create(cookies.address(call) + "/api/v1/oidc/callback"));
    String browser = Secret.fresh();
    try {
      URI there = provider.begin(begun);
      synchronized (ways) {
        ways.put(
            begun.state(),
            new Way(begun, browser, path(call.query("to")), rooms.clock().instant().plus(LONGEST)));
      }
      return redirect(there.toString())
          .with("Set-Cookie", cookies.cookie(call, COOKIE, browser, LONGEST));
    } catch (Refused refused) {
      return refuse(refused.reason().name(), refused);
    }
  }

  /// A path of ours and no other address: the browser goes there at the end.
  private static String path(Optional<String> wanted) {
    return wanted
        .filter(to -> to.length() < 500 && to.matches("/(?![/\\\\])[\\x21-\\x7e]*"))
        .orElse("/");
  }

  private Answer back(Call call) {
    Way way;
    synchronized (ways) {
      way = ways.remove(call.query("state").orElse(""));
    }
    boolean same =
        way != null
            && rooms.clock().instant().isBefore(way.until())
            && cookies
                .named(call, COOKIE)
                .filter(one -> Secret.same(one, way.browser()))
                .isPresent();
    if (way == null || !same) {
      return refuse("expired", null);
    }
    Optional<String> issuer = call.query("iss");
    if (issuer.isPresent() && !provider.isIssuer(issuer.get())) {
      return refuse("unreachable", null);
    }
    Optional<String> code = call.query("code");
    if (code.isEmpty()) {
      return refuse("cancelled", null);
    }
    try {
      return entered(call, way, provider.finish(way.begun(), code.get()));
    } catch (Refused refused) {
      return refuse(refused.reason().name(), refused);
    }
  }

  private Answer entered(Call call, Way way, Person person) {
    AccountStore accounts = rooms.stores().accounts();
    Optional<Account> known = accounts.byIdentity(person.identity());
    if (known.isEmpty() && accounts.byEmail(person.email()).isPresent()) {
      return refuse("taken", null);
    }
    if (known.isEmpty() && accounts.isEmpty()) {
      return refuse("first", null);
    }
    Account account = known.orElseGet(() -> add(call, person));
    if (!account.active()) {
      return refuse("inactive", null);
    }
    Admissions.Client client = rooms.client(call);
    cookies.session(call).ifPresent(rooms.admissions()::end);
    String secret = rooms.admissions().open(account, client);
    return redirect(way.to()).with("Set-Cookie", cookies.withSession(call, secret, SESSION));
  }

  private Account add(Call call, Person person) {
    Account account =
        rooms
            .stores()
            .accounts()
            .add(
                new AccountStore.New(
                    person.email(),
                    person.name(),
                    Role.member,
                    null,
                    person.identity(),
                    rooms.clock().instant()));
    rooms
        .stores()
        .note(
            MeApi.principal(account),
            "account made by the identity provider",
            account.email(),
            rooms.clock().instant(),
            ClientAddress.of(call));
    return account;
  }

  private Answer refuse(String word, @Nullable Refused why) {
    if (why != null) {
      LOG.warn("a sign-in by the identity provider was refused: {}", why.getMessage());
    }
    return redirect("/?sign-in=" + URLEncoder.encode(word, StandardCharsets.UTF_8));
  }

  private static Answer redirect(String to) {
    return Answer.empty(302).with("Location", to);
  }
}
