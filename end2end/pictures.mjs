// Pictures of the app for whoever is asked whether it may stand on the home screen, of the demo's people:
//   node end2end/pictures.mjs target/release/interleaf
// They go to public/pictures; the manifest names them, and `cargo xtask build` takes them in.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { MAYA, makeDemo } from "./journeys/demo.mjs";
import { signIn } from "./journeys/people.mjs";
import { PHONE } from "./journeys/world.mjs";
import { atRest } from "./rest.mjs";
import { startServer } from "./server.mjs";

const [binary] = process.argv.slice(2);
const folder = new URL("../public/pictures/", import.meta.url).pathname;
const data = await mkdtemp(join(tmpdir(), "interleaf-pictures-"));
const server = await startServer(binary, data);
await makeDemo(binary, server);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext({ ...PHONE, baseURL: server.origin });
const page = await context.newPage();
const session = await context.newCDPSession(page);

async function picture(name) {
  await atRest(page);
  const { data: bytes } = await session.send("Page.captureScreenshot", { format: "webp", quality: 75 });
  await writeFile(join(folder, `${name}.webp`), bytes, "base64");
}

await mkdir(folder, { recursive: true });
await signIn(page, MAYA.name, MAYA.password);
await page.locator(".thing").first().waitFor();
await picture("today");
await page.locator('a[href^="/app/write/"]').first().click();
await page.locator("textarea").first().waitFor();
await picture("write");
await page.setViewportSize({ width: 1280, height: 800 });
await picture("write-wide");

await browser.close();
await server.stop();
await rm(data, { recursive: true, force: true });
