package dev.suture.repro.minimal;

import dev.suture.capture.Blobs;
import dev.suture.capture.Capture;
import dev.suture.cause.ShortestSteps;
import dev.suture.cause.Subject;
import dev.suture.repro.Failure;
import dev.suture.repro.Recordings;
import dev.suture.repro.Recordings.Unfit;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Step;
import java.util.Optional;

/// The steps that searches for shortest reproductions came to.
public final class KnownSteps implements ShortestSteps {
  private final MinimalStore store;
  private final Blobs blobs;

  public KnownSteps(MinimalStore store, Blobs blobs) {
    this.store = store;
    this.blobs = blobs;
  }

  @Override
  public Optional<Found> of(Subject subject) {
    Capture capture = subject.capture();
    return capture == null
        ? Optional.empty()
        : store
            .of(subject.issue().id())
            .filter(each -> each.state() == Minimal.State.done)
            .filter(each -> each.capture().equals(capture.id()))
            .flatMap(each -> found(each, capture, subject));
  }

  private Optional<Found> found(Minimal minimal, Capture capture, Subject subject) {
    Failure failure = Failure.of(subject.event()).orElse(null);
    if (failure == null) {
      return Optional.empty();
    }
    try {
      Played whole =
          new Recordings(blobs).read(capture, failure, subject.event().at(), minimal.commit());
      return minimal
          .of(whole)
          .map(
              few ->
                  new Found(
                      few.steps().stream().map(Step::text).toList(),
                      whole.steps().size(),
                      minimal.commit()));
    } catch (Unfit unfit) {
      return Optional.empty();
    }
  }
}
