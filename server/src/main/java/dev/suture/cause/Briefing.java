package dev.suture.cause;

import dev.suture.event.Sender;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something told to an agent: sentences of ours, and text from outside in data blocks that it
/// cannot leave. Text and structure are rendered from the same sections.
public record Briefing(List<Section> sections) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final double CHARACTERS_PER_TOKEN = 3.6;

  /// One part of what is told.
  public sealed interface Section {}

  /// Words of ours.
  public record Said(String heading, String text) implements Section {}

  /// Text from outside.
  ///
  /// @param heading words of ours
  /// @param sender how it came in; null for what nobody sent
  /// @param removed how many invisible characters were taken out
  public record Data(
      String heading, Provenance origin, @Nullable Sender sender, String text, int removed)
      implements Section {
    /// Whose it is, for whoever reads it.
    public String label() {
      if (origin == Provenance.person) {
        return "from a person who has signed in";
      }
      return "untrusted, from "
          + origin
          + (sender == null ? "" : ", came in through " + sender.words());
    }
  }

  /// Who could have written a text.
  public enum Provenance {
    /// A recorder in a page, and so the page.
    page,
    /// Whoever holds the DSN.
    sdk,
    /// Whoever may push to the repository.
    repository,
    /// A person who has signed in, to agents.
    person,
    /// Another program, in its own words.
    agent
  }

  public static Builder builder() {
    return new Builder(null);
  }

  /// One whose captured text came in all in the same way.
  public static Builder builder(Sender sender) {
    return new Builder(sender);
  }

  /// A mark that no text from outside can know: new for every answer.
  public static String newMark() {
    byte[] bytes = new byte[6];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  public int removed() {
    return sections.stream().mapToInt(each -> each instanceof Data data ? data.removed() : 0).sum();
  }

  /// The sections as Markdown. Each line of a data block begins with a bar inside a code fence, so
  /// that no line of it can end the fence; the mark names the block's two ends.
  public String markdown(String mark) {
    StringBuilder out = new StringBuilder();
    for (Section section : sections) {
      switch (section) {
        case Said(String heading, String text) ->
            out.append("## ").append(heading).append("\n\n").append(text).append("\n\n");
        case Data data -> {
          out.append("## ").append(data.heading()).append("\n\n");
          out.append("[data ").append(mark).append(", ").append(data.label());
          out.append("]\n```\n");
          data.text().lines().forEach(line -> out.append("| ").append(line).append('\n'));
          out.append("```\n[end of data ").append(mark).append("]\n\n");
        }
      }
    }
    return out.toString().stripTrailing() + "\n";
  }

  public static int tokens(String text) {
    return (int) Math.ceil(text.length() / CHARACTERS_PER_TOKEN);
  }

  /// Collects sections; text from outside is cleaned on its way in.
  public static final class Builder {
    private final List<Section> sections = new ArrayList<>();

    private final @Nullable Sender sender;

    private Builder(@Nullable Sender sender) {
      this.sender = sender;
    }

    public Builder say(String heading, String text) {
      sections.add(new Said(heading, text));
      return this;
    }

    public Builder data(String heading, Provenance origin, String text) {
      Plain plain = Plain.of(text);
      Sender from = origin == Provenance.repository ? null : sender;
      sections.add(new Data(heading, origin, from, plain.text(), plain.removed()));
      return this;
    }

    public Briefing build() {
      int removed = new Briefing(List.copyOf(sections)).removed();
      if (removed > 0) {
        say(
            "Cleaned",
            removed + " invisible or directional characters were removed from the data.");
      }
      return new Briefing(List.copyOf(sections));
    }
  }
}
