package dev.suture.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.cause.flow.Complaint;
import dev.suture.cause.flow.Context;
import dev.suture.cause.flow.Failing;
import dev.suture.cause.flow.Origin;
import dev.suture.cause.flow.Position;
import dev.suture.cause.flow.Program;
import dev.suture.cause.flow.Stack;
import dev.suture.cause.flow.Step;
import dev.suture.cause.flow.Tracer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Values that are followed back through a program.
class FollowedValueTest {
  private static List<Origin> origins(Map<String, String> files, String message, String at) {
    Program program = new Program(List.copyOf(files.keySet()), files::get, new TreeSitterParser());
    String path =
        files.keySet().stream()
            .filter(each -> files.get(each).contains(at))
            .findFirst()
            .orElseThrow();
    String text = Objects.requireNonNull(files.get(path));
    int offset = text.indexOf(at);
    int line = (int) text.substring(0, offset).lines().count();
    int column = offset - text.lastIndexOf('\n', offset);
    var root = Objects.requireNonNull(program.open(path));
    Position place = Objects.requireNonNull(Position.of(root, text, line == 0 ? 1 : line, column));
    Failing failing =
        Objects.requireNonNull(Failing.find(Complaint.of("TypeError", message), place));
    Context context = Stack.of(program, List.of(place));
    return new Tracer(program).origins(failing.values().getFirst(), context);
  }

  private static Origin request(List<Origin> origins) {
    return origins.stream()
        .filter(each -> each.source() instanceof Origin.Request)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aValueIsFollowedThroughStateAndAnImportedClient() {
    Origin origin =
        request(
            origins(
                Map.of(
                    "src/api.ts",
                    "export async function read(path: string) {\n"
                        + "  const answer = await fetch(`/api${path}`);\n"
                        + "  return answer.json();\n}\n",
                    "src/Cart.tsx",
                    "import { read } from './api';\n"
                        + "export function Cart({ id }) {\n"
                        + "  const [cart, setCart] = useState(null);\n"
                        + "  useEffect(() => { read(`/carts/${id}`).then(({ cart: c }) =>"
                        + " setCart(c)); }, []);\n"
                        + "  return <p>{cart.items[0].price}</p>;\n"
                        + "}\n"),
                "Cannot read properties of undefined (reading 'price')",
                "price}"));
    assertThat(((Origin.Request) origin.source()).asked().url())
        .contains("/api")
        .contains("/carts/");
    assertThat(origin.path())
        .containsExactly(Step.BODY, new Step.Key("cart"), new Step.Key("items"), new Step.Index(0));
  }

  @Test
  void aTemplateOfVueSeesWhatItsScriptFetches() {
    Origin origin =
        request(
            origins(
                Map.of(
                    "src/List.vue",
                    "<template>\n"
                        + "  <li v-for=\"item in found.list\">{{ item.owner.name }}</li>\n"
                        + "</template>\n"
                        + "<script setup>\n"
                        + "import axios from 'axios';\n"
                        + "const found = ref({ list: [] });\n"
                        + "axios.get('/things').then((r) => { found.value = r.data; });\n"
                        + "</script>\n"),
                "null is not an object (evaluating 'item.owner.name')",
                "name }}"));
    assertThat(origin.path()).endsWith(new Step.Key("list"), Step.EACH, new Step.Key("owner"));
  }

  @Test
  void allEnginesComplainOfTheSame() {
    for (String words :
        List.of(
            "Cannot read properties of undefined (reading 'name')",
            "can't access property \"name\", user.profile is undefined",
            "undefined is not an object (evaluating 'user.profile.name')",
            "Cannot read property 'name' of undefined")) {
      Complaint complaint = Complaint.of("TypeError", words);
      assertThat(complaint.property()).as(words).isEqualTo("name");
      assertThat(complaint.wanted()).as(words).isEqualTo(Complaint.Wanted.undefined);
    }
    assertThat(Complaint.of("TypeError", "t.fees.total.toFixed is not a function").wanted())
        .isEqualTo(Complaint.Wanted.noNumber);
    assertThat(Complaint.of("RangeError", "Invalid time value").wanted())
        .isEqualTo(Complaint.Wanted.noDate);
  }
}
