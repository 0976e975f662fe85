// The people of the demo, on a running server.
import { execFile } from "node:child_process";
import { dirname, join as path } from "node:path";
import { promisify } from "node:util";

export const OKAFOR = { name: "okafor", password: "demo-password-for-okafor" };
export const MAYA = { name: "maya", password: "demo-password-for-maya" };
export const SOLBERG = { name: "solberg", password: "demo-password-for-solberg" };

const run = promisify(execFile);

/** Makes them; needs a setup link for each therapist. */
export async function makeDemo(binary, { origin, data, setupLink }) {
  const { stdout } = await run(binary, ["setup-link", "--data", data]);
  const tokens = [setupLink, stdout.trim()].map((link) => link.split("#")[1]);
  await run(path(dirname(binary), "demo"), [origin, ...tokens]);
}
