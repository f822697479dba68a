package dev.suture.capture;

import dev.suture.event.scrub.Scrubber;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;

/// Takes the files of a capture through a project's rules: texts in the JSON parts by the rules
/// that every project begins with, other files only where a rule names them. A part in which
/// nothing is found stays as it came, byte for byte.
public final class PartScrub {
  private static final int DEEPEST = 1_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(32 << 20)
                  .maxNumberLength(100)
                  .build())
          .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  /// Says in `page.json` that secrets were replaced by values of the same format.
  private static final Pattern PSEUDONYMS = Pattern.compile("\"pseudonyms\"\\s*:\\s*true");

  private final Scrubber scrubber;

  public PartScrub(Scrubber scrubber) {
    this.scrubber = scrubber;
  }

  /// @param name as the sender wrote it
  /// @return null when a rule drops the file; the content itself when nothing is found
  public byte @Nullable [] file(String name, byte[] content) {
    return switch (scrubber.attachment(name)) {
      case Scrubber.FileRule.Drop _ -> null;
      case Scrubber.FileRule.Keep _ ->
          PartShape.isKnown(name) ? json(stem(name), content) : content;
      case Scrubber.FileRule.Rewrite(var rule) -> {
        String text = new String(content, StandardCharsets.UTF_8);
        String done = rule.apply(text);
        yield done.equals(text) ? content : done.getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  /// Whether a file says that the recorder gave the secrets pseudonyms. The usual rules would take
  /// these for secrets, and spoil what a run is made from; a project's own rules still hold.
  public static boolean tellsPseudonyms(String name, byte[] content) {
    return name.equals("page.json")
        && PSEUDONYMS.matcher(new String(content, StandardCharsets.UTF_8)).find();
  }

  private static String stem(String name) {
    return name.substring(0, name.indexOf('.'));
  }

  /// @param part what selectors call it: `network`, `console`, `replay` ...
  public byte[] json(String part, byte[] content) {
    try {
      return new Pass(part, null).run(content) ? rewritten(part, content) : content;
    } catch (JacksonException broken) {
      return content;
    }
  }

  private byte[] rewritten(String part, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
    try (JsonGenerator target = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      new Pass(part, target).run(content);
    }
    return out.toByteArray();
  }

  /// One reading of a part: to see whether anything is found, then to write it anew.
  private final class Pass {
    private final String part;
    private final @Nullable JsonGenerator target;
    private final String[] pairs = new String[DEEPEST + 1];
    private int depth;

    Pass(String part, @Nullable JsonGenerator target) {
      this.part = part;
      this.target = target;
    }

    /// @return whether anything is found; without a target reading ends there
    boolean run(byte[] content) {
      boolean found = false;
      try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), content)) {
        JsonToken token;
        while ((token = json.nextToken()) != null) {
          String clean = clean(json, token);
          found |= clean != null;
          if (found && target == null) {
            return true;
          }
          if (target != null) {
            write(json, clean, target);
          }
        }
      }
      return found;
    }

    private void write(JsonParser json, @Nullable String clean, JsonGenerator to) {
      if (clean == null) {
        to.copyCurrentEventExact(json);
      } else {
        to.writeString(clean);
      }
    }

    /// What a value becomes; null when it stays.
    private @Nullable String clean(JsonParser json, JsonToken token) {
      switch (token) {
        case START_OBJECT, START_ARRAY -> pairs[++depth] = "";
        case END_OBJECT, END_ARRAY -> depth--;
        case VALUE_STRING -> {
          String value = json.getString();
          String done = value(name(json), value);
          return done.equals(value) ? null : done;
        }
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          String name = name(json);
          return scrubber.isSecret(name) ? scrubber.field(part, name, json.getString()) : null;
        }
        default -> {}
      }
      return null;
    }

    private String value(String name, String value) {
      if (name.equals("name")) {
        pairs[depth] = value;
        return value;
      }
      if (value.startsWith("data:")) {
        return value;
      }
      return scrubber.field(part, name, value);
    }

    /// The name of a field; of one called `value`, that of the pair which it is half of.
    private String name(JsonParser json) {
      String name = json.currentName();
      if (name == null) {
        return "";
      }
      return name.equals("value") && !pairs[depth].isEmpty() ? pairs[depth] : name;
    }
  }
}
