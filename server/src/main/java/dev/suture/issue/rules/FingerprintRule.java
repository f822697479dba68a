package dev.suture.issue.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What events that meet some conditions are grouped by.
///
/// @param text as it stands in the rules
/// @param fingerprint texts, with variables in them
/// @param title what the issue is called, with variables in it; null for the usual
record FingerprintRule(
    int line,
    String text,
    List<Matcher> matchers,
    List<String> fingerprint,
    @Nullable String title) {}
