// The real binary with a data folder, on a free port unless told which.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** `log` collects every line that the server writes; at `trace` it says most, for whoever searches it. */
export async function startServer(binary, data, { listen = "127.0.0.1:0", level = "info", more = [] } = {}) {
  const server = spawn(binary, ["serve", "--data", data, "--listen", listen, ...more], {
    env: { ...process.env, INTERLEAF_LOG: level },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const log = [];
  let setupLink;
  const address = await new Promise((listening, broken) => {
    createInterface({ input: server.stdout }).on("line", (line) => {
      log.push(line);
      if (!line.startsWith("{")) setupLink = line;
      else if (JSON.parse(line).fields.address) listening(JSON.parse(line).fields.address);
    });
    server.on("exit", () => broken(new Error("the server stopped before it listened")));
  });
  return {
    origin: `http://${address}`,
    address,
    data,
    log,
    setupLink,
    kill: () => server.kill("SIGKILL"),
    async stop() {
      server.kill("SIGTERM");
      if (server.exitCode === null) await once(server, "exit");
    },
  };
}
