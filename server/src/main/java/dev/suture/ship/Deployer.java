package dev.suture.ship;

/// What a project deploys with. It may be asked for the same step again after a crash, and then
/// does it again or finds it done.
public interface Deployer {
  /// @throws Failed when the release is not there afterwards
  void run(String target, Order order) throws Failed;

  /// Whether this target can be called at all.
  ///
  /// @throws Failed with what to do about it
  void check(String target) throws Failed;

  /// @param step the same whenever this step is asked for again
  record Order(String step, Verb verb, String project, Stage stage, Ship.Version version) {}

  enum Verb {
    deploy,
    rollback
  }

  /// It did not work; the message is ours and safe to show.
  final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    public Failed(String message) {
      super(message);
    }
  }
}
