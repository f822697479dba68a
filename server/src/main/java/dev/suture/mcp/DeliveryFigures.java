package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.cause.Briefing;
import dev.suture.deploy.Live;
import dev.suture.dora.Figures;
import dev.suture.dora.Gathering;
import dev.suture.dora.Report;
import dev.suture.dora.Window;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells the five DORA metrics of production, with what they stand on.
public final class DeliveryFigures implements Tool {
  private static final int USUAL_DAYS = 90;

  private final ProjectStore projects;
  private final Gathering gathering;
  private final InstantSource clock;

  public DeliveryFigures(ProjectStore projects, Gathering gathering, InstantSource clock) {
    this.projects = projects;
    this.gathering = gathering;
    this.clock = clock;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "suture_delivery_figures",
        "Delivery figures",
        "The five DORA metrics of production: lead time, frequency, recovery, change fail and"
            + " rework rate, each with n and 95 % interval.",
        Schemas.tree(
            Schemas.object(
                Map.of(
                    "project", Schemas.text("slug; else all"),
                    "days", Schemas.integer("default 90", 1, 3_650)))),
        Schemas.tree(
            Schemas.record(
                Map.of("deployments", Schemas.INTEGER, "told", ToolResult.toldSchema()),
                "deployments",
                "told")),
        Annotations.READS);
  }

  @Override
  public Scope needs() {
    return Scope.failureRead;
  }

  @Override
  public ToolResult call(Arguments arguments) throws ToolProblem {
    Optional<String> wanted = arguments.text("project");
    List<String> seen =
        projects.all().stream()
            .map(Project::slug)
            .filter(slug -> arguments.reach().has(slug))
            .filter(slug -> wanted.isEmpty() || wanted.get().equals(slug))
            .toList();
    if (wanted.isPresent() && seen.isEmpty()) {
      throw new ToolProblem("There is no project with this slug.");
    }
    Instant now = clock.instant();
    Duration back = Duration.ofDays(arguments.integer("days", USUAL_DAYS));
    Window window = new Window(now.minus(back), now, Window.Step.month);
    Figures figures =
        Report.of(
                seen.stream().map(each -> gathering.of(each, Live.ENVIRONMENT, now)).toList(),
                window)
            .whole();
    Briefing.Builder told = Briefing.builder();
    told.say("Delivery figures", String.join("\n", lines(figures, back.toDays())));
    return ToolResult.of(new Shown(figures.frequency().n()), told.build());
  }

  private static List<String> lines(Figures figures, long days) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "- Deployments: "
            + figures.frequency().n()
            + " in "
            + days
            + " days on "
            + figures.frequency().activeDays()
            + " of them");
    lines.add(
        "- Change lead time: "
            + length(figures.leadTime().median())
            + " (median of "
            + figures.leadTime().n()
            + " changes, "
            + between(
                length(figures.leadTime().interval().low()),
                length(figures.leadTime().interval().high())));
    lines.add(
        "- Failed deployment recovery time: "
            + length(figures.recovery().median())
            + " (Kaplan-Meier median of "
            + figures.recovery().n()
            + ", "
            + figures.recovery().open()
            + " open, "
            + between(
                length(figures.recovery().interval().low()),
                length(figures.recovery().interval().high())));
    lines.add("- Change fail rate: " + rate(figures.changeFail()));
    lines.add("- Deployment rework rate: " + rate(figures.rework()));
    lines.add(
        "- Not in the fail rate yet, for their watch is open: "
            + figures.provisional().deployments()
            + " deployments, "
            + figures.provisional().failed()
            + " failed so far");
    return lines;
  }

  private static String rate(Figures.Rate rate) {
    return percent(rate.value())
        + " ("
        + rate.hits()
        + " of "
        + rate.n()
        + ", "
        + between(percent(rate.interval().low()), percent(rate.interval().high()));
  }

  private static String between(String low, String high) {
    return "95 %: " + low + " to " + high + ")";
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "unknown" : String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private static String length(@Nullable Double seconds) {
    if (seconds == null) {
      return "unknown";
    }
    return seconds < 2 * 3_600
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : seconds < 2 * 86_400
            ? String.format(Locale.ROOT, "%.1f h", seconds / 3_600)
            : String.format(Locale.ROOT, "%.1f d", seconds / 86_400);
  }

  record Shown(int deployments) {}
}
