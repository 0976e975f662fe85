// Two people: a therapist at a laptop, a client with a phone. Everything they send is remembered, so that it can
// be searched afterwards.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { axe, OF_COLOUR } from "../axe.mjs";
import { atRest } from "../rest.mjs";

export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: "en-GB",
  timezoneId: "Europe/London",
};
export const LAPTOP = { viewport: { width: 1280, height: 860 }, locale: "en-GB", timezoneId: "Europe/London" };

/** Whether the app was squeezed, as it ships: only then does a time say something. */
export async function isSqueezed() {
  const { files } = JSON.parse(await readFile(new URL("../../dist/list.json", import.meta.url)));
  return files.some(({ brotli }) => brotli !== null);
}

/** A browser profile of its own. `sent` collects every request's address and body. */
export async function device(browser, kind, origin) {
  const context = await browser.newContext({ ...kind, baseURL: origin });
  const sent = [];
  const broken = [];
  context.on("request", (request) => sent.push(request.url() + "\n" + (request.postData() ?? "")));
  context.on("weberror", (error) => broken.push(String(error.error())));
  context.on("console", (message) => {
    // A failed request is said on the console by the browser itself; the app says it in words.
    if (message.type() === "error" && !/Failed to load resource|ERR_INTERNET_DISCONNECTED/.test(message.text())) {
      broken.push(message.text());
    }
  });
  const page = await context.newPage();
  return { context, page, sent, broken };
}

const THEMES = ["light", "dark", "dim"];
/** Of which themes pictures are taken: INTERLEAF_PICTURES=light where nobody is going to look at the others. */
const PICTURED = process.env.INTERLEAF_PICTURES?.split(",") ?? THEMES;

/** Axe in light, dark and dim, with a picture of each. */
export async function look(page, name, screens) {
  const before = await page.evaluate(() => document.documentElement.dataset.theme ?? "");
  for (const theme of THEMES) {
    await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
    await atRest(page);
    if (PICTURED.includes(theme)) {
      await page.screenshot({ path: `${screens}${name}-${theme}.png`, fullPage: true, scale: "css" });
    }
    const found = await axe(page, theme === "light" ? undefined : OF_COLOUR);
    assert.deepEqual(found.map((finding) => [name, theme, ...finding]), []);
  }
  await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), before);
}

/** Few colours, chosen by the browser, and no movement: a picture, and what must still be told apart. `drawn` are lines
 * and dots that the browser does not paint by itself; they stand out in every theme, too. */
export async function lookWithFew(page, name, screens, drawn) {
  const before = await page.evaluate(() => document.documentElement.dataset.theme ?? "");
  const put = (theme) => page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
  for (const theme of THEMES) {
    await put(theme);
    await atRest(page);
    assert.deepEqual(await faint(page, drawn), [], `${name}, ${theme}: too faint`);
  }
  // The app's own colours are those of day, and the browser's those of night.
  await put("light");
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark", contrast: "more", reducedMotion: "reduce" });
  await atRest(page);
  await page.screenshot({ path: `${screens}${name}-few.png`, fullPage: true, scale: "css" });
  assert.deepEqual(await faint(page, drawn), [], `${name}: too faint in few colours`);
  assert.deepEqual(await edgeless(page), [], `${name}: nothing shows where it ends, or that it is chosen`);
  assert.equal(await page.evaluate(() => document.getAnimations().filter((one) => one.playState === "running").length), 0);
  await page.emulateMedia({ forcedColors: null, colorScheme: null, contrast: null, reducedMotion: null });
  await put(before);
}

/** What is drawn with less than three to one between it and the page (WCAG 1.4.11). There must be some of it. */
const faint = (page, drawn) =>
  page.evaluate((drawn) => {
    const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const light = (colour) => {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const parts = [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
      const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    };
    const page = light(getComputedStyle(document.documentElement).backgroundColor);
    const ratio = (colour) => Math.max(light(colour), page) / Math.min(light(colour), page);
    const all = [...document.querySelectorAll(drawn)].filter((one) => one.checkVisibility());
    if (all.length === 0) return [`nothing is drawn: ${drawn}`];
    const of = ({ stroke, fill }) => (stroke === "none" ? fill : stroke);
    const each = all.map((one) => [ratio(of(getComputedStyle(one))), one.outerHTML.slice(0, 90)]);
    return each.filter(([ratio]) => ratio < 3).map(([ratio, what]) => `${ratio.toFixed(1)}: ${what}`);
  }, drawn);

/** Buttons without an edge, words in the colour that the browser puts behind them, and what is pressed and looks like its
 * neighbour that is not. */
const edgeless = (page) =>
  page.evaluate(() => {
    const seen = (chosen) => [...document.querySelectorAll(chosen)].filter((one) => one.checkVisibility());
    const bare = seen(".main, .second, .chip, .step").filter((one) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(one);
      return borderTopStyle === "none" || parseFloat(borderTopWidth) < 1;
    });
    const ground = (one) => getComputedStyle(one).backgroundColor;
    const unread = seen(".main, .second, .chip, .step, .text, .undo.shown").filter((one) => {
      const { color, forcedColorAdjust } = getComputedStyle(one);
      return forcedColorAdjust !== "none" && color === ground(document.documentElement);
    });
    const alike = seen(".chip[aria-pressed=true], .step[aria-pressed=true]").filter((one) => {
      const other = one.parentElement.querySelector("[aria-pressed=false]");
      return other && ground(other) === ground(one);
    });
    return [...bare, ...unread, ...alike].map((one) => one.outerHTML.slice(0, 90));
  });

const overhang = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Nothing needs sideways scrolling. */
export async function notTooWide(page, name) {
  const wide = await overhang(page);
  assert.ok(wide <= 0, `${name} is ${wide} px too wide`);
}

/** 200 % text on a narrow phone: nothing may need sideways scrolling. Without `screens` there is no picture of it. */
export async function lookLarge(page, name, screens) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  const wide = await overhang(page);
  if (screens) await page.screenshot({ path: `${screens}${name}-large.png`, fullPage: true, scale: "css" });
  await page.evaluate(() => document.documentElement.removeAttribute("style"));
  await page.setViewportSize(size);
  assert.ok(wide <= 0, `${name} is ${wide} px too wide at 200 % text on 320 px`);
}

/** Counts from now on what is tapped on a page, as long as it is not loaded anew. Gives how to ask for it. */
export async function countTaps(page) {
  await page.evaluate(() => {
    window.taps = 0;
    addEventListener("pointerup", () => (window.taps += 1), true);
  });
  return () => page.evaluate(() => window.taps);
}

/** Scrolls on, as a thumb does while more keeps coming, until something stands there. */
export async function scrollOnTo(page, wanted) {
  for (const end = Date.now() + 30_000; !(await wanted.isVisible()); await page.waitForTimeout(100)) {
    assert.ok(Date.now() < end, `${wanted} did not come by scrolling`);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  }
}

/** Only Chromium prints to a file here. */
export const canPrint = (page) => page.context().browser().browserType().name() === "chromium";

/** On how many sheets the page prints. */
export async function printedPages(page, format = "A4") {
  const printed = await page.pdf({ format });
  return printed.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}

/** A file as a phone's camera hands it over: a picture without anything on it. */
export async function photo(page) {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(800, 600);
    canvas.getContext("2d").fillRect(0, 0, 800, 600);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer())];
  });
  return { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from(bytes) };
}
