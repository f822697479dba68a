package dev.suture.event.scrub;

import dev.suture.event.Event;
import dev.suture.event.Event.Breadcrumb;
import dev.suture.event.Thrown;
import dev.suture.event.scrub.Scrubber.Sort;
import dev.suture.json.OnDemand;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Takes one event through a project's rules. What is left out on purpose: the positions and files
/// of frames, debug ids, release, environment, fingerprint, trace and the names of fields.
public final class EventScrub {
  private static final int MOST_NOTED = 100;

  private final Scrubber scrubber;
  private final boolean paths;
  private final List<String> noted = new ArrayList<>();

  private EventScrub(Scrubber scrubber) {
    this.scrubber = scrubber;
    this.paths = scrubber.asksForPaths();
  }

  /// @param sender the address that the event came from, for a project that keeps addresses
  public static Event scrub(Scrubber scrubber, Event event, @Nullable String sender) {
    EventScrub pass = new EventScrub(scrubber);
    return pass.run(event, sender);
  }

  private Event run(Event event, @Nullable String sender) {
    Event.Details details = event.details();
    String message = text(path("message", "message"), "message", event.message());
    String transaction = text(path("transaction", ""), "transaction", event.transaction());
    List<Thrown> thrown = thrown(event.thrown());
    Event.User user = user(event, sender);
    Event.Request request = request(event.request());
    SortedMap<String, String> tags = values("tags", "tags", event.tags());
    List<Breadcrumb> breadcrumbs = breadcrumbs(event.breadcrumbs());
    int before = noted.size();
    Event.Report report = report(event.report());
    SortedMap<String, SortedMap<String, String>> contexts = contexts(details.contexts());
    SortedMap<String, String> extra = values("extra", "extra", details.extra());
    return event.scrubbed(
        new Event.Scrubbed(transaction, message, thrown, user, request, tags, breadcrumbs, report),
        details.scrubbed(
            contexts, extra, new Noted(noted, before, event.breadcrumbs(), breadcrumbs)));
  }

  /// Where something was taken out. Breadcrumbs are scrubbed when they are asked for, and so is
  /// whether one of them was.
  private static final class Noted extends AbstractList<String> {
    private final List<String> others;
    private final int before;
    private final List<Breadcrumb> sent;
    private final List<Breadcrumb> clean;
    private @Nullable List<String> all;

    /// @param before how many of the others are named before breadcrumbs
    Noted(List<String> others, int before, List<Breadcrumb> sent, List<Breadcrumb> clean) {
      this.others = others;
      this.before = before;
      this.sent = sent;
      this.clean = clean;
    }

    private List<String> all() {
      List<String> known = all;
      if (known == null) {
        known = new ArrayList<>(others);
        if (before < MOST_NOTED && isAnyClean()) {
          known.add(before, "breadcrumbs");
        }
        known = List.copyOf(known.subList(0, Math.min(known.size(), MOST_NOTED)));
        all = known;
      }
      return known;
    }

