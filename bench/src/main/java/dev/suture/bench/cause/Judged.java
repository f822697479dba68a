package dev.suture.bench.cause;

import java.util.Map;

/// One case with what each of some said its cause is.
///
/// @param group of the applications, one of `Truth.GROUPS`
/// @param answers by who said it
record Judged(String app, String group, Truth truth, Asked asked, Map<String, Answer> answers) {
  static final String SERVER = "server";
  static final String LAST_FAILED = "last failed";
  static final String TOP_FRAME = "top frame";
  static final String NEAREST = "nearest";

  /// Somebody who reads only statuses, somebody who reads only the stack and somebody who reads
  /// only the clock: the same data, one rule each, and always sure.
  static Map<String, Answer> answers(Captured captured, Asked asked, Answer server) {
    Integer action = captured.lastAction() < 0 ? null : captured.lastAction();
    return Map.of(
        SERVER,
        server,
        LAST_FAILED,
        new Answer(captured.lastFailed(), null, action, null, null),
        TOP_FRAME,
        new Answer(null, null, null, asked.topFrame(), null),
        NEAREST,
        new Answer(captured.nearest(), null, action, null, null));
  }

  Answer of(String who) {
    Answer answer = answers.get(who);
    if (answer == null) {
      throw new IllegalArgumentException("nobody is called " + who);
    }
    return answer;
  }
}
