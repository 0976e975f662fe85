// The real binary on a free port with an empty data folder.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export async function startServer(binary, data) {
  const server = spawn(binary, ["serve", "--data", data, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let setupLink;
  for await (const line of createInterface({ input: server.stdout })) {
    if (!line.startsWith("{")) {
      setupLink = line;
      continue;
    }
    const { address } = JSON.parse(line).fields;
    if (address) {
      server.stdout.resume();
      return {
        origin: `http://${address}`,
        setupLink,
        async stop() {
          server.kill("SIGTERM");
          if (server.exitCode === null) await once(server, "exit");
        },
      };
    }
  }
  throw new Error("the server stopped before it listened");
}
