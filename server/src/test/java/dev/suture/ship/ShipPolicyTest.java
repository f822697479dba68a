package dev.suture.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShipPolicyTest {
  @Test
  void aProjectThatSaysNothingHasTheUsualStagesAndEveryGate() throws Exception {
    assertThat(ShipPolicy.read("lines: {production: main}")).isEqualTo(ShipPolicy.USUAL);
    assertThat(ShipPolicy.USUAL.gates()).containsExactly(Gate.values());
  }

  @Test
  void whatItSaysIsTaken() throws Exception {
    ShipPolicy policy =
        ShipPolicy.read(
            """
            checks: npm test
            ship:
              gates: [proof, checks, content]
              scope: {files: 2}
              content: npm run validate
              stages: [{name: canary, share: 5, bake: 1}, {name: all, share: 100}]
              longest: 30
              deploy: deploy.sh
            """);
    assertThat(policy.gates())
        .containsExactlyInAnyOrder(Gate.proof, Gate.checks, Gate.content, Gate.alone);
    assertThat(policy.checks()).isEqualTo("npm test");
    assertThat(policy.files()).isEqualTo(2);
    assertThat(policy.lines()).isEqualTo(ShipPolicy.USUAL.lines());
    assertThat(policy.stages())
        .containsExactly(new Stage("canary", 5, 1), new Stage("all", 100, 10));
    assertThat(policy.rollback()).isNull();
  }

  /// Ships that were stored before a project could choose its gates.
  @Test
  void anOlderOneHasEveryGate() {
    String stored =
        Json.MAPPER.writeValueAsString(ShipPolicy.USUAL).replaceFirst("\"gates\":\\[[^]]*],", "");
    assertThat(stored).doesNotContain("gates");
    assertThat(Json.MAPPER.readValue(stored, ShipPolicy.class)).isEqualTo(ShipPolicy.USUAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ship: {gates: [prof]}",
        "ship: {gates: proof}",
        "ship: {longest: soon}",
        "ship: {deploy: [a, b]}",
        "ship: {stages: [{name: all, share: 100}]}",
        "ship: {stages: [{name: a, share: 50}, {name: b, share: 40}]}",
        "ship: {stages: [{name: 'A b', share: 50}, {name: b, share: 100}]}",
        "ship: {stages: [{name: a, share: 50, bake: 0}, {name: b, share: 100}]}",
        "ship: ["
      })
  void whatCannotBeTakenIsNamed(String yaml) {
    assertThatThrownBy(() -> ShipPolicy.read(yaml))
        .isInstanceOf(ShipPolicy.Wrong.class)
        .hasMessageContaining(yaml.endsWith("[") ? "YAML" : "`");
  }
}
