import { createServer } from 'node:http';

/** As much of a framework as the line needs: middleware and routes with parameters. */
export function express() {
  const layers = [];
  const add = (method, path, handler) => {
    const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    layers.push({ method, pattern, handler });
  };

  const app = {
    use: (handler) => layers.push({ pattern: /.*/, handler }),
    get: (path, handler) => add('GET', path, handler),
    post: (path, handler) => add('POST', path, handler),
    listen(port, ready) {
      const server = createServer(async (req, res) => {
        const url = new URL(req.url, 'http://ferry.invalid');
        Object.assign(req, { path: url.pathname, query: Object.fromEntries(url.searchParams) });
        res.status = (code) => Object.assign(res, { statusCode: code });
        res.json = (value) => res.setHeader('content-type', 'application/json').end(JSON.stringify(value));
        let at = 0;
        const next = async () => {
          const layer = layers[at++];
          if (!layer) return res.status(404).json({ message: 'Not found' });
          const match = layer.pattern.exec(req.path);
          if (!match || (layer.method && layer.method !== req.method)) return next();
          req.params = match.groups ?? {};
          return layer.handler(req, res, next);
        };
        await next();
      });
      server.listen(port, '127.0.0.1', () => ready(server.address().port));
    },
  };
  return app;
}
