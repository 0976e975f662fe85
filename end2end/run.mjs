// Runs the real server and looks at it in Chromium: node end2end/run.mjs path/to/interleaf [journey...]
// With names of journeys only those are run.
// Last line: "browser: N passed, N failed". Screenshots go to end2end/screens, which git ignores.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { startServer } from "./server.mjs";
import { account } from "./journeys/account.mjs";
import { alerts } from "./journeys/alerts.mjs";
import { alone } from "./journeys/alone.mjs";
import { attach } from "./journeys/attach.mjs";
import { inFirefox } from "./journeys/firefox.mjs";
import { install } from "./journeys/install.mjs";
import { reading } from "./journeys/reading.mjs";
import { reminders } from "./journeys/reminders.mjs";
import { morning } from "./journeys/morning.mjs";
import { offer } from "./journeys/offer.mjs";
import { briefJourney } from "./journeys/brief.mjs";
import { caseload, largePractice } from "./journeys/caseload.mjs";
import { cover } from "./journeys/cover.mjs";
import { edges } from "./journeys/edges.mjs";
import { takeOut } from "./journeys/takeout.mjs";
import { keyboard } from "./journeys/keyboard.mjs";
import { theLoop } from "./journeys/loop.mjs";
import { timelineJourney } from "./journeys/timeline.mjs";
import { sharing } from "./journeys/sharing.mjs";
import { safety } from "./journeys/safety.mjs";
import { measures } from "./journeys/measures.mjs";
import { threads } from "./journeys/threads.mjs";
import { plan } from "./journeys/plan.mjs";
import { practice } from "./journeys/practice.mjs";
import { trouble } from "./journeys/trouble.mjs";
import { walk } from "./journeys/walk.mjs";
import { words } from "./journeys/words.mjs";
import { writing } from "./journeys/writing.mjs";
import { appShell } from "./app/shell.mjs";
import { publicPages } from "./plain/public.mjs";

const screens = new URL("screens/", import.meta.url).pathname;
await mkdir(screens, { recursive: true });
const data = await mkdtemp(join(tmpdir(), "interleaf-end2end-"));
const server = await startServer(process.argv[2], data, { level: "trace" });
/** The whole browser, and the same engine without its window, which is quicker by a fifth. */
const WHOLE = "/usr/bin/chromium";
const ENGINE = ["/usr/bin/chromium-headless-shell", WHOLE].find(existsSync);
const launch = (executablePath) =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // A microphone and a camera that need no hardware and no hand to allow them.
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
    ],
  });

let passed = 0;
let failed = 0;
/** Said once more at the end: of a long run, often only the last lines are kept. */
const broken = [];
/** Runs what is shown of one journey; `browsers` are those that it looks through. */
const testing = (browsers) => async (name, body) => {
  let late;
  const began = Date.now();
  try {
    // Whatever waits for ever fails like anything else.
    const limit = new Promise((_, fail) => (late = setTimeout(() => fail(new Error("not done after five minutes")), 300_000)));
    await Promise.race([body(), limit]);
    passed += 1;
    console.log(`ok      ${name} (${Math.round((Date.now() - began) / 1000)} s)`);
  } catch (error) {
    failed += 1;
    const which = failed;
    broken.push(`FAILED  ${name}: ${error.message.split("\n")[0]}`);
    console.log(`FAILED  ${name}\n${error.stack}`);
    // What was on each screen when it failed.
    for (const [at, page] of browsers.flatMap((browser) => browser.contexts()).flatMap((context) => context.pages()).entries()) {
      await page.screenshot({ path: `${screens}failed-${which}-${at}.png`, timeout: 5_000 }).catch(() => {});
    }
  } finally {
    clearTimeout(late);
  }
};

