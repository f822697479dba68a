package dev.suture.carry;

import java.util.List;
import java.util.Optional;

/// Where carries are kept: of each hotfix and line the newest.
public interface CarryStore {
  void put(Carry carry);

  Optional<Carry> find(String hotfix, String line);

  List<Carry> of(String hotfix);

  List<Carry> ofProject(String project);

  /// Those that can go on by themselves, and those that wait for somebody.
  List<Carry> open();
}
