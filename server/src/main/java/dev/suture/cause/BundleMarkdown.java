package dev.suture.cause;

/// A bundle as Markdown for an agent.
public final class BundleMarkdown {
  private BundleMarkdown() {}

  public static String render(Bundle bundle) {
    return render(bundle, BundleText.TOKENS);
  }

  /// @param tokens at most, estimated
  public static String render(Bundle bundle, int tokens) {
    return BundleText.of(bundle, tokens).markdown(Briefing.newMark());
  }
}
