package dev.suture.http;

import dev.suture.hotfix.Hotfix;
import dev.suture.repro.Proof;
import dev.suture.repro.Proofs;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The proof of a hotfix: asked for, made in the background, and looked at.
public final class ProofApi {
  private static final String PATH = "/hotfixes/{id}/proof";

  private final Api.Rooms rooms;
  private final Proofs proofs;

  private ProofApi(Api.Rooms rooms, Proofs proofs) {
    this.rooms = rooms;
    this.proofs = proofs;
  }

  public static List<Route> routes(Api.Rooms rooms, Proofs proofs) {
    ProofApi api = new ProofApi(rooms, proofs);
    return List.of(
        Api.operator("GET", PATH, api::show),
        Api.operator("POST", PATH, api::prove),
        Api.operator("GET", PATH + "/{name}", api::exhibit));
  }

  private Answer show(Call call) {
    return Answer.json(200, view(hotfix(call)));
  }

  private Answer prove(Call call) {
    Hotfix hotfix =
        rooms
            .hotfixes()
            .check(call.param("id"))
            .orElseThrow(() -> Refusal.notFound("There is no hotfix with this id."));
    Optional<String> problem = proofs.begin(hotfix);
    if (problem.isPresent()) {
      throw new Refusal(409, "conflict", problem.get(), null);
    }
    return Answer.json(202, view(hotfix));
  }

  private Answer exhibit(Call call) {
    String name = call.param("name");
    Proof proof = proofs.of(hotfix(call)).proof();
    byte[] content =
        Optional.ofNullable(proof)
            .flatMap(made -> proofs.exhibit(made, name))
            .orElseThrow(() -> Refusal.notFound("The proof has nothing of this name."));
    String type =
        name.endsWith(".png")
            ? "image/png"
            : name.endsWith(".zip") ? "application/zip" : "text/plain; charset=utf-8";
    return Answer.bytes(200, type, content);
  }

  private ProofView view(Hotfix hotfix) {
    Proofs.Standing standing = proofs.of(hotfix);
    Proof proof = standing.proof();
    return new ProofView(
        proof,
        proof == null ? Proof.Standing.open : proof.standing(),
        standing.isProven(),
        standing.running(),
        standing.says());
  }

  private Hotfix hotfix(Call call) {
    return rooms
        .hotfixes()
        .find(call.param("id"))
        .orElseThrow(() -> Refusal.notFound("There is no hotfix with this id."));
  }

  /// @param proven shown on the commits that the hotfix has now
  /// @param running whether one is being made
  /// @param says in one sentence
  record ProofView(
      @Nullable Proof proof,
      Proof.Standing standing,
      boolean proven,
      boolean running,
      String says) {}
}
