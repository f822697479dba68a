package dev.suture.ingest.filter;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Glob;
import dev.suture.event.Thrown;
import dev.suture.project.Network;
import dev.suture.project.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The filters of one project, ready to be asked.
public final class Inbound {
  private static final Set<String> NO_FILES = Set.of("", "<anonymous>", "[native code]");
  private static final Set<String> LOCAL_ADDRESSES = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
  private static final List<String> CSP_FACTS =
      List.of(
          "blocked",
          "blocked-uri",
          "blockedURL",
          "document-uri",
          "documentURL",
          "source-file",
          "sourceFile");

  private final Settings.Filters filters;
  private final List<Glob> messages;
  private final List<Glob> releases;
  private final List<Glob> cspOrigins;
  private final List<Network> networks;

  private Inbound(Settings.Filters filters) {
    this.filters = filters;
    messages = globs(filters.messages());
    releases = globs(filters.releases());
    cspOrigins = globs(filters.cspOrigins());
    networks = filters.addresses().stream().flatMap(a -> Network.parse(a).stream()).toList();
  }

  public static Inbound of(Settings.Filters filters) {
    return new Inbound(filters);
  }

  /// What is wrong with filters; empty when they can be used.
  public static Optional<String> problem(Settings.Filters filters) {
    return Stream.of(filters.messages(), filters.releases(), filters.cspOrigins())
            .flatMap(List::stream)
            .anyMatch(pattern -> !Glob.isPattern(pattern))
        ? Optional.of("A pattern with a ? has at most 64 characters between two stars: shorten it.")
        : Optional.empty();
  }

  private static List<Glob> globs(List<String> patterns) {
    return patterns.stream().map(Glob::of).toList();
  }

  /// @param sender address that the event came from
  /// @return why it is not wanted, as a constant of ours; empty when it is
  public Optional<String> refuses(Event event, String sender) {
    return Optional.ofNullable(reason(event, sender));
  }

  private @Nullable String reason(Event event, String sender) {
    if (isFrom(event, sender)) {
      return "address";
    }
    if (filters.localhost() && isLocal(event)) {
      return "localhost";
    }
    if (filters.browserExtensions() && isOfExtension(event)) {
      return "browser extension";
    }
    String agent = header(event, "user-agent");
    if (agent != null) {
      String reason = reason(agent);
      if (reason != null) {
        return reason;
      }
    }
    if (filters.noise() && isNoise(event)) {
      return "browser noise";
    }
    if (!messages.isEmpty() && hasMessage(event)) {
      return "error message";
    }
    String release = event.release();
    if (release != null && releases.stream().anyMatch(glob -> glob.matches(release))) {
      return "release";
    }
    return !cspOrigins.isEmpty() && isOfCspOrigin(event) ? "csp origin" : null;
  }

  private @Nullable String reason(String agent) {
    if (filters.webCrawlers() && KnownNoise.isCrawler(agent)) {
      return "web crawler";
    }
    if (filters.healthChecks() && KnownNoise.isProbe(agent)) {
      return "health check";
    }
    if (filters.legacyBrowsers().isEmpty()) {
      return null;
    }
    Optional<Browser> browser = Browser.of(agent);
    boolean old =
        browser.isPresent()
            && filters.legacyBrowsers().stream().anyMatch(each -> browser.get().is(each));
    return old ? "legacy browser" : null;
  }

  private boolean isFrom(Event event, String sender) {
    if (networks.isEmpty()) {
      return false;
    }
    Event.User user = event.user();
    String own = user == null ? null : user.ip();
    return networks.stream()
        .anyMatch(network -> network.holds(sender) || (own != null && network.holds(own)));
  }

  private static boolean isLocal(Event event) {
    Event.User user = event.user();
    String ip = user == null ? null : user.ip();
    if (ip != null && LOCAL_ADDRESSES.contains(ip)) {
      return true;
    }
    Event.Request request = event.request();
    String url = request == null ? null : request.url();
    if (url != null) {
      String lower = url.toLowerCase(Locale.ROOT);
      return lower.startsWith("file:") || isLocalHost(host(lower));
    }
    String forwarded = header(event, "x-forwarded-for");
    if (forwarded != null && LOCAL_ADDRESSES.contains(forwarded)) {
      return true;
    }
    String host = header(event, "host");
    String forwardedHost = header(event, "x-forwarded-host");
    return (host != null && isLocalHost(withoutPort(host)))
        || (forwardedHost != null && isLocalHost(withoutPort(forwardedHost)));
  }

  private static boolean isLocalHost(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("127.0.0.1")
        || host.equals("[::1]");
  }

  /// The host of an address without its login and port.
  private static String host(String url) {
    int slashes = url.indexOf("//");
    if (slashes < 0) {
      return "";
    }
    int from = slashes + 2;
    int end = from;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(from, end);
    return withoutPort(authority.substring(authority.lastIndexOf('@') + 1));
  }

  private static String withoutPort(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }

  private static boolean isOfExtension(Event event) {
    for (Thrown thrown : event.thrown()) {
      if (KnownNoise.isExtensionMessage(thrown.value())) {
        return true;
      }
      String file =
          thrown.frames().stream()
              .map(Frame::file)
              .filter(each -> !NO_FILES.contains(each))
              .findFirst()
              .orElse("");
      if (KnownNoise.isExtensionFile(file)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNoise(Event event) {
    String message = event.message();
    if (message != null && KnownNoise.isNoise(message)) {
      return true;
    }
    return event.thrown().stream()
        .anyMatch(
            thrown ->
                KnownNoise.isNoise(thrown.value())
                    || (thrown.frames().isEmpty()
                        && thrown.value().toLowerCase(Locale.ROOT).startsWith("script error")));
  }

  private boolean hasMessage(Event event) {
    String message = event.message();
    if (message != null && messages.stream().anyMatch(glob -> glob.matches(message))) {
      return true;
    }
    return event.thrown().stream()
        .anyMatch(
            thrown -> {
              String whole = thrown.type() + ": " + thrown.value();
              return messages.stream()
                  .anyMatch(glob -> glob.matches(whole) || glob.matches(thrown.value()));
            });
  }

  /// What a security policy blocked, where and on which page, whichever of them the event has.
  private boolean isOfCspOrigin(Event event) {
    for (String name : CSP_FACTS) {
      if (isOfCspOrigin(event.tags().get(name))
          || isOfCspOrigin(event.details().extra().get(name))) {
        return true;
      }
      for (SortedMap<String, String> facts : event.details().contexts().values()) {
        if (isOfCspOrigin(facts.get(name))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOfCspOrigin(@Nullable String origin) {
    return origin != null && cspOrigins.stream().anyMatch(glob -> glob.matches(origin));
  }

  private static @Nullable String header(Event event, String name) {
    Event.Request request = event.request();
    if (request == null) {
      return null;
    }
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue();
      }
    }
    return null;
  }
}
