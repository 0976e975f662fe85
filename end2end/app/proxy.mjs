// Stands before the real server, so that a test can cut the line or pretend that another build is served.
import { once } from "node:events";
import { createServer, request as ask } from "node:http";

export async function startProxy(origin) {
  let words = [];
  let lost;
  let cut = false;
  const server = createServer((request, response) => {
    if (cut) return void request.destroy();
    if (lost?.test(request.url)) return void response.writeHead(404).end();
    const { "accept-encoding": _, ...headers } = request.headers;
    headers["accept-language"] = "en";
    const onward = ask(origin + request.url, { method: request.method, headers }, async (answer) => {
      try {
        const [from, to] = words;
        if (!from || !/^(text\/html|text\/javascript)/.test(answer.headers["content-type"] ?? "")) {
          response.writeHead(answer.statusCode, answer.headers);
          return void answer.pipe(response);
        }
        const chunks = [];
        for await (const chunk of answer) chunks.push(chunk);
        const { "content-length": _, ...kept } = answer.headers;
        response.writeHead(answer.statusCode, kept).end(Buffer.concat(chunks).toString().replaceAll(from, to));
      } catch {
        response.destroy();
      }
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  });
  // A test that failed before it stopped this must not keep the whole run alive.
  server.unref().listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Everything of this build is of that one from now on. */
    pretend: (from, to) => (words = [from, to]),
    /** What is not on the server any more. */
    lose: (paths) => (lost = paths),
    /** Nothing gets through, as without a network, until it is mended. */
    cut() {
      cut = true;
      server.closeAllConnections();
    },
    mend: () => (cut = false),
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
