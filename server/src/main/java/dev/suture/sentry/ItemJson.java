package dev.suture.sentry;

import dev.suture.ingest.Decoder.Malformed;
import dev.suture.json.Fields;
import dev.suture.json.TolerantJson;
import dev.suture.json.Value;
import tools.jackson.core.JacksonException;

/// The payload of a small item.
final class ItemJson {
  private ItemJson() {}

  static Fields object(byte[] payload) throws Malformed {
    try {
      Value node = TolerantJson.read(payload);
      if (node != null && node.isObject()) {
        return new Fields(node);
      }
    } catch (JacksonException broken) {
      // Said below.
    }
    throw new Malformed("the item is no JSON object");
  }
}
