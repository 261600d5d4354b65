/**
 * A reverse proxy as administrators put in front of Directus: spreads requests over nodes in turn, and strips a
 * sub-path.
 * @module
 */
import { createServer, request } from 'node:http';

/**
 * @param {number} port
 * @param {{ nodes: () => number[], strip?: string }} options
 */
export async function startProxy(port, { nodes, strip = '' }) {
  let turn = 0;
  const served = new Map();
  const server = createServer((req, res) => {
    const ports = nodes();
    const to = ports[turn++ % ports.length];
    if (strip && !`${req.url}/`.startsWith(`${strip}/`)) return res.writeHead(404).end('another site');
    served.set(to, (served.get(to) ?? 0) + 1);
    const path = req.url.slice(strip.length) || '/';
    const asked = request(
      { host: '127.0.0.1', port: to, path, method: req.method, headers: req.headers },
      (answer) => {
        res.writeHead(answer.statusCode, answer.rawHeaders);
        answer.pipe(res);
      },
    );
    asked.on('error', () => res.destroy());
    req.pipe(asked);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    served,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
