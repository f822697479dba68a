package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.testing.TwoProjects;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Calls tools with ids of a project that the caller does not have.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToolReachTest {
  private TwoProjects two;
  private String everyScope;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    two = new TwoProjects(folder);
    everyScope = two.token("shop", "failure:read", "failure:write", "hotfix:write", "ship:propose");
  }

  @AfterAll
  void stop() {
    two.close();
  }

  @Test
  void noToolReachesWhatIsHidden() throws Exception {
    String wish = "{\"agent\":\"claude\",\"note\":\"hidden wish\"}";
    String operator = two.door.suture().operatorToken();
    assertThat(call("POST", "/api/v1/issues/hidden-1/tasks", operator, wish).statusCode())
        .isIn(201, 409);
    for (String arguments :
        List.of(
            "suture_get_failure|{\"id\":\"hidden-1\"}",
            "suture_get_failure|{\"id\":\"" + TwoProjects.CAPTURE + "\"}",
            "suture_get_evidence|{\"id\":\"hidden-1\",\"kind\":\"console\"}",
            "suture_open_hotfix|{\"id\":\"hidden-1\"}",
            "suture_scope_hotfix|{\"id\":\"" + TwoProjects.HOTFIX + "\"}",
            "suture_ship_hotfix|{\"id\":\"" + TwoProjects.HOTFIX + "\"}",
            "suture_ship_hotfix|{\"id\":\"" + TwoProjects.HOTFIX + "\",\"release\":\"x\"}",
            "suture_scope_hotfix|{}",
            "suture_explain_cause|{\"id\":\"hidden-1\"}",
            "suture_task|{\"action\":\"list\"}",
            "suture_task|{\"action\":\"list\",\"id\":\"hidden-1\"}",
            "suture_task|{\"action\":\"list\",\"id\":\"task-1\"}",
            "suture_task|{\"action\":\"take\"}",
            "suture_task|{\"action\":\"take\",\"id\":\"task-1\"}",
            "suture_task|{\"action\":\"take\",\"id\":\"hidden-1\"}",
            "suture_hotfix_status|{}",
            "suture_find_failures|{\"project\":\"hidden\"}",
            "suture_find_failures|{}")) {
      String[] parts = arguments.split("\\|");
      String body =
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
              .formatted(parts[0], parts[1]);
      HttpResponse<String> answer = call("POST", "/mcp", everyScope, body);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).as(arguments).doesNotContain("hidden");
    }
    String resource =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"suture://failure/hidden-1\"}}";
    String own = "suture://failure/hidden-1";
    assertThat(call("POST", "/mcp", everyScope, resource).body().replace(own, ""))
        .contains("Resource not found")
        .doesNotContain("hidden");
  }

  private HttpResponse<String> call(String method, String path, String token, String body)
      throws Exception {
    return two.door.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + two.door.suture().port() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build());
  }
}
