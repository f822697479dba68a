package dev.suture.otlp;

import dev.suture.ingest.Decoder.Malformed;
import dev.suture.json.Fields;
import java.util.ArrayList;
import java.util.List;

/// Goes through an export request of logs or traces and keeps the exceptions in it. Fields may come
/// in any order, so a record is judged at its end and meets its resource at the end of that.
final class Walk {
  /// More exceptions in one request are counted and not kept.
  static final int MOST = 500;

  /// @param passed how many log records and spans hold no exception
  /// @param rejected how many log records, or spans, hold exceptions beyond the bound
  record Found(List<Recorded> exceptions, int passed, int rejected) {}

  /// An exception before its resource and scope are known.
  private record Bare(
      Attributes around,
      Attributes own,
      String trace,
      String span,
      String name,
      String body,
      long nanos,
      long severity) {}

  private final List<Recorded> exceptions = new ArrayList<>();
  private int waiting;
  private int passed;
  private int rejected;

  private Walk() {}

  static Found through(Message request) throws Malformed {
    Walk walk = new Walk();
    for (String field = request.next(); field != null; field = request.next()) {
      if (field.equals("resourceLogs") || field.equals("resourceSpans")) {
        walk.resource(request.message());
      }
    }
    return new Found(walk.exceptions, walk.passed, walk.rejected);
  }

  private void resource(Message message) throws Malformed {
    Attributes resource = new Attributes();
    for (String field = message.next(); field != null; field = message.next()) {
      switch (field) {
        case "resource" -> attributes(message.message(), resource);
        case "scopeLogs", "scopeSpans" -> scope(message.message(), resource);
        default -> {
          // The address of a schema.
        }
      }
    }
  }

  private static void attributes(Message message, Attributes target) throws Malformed {
    for (String field = message.next(); field != null; field = message.next()) {
      if (field.equals("attributes")) {
        target.add(message.message());
      }
    }
  }

  private void scope(Message message, Attributes resource) throws Malformed {
    String name = "";
    List<Bare> found = new ArrayList<>();
    for (String field = message.next(); field != null; field = message.next()) {
      switch (field) {
        case "scope" -> name = scopeName(message.message());
        case "logRecords" -> logRecord(message.message(), found);
        case "spans" -> span(message.message(), found);
        default -> {
          // The address of a schema.
        }
      }
    }
    for (Bare bare : found) {
      exceptions.add(
          new Recorded(
              resource,
              name,
              bare.around(),
              bare.own(),
              bare.trace(),
              bare.span(),
              bare.name(),
              bare.body(),
              bare.nanos(),
              bare.severity()));
    }
    waiting = 0;
  }

  private static String scopeName(Message message) throws Malformed {
    String name = "";
    for (String field = message.next(); field != null; field = message.next()) {
      if (field.equals("name")) {
        name = Fields.cut(message.text(), Fields.NAME);
      }
    }
    return name;
  }

  private boolean hasRoom() {
    return exceptions.size() + waiting < MOST;
  }

  private void logRecord(Message message, List<Bare> found) throws Malformed {
    Attributes own = new Attributes();
    String trace = "";
    String span = "";
    String body = "";
    long time = 0;
    long observed = 0;
    long severity = 0;
    for (String field = message.next(); field != null; field = message.next()) {
      switch (field) {
        case "attributes" -> own.add(message.message());
        case "traceId" -> trace = message.id();
        case "spanId" -> span = message.id();
        case "timeUnixNano" -> time = message.number();
        case "observedTimeUnixNano" -> observed = message.number();
        case "severityNumber" -> severity = message.number();
        case "body" -> {
          String text = Attributes.text(message.message());
          body = text == null ? "" : Fields.cut(text, Fields.TEXT);
        }
        default -> {
          // Nothing that an issue needs.
        }
      }
    }
    if (!own.isException()) {
      passed++;
    } else if (hasRoom()) {
      long nanos = time == 0 ? observed : time;
      found.add(new Bare(own, own, trace, span, "", body, nanos, severity));
      waiting++;
    } else {
      rejected++;
    }
  }

  private record SpanEvent(Attributes own, long nanos) {}

  private void span(Message message, List<Bare> found) throws Malformed {
    Attributes around = new Attributes();
    List<SpanEvent> events = new ArrayList<>();
    String trace = "";
    String span = "";
    String name = "";
    boolean over = false;
    for (String field = message.next(); field != null; field = message.next()) {
      switch (field) {
        case "attributes" -> around.add(message.message());
        case "traceId" -> trace = message.id();
        case "spanId" -> span = message.id();
        case "name" -> name = Fields.cut(message.text(), Fields.NAME);
        case "events" -> {
          SpanEvent event = spanEvent(message.message());
          if (event.own().isException() && hasRoom()) {
            events.add(event);
            waiting++;
          } else {
            over |= event.own().isException();
          }
        }
        default -> {
          // Nothing that an issue needs.
        }
      }
    }
    for (SpanEvent event : events) {
      found.add(new Bare(around, event.own(), trace, span, name, "", event.nanos(), 0));
    }
    passed += events.isEmpty() && !over ? 1 : 0;
    rejected += over ? 1 : 0;
  }

  private static SpanEvent spanEvent(Message message) throws Malformed {
    Attributes own = new Attributes();
    long nanos = 0;
    for (String field = message.next(); field != null; field = message.next()) {
      if (field.equals("attributes")) {
        own.add(message.message());
      } else if (field.equals("timeUnixNano")) {
        nanos = message.number();
      }
    }
    return new SpanEvent(own, nanos);
  }
}
