// Pictures of the app, of the demo's people: node end2end/pictures.mjs target/release/interleaf
// For whoever is asked whether it may stand on the home screen they go to public/pictures; the manifest names them, and
// `cargo xtask build` takes them in. Those of the README go to docs/pictures.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { MAYA, OKAFOR, makeDemo } from "./journeys/demo.mjs";
import { signIn } from "./journeys/people.mjs";
import { LAPTOP, PHONE } from "./journeys/world.mjs";
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
const written = (name) => new URL(`../docs/pictures/${name}.png`, import.meta.url).pathname;
await page.screenshot({ path: written("phone"), scale: "css" });
await page.setViewportSize({ width: 1280, height: 800 });
await picture("write-wide");

const desk = await (await browser.newContext({ ...LAPTOP, baseURL: server.origin })).newPage();
await signIn(desk, OKAFOR.name, OKAFOR.password);
await desk.getByRole("link", { name: /Maya/ }).first().click();
await desk.locator(".brief").waitFor();
await atRest(desk);
await desk.setViewportSize({ width: 1280, height: 1100 });
await desk.screenshot({ path: written("brief") });

await browser.close();
await server.stop();
await rm(data, { recursive: true, force: true });
