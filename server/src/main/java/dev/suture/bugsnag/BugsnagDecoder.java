package dev.suture.bugsnag;

import dev.suture.ingest.Arrival;
import dev.suture.ingest.Arrival.Wire;
import dev.suture.ingest.Decoder;
import dev.suture.ingest.Extra;
import dev.suture.ingest.Outcome;
import dev.suture.io.Encoding;
import dev.suture.io.TooLarge;
import dev.suture.json.Fields;
import dev.suture.json.TolerantJson;
import dev.suture.json.Value;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/// Translates error reports and what is told of sessions.
public final class BugsnagDecoder implements Decoder {
  private static final int EVENTS = 100;

  @Override
  public List<Decoded> decodeAll(Arrival arrival) throws Malformed {
    Fields payload = new Fields(tree(arrival));
    return arrival.wire() == Wire.bugsnagSessions
        ? List.of(sessions(payload, arrival))
        : events(payload, arrival);
  }

  private static Value tree(Arrival arrival) throws Malformed {
    Encoding encoding =
        Encoding.named(arrival.encoding())
            .orElseThrow(() -> new Malformed("the content encoding is not known"));
    try {
      Value tree = TolerantJson.read(Body.decode(encoding, arrival.body()));
      if (tree == null || !tree.isObject()) {
        throw new Malformed("the body is no JSON object");
      }
      return tree;
    } catch (JacksonException broken) {
      throw new Malformed("the body is no JSON");
    } catch (TooLarge large) {
      throw new Malformed("the body is over a limit: " + large.getMessage());
    }
  }

  private static List<Decoded> events(Fields payload, Arrival arrival) {
    List<Decoded> decoded = new ArrayList<>();
    List<Fields> events = payload.objects("events");
    Fields notifier = payload.object("notifier");
    for (int i = 0; i < Math.min(events.size(), EVENTS); i++) {
      EventTranslation translation = new EventTranslation(events.get(i), notifier);
      Extra met = SessionTranslation.met(events.get(i), notifier, arrival.received());
      decoded.add(
          new Decoded(
              translation.event(arrival, i),
              List.of(),
              null,
              met == null ? List.of() : List.of(met),
              List.of()));
    }
    if (events.size() > EVENTS) {
      Outcome over = new Outcome.Limited("too many events");
      decoded.add(ended(new Dropped("event", over, events.size() - EVENTS)));
    }
    if (decoded.isEmpty()) {
      decoded.add(ended(new Dropped("event", new Outcome.Invalid("no events"))));
    }
    return decoded;
  }

  private static Decoded ended(Dropped dropped) {
    return new Decoded(null, List.of(dropped));
  }

  private static Decoded sessions(Fields payload, Arrival arrival) {
    List<Extra> begun = SessionTranslation.begun(payload, arrival.received());
    List<Dropped> dropped =
        begun.isEmpty()
            ? List.of(
                new Dropped(
                    "session",
                    new Outcome.Filtered("no release"),
                    Math.max(1, SessionTranslation.many(payload))))
            : List.of();
    return new Decoded(null, List.of(), null, begun, dropped);
  }
}
