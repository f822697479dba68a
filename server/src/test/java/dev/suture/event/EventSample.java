package dev.suture.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Builds events for tests: a TypeError of a browser where nothing else is said.
public final class EventSample {
  public static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private String id = "0".repeat(32);
  private long project = 1;
  private Instant at = NOON;
  private Instant received = NOON;
  private String platform = "javascript";
  private @Nullable String release;
  private @Nullable String environment;
  private @Nullable String message;
  private final List<Thrown> thrown = new ArrayList<>();
  private Event.@Nullable User user;
  private final List<Event.DebugFile> debugFiles = new ArrayList<>();
  private final SortedMap<String, String> tags = new TreeMap<>();
  private Event.@Nullable Report report;
  private final List<String> fingerprint = new ArrayList<>();
  private final SortedMap<String, SortedMap<String, String>> contexts = new TreeMap<>();
  private final SortedMap<String, String> extra = new TreeMap<>();

  public static EventSample event() {
    return new EventSample();
  }

  /// An id from a small number.
  public EventSample id(long number) {
    id = String.format("%032x", number);
    return this;
  }

  public EventSample project(long value) {
    project = value;
    return this;
  }

  /// Happened and accepted at once.
  public EventSample at(Instant value) {
    at = value;
    received = value;
    return this;
  }

  public EventSample received(Instant value) {
    received = value;
    return this;
  }

  public EventSample platform(String value) {
    platform = value;
    return this;
  }

  public EventSample release(@Nullable String value) {
    release = value;
    return this;
  }

  public EventSample environment(@Nullable String value) {
    environment = value;
    return this;
  }

  public EventSample message(@Nullable String value) {
    message = value;
    return this;
  }

  public EventSample thrown(String type, String value, Frame... frames) {
    thrown.add(new Thrown(type, value, false, "onerror", List.of(frames)));
    return this;
  }

  public EventSample user(@Nullable String userId, @Nullable String email) {
    user = new Event.User(userId, email, null, null);
    return this;
  }

  public EventSample debugFile(String file, String debugId) {
    debugFiles.add(new Event.DebugFile(file, debugId));
    return this;
  }

  public EventSample tag(String key, String value) {
    tags.put(key, value);
    return this;
  }

  public EventSample report(@Nullable String title, @Nullable String note) {
    report = new Event.Report(title, note);
    return this;
  }

  /// What the sender wants the event grouped by.
  public EventSample fingerprint(String... parts) {
    fingerprint.addAll(List.of(parts));
    return this;
  }

  public EventSample context(String context, String fact, String value) {
    contexts.computeIfAbsent(context, _ -> new TreeMap<>()).put(fact, value);
    return this;
  }

  public EventSample extra(String key, String value) {
    extra.put(key, value);
    return this;
  }

  public Event build() {
    return new Event(
        id,
        project,
        at,
        received,
        Level.error,
        platform,
        release,
        environment,
        null,
        message,
        List.copyOf(thrown),
        user,
        new Event.Request("GET", "https://shop.example/cart", new TreeMap<>()),
        tags,
        List.of(new Event.Breadcrumb(at.minusSeconds(1), "ui.click", Level.info, "button#pay")),
        List.copyOf(debugFiles),
        new Event.Sdk("sentry.javascript.browser", "10.0.0"),
        report,
        new Event.Details(null, null, List.copyOf(fingerprint), contexts, extra));
  }

  /// A frame of the application's own code.
  public static Frame frame(String function, String file, int line, int column) {
    return new Frame(function, file, line, column, true, null, null, null, null);
  }

  /// A frame of a library or of the platform.
  public static Frame system(String function, String file, int line, int column) {
    return new Frame(function, file, line, column, false, null, null, null, null);
  }

  /// A frame of a JVM.
  public static Frame java(String module, String function, String file, int line, boolean inApp) {
    return new Frame(function, file, line, 0, inApp, module, null, null, null);
  }

  /// A frame that was mapped from a built file.
  public static Frame mapped(String function, String file, int line, Frame.Built built) {
    return new Frame(function, file, line, 1, true, null, null, built, null);
  }
}