// One line a journey, the longest first. Those that need a server of their own start it themselves.
const journeys = {
  account: ({ browser, test }) => account({ browser, binary, screens, test }),
  trouble: ({ browser, test }) => trouble({ browser, binary, screens, test }),
  cover: ({ browser, test }) => cover({ browser, binary, screens, test }),
  attach: ({ browser, test }) => attach({ browser, binary, screens, test }),
  safety: ({ browser, test }) => safety({ browser, binary, screens, test }),
  keyboard: ({ browser, test }) => keyboard({ browser, binary, test }),
  threads: ({ browser, test }) => threads({ browser, binary, screens, test }),
  offer: ({ browser, test }) => offer({ browser, binary, screens, test }),
  writing: ({ browser, test }) => writing({ browser, binary, screens, test }),
  loop: ({ browser, test }) => theLoop({ browser, server, screens, test }),
  alerts: ({ browser, test }) => alerts({ browser, binary, screens, test }),
  sharing: ({ browser, test }) => sharing({ browser, binary, screens, test }),
  measures: ({ browser, test }) => measures({ browser, binary, screens, test }),
  install: ({ browser, test }) => install({ browser, binary, screens, test }),
  firefox: ({ test, looked }) => inFirefox({ binary, looked, screens, test }),
  morning: ({ browser, test }) => morning({ browser, binary, screens, test }),
  brief: ({ browser, test }) => briefJourney({ browser, binary, screens, test }),
  edges: ({ browser, test }) => edges({ browser, binary, screens, test }),
  plan: ({ browser, test }) => plan({ browser, binary, screens, test }),
  words: ({ browser, test }) => words({ browser, binary, screens, test }),
  reading: ({ browser, test }) => reading({ browser, binary, screens, test }),
  reminders: ({ browser, test }) => reminders({ browser, binary, screens, test }),
  takeout: ({ browser, test }) => takeOut({ browser, binary, screens, test }),
  shell: ({ browser, test }) => appShell({ browser, origin: server.origin, test }),
  practice: ({ browser, test }) => practice({ browser, binary, screens, test }),
  public: ({ browser, test }) => publicPages({ browser, origin: server.origin, screens, test }),
  walk: ({ browser, test }) => walk({ browser, binary, test }),
  timeline: ({ browser, test }) => timelineJourney({ browser, binary, screens, test }),
  caseload: ({ browser, test, large }) => caseload({ browser, large, screens, test }),
  alone: ({ browser, test }) => alone({ browser, binary, screens, test }),
};
/** A disk that must be full in time, a clock, and what is measured: not beside anything else. */
const BY_THEMSELVES = ["caseload", "timeline", "alone"];
/** What only a whole browser has: notifications, and sending what waits while the app is closed. */
const OF_THE_BROWSER = ["install", "reminders"];

async function go(name, browser, large) {
  const looked = [browser];
  const began = Date.now();
  await journeys[name]({ browser, looked, large, test: testing(looked) });
  console.log(`        ${name}: ${Math.round((Date.now() - began) / 1000)} s`);
}

const [binary, ...wanted] = process.argv.slice(2);
const [whole, ...browsers] = await Promise.all([WHOLE, ENGINE, ENGINE].map(launch));
const fit = (name, browser) => (OF_THE_BROWSER.includes(name) ? whole : browser);
try {
  const all = wanted.length > 0 ? wanted : Object.keys(journeys);
  const waiting = all.filter((name) => !BY_THEMSELVES.includes(name));
  const large = all.includes("caseload") ? largePractice(binary) : undefined;
  // Whether it could be made is asked when its turn comes.
  large?.catch(() => {});
  // Each journey has its own people in its own contexts, so two go side by side and wait for their pages together.
  const lane = async (browser) => {
    for (let name = waiting.shift(); name; name = waiting.shift()) await go(name, fit(name, browser));
  };
  await Promise.all(browsers.map(lane));
  for (const name of all.filter((name) => BY_THEMSELVES.includes(name))) await go(name, browsers[0], large);
} finally {
  await Promise.all([whole, ...browsers].map((browser) => browser.close()));
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
for (const line of broken) console.log(line);
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