    private boolean isAnyClean() {
      for (int i = 0; i < sent.size(); i++) {
        if (sent.get(i) != clean.get(i)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String get(int index) {
      return all().get(index);
    }

    @Override
    public int size() {
      return all().size();
    }
  }

  private @Nullable Path path(String name, String type) {
    return paths ? Path.ROOT.to(name, type) : null;
  }

  private static @Nullable Path below(@Nullable Path path, String name) {
    return path == null ? null : path.to(name);
  }

  private @Nullable String text(@Nullable Path path, String place, @Nullable String value) {
    return value == null ? null : value(path, place, "", value, Sort.text);
  }

  private String value(@Nullable Path path, String place, String name, String value, Sort sort) {
    String done = scrubber.apply(path, name, value, sort);
    if (!done.equals(value)) {
      note(name.isEmpty() ? place : place + "." + name);
    }
    return done;
  }

  private void note(String place) {
    if (noted.size() < MOST_NOTED && !noted.contains(place)) {
      noted.add(place);
    }
  }

  private List<Thrown> thrown(List<Thrown> chain) {
    List<Thrown> done = chain;
    for (int i = 0; i < chain.size(); i++) {
      Thrown one = chain.get(i);
      Path at =
          paths
              ? Path.ROOT
                  .to("exception", "exception")
                  .to("values")
                  .to("" + i, "exception")
                  .to("value")
              : null;
      String value = value(at, "exception.value", "", one.value(), Sort.text);
      if (!value.equals(one.value())) {
        done = done == chain ? new ArrayList<>(chain) : done;
        done.set(i, new Thrown(one.type(), value, one.handled(), one.mechanism(), one.frames()));
      }
    }
    return done;
  }

  private Event.@Nullable User user(Event event, @Nullable String sender) {
    Event.User user = event.user();
    boolean browser = event.platform().equals("javascript");
    String own = user == null ? null : user.ip();
    String ip = own == null && browser && scrubber.keepsAddresses() ? sender : own;
    if (user == null && ip == null) {
      return null;
    }
    Path at = path("user", "user");
    String id = user == null ? null : identity(at, "id", user.id());
    String email = user == null ? null : identity(at, "email", user.email());
    String name = user == null ? null : identity(at, "username", user.name());
    String address = address(at, ip);
    return id == null && email == null && name == null && address == null
        ? null
        : new Event.User(id, email, name, address);
  }

  private @Nullable String identity(@Nullable Path user, String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    String done = value(below(user, name), "user." + name, "", value, Sort.identity);
    return done.isEmpty() ? null : done;
  }

  private @Nullable String address(@Nullable Path user, @Nullable String ip) {
    if (ip == null) {
      return null;
    }
    if (!scrubber.keepsAddresses()) {
      note("user.ip_address");
      return null;
    }
    String done = value(below(user, "ip_address"), "user.ip_address", "", ip, Sort.exempt);
    return done.isEmpty() ? null : done;
  }

  private Event.@Nullable Request request(Event.@Nullable Request request) {
    if (request == null) {
      return null;
    }
    Path at = path("request", "request");
    String url = text(below(at, "url"), "request.url", request.url());
    Path headers = below(at, "headers");
    SortedMap<String, String> done = values(headers, "request.headers", request.headers());
    String body = request.body();
    String clean = body == null ? null : new BodyScrub(this::inBody).scrub(below(at, "data"), body);
    return new Event.Request(request.method(), url, done, clean);
  }

  private String inBody(@Nullable Path path, String name, String value) {
    return value(path, "request.data", name, value, Scrubber.sort(name));
  }

  private SortedMap<String, String> values(
      String name, String type, SortedMap<String, String> values) {
    return values(path(name, type), name, values);
  }

  private SortedMap<String, String> values(
      @Nullable Path at, String place, SortedMap<String, String> values) {
    SortedMap<String, String> done = values;
    for (Map.Entry<String, String> each : values.entrySet()) {
      String name = each.getKey();
      String value = value(below(at, name), place, name, each.getValue(), Scrubber.sort(name));
      if (!value.equals(each.getValue())) {
        done = done == values ? new TreeMap<>(values) : done;
        done.put(name, value);
      }
    }
    return done;
  }

  private SortedMap<String, SortedMap<String, String>> contexts(
      SortedMap<String, SortedMap<String, String>> contexts) {
    SortedMap<String, SortedMap<String, String>> done = contexts;
    Path at = path("contexts", "");
    for (Map.Entry<String, SortedMap<String, String>> each : contexts.entrySet()) {
      String name = each.getKey();
      Path here = at == null ? null : at.to(name, "context");
      SortedMap<String, String> facts = values(here, "contexts." + name, each.getValue());
      if (facts != each.getValue()) {
        done = done == contexts ? new TreeMap<>(contexts) : done;
        done.put(name, facts);
      }
    }
    return done;
  }

  private List<Breadcrumb> breadcrumbs(List<Breadcrumb> breadcrumbs) {
    return OnDemand.of(breadcrumbs.size(), place -> breadcrumb(breadcrumbs.get(place), place));
  }

  /// The same one when there is nothing to take out.
  private Breadcrumb breadcrumb(Breadcrumb sent, int place) {
    Path at =
        paths
            ? Path.ROOT.to("breadcrumbs").to("values").to("" + place, "breadcrumb").to("message")
            : null;
    String message = scrubber.apply(at, "", sent.message(), Sort.text);
    return message.equals(sent.message())
        ? sent
        : new Breadcrumb(sent.at(), sent.category(), sent.level(), message);
  }

  private Event.@Nullable Report report(Event.@Nullable Report report) {
    if (report == null) {
      return null;
    }
    Path at = path("report", "report");
    return new Event.Report(
        text(below(at, "title"), "report.title", report.title()),
        text(below(at, "note"), "report.note", report.note()));
  }
}
