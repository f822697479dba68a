package dev.suture.event;

import java.util.List;

/// Reads the stack traces that runtimes print as text.
public interface StackText {
  /// The exceptions in a text, in the order of [Event#thrown], with what could be read of them;
  /// none when nothing in it looks like a stack trace. Takes any text, in time linear in its
  /// length, and never throws. Whether an exception was handled stands in no such text: all are
  /// called handled.
  ///
  /// @param platform as in [Event#platform]; for one that is not known the text itself is looked at
  List<Thrown> parse(String platform, String text);
}
