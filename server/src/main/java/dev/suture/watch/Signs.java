package dev.suture.watch;

import dev.suture.deploy.Deployment;
import dev.suture.watch.Course.Exposure;
import dev.suture.watch.Course.Stretch;
import dev.suture.watch.Courses.When;
import dev.suture.watch.HeartbeatStore.Slot;
import dev.suture.watch.Watched.Life;
import dev.suture.watch.Watched.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The signs of life of an environment: heartbeats of its hosts, and sessions as they begin.
final class Signs {
  private static final Duration BEFORE = Duration.ofHours(24);

  /// From less than two weeks it is not known what an hour of the week usually brings.
  private static final Duration LEAST_HISTORY = Duration.ofDays(13);

  /// Clients gather their sessions for a while before they report them.
  private static final Duration LATE = Duration.ofMinutes(2);

  private final HeartbeatStore store;

  Signs(HeartbeatStore store) {
    this.store = store;
  }

  Read of(When when, Deployment deployment) {
    List<Slot> before = slots(when, deployment, deployment.at().minus(BEFORE), deployment.at());
    return new Read(before, slots(when, deployment, deployment.at(), when.to()));
  }

  private List<Slot> slots(When when, Deployment deployment, Instant from, Instant to) {
    return store.slots(when.project(), deployment.environment(), from, to);
  }

  /// Slots before the deployment and since.
  record Read(List<Slot> before, List<Slot> since) {
    /// The newest count; null when nobody sends heartbeats.
    Watch.@Nullable Hosts hosts() {
      return since.isEmpty()
          ? null
          : new Watch.Hosts(since.getLast().due(), since.getLast().live());
    }

    Life life(Course course, Deployment deployment) {
      List<Bin> beats = new ArrayList<>();
      for (Slot slot : since) {
        int minute = (int) Duration.between(deployment.at(), slot.at()).toMinutes();
        beats.add(Bin.alone(minute, slot.live(), slot.due()));
      }
      double due = before.stream().mapToDouble(Slot::due).sum();
      double live = before.stream().mapToDouble(Slot::live).sum();
      return new Life(beats, (due - live + 1) / (due + 100), arrivals(course, deployment));
    }
  }

  /// Sessions over the clock, whose hours weigh as much as they usually bring; null when too little
  /// is known of the usual.
  private static @Nullable Stream arrivals(Course course, Deployment deployment) {
    if (course.exposure() != Exposure.session || course.before().isEmpty()) {
      return null;
    }
    Instant first = course.before().getFirst().from();
    Instant last = course.before().getLast().from().plus(Duration.ofHours(1));
    if (Duration.between(first, last).compareTo(LEAST_HISTORY) < 0) {
      return null;
    }
    Map<Instant, Long> sessions = new HashMap<>();
    course.before().forEach(hour -> sessions.put(hour.from(), (long) hour.exposure()));
    Rhythm rhythm = Rhythm.of(sessions, first, last);
    List<Course.Hour> hours = new ArrayList<>();
    for (Instant at = first; at.isBefore(last); at = at.plus(Duration.ofHours(1))) {
      hours.add(new Course.Hour(at, sessions.getOrDefault(at, 0L), 60 * rhythm.at(at)));
    }
    Course clock = new Course(Exposure.minute, course.when(), hours, List.of());
    return new Stream(clock.baseline(), minutes(course, rhythm, deployment));
  }

  /// Stretches without a session are missing from a course, and are what is looked for here.
  private static List<Bin> minutes(Course course, Rhythm rhythm, Deployment deployment) {
    When when = course.when();
    Map<Instant, Stretch> known = new HashMap<>();
    course.since().forEach(each -> known.put(each.at(), each));
    double length = when.unit().getDuration().toMinutes();
    Instant end = when.to().truncatedTo(when.unit()).minus(LATE);
    List<Bin> bins = new ArrayList<>();
    for (Instant at = when.from(); at.isBefore(end); at = at.plus(1, when.unit())) {
      Stretch each = known.get(at);
      int minute = (int) Duration.between(deployment.at(), at).toMinutes();
      bins.add(
          Bin.alone(minute, each == null ? 0 : Math.round(each.whole()), length * rhythm.at(at)));
    }
    return bins;
  }
}
