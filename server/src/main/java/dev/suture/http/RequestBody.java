package dev.suture.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.BadMessageException;

/// The body of a request: what its sender does wrong on the way is a refusal, not a failure of this
/// server.
final class RequestBody extends FilterInputStream {
  RequestBody(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException | BadMessageException broken) {
      throw refusal(broken);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (IOException | BadMessageException broken) {
      throw refusal(broken);
    }
  }

  private static Refusal refusal(Exception broken) {
    boolean silent =
        broken instanceof TimeoutException || broken.getCause() instanceof TimeoutException;
    return silent
        ? new Refusal(408, "limited", "the body stopped coming", "send it again")
        : new Refusal(400, "invalid", "the body broke off before its end", "send it again");
  }
}
