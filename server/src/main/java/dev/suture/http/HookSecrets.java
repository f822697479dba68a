package dev.suture.http;

import dev.suture.dora.DeliveryStore;
import dev.suture.dora.DeliveryStore.HookSecret;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import java.util.Optional;
import java.util.function.Predicate;

/// Who may tell of a project from outside: whoever knows its secret.
record HookSecrets(ProjectStore projects, DeliveryStore deliveries) {

  /// A project that is not there, one without a secret and a wrong secret are answered alike.
  ///
  /// @param genuine whether what was sent was sent by somebody who knows this secret
  /// @param asked how the tool at hand is to show that it does, in two sentences
  /// @throws Refusal when it was not
  Project project(String slug, Predicate<String> genuine, Asked asked) {
    Optional<Project> project = projects.bySlug(slug);
    return project
        .filter(
            each ->
                deliveries
                    .secret(each.slug())
                    .map(HookSecret::secret)
                    .filter(secret -> !secret.isEmpty())
                    .filter(genuine)
                    .isPresent())
        .orElseThrow(() -> new Refusal(401, "unauthorized", asked.missing(), asked.todo()));
  }

  /// @param missing what is wrong with a call that is refused
  /// @param todo what whoever set the tool up is to do about it
  record Asked(String missing, String todo) {}
}
