package dev.suture.repro.export;

import dev.suture.hotfix.Repository;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Policy;
import dev.suture.project.Project;
import dev.suture.repro.Recordings.Unfit;
import dev.suture.repro.ReproPolicy;
import dev.suture.repro.Reproduction;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproductions;
import dev.suture.repro.minimal.Minimal;
import dev.suture.repro.minimal.Minimals;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes reproductions as tests of their projects.
public final class Exports {
  private static final Pattern PORT = Pattern.compile("(?:--port[ =]|-p |PORT=)(\\d{1,5})");
  private static final String USUAL_PORT = "3000";

  private final Repository repository;
  private final Reproductions reproductions;
  private final Minimals minimals;

  public Exports(Repository repository, Reproductions reproductions, Minimals minimals) {
    this.repository = repository;
    this.reproductions = reproductions;
    this.minimals = minimals;
  }

  /// The shortest reproduction of an issue that is known, as a test.
  ///
  /// @throws Unexportable when there is nothing that a browser does, or it cannot be read
  public Exported of(Project project, String issue) throws Unexportable {
    try {
      Reproduction reproduction = reproductions.ofLive(project, issue);
      if (!(reproduction instanceof Played whole) || whole.base() == null) {
        throw new Unexportable(
            "The reproduction is a command of suture.yml: it is a test of the project already.");
      }
      Optional<Minimal> minimal = minimals.of(whole);
      Optional<Played> shorter = minimal.flatMap(each -> each.of(whole));
      Played play = shorter.orElse(whole);
      List<Integer> locators = shorter.isPresent() ? minimal.get().kept().locators() : List.of();
      Style style = new Styles(repository).of(project, whole.base());
      String spec = new Spec(play, locators, style, base(project, whole.base())).text();
      return new Exported(
          style.folder(),
          List.of(
              new Exported.File(issue + "." + style.ending() + ".ts", spec),
              new Exported.File(issue + ".har", new Har(play).text())),
          play.steps().size(),
          shorter.isPresent()
              ? "Only what the failure needs: %d of %d steps."
                  .formatted(play.steps().size(), whole.steps().size())
              : "All %d steps of the capture: `suture repro minimise %s` leaves out what is not needed."
                  .formatted(play.steps().size(), issue));
    } catch (Unfit | Unreachable unusable) {
      throw new Unexportable(String.valueOf(unusable.getMessage()));
    }
  }

  /// Where the project's own server is started by `suture.yml`.
  private String base(Project project, String commit) throws Unreachable {
    String port = USUAL_PORT;
    try {
      String start =
          ReproPolicy.read(repository.file(project, commit, Policy.FILE).orElse("")).start();
      Matcher named = PORT.matcher(start == null ? "" : start);
      port = named.find() ? named.group(1) : port;
    } catch (ReproPolicy.Wrong unusable) {
      return "http://localhost:" + port;
    }
    return "http://localhost:" + port;
  }

  /// Nothing can be exported; the message says why, in words of ours.
  public static final class Unexportable extends Exception {
    private static final long serialVersionUID = 1;

    Unexportable(String message) {
      super(message);
    }
  }
}
