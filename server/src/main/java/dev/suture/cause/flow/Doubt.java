package dev.suture.cause.flow;

import dev.suture.cause.flow.Complaint.Wanted;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A value for which a program can have thrown an error of its own.
///
/// @param path into the value, to what was bad
/// @param context the calls that are known to have led here
/// @param fine texts that are as they should be
/// @param named captured: the text that the message says it was; null when it says none
public record Doubt(
    Node value,
    List<Step> path,
    @Nullable Context context,
    Wanted wanted,
    Set<String> fine,
    @Nullable String named) {
  Doubt(Node value, @Nullable Context context, Wanted wanted) {
    this(value, List.of(), context, wanted, Set.of(), null);
  }
}
