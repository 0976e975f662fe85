// Somebody at a keyboard, and what somebody is told who does not see the screen.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { becomes, holds } from "./seen.mjs";

const SNAPSHOTS = new URL("../snapshots/", import.meta.url).pathname;
/** More stops than any screen has. */
const STOPS = 120;

/** What has the focus: its mark on the screen, or that nothing has. */
const focused = () => {
  const at = document.activeElement;
  if (!at || at === document.body) return { lost: true };
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
  // A control that is drawn by what is beside it shows it there.
  const beside = at.nextElementSibling ? getComputedStyle(at.nextElementSibling) : undefined;
  const around = at.closest("label, .sentence");
  const drawn = [{ outlineStyle, outlineWidth }, beside, around && getComputedStyle(around)].filter(Boolean);
  const seen = drawn.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  // The paper that is written on has a mark in its margin, and the browser marks the part of a date that is typed.
  const marked = boxShadow !== "none" || ["date", "datetime-local", "time"].includes(at.type);
  return { seen: seen || marked, what: at.outerHTML.slice(0, 120) };
};

/** A person at a keyboard. */
export function typist(page) {
  const has = (target) => target.evaluate((element) => element === document.activeElement);
  const reach = async (target, called, back) => {
    await target.waitFor({ state: "attached" });
    for (let stop = 0; stop < STOPS; stop += 1) {
      if (await has(target)) return;
      await page.keyboard.press(back ? "Shift+Tab" : "Tab");
      const { lost, seen, what } = await page.evaluate(focused);
      // Past the last one the browser's own bar is next; then it begins anew.
      assert.ok(lost || seen, `on the way to ${called} nobody sees where the focus is: ${what}`);
    }
    assert.fail(`${STOPS} stops and no ${called}`);
  };
  const to = (role, name, options = {}) => {
    const { back, ...wanted } = options;
    return reach(page.getByRole(role, { name, ...wanted }).first(), `${role} ${name}`, back);
  };
  const keeps = async (after) => {
    await page
      .waitForFunction(() => document.activeElement && document.activeElement !== document.body, undefined, { timeout: 5_000 })
      .catch(() => assert.fail(`the focus was lost ${after}`));
    const { lost, seen, what } = await page.evaluate(focused);
    assert.ok(!lost && seen, `${after} nobody sees where the focus is: ${what}`);
  };
  const type = (words) => page.keyboard.type(words);
  const key = (name) => page.keyboard.press(name);
  return {
    to,
    /** To what has no role of its own. */
    reach: (target) => reach(target.first(), String(target)),
    key,
    type,
    /** Goes there and presses Enter. */
    press: async (role, name, options) => {
      await to(role, name, options);
      await key("Enter");
    },
    /** Goes there and writes. */
    write: async (name, words, role = "textbox") => {
      await to(role, name);
      await type(words);
    },
    /** Goes to the field and puts this in the place of what is there. */
    rewrite: async (name, words) => {
      await to("textbox", name);
      await key("Control+a");
      await type(words);
    },
    /** Goes to the field with this label and types a day, or a day and a time, in the order of Chromium's own language. */
    date: async (label, { day, time }) => {
      const field = page.getByLabel(label, { exact: true });
      await reach(field, label);
      const [year, month, date] = day.split("-");
      // After the year nothing goes on by itself: it may have six digits.
      await type(`${month}${date}${year}`);
      if (time) {
        await key("ArrowRight");
        await type(time.replace(":", ""));
      }
      await holds(field, time ? `${day}T${time}` : day);
    },
    /** Goes there and presses Space. */
    tick: async (role, name) => {
      await to(role, name);
      await key("Space");
    },
    /** Something has the focus and is seen to have it. */
    keeps,
    /** The screen with this heading came, and the keyboard came along. */
    arrives: async (heading, level = 1) => {
      await page.getByRole("heading", { level, name: heading }).first().waitFor();
      await keeps(`on the way to “${heading}”`);
    },
  };
}

/** Where it is the middle of the day: after midnight a check-in asks which day it is for. */
export function whereItIsNoon() {
  const ahead = 12 - new Date().getUTCHours();
  return `Etc/GMT${ahead > 0 ? `-${ahead}` : `+${-ahead}`}`;
}

const DAYS = /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/g;
const MONTHS = /\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/g;
const ON_ITS_WAY = ["saving…", "not kept yet", "saved on this phone", "saved on this device", "Syncing…"];

/** What somebody who does not see the screen is told comes to be what they were told before, addresses and dates aside. It
 * is looked at when everything is kept and nothing can be undone any more; what the server has to say may be later. */
export async function told(page, name) {
  await page.waitForFunction((words) => {
    const lines = [...document.querySelectorAll(".kept, .sync")].map((line) => line.textContent);
    const settled = lines.every((line) => !words.some((one) => line.includes(one)));
    return settled && !document.querySelector(".undo.shown");
  }, ON_ITS_WAY);
  const file = `${SNAPSHOTS}${name}.yml`;
  if (process.env.INTERLEAF_SNAPSHOTS === "write") {
    // Nothing says what is still to come.
    await page.waitForTimeout(2_000);
    await mkdir(SNAPSHOTS, { recursive: true });
    await writeFile(file, await said(page));
  }
  const before = await readFile(file, "utf8");
  await becomes(() => said(page), before, `${name}: INTERLEAF_SNAPSHOTS=write takes it as it is now`);
}

/** What is said on the page, whatever the day and the numbers. */
async function said(page) {
  const lines = (await page.locator("#app").ariaSnapshot()).split("\n").filter((line) => !line.includes("- /url:"));
  // A page that took longer than a minute says so.
  const plain = lines.join("\n").replace(/ · last changed .*/g, "").replace(/\b[0-9a-f]{8,}\b/g, "…");
  const timeless = plain.replace(DAYS, "Day").replace(MONTHS, "Month").replace(/Etc\/GMT[+-]\d+/g, "Etc/GMT+0");
  return timeless.replace(/\d+/g, "0") + "\n";
}

/** Types one group of the recovery kit back, as it asks for it. */
export async function typeKit(page, keys) {
  await keys.arrives("Your recovery kit");
  const groups = await page.locator(".groups li").allInnerTexts();
  const asked = Number((await page.locator("label[for=group]").innerText()).match(/\d+$/)[0]);
  await keys.write(/^To be sure you have it/, groups[asked - 1]);
  await keys.key("Enter");
}
