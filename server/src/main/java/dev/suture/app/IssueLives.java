package dev.suture.app;

import dev.suture.capture.Blobs;
import dev.suture.deploy.DeploymentStore;
import dev.suture.hotfix.HotfixStore;
import dev.suture.hotfix.Repository;
import dev.suture.hotfix.ToldHotfixes;
import dev.suture.http.Api;
import dev.suture.issue.IssueRemoval;
import dev.suture.issue.LifeSweep;
import dev.suture.issue.Triage;
import dev.suture.issue.trust.TrustStore;
import dev.suture.issue.trust.Vouching;
import dev.suture.owner.AutoAssign;
import dev.suture.owner.Owners;
import dev.suture.store.Database;
import dev.suture.store.SqlActivity;
import dev.suture.store.SqlIssueEvents;
import dev.suture.store.SqlLives;
import dev.suture.store.SqlRemoval;
import dev.suture.store.SqlSpread;
import dev.suture.store.SqlTriage;
import dev.suture.store.SqlTrust;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// The life of issues: where it is kept, what somebody does with it, and what comes of time
/// passing.
final class IssueLives {
  private final Database database;
  private final InstantSource clock;
  private final SqlLives lives;
  private final SqlActivity activity;
  private final SqlTriage rules;
  private final SqlRemoval removal;

  IssueLives(Database database, Blobs blobs, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    lives = new SqlLives(database);
    activity = new SqlActivity(database);
    rules = new SqlTriage(database);
    removal = new SqlRemoval(database, blobs);
  }

  IssueRemoval removal() {
    return removal;
  }

  TrustStore trust() {
    return new SqlTrust(database);
  }

  /// Hotfixes with their entries in the logs of issues.
  HotfixStore told(HotfixStore hotfixes) {
    return new ToldHotfixes(hotfixes, activity, clock);
  }

  Api.Lives rooms(DeploymentStore deployments, Repository repository, Vouching vouching) {
    return new Api.Lives(
        new Triage(lives, deployments, removal, clock),
        activity,
        removal,
        rules,
        new SqlIssueEvents(database),
        new SqlSpread(database),
        new Owners(rules, deployments, repository),
        trust(),
        vouching);
  }

  /// What comes of time passing.
  List<Ticker> tickers(Api.Rooms rooms, LifeSweep.Commits commits) {
    LifeSweep sweep = new LifeSweep(lives, rules, clock);
    AutoAssign assign =
        new AutoAssign(rooms.projects(), rooms.issues(), lives, rooms.lives().owners(), clock);
    return List.of(
        Ticker.every(Duration.ofSeconds(5), "issues due", sweep::look),
        Ticker.every(Duration.ofMinutes(10), "silent issues", sweep::silence),
        Ticker.every(Duration.ofSeconds(10), "owners", assign::run),
        Ticker.every(Duration.ofSeconds(10), "awaited releases", () -> sweep.release(commits)));
  }
}
