// Two people: a therapist at a laptop, a client with a phone. Everything they send is remembered, so that it can
// be searched afterwards.
import assert from "node:assert/strict";
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

/** Axe in light, dark and dim, with a picture of each. */
export async function look(page, name, screens) {
  const before = await page.evaluate(() => document.documentElement.dataset.theme ?? "");
  for (const theme of ["light", "dark", "dim"]) {
    await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
    await atRest(page);
    await page.screenshot({ path: `${screens}${name}-${theme}.png`, fullPage: true, scale: "css" });
    const found = await axe(page, theme === "light" ? undefined : OF_COLOUR);
    assert.deepEqual(found.map((finding) => [name, theme, ...finding]), []);
  }
  await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), before);
}

const overhang = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Nothing needs sideways scrolling. */
export async function notTooWide(page, name) {
  const wide = await overhang(page);
  assert.ok(wide <= 0, `${name} is ${wide} px too wide`);
}

/** 200 % text on a narrow phone: nothing may need sideways scrolling. */
export async function lookLarge(page, name, screens) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  const wide = await overhang(page);
  await page.screenshot({ path: `${screens}${name}-large.png`, fullPage: true, scale: "css" });
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
