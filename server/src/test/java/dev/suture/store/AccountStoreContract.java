package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.account.Account;
import dev.suture.account.AccountStore;
import dev.suture.account.AccountStore.Identity;
import dev.suture.account.AuditLog;
import dev.suture.account.Link;
import dev.suture.account.Reach;
import dev.suture.account.Role;
import dev.suture.account.Scope;
import dev.suture.account.Session;
import dev.suture.account.TeamStore.Access;
import dev.suture.account.Token;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class AccountStoreContract extends StoreContract {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  private SqlAccounts accounts;
  private SqlTeams teams;

  @BeforeEach
  void setUp() {
    accounts = new SqlAccounts(database);
    teams = new SqlTeams(database);
  }

  private Account add(String email, Role role) {
    return accounts.add(new AccountStore.New(email, "A name", role, "$hash", null, AT));
  }

  @Test
  void anAccountIsKeptAndFoundAgain() throws IOException {
    assertThat(accounts.isEmpty()).isTrue();
    Account owner = add("o@shop.example", Role.owner);
    reopen();
    setUp();
    assertThat(accounts.isEmpty()).isFalse();
    assertThat(accounts.byId(owner.id())).contains(owner);
    assertThat(accounts.byEmail("o@shop.example")).contains(owner);
    assertThat(accounts.password(owner.id())).contains("$hash");
    assertThatThrownBy(() -> add("o@shop.example", Role.member))
        .isInstanceOf(AccountStore.Taken.class);
  }

  @Test
  void whoComesFromAProviderIsKnownByIssuerAndSubjectTogether() {
    Identity identity = new Identity("https://id.example", "7");
    Account account =
        accounts.add(new AccountStore.New("p@shop.example", "P", Role.member, null, identity, AT));
    assertThat(account.local()).isFalse();
    assertThat(accounts.byIdentity(identity)).contains(account);
    assertThat(accounts.byIdentity(new Identity("https://other.example", "7"))).isEmpty();
  }

  @Test
  void theLastOwnerWhoMaySignInStays() {
    Account first = add("first@shop.example", Role.owner);
    Account second = add("second@shop.example", Role.owner);
    accounts.change(second.active(false));
    assertThatThrownBy(() -> accounts.change(first.as(Role.admin)))
        .isInstanceOf(AccountStore.LastOwner.class);
    assertThatThrownBy(() -> accounts.change(first.active(false)))
        .isInstanceOf(AccountStore.LastOwner.class);
    assertThatThrownBy(() -> accounts.remove(first.id()))
        .isInstanceOf(AccountStore.LastOwner.class);
    assertThat(accounts.byId(first.id())).contains(first);
    accounts.change(second);
    accounts.remove(first.id());
    assertThat(accounts.all()).containsExactly(second);
  }

  @Test
  void whoIsDeactivatedOrRemovedTakesHisSessionsAndTokensAlong() {
    add("o@shop.example", Role.owner);
    Account member = add("m@shop.example", Role.member);
    SqlSessions sessions = new SqlSessions(database);
    SqlTokens tokens = new SqlTokens(database);
    sessions.add(new Session(0, member.id(), AT, AT, "192.0.2.1", "Browser"), "s1");
    accounts.change(member.active(false));
    assertThat(sessions.byHash("s1")).isEmpty();
    sessions.add(new Session(0, member.id(), AT, AT, "192.0.2.1", "Browser"), "s2");
    tokens.add(token(member.id(), List.of()), "t1");
    teams.join(teams.add("till", "Till").id(), member.id());
    accounts.remove(member.id());
    assertThat(sessions.byHash("s2")).isEmpty();
    assertThat(tokens.byHash("t1")).isEmpty();
    assertThat(teams.all().getFirst().members()).isEmpty();
  }

  @Test
  void aSessionIsEndedOneByOneOrAllButOne() {
    Account owner = add("o@shop.example", Role.owner);
    Account other = add("x@shop.example", Role.member);
    SqlSessions sessions = new SqlSessions(database);
    for (String hash : List.of("a", "b", "c")) {
      sessions.add(new Session(0, owner.id(), AT, AT, "192.0.2.1", "Browser"), hash);
    }
    long kept = sessions.byHash("b").orElseThrow().id();
    assertThat(sessions.end(other.id(), kept)).isFalse();
    assertThat(sessions.end(owner.id(), sessions.byHash("a").orElseThrow().id())).isTrue();
    sessions.endOthers(owner.id(), kept);
    assertThat(sessions.of(owner.id())).extracting(Session::id).containsExactly(kept);
    sessions.seen(kept, AT.plusSeconds(60));
    sessions.expire(AT.plusSeconds(30));
    assertThat(sessions.of(owner.id())).hasSize(1);
    sessions.expire(AT.plusSeconds(90));
    assertThat(sessions.of(owner.id())).isEmpty();
  }

  @Test
  void aTokenIsOfAnAccountOrOfProjects() {
    Account owner = add("o@shop.example", Role.owner);
    Project shop = project("shop");
    SqlTokens tokens = new SqlTokens(database);
    Token mine = tokens.add(token(owner.id(), List.of()), "h1");
    Token builds = tokens.add(token(null, List.of(shop.id())), "h2");
    assertThat(tokens.ofAccount(owner.id())).containsExactly(mine);
    assertThat(tokens.ofProject(shop.id())).containsExactly(builds);
    assertThat(tokens.byHash("h2")).contains(builds);
    tokens.seen(mine.id(), AT);
    assertThat(tokens.byHash("h1").orElseThrow().seen()).isEqualTo(AT);
    tokens.remove(builds.id());
    assertThat(tokens.ofProject(shop.id())).isEmpty();
  }

  private static Token token(Long account, List<Long> projects) {
    return new Token(
        0,
        "suture_ci_…abcd",
        "Builds",
        account,
        projects,
        EnumSet.of(Scope.releaseWrite, Scope.failureRead),
        "account:1",
        AT,
        AT.plusSeconds(3600),
        null);
  }

  @Test
  void aLinkIsUsedOnceAndNotByWhatFails() {
    SqlLinks links = new SqlLinks(database);
    Link link =
        links.add(
            new Link(
                0,
                Link.Kind.invitation,
                "m@shop.example",
                Role.member,
                null,
                null,
                "account:1",
                AT,
                AT.plusSeconds(60)),
            "h");
    assertThatThrownBy(
            () ->
                links.use(
                    "h",
                    _ -> {
                      throw new IllegalStateException("not today");
                    }))
        .hasMessage("not today");
    assertThat(links.byHash("h")).contains(link);
    assertThat(links.use("h", Link::email)).contains("m@shop.example");
    assertThat(links.use("h", Link::email)).isEmpty();
    assertThat(links.all(Link.Kind.invitation)).isEmpty();
  }

  @Test
  void aClosedProjectIsOfItsTeamsAndStaysClosedWithoutThem() {
    Account member = add("m@shop.example", Role.member);
    Project shop = project("shop");
    Project till = project("till");
    assertThat(teams.reach(member.id()))
        .isEqualTo(new Reach.Some(java.util.Map.of(shop.id(), "shop", till.id(), "till")));
    long team = teams.add("cashiers", "Cashiers").id();
    teams.setAccess(till.id(), new Access(false, List.of(team)));
    assertThat(teams.reach(member.id()).has("till")).isFalse();
    teams.setMembers(team, List.of(member.id(), 4711L));
    assertThat(teams.reach(member.id()).has("till")).isTrue();
    assertThat(teams.byId(team).orElseThrow().projects()).containsExactly("till");
    teams.remove(team);
    assertThat(teams.access(till.id())).isEqualTo(new Access(false, List.of()));
    assertThat(teams.reach(member.id()).has(till.id())).isFalse();
    assertThat(teams.reach(List.of(till.id(), 4711L)))
        .isEqualTo(new Reach.Some(java.util.Map.of(till.id(), "till")));
  }

  @Test
  void theAuditLogIsPagedNewestFirst() {
    SqlAudit audit = new SqlAudit(database);
    for (String action : List.of("one", "two", "three")) {
      audit.add(new AuditLog.Entry(0, AT, "account:1", "A", action, "", "192.0.2.1"));
    }
    List<AuditLog.Entry> newest = audit.page(0, 2);
    assertThat(newest).extracting(AuditLog.Entry::action).containsExactly("three", "two");
    assertThat(audit.page(newest.getLast().id(), 2))
        .extracting(AuditLog.Entry::action)
        .containsExactly("one");
  }
}
