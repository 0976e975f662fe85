// Every page that opens without signing in, and by `everyScreen` every one behind it: nothing is asked of anybody else,
// the policy has nothing to report, every answer has its headers, whatever can be worked has a name for those who do
// not see it, axe has nothing to say, and nothing is too wide for large text on a narrow phone.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { axe } from "../axe.mjs";
import { atRest } from "../rest.mjs";
import { startServer } from "../server.mjs";
import { PHONE, device, lookLarge } from "./world.mjs";

const PUBLIC = "/ /help /privacy /signin /recover /setup /join/427157c8-5c89-4814-b6b3-947c156ecbb8 /nowhere".split(" ");
const HEADERS = {
  "content-security-policy": /default-src 'none'/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-embedder-policy": /^require-corp$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
  "referrer-policy": /^no-referrer$/,
  "x-content-type-options": /^nosniff$/,
};
const WORKED = new Set(["button", "link", "textbox", "searchbox", "checkbox", "radio", "combobox", "slider", "switch"]);

/** A device whose every policy report, foreign request and bare answer is written down. */
export async function watched(browser, kind, origin) {
  const it = await device(browser, kind, origin);
  it.reports = [];
  it.foreign = [];
  it.bare = [];
  await it.context.exposeFunction("report", (text) => it.reports.push(text));
  await it.context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      report(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  it.context.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (/^https?:$/.test(protocol) && asked !== origin) it.foreign.push(request.url());
  });
  it.context.on("response", async (response) => {
    const { protocol, pathname } = new URL(response.url());
    if (!/^https?:$/.test(protocol)) return;
    // What the service worker gives out of its cache was looked at when it was put there.
    const headers = await response.allHeaders().catch(() => undefined);
    if (!headers || response.fromServiceWorker()) return;
    for (const [name, wanted] of Object.entries(HEADERS)) {
      if (!wanted.test(headers[name] ?? "")) it.bare.push(`${pathname}: ${name}: ${headers[name]}`);
    }
    if (pathname.startsWith("/api/") && headers["cache-control"] !== "no-store") it.bare.push(`${pathname} may be kept`);
  });
  return it;
}

/** What can be worked on this page and has no name. */
async function nameless(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const found = nodes.filter(
    ({ ignored, role, name }) => !ignored && WORKED.has(role?.value) && !(name?.value ?? "").trim(),
  );
  return found.map(({ role }) => role.value);
}

/** Nothing for axe to say, and no sideways scrolling. */
async function fits(page, place) {
  await atRest(page);
  assert.deepEqual(await axe(page), [], place);
  await lookLarge(page, place);
}

function isClean({ reports, foreign, bare, broken }) {
  assert.deepEqual({ reports, foreign, bare, broken }, { reports: [], foreign: [], bare: [], broken: [] });
}

/** The addresses of a role's screens, as the app itself lists them. */
async function screensOf(role) {
  const source = await readFile(new URL("../../app/src/screens.rs", import.meta.url), "utf8");
  const found = [...source.matchAll(/path!\("(\/app[^"]*)"\) view=\|\| view! \{ <Gate>(?:<Only role=Role::(\w+)>)?/g)];
  return found.filter(([, , only]) => !only || only === role).map(([, address]) => address);
}

/** Walks to every screen of somebody who is signed in on a watched device. Gives how many there were. */
export async function everyScreen(it, role) {
  const { page } = it;
  const seen = new Set();
  const all = (await screensOf(role)).toSorted((one, other) => one.split(":").length - other.split(":").length);
  for (const address of all) {
    // What another screen has led to has something on it; where none has, nothing is there, which is a screen, too.
    const like = new RegExp(`^${address.replaceAll(/:\w+/g, "[0-9a-f-]{36}")}$`);
    const place = [...seen].find((one) => like.test(one)) ?? address.replaceAll(/:\w+/g, () => randomUUID());
    const before = page.url();
    // As a link of the app does, so that nobody unlocks fifty times.
    await page.evaluate((place) => {
      const link = document.createElement("a");
      link.href = place;
      document.body.append(link);
      link.click();
      link.remove();
    }, place);
    if (new URL(before).pathname !== place) await page.waitForURL((url) => url.href !== before);
    await page.locator("h1, textarea").first().waitFor();
    assert.deepEqual(await nameless(page), [], place);
    await fits(page, address);
    const links = await page.locator("a[href^='/app/']").evaluateAll((all) => all.map(({ pathname }) => pathname));
    for (const link of links) seen.add(link);
  }
  isClean(it);
  return all.length;
}

export async function walk({ browser, binary, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-walk-"));
  const server = await startServer(binary, data);
  const { origin } = server;

  await test("every public page keeps to its policy, asks nobody else and names what can be worked", async () => {
    const stranger = await watched(browser, PHONE, origin);
    for (const place of PUBLIC) {
      await stranger.page.goto(place);
      await stranger.page.locator("h1").first().waitFor();
      assert.deepEqual(await nameless(stranger.page), [], place);
      await fits(stranger.page, place);
    }
    isClean(stranger);
    await stranger.context.close();
  });

  await server.stop();
  await rm(data, { recursive: true, force: true });
}
