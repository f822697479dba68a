package dev.suture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.sourcemap.DebugIds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Every command that the documentation shows exists, with the options that it shows.
class DocumentedCommandsTest {
  private static final Pattern SHOWN = Pattern.compile("(?m)(?:^\\s*|`)\\./suture ([^`\\n#|]*)");
  private static final Set<String> OF_THE_LAUNCHER = Set.of("test", "bench", "build", "help");

  @Test
  void everyShownCommandExists() throws IOException {
    List<String> shown = shown();
    assertThat(shown).hasSizeGreaterThan(8);
    for (String words : shown) {
      CommandLine command = root();
      for (String word : words.trim().split("\\s+")) {
        String option = word.replaceAll("[\\[\\]]", "");
        if (option.startsWith("--")) {
          assertThat(command.getCommandSpec().findOption(option)).as(words).isNotNull();
        } else if (command.getSubcommands().containsKey(word)) {
          command = command.getSubcommands().get(word);
        } else if (!command.getSubcommands().isEmpty()) {
          assertThat(command.getCommandSpec().positionalParameters()).as(words).isNotEmpty();
        }
      }
    }
  }

  private static CommandLine root() {
    Wiring wiring =
        new Wiring(
            (_, _) -> {
              throw new IllegalStateException("nothing is started here");
            },
            (_, _, _, _) -> {},
            new DebugIds(),
            Map.of(),
            "test");
    return SutureCommand.line(wiring, new ByteArrayInputStream(new byte[0]));
  }

  private static List<String> shown() throws IOException {
    List<String> all = new ArrayList<>();
    for (Path page : pages()) {
      Matcher matcher = SHOWN.matcher(Files.readString(page));
      while (matcher.find()) {
        String words = matcher.group(1).trim();
        if (!words.isEmpty() && !OF_THE_LAUNCHER.contains(words.split("\\s+")[0])) {
          all.add(words);
        }
      }
    }
    return all;
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("../docs"))) {
      return Stream.concat(Stream.of(Path.of("../README.md"), Path.of("../CONTRIBUTING.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .toList();
    }
  }
}
