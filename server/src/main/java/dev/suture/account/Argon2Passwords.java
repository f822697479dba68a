package dev.suture.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id with what OWASP asks for at the least: 19 MiB, two passes, one lane. One password for
/// every two processors is looked at at a time, on threads that give way to everything else, and a
/// few wait; however many sign in at once, memory and processors are left for the rest.
public final class Argon2Passwords implements Passwords, AutoCloseable {
  private static final int KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int SALT = 16;
  private static final int LENGTH = 32;
  private static final int WAITING = 16;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final SecureRandom random = new SecureRandom();
  private final ThreadPoolExecutor threads;

  public Argon2Passwords() {
    int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            work ->
                Thread.ofPlatform()
                    .name("passwords")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .unstarted(work));
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public String hash(String password) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    byte[] hash = inTurn(() -> argon2(password, salt, KIB, PASSES));
    return "$argon2id$v=19$m=" + KIB + ",t=" + PASSES + ",p=1$" + text(salt) + "$" + text(hash);
  }

  @Override
  public boolean matches(String password, String hash) {
    Matcher form = FORM.matcher(hash);
    if (!form.matches()) {
      throw new IllegalStateException("a password is kept in a form that is not ours");
    }
    byte[] salt = Base64.getDecoder().decode(form.group(3));
    int kib = Integer.parseInt(form.group(1));
    int passes = Integer.parseInt(form.group(2));
    byte[] found = inTurn(() -> argon2(password, salt, kib, passes));
    return MessageDigest.isEqual(found, Base64.getDecoder().decode(form.group(4)));
  }

  private byte[] inTurn(Callable<byte[]> work) {
    try {
      return threads.submit(work).get();
    } catch (RejectedExecutionException full) {
      throw new Busy();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Busy();
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }

  /// The same letters are the same password, however the keyboard has put them together.
  private static byte[] argon2(String password, byte[] salt, int kib, int passes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(kib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[LENGTH];
    generator.generateBytes(
        Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
