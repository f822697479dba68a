import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { routes } from "./routes.mjs";

const { values } = parseArgs({ options: { port: { type: "string", default: "4450" } } });
const TYPES = { html: "text/html", js: "text/javascript" };

function answer(method, { pathname, searchParams }) {
  for (const [verb, pattern, handle] of routes) {
    const match = verb === method && pattern.exec(pathname);
    if (match) return handle(match.slice(1), searchParams);
  }
  return [404, { error: "no_route" }];
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, "http://depot.invalid");
  if (url.pathname.startsWith("/api/")) {
    request.resume();
    const [status, body] = answer(request.method, url);
    return response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }
  const name = url.pathname.includes(".") ? url.pathname.replaceAll("..", "") : "/index.html";
  const content = name.endsWith(".map") ? undefined : await readFile(`dist${name}`).catch(() => undefined);
  if (!content) return response.writeHead(404).end("Not found");
  response.writeHead(200, { "content-type": TYPES[name.split(".").pop()] ?? "text/plain" }).end(content);
});
server.listen(Number(values.port), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
