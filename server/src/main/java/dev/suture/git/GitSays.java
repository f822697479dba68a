package dev.suture.git;

import dev.suture.hotfix.Repository.Unreachable;
import java.util.List;
import java.util.regex.Pattern;

/// What git said when it failed, short and without secrets, and what to do about it.
final class GitSays {
  private static final int LENGTH = 500;
  private static final Pattern USER = Pattern.compile("(?<=://)[^/@\\s]+@");
  private static final Pattern NOISE = Pattern.compile("(?m)^(hint:|warning:|To |Done|!?\\s*$).*$");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

  private record Remedy(Pattern when, String then) {}

  private static final List<Remedy> REMEDIES =
      List.of(
          remedy(
              "Permission denied \\(publickey|Host key verification failed",
              "Give the server's user an ssh agent with a key that the origin accepts, and its"
                  + " host key."),
          remedy(
              "could not read Username|Authentication failed|terminal prompts disabled",
              "The origin asks for a password: use an ssh address with an agent instead."),
          remedy(
              "Could not resolve host(name)?|Connection refused|timed out|unable to access",
              "See whether the server reaches the origin, then try again."),
          remedy(
              "dubious ownership",
              "The folder of the origin belongs to another user: run the server as that user."),
          remedy(
              "does not appear to be a git repository|not found|does not exist|No such file",
              "Correct the project's repository address."),
          remedy(
              "pre-receive hook declined|hook declined|protected branch|\\[remote rejected\\]",
              "The origin refuses this push: allow its user to create hotfix branches."),
          remedy("No space left on device", "Make room on the disk of the data folder."));

  private GitSays() {}

  /// @param doing what was attempted, as the beginning of a sentence: `Fetching from the origin`
  static Unreachable failed(String doing, GitProcess.Output output) {
    String said = output.said().isEmpty() ? output.text() : output.said();
    String remedy =
        REMEDIES.stream()
            .filter(candidate -> candidate.when().matcher(said).find())
            .findFirst()
            .map(found -> " " + found.then())
            .orElse("");
    return new Unreachable(
        doing + " failed. git said: " + bounded(said, output.exit()) + "." + remedy);
  }

  private static String bounded(String said, int exit) {
    String clean = scrubbed(NOISE.matcher(said).replaceAll("")).strip();
    if (clean.isEmpty()) {
      return "nothing, exit code " + exit;
    }
    if (clean.endsWith(".")) {
      clean = clean.substring(0, clean.length() - 1);
    }
    return clean.length() <= LENGTH ? clean : clean.substring(0, LENGTH) + " ...";
  }

  /// A text without user names and passwords of URLs and without control characters.
  static String scrubbed(String text) {
    return UNPRINTABLE.matcher(USER.matcher(text).replaceAll("")).replaceAll(" ");
  }

  private static Remedy remedy(String when, String then) {
    return new Remedy(Pattern.compile(when), then);
  }
}
