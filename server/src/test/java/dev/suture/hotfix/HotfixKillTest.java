package dev.suture.hotfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.suture.git.NativeGit;
import dev.suture.hotfix.Hotfix.State;
import dev.suture.project.Lines;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ends a start before or after any of its effects, as a kill does, and starts again. A few points
/// spread over the whole way are tried each time; `-Dsuture.kills=200` tries more.
class HotfixKillTest {
  private static final int ROUNDS = Integer.getInteger("suture.kills", 16) / 2;

  @TempDir Path folder;

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /// Counts calls into the stores and into git; one of them does not return, or never happens.
  private static final class Countdown {
    private int left;
    private boolean after;
    private int calls;

    <T> T over(Class<T> type, T real) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (_, method, arguments) -> {
                calls++;
                boolean now = --left == 0;
                if (now && !after) {
                  throw new Killed();
                }
                try {
                  Object result = method.invoke(real, arguments);
                  if (now) {
                    throw new Killed();
                  }
                  return result;
                } catch (InvocationTargetException thrown) {
                  throw thrown.getCause();
                }
              }));
    }
  }

  @Test
  void aStartThatIsKilledAnywhereEndsInTheSameState() throws Exception {
    Origin origin = Origin.shop(folder);
    String live = origin.at("refs/tags/v1^{commit}");
    Memory.Projects projects = new Memory.Projects();
    Memory.Issues issues = new Memory.Issues();
    Memory.Deployments deployments = new Memory.Deployments();
    Memory.KeptHotfixes kept = new Memory.KeptHotfixes();
    projects.create("shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    deployments.live("shop", "1.0.0", live);
    NativeGit git = new NativeGit(folder.resolve("repositories"));
    Countdown countdown = new Countdown();
    Hotfixes.Sources sources =
        new Hotfixes.Sources(
            projects,
            issues,
            deployments,
            countdown.over(HotfixStore.class, kept),
            new Memory.Exemptions());
    Repository repository = countdown.over(Repository.class, git);

    issues.add("shop", 1, "src/Checkout.tsx");
    countdown.left = Integer.MAX_VALUE;
    new Hotfixes(sources, repository, InstantSource.system()).start("shop-1");
    int calls = countdown.calls;
    assertThat(calls).isGreaterThan(8);

    Random random = new Random(6);
    int killed = 0;
    for (int round = 2; round <= ROUNDS + 1; round++) {
      issues.add("shop", round, "src/Checkout.tsx");
      for (int kill = 0; kill < 2; kill++) {
        // The first kills go through the way from its beginning to its end, the second ones
        // anywhere.
        int point = kill == 0 ? (round - 2) * calls / ROUNDS : random.nextInt(calls);
        countdown.left = 1 + point;
        countdown.after = kill == 0 ? round % 2 == 0 : random.nextBoolean();
        String issue = "shop-" + round;
        Hotfixes doomed = new Hotfixes(sources, repository, InstantSource.system());
        killed += catchThrowable(() -> doomed.start(issue)) instanceof Killed ? 1 : 0;
      }
      countdown.left = Integer.MAX_VALUE;
      new Hotfixes(sources, repository, InstantSource.system()).start("shop-" + round);
      List<Hotfix> all = kept.ofIssue("shop-" + round);
      assertThat(all).hasSize(1);
      assertThat(all.getFirst().state()).isEqualTo(State.open);
      assertThat(all.getFirst().base()).isEqualTo(live);
      assertThat(all.getFirst().problem()).isNull();
      assertThat(origin.at("refs/heads/hotfix-shop-" + round + "-checkout")).isEqualTo(live);
    }
    assertThat(killed).isGreaterThanOrEqualTo(ROUNDS);
    assertThat(origin.branches()).hasSize(ROUNDS + 4);
  }
}
