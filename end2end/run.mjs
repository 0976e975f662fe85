// Runs the real server and looks at it in Chromium: node end2end/run.mjs path/to/interleaf [journey...]
// With names of journeys only those are run.
// Last line: "browser: N passed, N failed". Screenshots go to end2end/screens, which git ignores.
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
import { offer } from "./journeys/offer.mjs";
import { briefJourney } from "./journeys/brief.mjs";
import { caseload } from "./journeys/caseload.mjs";
import { edges } from "./journeys/edges.mjs";
import { takeOut } from "./journeys/takeout.mjs";
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
const server = await startServer(process.argv[2], data);
const launch = () =>
  chromium.launch({
    executablePath: "/usr/bin/chromium",
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

const looked = [];
let passed = 0;
let failed = 0;
async function test(name, body) {
  let late;
  try {
    // Whatever waits for ever fails like anything else.
    const limit = new Promise((_, fail) => (late = setTimeout(() => fail(new Error("not done after five minutes")), 300_000)));
    await Promise.race([body(), limit]);
    passed += 1;
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack}`);
    // What was on each screen when it failed.
    for (const [at, page] of looked.flatMap((browser) => browser.contexts()).flatMap((context) => context.pages()).entries()) {
      await page.screenshot({ path: `${screens}failed-${failed}-${at}.png`, timeout: 5_000 }).catch(() => {});
    }
  } finally {
    clearTimeout(late);
  }
}

// One line a journey. Those that need a server of their own start it themselves.
const journeys = {
  public: (browser) => publicPages({ browser, origin: server.origin, screens, test }),
  shell: (browser) => appShell({ browser, origin: server.origin, test }),
  loop: (browser) => theLoop({ browser, server, screens, test }),
  sharing: (browser) => sharing({ browser, binary, screens, test }),
  account: (browser) => account({ browser, binary, screens, test }),
  install: (browser) => install({ browser, binary, screens, test }),
  measures: (browser) => measures({ browser, binary, screens, test }),
  threads: (browser) => threads({ browser, binary, screens, test }),
  plan: (browser) => plan({ browser, binary, screens, test }),
  practice: (browser) => practice({ browser, binary, screens, test }),
  trouble: (browser) => trouble({ browser, binary, screens, test }),
  writing: (browser) => writing({ browser, binary, screens, test }),
  alerts: (browser) => alerts({ browser, binary, screens, test }),
  alone: (browser) => alone({ browser, binary, screens, test }),
  attach: (browser) => attach({ browser, binary, screens, test }),
  reading: (browser) => reading({ browser, binary, screens, test }),
  offer: (browser) => offer({ browser, binary, screens, test }),
  safety: (browser) => safety({ browser, binary, screens, test }),
  words: (browser) => words({ browser, binary, screens, test }),
  walk: (browser) => walk({ browser, binary, test }),
  brief: (browser) => briefJourney({ browser, binary, screens, test }),
  firefox: () => inFirefox({ binary, looked, screens, test }),
  caseload: (browser) => caseload({ browser, binary, screens, test }),
  edges: (browser) => edges({ browser, binary, screens, test }),
  takeout: (browser) => takeOut({ browser, binary, screens, test }),
  timeline: (browser) => timelineJourney({ browser, binary, screens, test }),
};

const [binary, ...wanted] = process.argv.slice(2);
try {
  const browser = await launch();
  looked.push(browser);
  // One after the other: side by side, a disk that was to be full in time was not.
  for (const name of wanted.length > 0 ? wanted : Object.keys(journeys)) {
    const began = Date.now();
    await journeys[name](browser);
    console.log(`        ${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  }
} finally {
  await Promise.all(looked.map((browser) => browser.close()));
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
