package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.cause.Briefing;
import dev.suture.ship.Forecast;
import dev.suture.ship.Gate;
import dev.suture.ship.Refused;
import dev.suture.ship.Ship;
import dev.suture.ship.Ships;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Proposes a ship and tells how it stands. People approve it and people begin it.
public final class ShipHotfix implements Tool {
  private static final Ships.Who AGENT = new Ships.Who("agent", "an agent");

  private final Ships ships;

  public ShipHotfix(Ships ships) {
    this.ships = ships;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "suture_ship_hotfix",
        "Ship hotfix",
        "With a release: propose to ship what is on the branch. Without: how the ship stands, gate"
            + " by gate. It never approves and never begins; a person does.",
        Schemas.tree(
            Schemas.object(
                Map.of("id", Schemas.text("hotfix id"), "release", Schemas.text("its version")),
                "id")),
        Schemas.tree(
            Schemas.record(
                Map.of("state", Schemas.text("of the ship"), "told", ToolResult.toldSchema()),
                "state",
                "told")),
        Annotations.OPENS);
  }

  @Override
  public Scope needs() {
    return Scope.shipPropose;
  }

  @Override
  public boolean writes(Arguments arguments) {
    return arguments.text("release").isPresent();
  }

  @Override
  public ToolResult call(Arguments arguments) throws ToolProblem {
    String id = arguments.required("id");
    Optional<String> release = arguments.text("release");
    if (release.filter(text -> !text.matches("[\\x21-\\x7e]{1,200}")).isPresent()) {
      throw new ToolProblem("A release is 1 to 200 letters, digits and marks without blanks.");
    }
    try {
      Ship ship =
          release.isPresent()
              ? ships.propose(id, release.get(), AGENT)
              : ships
                  .of(id)
                  .orElseThrow(
                      () ->
                          new ToolProblem(
                              "No ship of this hotfix was proposed: call again with a release."));
      return told(ship, ships.gates(ship), ships.forecast(ship));
    } catch (Refused refused) {
      throw new ToolProblem("It cannot be proposed as things stand.", refused.says());
    }
  }

  private static ToolResult told(Ship ship, List<Gate.Told> gates, Optional<Forecast> forecast) {
    Briefing.Builder told = Briefing.builder();
    told.say("Ship", "It is " + ship.progress().state() + ", at the stage " + stage(ship) + ".");
    for (Gate.Told gate : gates) {
      told.say("Gate " + gate.gate(), gate.state().name());
    }
    forecast.ifPresent(
        seen ->
            seen.stages()
                .forEach(stage -> told.say("Watch at " + stage.name(), seen.words(stage))));
    return ToolResult.of(new Shown(ship.progress().state().name()), told.build());
  }

  private static String stage(Ship ship) {
    return ship.progress().stage() + 1 + " of " + ship.plan().policy().stages().size();
  }

  record Shown(String state) {}
}
