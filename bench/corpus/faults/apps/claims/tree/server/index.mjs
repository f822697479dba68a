import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { router } from "./router.mjs";

const { values } = parseArgs({ options: { port: { type: "string", default: "4590" } } });

const MIME = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

async function readJson(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  if (chunks.length === 0) return {};
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

async function sendFile(pathname, response) {
  const path = extname(pathname) ? pathname.replaceAll("..", "") : "/index.html";
  try {
    if (path.endsWith(".map")) throw new Error("source maps stay here");
    const content = await readFile(`dist${path}`);
    response.writeHead(200, { "content-type": MIME[extname(path)] ?? "application/octet-stream" });
    response.end(content);
  } catch {
    response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
  }
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, "http://localhost");
  if (!url.pathname.startsWith("/api/")) return sendFile(url.pathname, response);
  const body = await readJson(request).catch(() => ({}));
  const { status, data } = router(request.method, url.pathname.slice(4), url.searchParams, body);
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(data));
});

server.listen(Number(values.port), "127.0.0.1", () => {
  console.log(`Claims at http://127.0.0.1:${server.address().port}/`);
});
