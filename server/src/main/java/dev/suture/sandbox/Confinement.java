package dev.suture.sandbox;

import dev.suture.sandbox.Sandbox.Work;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The command lines that confine a command.
///
/// Of the machine only the system's programs and libraries are there, read-only. The data of the
/// server, home folders and other processes are not.
final class Confinement {
  private static final String APP = "/app";
  private static final String DOOR = "/run/suture";
  private static final String CACHE = "/cache";

  /// No core files; no file over 4 GiB; at most 4 GiB of own memory.
  private static final String LIMITS = "ulimit -c 0; ulimit -f 8388608; ulimit -d 4194304; ";

  /// The two names that shells have for the number of processes.
  private static final String COUNTED = "ulimit -u %1$d 2>/dev/null || ulimit -p %1$d; ";

  private static final List<String> SYSTEM =
      List.of(
          "/etc/alternatives",
          "/etc/ld.so.cache",
          "/etc/ld.so.conf",
          "/etc/ld.so.conf.d",
          "/etc/localtime",
          "/etc/ssl/certs",
          "/etc/ssl/openssl.cnf",
          "/etc/pki/tls/certs",
          "/etc/pki/ca-trust",
          "/etc/ca-certificates",
          "/etc/passwd",
          "/etc/group",
          "/etc/nsswitch.conf");

  /// What turns names into addresses.
  private static final List<String> NAMES = List.of("/etc/resolv.conf", "/etc/hosts");

  /// Where a server of root would let its own programs tell the kernel what to do: the user inside
  /// is the same one to the kernel, and these files ask for no more than that.
  private static final List<String> KERNEL =
      List.of(
          "/proc/sys",
          "/proc/irq",
          "/proc/bus",
          "/proc/fs",
          "/proc/acpi",
          "/proc/scsi",
          "/proc/tty");

  /// As `--unshare-all`, but for the users.
  private static final List<String> APART =
      List.of("--unshare-ipc", "--unshare-pid", "--unshare-uts", "--unshare-cgroup-try");

  /// What becoming another user takes; it is given up by that.
  private static final List<String> TO_BECOME =
      List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP");

  private static final List<String> NOTHING =
      List.of(
          "/proc/sysrq-trigger",
          "/proc/kcore",
          "/proc/kmsg",
          "/proc/keys",
          "/proc/timer_list",
          "/proc/mtrr",
          "/proc/latency_stats",
          "/proc/vmallocinfo");

  private Confinement() {}

  /// How a command is held.
  ///
  /// @param guest whether it is run as a user of its own, which takes a server of root
  /// @param processes that it may have at the most, threads among them
  record Hold(boolean guest, int processes) {}

  static List<String> command(String bwrap, Work work, Hold hold) {
    boolean guest = hold.guest();
    List<String> line = new ArrayList<>(List.of(bwrap));
    line.addAll(guest ? APART : List.of("--unshare-all"));
    if (!work.network()) {
      line.addAll(guest ? List.of("--unshare-net") : List.of());
    } else {
      line.addAll(guest ? List.of() : List.of("--share-net"));
    }
    line.addAll(List.of("--die-with-parent", "--new-session", "--cap-drop", "ALL"));
    line.addAll(guest ? TO_BECOME : List.of("--uid", "1000", "--gid", "1000"));
    line.addAll(List.of("--hostname", "suture"));
    line.addAll(List.of("--ro-bind", "/usr", "/usr"));
    folders().forEach(folder -> line.addAll(List.of("--dir", folder.toString())));
    for (String root : List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")) {
      root(line, Path.of(root));
    }
    for (String file : SYSTEM) {
      line.addAll(List.of("--ro-bind-try", file, file));
    }
    for (String file : work.network() ? NAMES : List.<String>of()) {
      line.addAll(List.of("--ro-bind-try", file, file));
    }
    for (Path outside : outsideUsr()) {
      line.addAll(List.of("--ro-bind", outside.toString(), outside.toString()));
    }
    line.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    for (String everybodys : List.of("/dev/shm", "/tmp")) {
      line.addAll(List.of("--perms", "1777", "--tmpfs", everybodys));
    }
    kernel(line);
    line.addAll(
        List.of("--perms", "0777", "--dir", "/tmp/home", "--bind", work.tree().toString(), APP));
    if (work.door() != null) {
      line.addAll(List.of("--bind", work.door().toString(), DOOR));
    }
    if (work.cache() != null) {
      line.addAll(List.of("--bind", work.cache().toString(), CACHE));
    }
    line.add("--clearenv");
    environment(work).forEach((name, value) -> line.addAll(List.of("--setenv", name, value)));
    line.addAll(List.of("--chdir", APP, "--"));
    line.addAll(guest ? Guest.become() : List.of());
    line.addAll(List.of("/bin/sh", "-c"));
    line.add(
        LIMITS
            + COUNTED.formatted(hold.processes())
            + (work.door() == null ? "" : "node " + DOOR + "/door.js & ")
            + "exec /bin/sh -c \"$1\"");
    line.addAll(List.of("sh", work.line()));
    return line;
  }

