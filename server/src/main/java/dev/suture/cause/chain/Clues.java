package dev.suture.cause.chain;

import dev.suture.cause.flow.Complaint;
import dev.suture.cause.flow.Complaint.Wanted;
import dev.suture.cause.flow.Failing;
import dev.suture.cause.flow.Vocabulary;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is known of a failure without following its value: what was complained of, and the words
/// around it.
///
/// @param quoted captured: words and texts of the error's message
/// @param sources of the whole program
record Clues(Wanted wanted, Vocabulary vocabulary, Set<String> quoted, Collection<String> sources) {
  private static final Pattern WORD = Pattern.compile("[\\w-]+");
  private static final Pattern TOLD =
      Pattern.compile("['\"\u201c]([^'\"\u201d]{2,60})['\"\u201d]|([\\w.:+-]{2,60})");

  /// What only an element of the page has.
  private static final Pattern OF_ELEMENTS =
      Pattern.compile(
          "(?:set|get|remove|has|toggle)Attribute|classList|focus|blur|scrollIntoView|textContent"
              + "|inner(?:HTML|Text)|outerHTML|replace(?:Children|With)|(?:append|remove)Child"
              + "|prepend|(?:add|remove)EventListener|querySelector(?:All)?|dataset|offset[A-Z]\\w+"
              + "|client(?:Width|Height)|getBoundingClientRect|showModal|insertAdjacent\\w+|click"
              + "|scroll(?:Top|To|Left)|getContext|contentWindow|parentElement|parentNode"
              + "|first(?:Element)?Child|checkValidity|closest|cloneNode");

  /// Code that says itself that the value comes from no answer.
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "localStorage|sessionStorage|querySelector|getElementById|\\.closest\\(|\\bwindow\\b"
              + "|createElement");

  /// Code that is given messages, which are no answers.
  private static final Pattern MESSAGES =
      Pattern.compile("\\bonmessage\\b|new (?:WebSocket|EventSource|BroadcastChannel)\\b");

  /// What no answer has to do with.
  private static final Set<Complaint.Kind> UNSEEN =
      EnumSet.of(Complaint.Kind.name, Complaint.Kind.chunk);

  /// @param message captured
  static Clues of(
      Wanted wanted, Vocabulary vocabulary, String message, Collection<String> sources) {
    Set<String> quoted = new HashSet<>();
    Matcher told = TOLD.matcher(message);
    while (told.find()) {
      quoted.add(told.group(1) == null ? told.group(2) : told.group(1));
    }
    return new Clues(wanted, vocabulary, quoted, sources);
  }

  /// All words of the program.
  Set<String> words() {
    Set<String> words = new HashSet<>();
    for (String each : sources) {
      WORD.matcher(each).results().forEach(word -> words.add(word.group()));
    }
    return words;
  }

  /// Whether what failed is no value of an answer, by what was tried and by its code.
  ///
  /// @param file text of the file that failed
  static boolean isElsewhere(Complaint complaint, Failing failed, String file) {
    String property = complaint.property();
    boolean element =
        property != null
            && complaint.wanted().isNothing()
            && OF_ELEMENTS.matcher(property).matches();
    return element
        || UNSEEN.contains(complaint.kind())
        || ELSEWHERE.matcher(failed.at().text()).find()
        || MESSAGES.matcher(file).find()
        || failed.values().stream().anyMatch(each -> ELSEWHERE.matcher(each.text()).find());
  }
}
