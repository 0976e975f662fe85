// Both sides of the loop with nothing but a keyboard: whatever has the focus is seen to have it, opening a screen never
// loses it, and whoever cannot see the screen is told the same (`snapshots`).
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { LAPTOP, PHONE, device } from "./world.mjs";

const OKAFOR = { name: "okafor", password: "four plain words here" };
const MAYA = { name: "maya", password: "river stone lamp kettle" };
const SNAPSHOTS = new URL("../snapshots/", import.meta.url).pathname;
/** More stops than any screen has. */
const STOPS = 120;

/** What has the focus: its mark on the screen, or that nothing has. */
const focused = () => {
  const at = document.activeElement;
  if (!at || at === document.body) return { lost: true };
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  // A control that is drawn by what is beside it shows it there.
  const beside = at.nextElementSibling ? getComputedStyle(at.nextElementSibling) : undefined;
  const around = at.closest("label, .sentence");
  const drawn = [{ outlineStyle, outlineWidth }, beside, around && getComputedStyle(around)].filter(Boolean);
  const seen = drawn.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  return { seen, what: at.outerHTML.slice(0, 120) };
};

/** A person at a keyboard. */
function typist(page) {
  const has = (target) => target.evaluate((element) => element === document.activeElement);
  const to = async (role, name, options = {}) => {
    const target = page.getByRole(role, { name, ...options }).first();
    await target.waitFor();
    for (let stop = 0; stop < STOPS; stop += 1) {
      if (await has(target)) return;
      await page.keyboard.press(options.back ? "Shift+Tab" : "Tab");
      const { lost, seen, what } = await page.evaluate(focused);
      // Past the last one the browser's own bar is next; then it begins anew.
      assert.ok(lost || seen, `on the way to ${name} nobody sees where the focus is: ${what}`);
    }
    assert.fail(`${STOPS} stops and no ${role} ${name}`);
  };
  return {
    to,
    /** Goes there and presses Enter. */
    press: async (role, name, options) => {
      await to(role, name, options);
      await page.keyboard.press("Enter");
    },
    /** Goes there and writes. */
    write: async (name, words, role = "textbox") => {
      await to(role, name);
      await page.keyboard.type(words);
    },
    /** Goes there and presses Space. */
    tick: async (role, name) => {
      await to(role, name);
      await page.keyboard.press("Space");
    },
    /** The screen with this heading came, and the keyboard came along. */
    arrives: async (heading, level = 1) => {
      await page.getByRole("heading", { level, name: heading }).first().waitFor();
      await page.waitForFunction(() => document.activeElement && document.activeElement !== document.body, undefined, { timeout: 5_000 }).catch(() => {
        assert.fail(`the focus was lost on the way to “${heading}”`);
      });
    },
  };
}

/** Where it is the middle of the day: after midnight a check-in asks which day it is for. */
function whereItIsNoon() {
  const ahead = 12 - new Date().getUTCHours();
  return `Etc/GMT${ahead > 0 ? `-${ahead}` : `+${-ahead}`}`;
}

const DAYS = /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/g;
const MONTHS = /\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/g;

/** What somebody who does not see the screen is told, against what they were told before; addresses and dates aside. */
async function told(page, name) {
  const said = (await page.locator("#app").ariaSnapshot()).split("\n").filter((line) => !line.includes("- /url:"));
  // A page that took longer than a minute says so.
  const plain = said.join("\n").replace(/ · last changed .*/g, "").replace(/\b[0-9a-f]{8,}\b/g, "…").replace(DAYS, "Day").replace(MONTHS, "Month").replace(/Etc\/GMT[+-]\d+/g, "Etc/GMT+0");
  const now = plain.replace(/\d+/g, "0") + "\n";
  const file = `${SNAPSHOTS}${name}.yml`;
  if (process.env.INTERLEAF_SNAPSHOTS === "write") {
    await mkdir(SNAPSHOTS, { recursive: true });
    await writeFile(file, now);
  }
  assert.equal(now, await readFile(file, "utf8"), `${name}: INTERLEAF_SNAPSHOTS=write takes it as it is now`);
}

/** Types one group of the recovery kit back, as it asks for it. */
async function keepKit(page, keys) {
  await keys.arrives("Your recovery kit");
  const groups = await page.locator(".groups li").allInnerTexts();
  const asked = Number((await page.locator("label[for=group]").innerText()).match(/\d+$/)[0]);
  await keys.write(/^To be sure you have it/, groups[asked - 1]);
  await page.keyboard.press("Enter");
}

