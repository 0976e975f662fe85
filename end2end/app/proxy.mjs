// Stands before the real server, so that a test can cut the line or pretend that another build is served.
import { once } from "node:events";
import { createServer, request as ask } from "node:http";

async function written(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

export async function startProxy(origin) {
  let words = [];
  let lost;
  let failing;
  let cut = false;
  let cutting = false;
  const pushes = [];
  const server = createServer((request, response) => {
    if (cut) return void request.destroy();
    const isPush = request.method === "POST" && request.url === "/api/v1/sync";
    if (isPush) {
      const chunks = [];
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => pushes.push(JSON.parse(Buffer.concat(chunks)).operations));
    }
    if (lost?.test(request.url)) return void response.writeHead(404).end();
    if (failing?.test(request.url)) {
      return void response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad Gateway</h1>");
    }
    const { "accept-encoding": _, ...headers } = request.headers;
    headers["accept-language"] = "en";
    const onward = ask(origin + request.url, { method: request.method, headers }, async (answer) => {
      try {
        if (isPush && cutting) {
          // It has been carried out by now.
          cutting = false;
          cut = true;
          const whole = await written(answer);
          response.writeHead(answer.statusCode, answer.headers);
          return void response.write(whole.slice(0, whole.length / 2), () => server.closeAllConnections());
        }
        const [from, to] = words;
        if (!from || !/^(text\/html|text\/javascript)/.test(answer.headers["content-type"] ?? "")) {
          response.writeHead(answer.statusCode, answer.headers);
          return void answer.pipe(response);
        }
        const { "content-length": _, ...kept } = answer.headers;
        response.writeHead(answer.statusCode, kept).end((await written(answer)).replaceAll(from, to));
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
    /** What a proxy in front of the server says an error to, as while the server is being replaced. */
    fail: (paths) => (failing = paths),
    /** Nothing gets through, as without a network, until it is mended. */
    cut() {
      cut = true;
      server.closeAllConnections();
    },
    mend: () => (cut = false),
    /** The next push arrives; its answer breaks off in the middle, and from then on nothing gets through. */
    cutTheNextAnswer: () => (cutting = true),
    isCut: () => cut,
    /** The operations of every push that arrived. */
    pushes,
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
