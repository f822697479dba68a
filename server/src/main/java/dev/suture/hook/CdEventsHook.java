package dev.suture.hook;

import dev.suture.deploy.Deployment.Kind;
import dev.suture.dora.HookReader;
import dev.suture.dora.Notice;
import dev.suture.dora.Told;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// CDEvents in CloudEvents, binary (headers `ce-…`) or structured (`application/cloudevents+json`),
/// with the secret as bearer token.
public final class CdEventsHook implements HookReader {
  static final String SOURCE = "cdevents";

  private static final Pattern TYPE =
      Pattern.compile("dev\\.cdevents\\.(service|incident)\\.([a-z]+)(\\..*)?");
  private static final Pattern TAG = Pattern.compile("[?&]tag=([^&#]+)");
  private static final Pattern VERSION = Pattern.compile("@([^?#]+)");

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public boolean genuine(String secret, Sent sent) {
    return Signature.bearer(secret, sent);
  }

  @Override
  public List<Notice> read(Sent sent) throws NotUnderstood {
    JsonNode body = Payload.tree(sent.body());
    Optional<String> type = sent.header("ce-type");
    JsonNode event = type.isEmpty() && body.has("data") ? body.path("data") : body;
    Instant outer =
        Payload.time(
            type.isEmpty() ? body.path("time").asString("") : sent.header("ce-time").orElse(""));
    return List.of(
        notice(
            event,
            type.orElseGet(() -> body.path("type").asString("")),
            outer,
            sent.parameter("environment").orElse(null)));
  }

  /// @param event a CDEvent, without what carries it
  /// @param carried the carrier's type; empty for none
  static Notice notice(
      JsonNode event, String carried, @Nullable Instant outer, @Nullable String environment)
      throws NotUnderstood {
    String named = Payload.text(event, "/context/type");
    String type = named == null ? carried : named;
    Matcher known = TYPE.matcher(type);
    if (!known.matches()) {
      return new Notice.Nothing("Of CDEvents only those of services and incidents are heeded.");
    }
    Instant inner = Payload.time(event, "/context/timestamp");
    Instant at = inner == null ? outer : inner;
    String predicate = known.group(2);
    return known.group(1).equals("incident")
        ? incident(event, predicate, at, environment)
        : service(event, predicate, at, environment);
  }

  private static Notice service(
      JsonNode event, String predicate, @Nullable Instant at, @Nullable String environment)
      throws NotUnderstood {
    boolean deploys =
        predicate.equals("deployed")
            || predicate.equals("upgraded")
            || predicate.equals("rolledback");
    if (!deploys) {
      return new Notice.Nothing("A service that was removed or published is no deployment.");
    }
    String release = Payload.text(event, "/customData/release");
    String source = Payload.text(event, "/context/source");
    return new Notice.Deployed(
        new Told(
            environment == null ? environment(event) : environment,
            release == null ? release(Payload.text(event, "/subject/content/artifactId")) : release,
            Payload.commit(Payload.text(event, "/customData/commit")),
            predicate.equals("rolledback") ? Kind.rollback : null,
            Payload.text(event, "/customData/stage"),
            Payload.time(event, "/customData/startedAt"),
            at,
            SOURCE,
            (source == null ? "" : source + " ") + Payload.need(event, "/context/id"),
            Payload.text(event, "/context/links/0/url"),
            null));
  }

  private static Notice incident(
      JsonNode event, String predicate, @Nullable Instant at, @Nullable String environment)
      throws NotUnderstood {
    String id = Payload.need(event, "/subject/id");
    if (at == null) {
      throw new NotUnderstood("The field context.timestamp is missing.");
    }
    return switch (predicate) {
      case "detected", "reported" ->
          new Notice.Broken(
              environment == null ? environment(event) : environment,
              release(Payload.text(event, "/subject/content/artifactId")),
              id,
              SOURCE,
              at);
      case "resolved" -> new Notice.Mended(id, SOURCE, at);
      default -> new Notice.Nothing("This says nothing about an incident's beginning or end.");
    };
  }

  private static String environment(JsonNode event) throws NotUnderstood {
    String name =
        Payload.text(event, "/subject/content/environment/name", "/subject/content/environment/id");
    if (name == null) {
      throw new NotUnderstood("The field subject.content.environment.id is missing.");
    }
    return name;
  }

  /// The tag of a package URL, else its version unless that is a digest.
  static @Nullable String release(@Nullable String purl) {
    if (purl == null) {
      return null;
    }
    Matcher tag = TAG.matcher(purl);
    if (tag.find()) {
      return decoded(tag.group(1));
    }
    Matcher version = VERSION.matcher(purl);
    String found = version.find() ? decoded(version.group(1)) : null;
    return found == null || found.startsWith("sha256:") ? null : found;
  }

  private static @Nullable String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return null;
    }
  }
}
