package dev.suture.cause;

import dev.suture.event.Frame;
import dev.suture.issue.IssueStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a bundle says of callers, impact, scope, reproduction and further evidence: sentences of
/// ours, and apart from them what was captured or comes from the repository.
///
/// @param most lines of each list
/// @param value characters of each value
/// @param cut takes the names of what was left out
record ScopeText(Bundle bundle, Briefing.Builder out, int most, int value, List<String> cut) {
  private static final int AROUND = 2;
  private static final int CODE = 160;
  private static final int PLACE = 300;

  void callers() {
    int number = 0;
    for (Bundle.Caller caller : bundle.callers()) {
      Bundle.BundleFrame at = caller.at();
      number++;
      String heading = "Caller " + number;
      if (caller.folded() > 0) {
        heading += ", behind " + caller.folded() + " calls that are not the application's";
      }
      Frame frame = at.frame();
      if (at.code() != null && at.path() != null) {
        out.data(
            heading + ", at live commit " + at.commit(),
            Briefing.Provenance.repository,
            place(at.path()) + "\n" + code(at.code(), frame.line()));
      } else {
        String name = frame.function().isEmpty() ? "?" : clip(frame.function(), 120);
        out.data(
            heading + ", no source of it at the live commit",
            captured(),
            name + " (" + place(frame.file()) + ":" + frame.line() + ")");
      }
    }
  }

  private String code(Frame.Code code, int line) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < code.lines().size(); index++) {
      int number = code.first() + index;
      if (Math.abs(number - line) <= (most < 4 ? 1 : AROUND)) {
        text.append(number == line ? "> " : "  ").append(number).append("  ");
        text.append(BundleText.oneLine(code.lines().get(index), Math.clamp(value, 80, CODE)))
            .append('\n');
      }
    }
    return text.toString();
  }

  void impact() {
    Impact impact = bundle.impact();
    out.say("Impact", impact.words());
    List<String> lines = new ArrayList<>();
    if (impact.firstRelease() != null) {
      lines.add("first release: " + value(impact.firstRelease()));
    }
    if (impact.lastRelease() != null) {
      lines.add("last release: " + value(impact.lastRelease()));
    }
    shares("releases", impact.releases(), lines);
    shares("environments", impact.environments(), lines);
    shares("browsers", impact.browsers(), lines);
    if (!lines.isEmpty()) {
      out.data("Whom it hits, by number of events", captured(), String.join("\n", lines));
    }
    if (impact.suspect() != null) {
      out.data(
          "Suspect commit",
          Briefing.Provenance.repository,
          impact.suspect().commit()
              + "  "
              + value(impact.suspect().subject())
              + "\nby "
              + value(impact.suspect().author())
              + ", "
              + impact.suspect().at()
              + (impact.suspect().pull() == null
                  ? ""
                  : ", merged by " + value(impact.suspect().pull()))
              + ", in "
              + place(impact.suspect().path())
              + "\n"
              + impact.suspect().words());
    }
  }

  private void shares(String name, List<IssueStore.Share> shares, List<String> lines) {
    if (!shares.isEmpty()) {
      int shown = Math.min(shares.size(), Math.max(1, most / 2));
      left(shares.size() - shown, name);
      lines.add(
          name
              + ": "
              + shares.subList(0, shown).stream()
                  .map(
                      each ->
                          (each.value().isEmpty() ? "others" : value(each.value()))
                              + " ("
                              + each.events()
                              + ")")
                  .collect(Collectors.joining(", ")));
    }
  }

  void scope() {
    HotfixScope scope = bundle.scope();
    List<String> words = new ArrayList<>();
    words.add(
        scope.base() == null
            ? "Nobody has recorded what is live, so there is nothing to branch from."
            : "It branches from " + scope.base() + ", which is live.");
    scope
        .fixedOn()
        .forEach(
            fixed ->
                words.add(
                    "- On the line "
                        + fixed.line()
                        + " commit "
                        + fixed.commit()
                        + " changed again what brought it in: compare that before fixing anew."));
    if (scope.fixedOn().isEmpty()) {
      words.add("- No line is known to have a fix already.");
    }
    scope.alternatives().forEach(other -> words.add("- " + way(other.way()) + other.words()));
    out.say("Scope of the hotfix", String.join("\n", words));
    if (!scope.files().isEmpty()) {
      out.data(
          "Files it may touch, with their tests, where a guard could stand, and the switch",
          Briefing.Provenance.repository,
          files(scope));
    }
  }

  private static String way(HotfixScope.Way way) {
    return switch (way) {
      case rollback -> "Roll back: ";
      case switchOff -> "Switch off: ";
      case nothing -> "Do nothing: ";
    };
  }

  private String files(HotfixScope scope) {
    List<String> lines = new ArrayList<>();
    if (scope.toggle() != null) {
      lines.add("switch: " + scope.toggle());
    }
    int shown = Math.min(scope.files().size(), most);
    left(scope.files().size() - shown, "files that the hotfix may touch");
    for (String path : scope.files().subList(0, shown)) {
      Integer tokens = tokens(path);
      lines.add(place(path) + (tokens == null ? "" : "  (source, about " + tokens + " tokens)"));
      scope.guards().stream()
          .filter(guard -> guard.path().equals(path))
          .forEach(guard -> lines.add("  guard at line " + guard.line() + ": " + guard.words()));
    }
    return String.join("\n", lines);
  }

  private @Nullable Integer tokens(String path) {
    return bundle.index().stream()
        .filter(each -> each.kind().equals("source") && path.equals(each.ref()))
        .map(Bundle.Piece::tokens)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  void reproduce() {
    Reproducing reproduce = bundle.reproduce();
    out.say("How to reproduce", reproduce.words());
    List<String> steps = reproduce.steps();
    if (!steps.isEmpty()) {
      int shown = Math.min(steps.size(), most);
      int first = steps.size() - shown;
      out.data(
          "Steps up to the failure",
          captured(),
          steps.subList(first, steps.size()).stream()
              .map(this::value)
              .collect(Collectors.joining("\n")));
      left(reproduce.earlier() + first, "earlier steps");
    }
  }

  /// @param whole with the addresses that captured names are part of
  void index(boolean whole) {
    List<String> known = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (Bundle.Piece piece : bundle.index()) {
      String size = piece.tokens() == null ? "" : "  (about " + piece.tokens() + " tokens)";
      if (piece.ref() == null) {
        known.add("- " + piece.uri() + size);
      } else if (piece.uri().length() <= PLACE) {
        named.add(piece.uri() + size);
      }
    }
    if (!bundle.index().isEmpty()) {
      out.say(
          "Evidence to read in full",
          "As resources, or by suture_get_evidence with the id, the kind and the ref that an"
              + " address is made of:\n"
              + String.join("\n", known));
    }
    if (!named.isEmpty()) {
      int shown = whole ? Math.min(named.size(), most) : 0;
      left(named.size() - shown, "addresses of evidence");
      if (shown == 0) {
        return;
      }
      out.data(
          "Addresses of single exchanges and files",
          captured(),
          String.join("\n", named.subList(0, shown)));
    }
  }

  private Briefing.Provenance captured() {
    return bundle.capture() == null ? Briefing.Provenance.sdk : Briefing.Provenance.page;
  }

  private void left(int count, String what) {
    if (count > 0) {
      cut.add(count + " " + what + ".");
    }
  }

  private String value(String text) {
    return clip(clip(text, 4 * value).replaceAll("\\s+", " "), value);
  }

  private String place(String path) {
    return BundleText.oneLine(path, Math.clamp(2L * value, 100, PLACE));
  }

  private static String clip(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + " …";
  }
}
