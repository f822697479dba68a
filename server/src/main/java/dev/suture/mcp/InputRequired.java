package dev.suture.mcp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A result of the newest revision that is none yet: what the client has to say first, in the next
/// call of the same method.
///
/// @param inputRequests by names that its answers go by
/// @param requestState comes back with them; opaque to the client
record InputRequired(Map<String, Question> inputRequests, @Nullable String requestState) {
  record Question(String method, Object params) {}
}
