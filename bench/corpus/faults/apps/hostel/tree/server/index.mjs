import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { routes } from "./routes.mjs";

const { values } = parseArgs({ options: { port: { type: "string", default: "4530" } } });
const TYPES = { html: "text/html", js: "text/javascript" };

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  return text ? JSON.parse(text) : {};
}

async function api(request, path) {
  const body = await bodyOf(request);
  for (const [method, pattern, handle] of routes) {
    const match = method === request.method && pattern.exec(path);
    if (match) return handle(match.slice(1), body);
  }
  return { status: 404, body: { error: "no_route" } };
}

async function page(path) {
  const name = path.includes(".") ? path.replaceAll("..", "") : "/index.html";
  const content = name.endsWith(".map") ? null : await readFile(`dist${name}`).catch(() => null);
  return { type: TYPES[name.split(".").pop()] ?? "text/plain", content };
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://hostel.invalid");
  if (pathname.startsWith("/api/")) {
    const { status, body } = await api(request, pathname);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    return;
  }
  const { type, content } = await page(pathname);
  if (content) response.writeHead(200, { "content-type": type }).end(content);
  else response.writeHead(404).end("Not found");
});

server.listen(Number(values.port), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
