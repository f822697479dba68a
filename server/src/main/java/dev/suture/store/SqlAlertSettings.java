package dev.suture.store;

import dev.suture.alert.AlertSettings;
import dev.suture.alert.AlertStore.Ending;
import dev.suture.alert.AlertStore.Step;
import dev.suture.alert.Channel;
import dev.suture.alert.Rule;
import dev.suture.alert.Silence;
import dev.suture.io.Vault;
import dev.suture.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Rules, channels and silences in SQL, the secrets of channels sealed. Rules are looked at many
/// times a second and remembered.
public final class SqlAlertSettings implements AlertSettings {
  private final Database database;
  private final Vault vault;
  private final Map<Long, List<Rule>> remembered = new ConcurrentHashMap<>();

  /// Seals the secrets that were stored before there was a vault.
  public SqlAlertSettings(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    database.write(this::sealPlain);
  }

  private record Kept(long id, long project, String secret) {}

  private int sealPlain(Handle handle) {
    List<Kept> plain =
        handle
            .select("SELECT id, project, secret FROM alert_channel WHERE secret <> ''")
            .map((row, _) -> new Kept(row.getLong(1), row.getLong(2), row.getString(3)))
            .filter(kept -> !Vault.isSealed(kept.secret()))
            .list();
    for (Kept kept : plain) {
      handle.execute(
          "UPDATE alert_channel SET secret = ? WHERE id = ?",
          vault.seal(place(kept.project()), kept.secret()),
          kept.id());
    }
    return plain.size();
  }

  private static String place(long project) {
    return "secret of an alert channel of project " + project;
  }

  @Override
  public List<Rule> rules(long project) {
    List<Rule> known = remembered.get(project);
    if (known != null) {
      return known;
    }
    List<Rule> stored = database.write(handle -> begun(handle, project));
    remembered.put(project, stored);
    return stored;
  }

  private static List<Rule> begun(Handle handle, long project) {
    int fresh =
        handle.execute(
            """
            INSERT INTO alert_begun (project) SELECT id FROM project WHERE id = ?
            ON CONFLICT (project) DO NOTHING\
            """,
            project);
    if (fresh > 0) {
      Rule.usual().forEach(rule -> insert(handle, project, rule));
    }
    return handle
        .select("SELECT id, body FROM alert_rule WHERE project = ? ORDER BY id", project)
        .map((row, _) -> Json.MAPPER.readValue(row.getString(2), Rule.class).withId(row.getLong(1)))
        .list();
  }

  private static Rule insert(Handle handle, long project, Rule rule) {
    long id =
        handle
            .createUpdate("INSERT INTO alert_rule (project, body) VALUES (:project, :body)")
            .bind("project", project)
            .bind("body", Json.MAPPER.writeValueAsString(rule))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return rule.withId(id);
  }

  @Override
  public Optional<Rule> put(long project, Rule rule, Instant now) {
    Optional<Rule> put = database.write(handle -> put(handle, project, rule, now));
    remembered.remove(project);
    return put;
  }

  private static Optional<Rule> put(Handle handle, long project, Rule rule, Instant now) {
    if (rule.id() == 0) {
      begun(handle, project);
      return Optional.of(insert(handle, project, rule));
    }
    int changed =
        handle.execute(
            "UPDATE alert_rule SET body = ? WHERE id = ? AND project = ?",
            Json.MAPPER.writeValueAsString(rule),
            rule.id(),
            project);
    if (changed == 0) {
      return Optional.empty();
    }
    String kept = rule.on() ? rule.condition().kind() : "";
    end(handle, project, open(handle, rule.id(), kept), new Why("Its rule was changed.", now));
    return Optional.of(rule);
  }

  private record Why(String says, Instant now) {}

  /// @param kept kind of those that stay
  private static List<Long> open(Handle handle, long rule, String kept) {
    return handle
        .select("SELECT id FROM alert WHERE rule = ? AND kind <> ? AND ended IS NULL", rule, kept)
        .mapTo(Long.class)
        .list();
  }

  private static void end(Handle handle, long project, List<Long> alerts, Why why) {
    List<Ending> endings = alerts.stream().map(id -> new Ending(id, why.says())).toList();
    new AlertSteps(handle, why.now()).apply(new Step(project, List.of(), endings));
  }