  /// Those that something is put into: made by themselves, none but root could enter them.
  private static Set<Path> folders() {
    Set<Path> folders = new TreeSet<>();
    Stream<Path> put =
        Stream.concat(
            Stream.concat(SYSTEM.stream(), Stream.of(DOOR)).map(Path::of), outsideUsr().stream());
    put.forEach(
        path -> {
          for (Path up = path.getParent();
              up != null && up.getNameCount() > 0;
              up = up.getParent()) {
            folders.add(up);
          }
        });
    return folders;
  }

  private static void kernel(List<String> line) {
    for (String folder : KERNEL) {
      if (Files.isDirectory(Path.of(folder))) {
        line.addAll(List.of("--ro-bind", folder, folder));
      }
    }
    for (String file : NOTHING) {
      if (Files.exists(Path.of(file))) {
        line.addAll(List.of("--ro-bind", "/dev/null", file));
      }
    }
  }

  /// Where the operator has allowed it: a session of its own, a scrubbed environment, no more.
  static List<String> unconfined(Work work) {
    List<String> line = new ArrayList<>(List.of("setsid", "env", "-i"));
    TreeMap<String, String> environment = environment(work);
    environment.put("HOME", work.tree().toString());
    if (work.cache() != null) {
      environment.put("npm_config_cache", work.cache().toString());
    }
    environment.forEach((name, value) -> line.add(name + "=" + value));
    line.addAll(
        List.of(
            "/bin/sh",
            "-c",
            LIMITS + "cd \"$2\" && exec /bin/sh -c \"$1\"",
            "sh",
            work.line(),
            work.tree().toString()));
    return line;
  }

  private static void root(List<String> line, Path root) {
    if (Files.isSymbolicLink(root)) {
      try {
        String target = Files.readSymbolicLink(root).toString();
        line.addAll(List.of("--symlink", target, root.toString()));
      } catch (IOException unreadable) {
        return;
      }
    } else if (Files.isDirectory(root)) {
      line.addAll(List.of("--ro-bind", root.toString(), root.toString()));
    }
  }

  private static TreeMap<String, String> environment(Work work) {
    TreeMap<String, String> environment = new TreeMap<>();
    List<String> path = new ArrayList<>();
    outsideUsr().forEach(folder -> path.add(folder.resolve("bin").toString()));
    path.add(Path.of(System.getProperty("java.home"), "bin").toString());
    path.addAll(List.of("/usr/local/bin", "/usr/bin", "/bin"));
    environment.put("PATH", String.join(File.pathSeparator, path));
    environment.put("HOME", "/tmp/home");
    environment.put("LANG", "C.UTF-8");
    environment.put("TZ", "UTC");
    environment.put("CI", "true");
    environment.put("npm_config_update_notifier", "false");
    if (work.cache() != null) {
      environment.put("npm_config_cache", CACHE);
    }
    return environment;
  }

  /// Java and Node where they are not among the system's programs.
  private static List<Path> outsideUsr() {
    List<Path> folders = new ArrayList<>();
    folders.add(Path.of(System.getProperty("java.home")));
    for (String folder : String.valueOf(System.getenv("PATH")).split(File.pathSeparator)) {
      Path node = Path.of(folder, "node");
      if (Files.isExecutable(node)) {
        try {
          folders.add(node.toRealPath().resolve("../..").normalize());
        } catch (IOException gone) {
          continue;
        }
        break;
      }
    }
    folders.removeIf(folder -> folder.startsWith("/usr"));
    return folders;
  }
}
