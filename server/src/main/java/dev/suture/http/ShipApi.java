package dev.suture.http;

import dev.suture.account.Principal;
import dev.suture.account.Scope;
import dev.suture.ship.Forecast;
import dev.suture.ship.Gate;
import dev.suture.ship.Refused;
import dev.suture.ship.Ship;
import dev.suture.ship.Ships;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Shipping a hotfix: proposed, held against the gates, driven in stages. To approve, to waive and
/// to take a held stage as good is for a person who has signed in, and never for a token.
public final class ShipApi {
  private static final String PATH = "/hotfixes/{id}/ship";
  private static final int LONGEST_REASON = 500;

  private final Ships ships;
  private final InstantSource clock;

  private ShipApi(Ships ships, InstantSource clock) {
    this.ships = ships;
    this.clock = clock;
  }

  public static List<Route> routes(Ships ships, InstantSource clock) {
    ShipApi api = new ShipApi(ships, clock);
    return List.of(
        Api.operator("GET", PATH, api::show),
        Api.operator("POST", PATH, api::propose)
            .needing(Scope.hotfixWrite, Scope.shipPropose)
            .onEvidence(),
        Api.operator("POST", PATH + "/begin", api::begin).onEvidence(),
        Api.operator("POST", PATH + "/report", api::report)
            .needing(Scope.hotfixWrite, Scope.releaseWrite),
        Api.operator("POST", PATH + "/halt", api::halt),
        Api.operator("POST", PATH + "/approve", api::approve).byPerson(),
        Api.operator("POST", PATH + "/waive", api::waive).byPerson(),
        Api.operator("POST", PATH + "/promote", api::promote).byPerson());
  }

  private Answer show(Call call) {
    return Answer.json(200, ships.of(call.param("id")).map(this::view).orElse(ShipView.NOTHING));
  }

  private Answer propose(Call call) throws IOException {
    Proposal wanted = call.json(Proposal.class);
    String release = wanted.release();
    if (release == null) {
      throw Refusal.invalid("A ship has a release.", "Send {\"release\": \"shop@1.4.1\"}.");
    }
    String word = DeploymentApi.word(release);
    return answer(201, () -> ships.propose(call.param("id"), word, who(call)));
  }

  private Answer begin(Call call) {
    return answer(200, () -> ships.begin(call.param("id"), who(call)));
  }

  private Answer report(Call call) throws IOException {
    Report told = call.json(Report.class);
    Gate gate = gate(told.gate());
    String commit = told.commit();
    Boolean passed = told.passed();
    boolean reported =
        gate == Gate.proof || gate == Gate.checks || gate == Gate.content || gate == Gate.backport;
    if (!reported || commit == null || !commit.matches("[0-9a-f]{40,64}") || passed == null) {
      throw Refusal.invalid(
          "A report is of proof, checks, content or backport, for a full commit id.",
          "Send {\"gate\": \"checks\", \"commit\": \"<40 digits>\", \"passed\": true}.");
    }
    String command = told.command() == null ? "" : line(told.command());
    Principal who = call.principal();
    return answer(
        200,
        () ->
            ships.report(
                call.param("id"),
                new Ship.Check(
                    gate, commit, passed, command, who.actor(), who.name(), clock.instant())));
  }

  private Answer approve(Call call) {
    return answer(200, () -> ships.approve(call.param("id"), who(call)));
  }

  private Answer waive(Call call) throws IOException {
    Wish wish = call.json(Wish.class);
    Gate gate = gate(wish.gate());
    Duration length = Duration.ofHours(wish.hours() == null ? 24 : wish.hours());
    String reason = reason(wish);
    return answer(200, () -> ships.waive(call.param("id"), gate, reason, length, who(call)));
  }

  private Answer promote(Call call) throws IOException {
    String reason = reason(call.json(Wish.class));
    return answer(200, () -> ships.promote(call.param("id"), reason, who(call)));
  }

  private Answer halt(Call call) throws IOException {
    String said = call.json(Wish.class).reason();
    String reason = said == null ? "no reason given" : line(said);
    return answer(200, () -> ships.halt(call.param("id"), reason, who(call)));
  }

  private Answer answer(int status, Supplier<Ship> work) {
    try {
      return Answer.json(status, view(work.get()));
    } catch (Refused refused) {
      throw new Refusal(409, "conflict", refused.says(), refused.remedy());
    }
  }

  private ShipView view(Ship ship) {
    return new ShipView(ship, ships.gates(ship), ships.forecast(ship).orElse(null));
  }

  private static Ships.Who who(Call call) {
    Principal who = call.principal();
    return new Ships.Who(who.actor(), who.name());
  }

  private static Gate gate(@Nullable String name) {
    return Gate.named(name)
        .orElseThrow(
            () ->
                Refusal.invalid("There is no gate of this name.", "The gates are " + Gate.names()));
  }

  private static String reason(Wish wish) {
    if (wish.reason() == null || wish.reason().isBlank()) {
      throw Refusal.invalid("This needs a reason.", "Send {\"reason\": \"...\"}.");
    }
    return line(wish.reason());
  }

  private static String line(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON);
  }

  /// @param gates as they stand now; empty while nothing was proposed
  /// @param forecast what its watch would need; null once it has begun, or while nothing is known
  record ShipView(@Nullable Ship ship, List<Gate.Told> gates, @Nullable Forecast forecast) {
    static final ShipView NOTHING = new ShipView(null, List.of(), null);
  }

  record Proposal(@Nullable String release) {}

  record Report(
      @Nullable String gate,
      @Nullable String commit,
      @Nullable Boolean passed,
      @Nullable String command) {}

  record Wish(@Nullable String gate, @Nullable String reason, @Nullable Integer hours) {}
}
