package dev.suture.cause;

/// A bundle as Markdown for an agent.
public final class BundleMarkdown {
  private BundleMarkdown() {}

  public static String render(Bundle bundle) {
    return BundleText.of(bundle, BundleText.TOKENS).markdown(Briefing.newMark());
  }
}
