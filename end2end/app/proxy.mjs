// Stands before the real server, so that a test can cut the line or pretend that another build is served.
import { once } from "node:events";
import { createServer } from "node:http";

export async function startProxy(origin) {
  let words = [];
  const server = createServer(async (request, response) => {
    try {
      const headers = { accept: request.headers.accept ?? "*/*", "accept-language": "en" };
      const answer = await fetch(origin + request.url, { method: request.method, headers });
      let body = Buffer.from(await answer.arrayBuffer());
      const [from, to] = words;
      if (from && !request.url.startsWith("/assets/")) body = Buffer.from(body.toString().replaceAll(from, to));
      const kept = [...answer.headers].filter(([name]) => !/^(content-encoding|content-length|transfer-encoding)$/.test(name));
      response.writeHead(answer.status, Object.fromEntries(kept)).end(body);
    } catch {
      response.destroy();
    }
  });
  // A test that failed before it stopped this must not keep the whole run alive.
  server.unref().listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    pretend: (from, to) => (words = [from, to]),
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
