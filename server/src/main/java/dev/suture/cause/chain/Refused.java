package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.flow.Origin;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An error whose message says how an answer was refused: the last answer of that status, or the
/// last that never came.
final class Refused {
  private static final Pattern STATUS = Pattern.compile("\\b([45]\\d\\d)\\b");
  private static final Pattern NONE =
      Pattern.compile("(?i)failed to fetch|load failed|networkerror|network error|timeout of");

  private Refused() {}

  static Optional<Candidates.Candidate> of(String message, List<Exchange> answered) {
    Matcher status = STATUS.matcher(message);
    Integer wanted =
        status.find()
            ? (Integer) Integer.parseInt(status.group(1))
            : NONE.matcher(message).find() ? (Integer) 0 : null;
    return wanted == null ? Optional.empty() : last(wanted, answered);
  }

  private static Optional<Candidates.Candidate> last(int status, List<Exchange> answered) {
    @Nullable Exchange found = null;
    for (Exchange each : answered) {
      found = each.status() == status ? each : found;
    }
    return Optional.ofNullable(found)
        .map(
            each ->
                new Candidates.Candidate(each, null, Merits.REFUSED, false, Origin.Asked.UNKNOWN));
  }
}
