package dev.suture.event;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an event is counted and found by: a bounded number of named values.
///
/// The names that the server gives come first. What a sender calls its own tags cannot stand in for
/// what the event itself says; of what only its surroundings tell (browser, system, device ...) a
/// tag may supply what is missing.
public final class Facets {
  /// How many tags of the sender's own count; by name, the first.
  public static final int MOST_OWN = 50;

  public static final int LONGEST_NAME = 64;
  public static final int LONGEST_VALUE = 200;

  private static final int VERSION_PARTS = 3;
  private static final int SYSTEM_PARTS = 2;
  private static final int BROWSER_PARTS = 1;

  /// Names that only the event itself can fill.
  private static final Set<String> RESERVED =
      Set.of(
          "level",
          "release",
          "environment",
          "dist",
          "platform",
          "handled",
          "mechanism",
          "sdk.name",
          "user",
          "user.id",
          "user.email");

  /// Every name that the server gives a value to, for completion.
  public static final List<String> NAMES =
      List.of(
          "browser",
          "browser.name",
          "device",
          "dist",
          "environment",
          "handled",
          "level",
          "mechanism",
          "os",
          "os.name",
          "platform",
          "release",
          "runtime",
          "sdk.name",
          "server_name",
          "transaction",
          "url",
          "user",
          "user.email",
          "user.id");

  private final SortedMap<String, String> values = new TreeMap<>();

  private Facets() {}

  /// The facets of an event by name. It reads the event only, and is fast enough to run for each.
  public static SortedMap<String, String> of(Event event) {
    Facets facets = new Facets();
    facets.itself(event);
    facets.surroundings(event);
    facets.own(event.tags());
    return facets.values;
  }

  private void itself(Event event) {
    put("level", event.level().name());
    put("platform", event.platform());
    put("release", event.release());
    put("environment", event.environment());
    put("dist", event.details().dist());
    put("transaction", event.transaction());
    put("sdk.name", event.sdk().name());
    if (!event.thrown().isEmpty()) {
      put("handled", event.thrown().stream().allMatch(Thrown::handled) ? "yes" : "no");
      put("mechanism", event.thrown().getFirst().mechanism());
    }
    Event.User user = event.user();
    if (user != null) {
      put("user", user.shown());
      put("user.id", user.id());
      put("user.email", user.email());
    }
    if (event.request() != null) {
      put("url", withoutQuery(event.request().url()));
    }
  }

  /// What the contexts say; what they leave out, the browser's own name for itself.
  private void surroundings(Event event) {
    Event.Details details = event.details();
    UserAgent agent = UserAgent.parse(agent(event));
    String browser = details.fact("browser", "name");
    named(
        "browser",
        browser == null ? agent.browser() : browser,
        shortened(
            browser == null ? agent.version() : details.fact("browser", "version"), BROWSER_PARTS));
    String system = details.fact("os", "name");
    named(
        "os",
        system == null ? agent.system() : system,
        shortened(
            system == null ? agent.systemVersion() : details.fact("os", "version"), SYSTEM_PARTS));
    String model = details.fact("device", "model");
    String family = details.fact("device", "family");
    put("device", model != null ? model : family != null ? family : agent.device());
    String runtime = details.fact("runtime", "name");
    String version = shortened(details.fact("runtime", "version"), VERSION_PARTS);
    if (runtime != null) {
      put("runtime", version == null ? runtime : runtime + " " + version);
    }
  }

  private static @Nullable String agent(Event event) {
    if (event.request() != null) {
      for (Map.Entry<String, String> header : event.request().headers().entrySet()) {
        if (header.getKey().equalsIgnoreCase("user-agent")) {
          return header.getValue();
        }
      }
    }
    return null;
  }

  private void named(String facet, @Nullable String name, @Nullable String version) {
    if (name != null) {
      put(facet, version == null ? name : name + " " + version);
      put(facet + ".name", name);
    }
  }

  private void own(SortedMap<String, String> tags) {
    int taken = 0;
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      String name = tag.getKey();
      if (taken == MOST_OWN) {
        return;
      }
      if (isName(name) && !RESERVED.contains(name) && !values.containsKey(name)) {
        put(name, tag.getValue());
        taken += values.containsKey(name) ? 1 : 0;
      }
    }
  }

  /// Whether a tag can be counted under this name: letters and digits of ASCII and `_ . : -`, as
  /// SDKs allow them.
  public static boolean isName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && c != '_' && c != '.' && c != '-' && c != ':') {
        return false;
      }
    }
    return true;
  }

  private void put(String name, @Nullable String value) {
    String line = value == null ? "" : line(value);
    if (!line.isEmpty()) {
      values.put(name, line);
    }
  }

  /// One line of text: bounded, without control characters and the blanks around it; a character is
  /// never cut in two.
  private static String line(String value) {
    if (isPlain(value)) {
      return value;
    }
    StringBuilder line = new StringBuilder(Math.min(value.length(), LONGEST_VALUE));
    String text = value.strip();
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      int size = Character.charCount(character);
      if (line.length() + size > LONGEST_VALUE) {
        break;
      }
      boolean unpaired = Character.getType(character) == Character.SURROGATE;
      line.appendCodePoint(unpaired || Character.isISOControl(character) ? ' ' : character);
      i += size;
    }
    return line.toString().strip();
  }

  private static boolean isPlain(String value) {
    if (value.length() > LONGEST_VALUE || value.isEmpty()) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
        return false;
      }
    }
    return value.charAt(0) != ' ' && value.charAt(value.length() - 1) != ' ';
  }

  private static @Nullable String withoutQuery(@Nullable String url) {
    if (url == null) {
      return null;
    }
    for (int i = 0; i < url.length(); i++) {
      if (url.charAt(i) == '?' || url.charAt(i) == '#') {
        return url.substring(0, i);
      }
    }
    return url;
  }

  /// The first parts of a version: a patch level makes many values of what is one to a reader.
  private static @Nullable String shortened(@Nullable String version, int parts) {
    if (version == null || version.isBlank()) {
      return null;
    }
    int end = 0;
    for (int part = 0; end < version.length(); end++) {
      char c = version.charAt(end);
      if (c == '.' && ++part == parts || c == '-' || c == '+' || c == ' ') {
        break;
      }
    }
    return end == 0 ? version : version.substring(0, end);
  }
}
