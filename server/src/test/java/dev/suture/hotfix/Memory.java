package dev.suture.hotfix;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.DeploymentStore;
import dev.suture.event.Event;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueState;
import dev.suture.issue.IssueStore;
import dev.suture.line.Exemption;
import dev.suture.line.ExemptionStore;
import dev.suture.project.Limit;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.project.ProjectKey;
import dev.suture.project.ProjectStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stores that live as long as a test.
public final class Memory {
  private Memory() {}

  public static final class Projects implements ProjectStore {
    private final Map<String, Project> bySlug = new LinkedHashMap<>();
    private final Map<String, ProjectKey> keys = new LinkedHashMap<>();

    @Override
    public Project create(String slug, String name, @Nullable String repository, Lines lines) {
      Project project = new Project(bySlug.size() + 1, slug, name, repository, lines);
      bySlug.put(slug, project);
      return project;
    }

    @Override
    public void update(Project project) {
      bySlug.put(project.slug(), project);
    }

    @Override
    public List<Project> all() {
      return List.copyOf(bySlug.values());
    }

    @Override
    public Optional<Project> byId(long id) {
      return all().stream().filter(project -> project.id() == id).findFirst();
    }

    @Override
    public Optional<Project> bySlug(String slug) {
      return Optional.ofNullable(bySlug.get(slug));
    }

    @Override
    public void delete(long project) {
      bySlug.values().removeIf(each -> each.id() == project);
    }

    @Override
    public List<ProjectKey> keys(long project) {
      return keys.values().stream().filter(key -> key.project() == project).toList();
    }

    @Override
    public Optional<ProjectKey> key(String value) {
      return Optional.ofNullable(keys.get(value));
    }

    @Override
    public ProjectKey createKey(long project, String label, List<Limit> limits, Instant at) {
      String value = String.format("%032x", keys.size() + 1);
      keys.put(value, new ProjectKey(value, project, label, true, at, limits));
      return keys.get(value);
    }

    @Override
    public void changeKey(ProjectKey changed) {
      keys.replace(changed.value(), changed);
    }

    @Override
    public void deleteKey(ProjectKey key) {
      keys.remove(key.value());
    }
  }

  public static final class Deployments implements DeploymentStore {
    private final List<Deployment> newestFirst = new ArrayList<>();

    @Override
    public Deployment add(Deployment withoutId) {
      Deployment added =
          new Deployment(
              newestFirst.size() + 1,
              withoutId.project(),
              withoutId.environment(),
              withoutId.release(),
              withoutId.commit(),
              withoutId.kind(),
              withoutId.at());
      newestFirst.addFirst(added);
      return added;
    }

    @Override
    public Optional<Deployment> known(Deployment withoutId) {
      return Optional.empty();
    }

    /// Records that a release came into production.
    public void live(String project, String release, @Nullable String commit) {
      add(
          new Deployment(
              0, project, "production", release, commit, Deployment.Kind.normal, Instant.EPOCH));
    }

    @Override
    public Optional<Deployment> live(String project, String environment) {
      return newestFirst.stream()
          .filter(one -> one.project().equals(project) && one.environment().equals(environment))
          .findFirst();
    }

    @Override
    public Optional<String> commitOf(String project, String release) {
      return newestFirst.stream()
          .filter(one -> one.project().equals(project) && one.release().equals(release))
          .filter(one -> one.commit() != null)
          .map(Deployment::commit)
          .findFirst();
    }

    @Override
    public List<Deployment> all(String project, int limit) {
      return newestFirst.stream()
          .filter(one -> one.project().equals(project))
          .limit(limit)
          .toList();
    }
  }

  public static final class KeptHotfixes implements HotfixStore {
    private final Map<String, Hotfix> byId = new LinkedHashMap<>();

    @Override
    public synchronized void put(Hotfix hotfix) {
      byId.put(hotfix.id(), hotfix);
    }

    @Override
    public synchronized Optional<Hotfix> find(String id) {
      return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized List<Hotfix> ofIssue(String issue) {
      return all().stream().filter(hotfix -> hotfix.issue().equals(issue)).toList();
    }

    @Override
    public synchronized Map<String, List<Hotfix>> ofIssues(Collection<String> issues) {
      return all().stream()
          .filter(hotfix -> issues.contains(hotfix.issue()))
          .collect(Collectors.groupingBy(Hotfix::issue));
    }

    @Override
    public synchronized List<Hotfix> all() {
      return new ArrayList<>(byId.values()).reversed();
    }
  }

  public static final class Exemptions implements ExemptionStore {
    private final Map<String, Exemption> byLine = new LinkedHashMap<>();

    @Override
    public void put(Exemption exemption) {
      byLine.put(exemption.hotfix() + " " + exemption.line(), exemption);
    }

    @Override
    public boolean remove(String hotfix, String line) {
      return byLine.remove(hotfix + " " + line) != null;
    }

    @Override
    public List<Exemption> of(String hotfix) {
      return byLine.values().stream().filter(each -> each.hotfix().equals(hotfix)).toList();
    }
  }

  /// Issues that a test puts in.
  public static final class Issues implements IssueStore {
    private final Map<String, Issue> byId = new LinkedHashMap<>();

    /// An issue of a project that broke in a file.
    public void add(String project, long number, @Nullable String file) {
      String id = project + "-" + number;
      byId.put(
          id,
          new Issue(
              id,
              project,
              number,
              "TypeError",
              "Cannot read properties of undefined",
              file == null ? null : new Issue.Culprit(file, 12, "total"),
              "error",
              "javascript",
              IssueState.fresh,
              Instant.EPOCH,
              null,
              null,
              Instant.EPOCH,
              Instant.EPOCH,
              1,
              1,
              0,
              null,
              null,
              "0".repeat(32),
              new Fingerprint("1", "0".repeat(32), List.of())));
    }

    @Override
    public Optional<Issue> find(String id) {
      return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<Recorded> record(List<Sighting> batch) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Page list(Query query, @Nullable String before, int limit) {
      return new Page(List.copyOf(byId.values()), null);
    }

    @Override
    public List<EventLine> events(String issue, int limit) {
      return List.of();
    }

    @Override
    public Optional<Event> event(long project, String eventId) {
      return Optional.empty();
    }

    @Override
    public Optional<String> issueOf(long project, String eventId) {
      return Optional.empty();
    }

    @Override
    public List<Long> perHour(String issue, Instant until, int hours) {
      return List.of();
    }

    @Override
    public List<Long> perMinute(String issue, Instant until, int minutes) {
      return List.of();
    }

    @Override
    public long kept(String issue) {
      return 0;
    }

    @Override
    public List<Person> people(String issue, int limit) {
      return List.of();
    }

    @Override
    public List<Share> shares(String issue, String tag, int limit) {
      return List.of();
    }

    @Override
    public long open(String project) {
      return byId.size();
    }
  }
}