export async function keyboard({ browser, binary, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-keyboard-"));
  const server = await startServer(binary, data);
  const timezoneId = whereItIsNoon();
  const doctor = await device(browser, { ...LAPTOP, timezoneId }, server.origin);
  const phone = await device(browser, { ...PHONE, timezoneId, hasTouch: false, isMobile: false }, server.origin);
  const [desk, hand] = [doctor.page, phone.page];
  const [hers, theirs] = [typist(desk), typist(hand)];
  let link;

  await test("by keyboard, a practice is set up and somebody is invited", async () => {
    await desk.goto(server.setupLink);
    await desk.getByRole("heading", { name: "Set up your practice" }).waitFor();
    await told(desk, "setup");
    await hers.write("Name of the practice", "Lindenhof");
    await hers.write("Your name, as clients know it", "Dr. Okafor");
    await hers.write("Sign-in name", OKAFOR.name);
    await hers.write(/^Password/, OKAFOR.password);
    await desk.keyboard.press("Enter");
    await keepKit(desk, hers);
    await hers.arrives("Clients");
    await told(desk, "caseload-empty");
    await hers.press("link", "Invite", { exact: true });
    await hers.arrives(/Invite/);
    await told(desk, "invite");
    await hers.write(/For whom/, "Maya");
    await hers.press("button", "Make a link", { exact: true });
    await desk.getByRole("heading", { name: "The link for “Maya”" }).waitFor();
    link = await desk.getByLabel("The link", { exact: true }).inputValue();
  });

  await test("by keyboard, a client joins, checks in, writes and shares", async () => {
    await hand.goto(link);
    await hand.getByRole("heading", { name: "Dr. Okafor invites you" }).waitFor();
    await told(hand, "join");
    await theirs.write("What should your therapist call you?", "Maya");
    await theirs.write("Sign-in name", MAYA.name);
    await theirs.write(/^Password/, MAYA.password);
    await theirs.press("button", "Make my journal");
    await keepKit(hand, theirs);
    await hand.waitForURL("**/app");
    await hand.getByText("Everything is synced").first().waitFor();
    await told(hand, "today");
    await theirs.press("link", /Check in/);
    for (const at of [1, 2, 3, 4, 5]) {
      await hand.getByText(`${at} of 5`).waitFor();
      if (at === 1) await told(hand, "check-in");
      const step = hand.locator(".step").nth(2);
      await theirs.press("button", await step.innerText(), { exact: true });
    }
    await theirs.write("A line, if you like", "slept well");
    await told(hand, "check-in-words");
    await theirs.press("button", "Done");
    await hand.waitForURL("**/app/checked/*");
    await theirs.arrives(/./);
    await theirs.press("link", "Today", { exact: true });
    await theirs.press("link", /Write freely/);
    await hand.getByRole("textbox").waitFor();
    await told(hand, "write");
    await theirs.to("textbox", /./);
    await hand.keyboard.type("The house by the sea again.");
    await hand.getByText("saved and synced").waitFor();
    await theirs.press("button", "Done");
    await hand.getByText("Only you can read this page.").waitFor();
    await theirs.arrives(/./);
    await theirs.press("link", /^Share with Dr. Okafor/);
    await hand.getByRole("heading", { name: "What Dr. Okafor will see" }).waitFor();
    await told(hand, "share");
    await theirs.press("button", "Share with Dr. Okafor", { exact: true });
    await hand.getByText("Dr. Okafor can read this page.").waitFor();
    await hand.getByText("not opened yet").waitFor();
  });

  await test("by keyboard, the therapist finds and reads what was shared, and the client takes it back", async () => {
    await hers.press("link", "Clients", { exact: true });
    await desk.getByText("1 new").waitFor();
    await told(desk, "caseload");
    await hers.press("link", /Maya/);
    await hers.arrives("Maya");
    await told(desk, "brief");
    await hers.press("link", /The house by the sea/);
    await desk.getByText("Maya can see that you opened this").waitFor();
    await hers.arrives(/./);
    await told(desk, "read");
    await hand.getByText(/^opened /).waitFor();
    await theirs.press("button", "Take back");
    await hand.getByText("Only you can read this page.").waitFor();
    await desk.getByRole("heading", { name: "Maya took this back" }).waitFor();
    await hers.press("link", "Back to the brief");
    await hers.arrives("Maya");
  });

  await test("by keyboard, settings are changed, and the journal is locked and opened again", async () => {
    await theirs.press("link", "You", { exact: true });
    await theirs.arrives(/./);
    await told(hand, "you");
    await theirs.press("link", /^Settings/);
    await theirs.arrives("Settings");
    await hand.getByText("No newer version is here.").waitFor();
    await told(hand, "settings");
    await hand.reload();
    await hand.getByRole("heading", { name: "Your journal is locked" }).waitFor();
    await told(hand, "locked");
    await theirs.write("Password", MAYA.password);
    await hand.keyboard.press("Enter");
    await theirs.arrives("Settings");
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });

  await doctor.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
