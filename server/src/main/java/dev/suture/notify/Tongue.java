package dev.suture.notify;

import dev.suture.alert.Channel;
import dev.suture.alert.Message;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// How one kind of channel is spoken to over HTTP.
interface Tongue {
  /// The calls that tell a message, in order; each is made once the one before it was taken.
  List<Post> posts(Channel channel, String secret, Message message);

  /// @param body as JSON
  record Post(URI address, byte[] body, Map<String, String> headers) {}
}
