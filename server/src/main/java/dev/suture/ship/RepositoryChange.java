package dev.suture.ship;

import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Repository;
import dev.suture.project.Policy;
import dev.suture.project.Project;
import java.util.Optional;

/// The policy and the size of a change, read from the bare clone.
public final class RepositoryChange implements Ships.Change {
  private final Repository repository;

  public RepositoryChange(Repository repository) {
    this.repository = repository;
  }

  /// At the hotfix's base, which is the commit that was live.
  @Override
  public ShipPolicy policy(Project project, Hotfix hotfix) {
    try {
      Optional<String> file = repository.file(project, hotfix.base(), Policy.FILE);
      return file.isPresent() ? ShipPolicy.read(file.get()) : ShipPolicy.USUAL;
    } catch (Repository.Unreachable | ShipPolicy.Wrong unusable) {
      throw new Refused(
          String.valueOf(unusable.getMessage()), "Mend what the message names, then propose it.");
    }
  }

  @Override
  public Optional<Facts.Size> size(Project project, Hotfix hotfix) {
    try {
      Repository.Churn churn = repository.churn(project, hotfix.base(), hotfix.head());
      return Optional.of(new Facts.Size(churn.files(), churn.lines()));
    } catch (Repository.Unreachable unreadable) {
      return Optional.empty();
    }
  }
}
