package dev.suture.issue.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.suture.issue.IssueState;
import dev.suture.issue.query.Condition.All;
import dev.suture.issue.query.Condition.Any;
import dev.suture.issue.query.Condition.AssignedTo;
import dev.suture.issue.query.Condition.Count;
import dev.suture.issue.query.Condition.Counted;
import dev.suture.issue.query.Condition.Happened;
import dev.suture.issue.query.Condition.HasTag;
import dev.suture.issue.query.Condition.InLatestRelease;
import dev.suture.issue.query.Condition.InProject;
import dev.suture.issue.query.Condition.InState;
import dev.suture.issue.query.Condition.IsIssue;
import dev.suture.issue.query.Condition.Moment;
import dev.suture.issue.query.Condition.Not;
import dev.suture.issue.query.Condition.Says;
import dev.suture.issue.query.Condition.Tagged;
import dev.suture.issue.query.Condition.Unassigned;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Queries.Reader READER =
      new Queries.Reader("person:ann@shop.example", NOW, () -> Set.of("plan", "my:tag"));

  private static Condition read(String query) throws BadQuery {
    return Queries.read(query, READER);
  }

  private static BadQuery refused(String query) {
    BadQuery refused = catchThrowableOfType(BadQuery.class, () -> read(query));
    assertThat(refused).as("of %s", query).isNotNull();
    return refused;
  }

  private static Tagged tag(String name, String value) {
    return new Tagged(name, List.of(Glob.literal(value)));
  }

  private static Says says(String text) {
    return new Says(Glob.literal(text));
  }

  @Test
  void theIssuesExampleIsUnderstood() throws BadQuery {
    assertThat(
            read(
                "is:unresolved release:1.2.* user.email:ann@shop.example !browser:Safari \"text\""
                    + " firstSeen:-24h"))
        .isEqualTo(
            new All(
                List.of(
                    InState.of(
                        IssueState.fresh,
                        IssueState.ongoing,
                        IssueState.regressed,
                        IssueState.escalating),
                    new Tagged("release", List.of(new Glob(List.of("1.2.", "")))),
                    tag("user.email", "ann@shop.example"),
                    new Not(tag("browser", "Safari")),
                    says("text"),
                    new Happened(Moment.firstSeen, NOW.minusSeconds(86_400), null))));
  }

  @Test
  void nothingIsEverything() throws BadQuery {
    assertThat(read("   ")).isEqualTo(Condition.EVERYTHING);
  }

  @Test
  void valuesMayBeQuotedListedAndEscaped() throws BadQuery {
    assertThat(read("browser:\"Chrome 126\"")).isEqualTo(tag("browser", "Chrome 126"));
    assertThat(read("plan:\"a \\\"b\\\" \\\\ \\*\"")).isEqualTo(tag("plan", "a \"b\" \\ *"));
    assertThat(read("\"my:tag\":x")).isEqualTo(tag("my:tag", "x"));
    assertThat(read("\"never seen\":x")).isEqualTo(tag("never seen", "x"));
    assertThat(read("url:https://shop.example/a:b"))
        .isEqualTo(tag("url", "https://shop.example/a:b"));
    assertThat(read("plan:[gold, \"extra large\",s*]"))
        .isEqualTo(
            new Tagged(
                "plan",
                List.of(
                    Glob.literal("gold"),
                    Glob.literal("extra large"),
                    new Glob(List.of("s", "")))));
    assertThat(read("release:[latest, 1.0]"))
        .isEqualTo(new Any(List.of(new InLatestRelease(), tag("release", "1.0"))));
  }

  @Test
  void tagsMayBeThereOrNot() throws BadQuery {
    assertThat(read("has:user")).isEqualTo(new HasTag("user"));
    assertThat(read("!has:user")).isEqualTo(new Not(new HasTag("user")));
    assertThat(read("plan:*")).isEqualTo(new HasTag("plan"));
  }

  @Test
  void assignmentNamesPeopleTeamsAndNobody() throws BadQuery {
    assertThat(read("assigned:none")).isEqualTo(new Unassigned());
    assertThat(read("assigned:me"))
        .isEqualTo(new AssignedTo(List.of(Glob.literal("person:ann@shop.example"))));
    assertThat(read("assigned:#web")).isEqualTo(new AssignedTo(List.of(Glob.literal("team:web"))));
    assertThat(read("assignee:bob"))
        .isEqualTo(new AssignedTo(List.of(Glob.literal("person:bob"), Glob.literal("agent:bob"))));
    assertThat(read("is:assigned")).isEqualTo(new Not(new Unassigned()));
  }

  @Test
  void timesAreSpansDaysAndInstants() throws BadQuery {
    Instant day = Instant.parse("2026-11-01T00:00:00Z");
    assertThat(read("firstSeen:+7d"))
        .isEqualTo(new Happened(Moment.firstSeen, null, NOW.minusSeconds(7 * 86_400)));
    assertThat(read("lastSeen:>2026-11-01"))
        .isEqualTo(new Happened(Moment.lastSeen, day.plusSeconds(86_400), null));
    assertThat(read("lastSeen:2026-11-01"))
        .isEqualTo(new Happened(Moment.lastSeen, day, day.plusSeconds(86_400)));
    assertThat(read("last_seen:<=2026-11-01T00:00"))
        .isEqualTo(new Happened(Moment.lastSeen, null, day.plusSeconds(60)));
    assertThat(read("timestamp:>=2026-11-01T02:00:00+02:00"))
        .isEqualTo(new Happened(Moment.event, day, null));
  }

  @Test
  void countsAreCompared() throws BadQuery {
    assertThat(read("events:>100")).isEqualTo(new Counted(Count.events, 101, Long.MAX_VALUE));
    assertThat(read("timesSeen:<100")).isEqualTo(new Counted(Count.events, 0, 99));
    assertThat(read("users:>=10")).isEqualTo(new Counted(Count.users, 10, Long.MAX_VALUE));
    assertThat(read("users:10")).isEqualTo(new Counted(Count.users, 10, 10));
  }

  @Test
  void issuesAndProjectsAreNamed() throws BadQuery {
    assertThat(read("issue:[shop-1,shop-2]")).isEqualTo(new IsIssue(List.of("shop-1", "shop-2")));
    assertThat(read("project:shop")).isEqualTo(new InProject(List.of(Glob.literal("shop"))));
  }

  @Test
  void orBindsLessThanStandingSideBySide() throws BadQuery {
    Condition a = says("a");
    Condition b = says("b");
    Condition c = says("c");
    assertThat(read("a b OR c")).isEqualTo(new Any(List.of(new All(List.of(a, b)), c)));
    assertThat(read("a AND (b OR c)")).isEqualTo(new All(List.of(a, new Any(List.of(b, c)))));
    assertThat(read("!(a b)")).isEqualTo(new Not(new All(List.of(a, b))));
    assertThat(read("\"OR\"")).isEqualTo(says("OR"));
  }

  @Test
  void aPastedErrorMessageIsText() throws BadQuery {
    assertThat(read("TypeError: cart.items(0) is undefined"))
        .isEqualTo(
            new All(
                List.of(says("TypeError:"), says("cart.items(0)"), says("is"), says("undefined"))));
    assertThat(read("undefined (reading 'total')"))
        .isEqualTo(
            new All(
                List.of(says("undefined"), new All(List.of(says("reading"), says("'total'"))))));
    assertThat(read("f) 50%")).isEqualTo(new All(List.of(says("f)"), says("50%"))));
    assertThat(read("http://shop.example")).isEqualTo(says("http://shop.example"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          is:unresolvd                | 3 | 12 | is:unresolved
          a relase:1.0                | 2 | 8  | release
          has:user.emial              | 4 | 14 | user.email
          level:                      | 0 | 6  | quotes
          a "b                        | 2 | 4  | Close the quotes
          (a OR b                     | 0 | 1  | Close it
          OR b                        | 0 | 2  | "OR"
          browser:[Chrome             | 8 | 15 | End it with ]
          events:many                 | 7 | 11 | events:>100
          events:[1,2]                | 0 | 12 | OR
          firstSeen:-24x              | 10 | 14 | -24h
          firstSeen:yesterday         | 10 | 19 | 2026-11-01
          firstSeen:>-24h             | 11 | 15 | sign
          lastSeen:2026-13-01         | 9 | 19 | 2026-11-01
          release:>1.0                | 0 | 12 | star
          ((((((((((a))))))))))       | 8 | 9  | 8 levels
          """)
  void whatCannotBeUnderstoodIsPointedAt(String query, int from, int to, String remedy) {
    BadQuery refused = refused(query);
    assertThat(refused.span()).isEqualTo(new Span(from, to));
    assertThat(refused.remedy()).contains(remedy);
  }

  @Test
  void withoutSomebodyThereIsNoMe() {
    Queries.Reader nobody = new Queries.Reader(null, NOW, Set::of);
    BadQuery refused =
        catchThrowableOfType(BadQuery.class, () -> Queries.read("assigned:me", nobody));
    assertThat(refused.remedy()).contains("Sign in");
  }

  @Test
  void lengthTermsAndListsAreBounded() throws BadQuery {
    assertThat(refused("x".repeat(1001)).span()).isEqualTo(new Span(1000, 1001));
    assertThat(refused("a ".repeat(33)).message()).contains("32");
    assertThat(refused("plan:[" + "a,".repeat(21) + "]").message()).contains("20");
    read("a ".repeat(32));
  }

  @Test
  void anyTextIsUnderstoodOrRefused() {
    Random random = new Random(7);
    String[] parts = {
      "is:",
      "new",
      "!",
      "(",
      ")",
      "\"",
      "[",
      "]",
      ",",
      "*",
      "\\",
      " ",
      "OR",
      "AND",
      ":",
      ">",
      "=",
      "release",
      "-24h",
      "2026-11-01",
      "events:",
      "firstSeen:",
      "\u00e4",
      "\uD83D",
      "#",
      "-",
      "+9"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder query = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        query.append(parts[random.nextInt(parts.length)]);
      }
      String text = query.toString();
      try {
        read(text);
      } catch (BadQuery refused) {
        assertThat(refused.span().from()).as(text).isBetween(0, text.length());
        assertThat(refused.span().to()).as(text).isBetween(refused.span().from(), text.length());
        assertThat(refused.remedy()).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.3", "1.2.", "1.2.30-rc.1"})
  void aStarStandsForAnyText(String value) {
    assertThat(new Glob(List.of("1.2.", "")).matches(value)).isTrue();
  }

  @Test
  void globsCompareWithoutCase() {
    assertThat(Glob.literal("chrome 126").matches("Chrome 126")).isTrue();
    assertThat(new Glob(List.of("a", "b", "c")).matches("AxxBxxC")).isTrue();
    assertThat(new Glob(List.of("a", "b", "c")).matches("acb")).isFalse();
    assertThat(new Glob(List.of("ab", "ba")).matches("aba")).isFalse();
    assertThat(new Glob(List.of("", "b", "")).matches("abc")).isTrue();
    assertThat(new Glob(List.of("x", "y")).isIn("..x..y..")).isTrue();
    assertThat(Glob.literal("CART").isIn("the cart is")).isTrue();
  }
}
