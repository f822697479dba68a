import { existsSync, readFileSync } from "node:fs";
import http from "node:http";
import { respond } from "./api.mjs";

const port = process.argv[process.argv.indexOf("--port") + 1];
const TYPES = { html: "text/html", js: "text/javascript" };

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, "http://lost.invalid");
  let sent = "";
  for await (const chunk of request) sent += chunk;
  if (url.pathname.startsWith("/api/")) {
    const [status, body] = respond(request.method, url, sent === "" ? {} : JSON.parse(sent));
    response.writeHead(status, { "content-type": "application/json" });
    return response.end(JSON.stringify(body));
  }
  const asset = /\.(js|css)$/.exec(url.pathname);
  const file = asset ? `dist${url.pathname.replaceAll("..", "")}` : "dist/index.html";
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": TYPES[file.split(".").pop()] ?? "text/plain" }).end(readFileSync(file));
});

server.listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port} is open`));
