package dev.suture.store;

import java.util.Optional;

/// The id of an issue, taken apart: `shop-1`.
record IssueId(String slug, long number) {
  static Optional<IssueId> parse(String text) {
    int dash = text.lastIndexOf('-');
    String digits = text.substring(dash + 1);
    if (dash < 1 || digits.isEmpty() || digits.length() > 18) {
      return Optional.empty();
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    return Optional.of(new IssueId(text.substring(0, dash), Long.parseLong(digits)));
  }

  String text() {
    return slug + "-" + number;
  }
}