  @Override
  public boolean removeRule(long project, long rule, Instant now) {
    boolean removed =
        database.write(
            handle -> {
              int gone =
                  handle.execute(
                      "DELETE FROM alert_rule WHERE id = ? AND project = ?", rule, project);
              if (gone > 0) {
                Why why = new Why("Its rule was taken away.", now);
                end(handle, project, open(handle, rule, ""), why);
              }
              return gone > 0;
            });
    remembered.remove(project);
    return removed;
  }

  @Override
  public List<Channel> channels(long project) {
    return database.read(handle -> channels(handle, project));
  }

  static List<Channel> channels(Handle handle, long project) {
    return handle
        .select("SELECT id, body FROM alert_channel WHERE project = ? ORDER BY id", project)
        .map((row, _) -> channel(row.getLong(1), row.getString(2)))
        .list();
  }

  private static Channel channel(long id, String body) {
    return Json.MAPPER.readValue(body, Channel.class).withId(id);
  }

  @Override
  public Optional<Channel> put(long project, Channel channel, @Nullable String secret) {
    String body = Json.MAPPER.writeValueAsString(channel);
    String sealed =
        secret == null || secret.isEmpty() ? secret : vault.seal(place(project), secret);
    return database.write(
        handle -> {
          if (channel.id() == 0) {
            long id =
                handle
                    .createUpdate(
                        """
                        INSERT INTO alert_channel (project, kind, body, secret)
                        VALUES (:project, :kind, :body, :secret)\
                        """)
                    .bind("project", project)
                    .bind("kind", channel.kind().name())
                    .bind("body", body)
                    .bind("secret", sealed == null ? "" : sealed)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return Optional.of(channel.withId(id));
          }
          int changed =
              handle.execute(
                  """
                  UPDATE alert_channel SET body = ?, secret = COALESCE(?, secret)
                  WHERE id = ? AND project = ? AND kind = ?\
                  """,
                  body,
                  sealed,
                  channel.id(),
                  project,
                  channel.kind().name());
          return changed == 0 ? Optional.<Channel>empty() : Optional.of(channel);
        });
  }

  @Override
  public boolean removeChannel(long project, long channel) {
    return database.write(
        handle ->
            handle.execute(
                    "DELETE FROM alert_channel WHERE id = ? AND project = ?", channel, project)
                > 0);
  }

  /// A secret that cannot be opened is none: what is sent fails, and says so, until somebody gives
  /// it again.
  @Override
  public Optional<Sealed> channel(long channel) {
    return database.read(
        handle ->
            handle
                .select("SELECT project, id, body, secret FROM alert_channel WHERE id = ?", channel)
                .map(
                    (row, _) ->
                        new Sealed(
                            row.getLong(1),
                            channel(row.getLong(2), row.getString(3)),
                            vault.open(place(row.getLong(1)), row.getString(4)).orElse("")))
                .findOne());
  }

  @Override
  public List<Silence> silences(long project, Instant now) {
    return database.read(handle -> silences(handle, project, now));
  }

  static List<Silence> silences(Handle handle, long project, Instant now) {
    return handle
        .select(
            "SELECT id, body FROM alert_silence WHERE project = ? AND until > ? ORDER BY id DESC",
            project,
            Database.micros(now))
        .map((row, _) -> silence(row.getLong(1), row.getString(2)))
        .list();
  }

  private static Silence silence(long id, String body) {
    Silence stored = Json.MAPPER.readValue(body, Silence.class);
    return new Silence(
        id,
        stored.rule(),
        stored.subject(),
        stored.reason(),
        stored.by(),
        stored.from(),
        stored.until());
  }

  @Override
  public Silence add(long project, Silence silence) {
    String body = Json.MAPPER.writeValueAsString(silence);
    long id =
        database.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO alert_silence (project, until, body)
                        VALUES (:project, :until, :body)\
                        """)
                    .bind("project", project)
                    .bind("until", Database.micros(silence.until()))
                    .bind("body", body)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one());
    return silence(id, body);
  }

  @Override
  public boolean removeSilence(long project, long silence, Instant now) {
    return database.write(
        handle -> {
          int removed =
              handle.execute(
                  "DELETE FROM alert_silence WHERE id = ? AND project = ?", silence, project);
          if (removed > 0) {
            handle.execute(
                "UPDATE alert_delivery SET due = ? WHERE project = ? AND state = 'held'",
                Database.micros(now),
                project);
          }
          return removed > 0;
        });
  }
}
