// Writing, as the course of a treatment asks for it: each moment reached by the clock, each word kept.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { appoint, goTo, invite, join, setUp, signIn, synced, unlock } from "./people.mjs";
import { holds, lines, numbers } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge, lookWithFew, scrollOnTo } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const CLIENT = { name: "client", password: "river stone lamp kettle", called: "Maya" };
const HOUR = 3600_000;
const DAY = 24 * HOUR;

/** Ten in the morning, so many days from today. */
function morning(days) {
  const at = new Date(Date.now() + days * DAY);
  at.setUTCHours(10, 0, 0, 0);
  return at.getTime();
}

/** Only what the clock says: timers run as they do. */
function shift(offset) {
  const Real = (window.RealDate ??= window.Date);
  window.Date = class extends Real {
    constructor(...all) {
      if (all.length > 0) super(...all);
      else super(Real.now() + offset);
    }
    static now() {
      return Real.now() + offset;
    }
  };
}

/** Sets the clock of a device, for the pages that follow. */
const clock = ({ context }, time) => context.addInitScript(shift, time - Date.now());

export async function writing({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-writing-"));
  const server = await startServer(binary, data);
  const { origin } = server;
  const doctor = await device(browser, LAPTOP, origin);
  const phone = await device(browser, PHONE, origin);
  const desk = doctor.page;
  let hand = phone.page;
  const [first, second, third] = [4, 24, 28].map(morning);

  /** Later, the phone is taken out of a pocket: it has locked meanwhile. */
  const at = async (time, which = phone) => {
    await clock(which, time);
    await which.page.reload();
    await unlock(which.page, CLIENT.password);
  };
  const asked = (name, page = hand) => page.getByRole("heading", { level: 1, name }).waitFor();
  const press = (name, page = hand) => page.getByRole("button", { name, exact: true }).click();
  const follow = (name, page = hand) => page.getByRole("link", { name, exact: true }).click();
  const write = async (words) => {
    await hand.getByRole("textbox").fill(words);
    await hand.getByText(/^saved/).first().waitFor();
  };
  const words = () => hand.getByRole("textbox").inputValue();
  /** The tab dies: nothing of it runs any more. */
  const die = async () => {
    const crash = await phone.context.newCDPSession(hand);
    crash.send("Page.crash").catch(() => {});
    await hand.waitForEvent("crash");
    await hand.close();
    hand = phone.page = await phone.context.newPage();
    await hand.goto("/app");
    await unlock(hand, CLIENT.password);
  };
  const finish = async () => {
    await press("Done");
    await hand.waitForURL("**/app/entry/*");
    await goTo(hand, "Today");
  };

  await test("days before the first session, preparation is asked about, and lenses wait behind the last page", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    await hand.goto(await invite(desk, "somebody"));
    await join(hand, CLIENT);
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("link", { name: "Appointments" }).click();
    for (const time of [first, second, third]) await appoint(desk, "Dosing session", (time - Date.now()) / HOUR);
    await asked("What would you like to turn toward?");
    await follow("Write");
    await write("toward the sea");
    for (const next of ["What do you hope for?", "What worries you", "Which pattern", "Who knows", "What are five things"]) {
      await press("Next");
      await asked(next);
    }
    await press("Next");
    await asked("Anything else?");
    await lines(hand.locator(".lenses button"), ["body", "story", "feelings", "images", "next step"]);
    await look(hand, "lenses", screens);
    await lookLarge(hand, "lenses", screens);
    await press("story");
    await asked("If it were part of a story");
  });

  await test("a tab that dies on a lens comes back to that lens with every word", async () => {
    await hand.getByRole("textbox").pressSequentially("a story of water", { delay: 5 });
    await hand.waitForTimeout(500);
    await die();
    await asked("Go on where you stopped");
    await follow("Go on");
    await asked("If it were part of a story");
    assert.equal(await words(), "a story of water");
    await look(hand, "lens", screens);
    await lookWithFew(hand, "lens", screens, ".icon");
  });

  await test("another device goes on at the very same page", async () => {
    await hand.getByText("saved and synced").waitFor();
    const other = await device(browser, PHONE, origin);
    await signIn(other.page, CLIENT.name, CLIENT.password);
    await asked("Go on where you stopped", other.page);
    await follow("Go on", other.page);
    await asked("If it were part of a story", other.page);
    await holds(other.page.getByRole("textbox"), "a story of water");
    await other.context.close();
    await press("Back to the last page");
    await hand.getByRole("button", { name: "story, written" }).waitFor();
    await finish();
  });

  await test("from any prompt to the ground and back to the very place, offline", async () => {
    await hand.getByRole("link", { name: "or about something" }).click();
    await asked("What would you like to write about?");
    await look(hand, "choose", screens);
    await lookLarge(hand, "choose", screens);
    await phone.context.setOffline(true);
    await hand.getByRole("link", { name: /A good moment/ }).click();
    await asked("What was good?");
    await press("Next");
    await asked("What of it would you like to keep?");
    await write("the light on the table");
    await follow("stop here and ground");
    await asked("Stop here for a moment");
    await look(hand, "ground", screens);
    await lookLarge(hand, "ground", screens);
    await hand.getByRole("button", { name: /Breathe slowly/ }).click();
    await asked("Breathe out longer than in");
    await press("without movement");
    await look(hand, "breathe", screens);
    await lookLarge(hand, "breathe", screens);
    await press("Look around you");
    for (const step of ["Find five things", "Four things", "Three things", "Two things", "One thing"]) {
      await asked(step);
      if (step === "Four things") await look(hand, "senses", screens);
      await press("Next");
    }
    await asked("How is it now?");
    await look(hand, "how-now", screens);
    await follow("Go on writing");
    await asked("What of it would you like to keep?");
    assert.equal(await words(), "the light on the table");
    await press("Next");
    await finish();
    await phone.context.setOffline(false);
  });

  /** Whatever happened before: the first screen, with a network. */
  const home = async () => {
    await phone.context.setOffline(false);
    await hand.goto("/app");
    await unlock(hand, CLIENT.password);
  };

  await test("a hard moment begins on the ground, and writing is a choice", async () => {
    await home();
    await hand.getByRole("link", { name: "or about something" }).click();
    await hand.getByRole("link", { name: /A hard moment/ }).click();
    await asked("Stop here for a moment");
    await follow("Go on writing");
    await asked("What is happening right now?");
    await write("the lift was full");
    for (const _ of [1, 2, 3]) await press("Next");
    await finish();
    for (const [way, question] of [[/A dream/, "What did you dream?"], [/A letter/, "A letter that you will not send"]]) {
      await hand.getByRole("link", { name: "or about something" }).click();
      await hand.getByRole("link", { name: way }).click();
      await asked(question);
      await hand.getByRole("link", { name: "Today" }).click();
    }
  });

  await test("the evening before, the intention in one line; not now lets it rest on every device until the next day", async () => {
    await at(first - 15 * HOUR);
    await asked("Your intention, in one line");
    await look(hand, "today-eve", screens);
    await lookWithFew(hand, "today-eve", screens, ".icon");
    // A double tap puts one thing off, and not what comes in its place.
    await hand.getByRole("button", { name: "not now" }).dblclick();
    await asked("How are you today?");
    await synced(hand);
    await hand.reload();
    await unlock(hand, CLIENT.password);
    await asked("How are you today?");
    const other = await device(browser, PHONE, origin);
    await clock(other, first - 15 * HOUR);
    await signIn(other.page, CLIENT.name, CLIENT.password);
    await asked("How are you today?", other.page);
    await at(first - 2 * HOUR, other);
    await asked("Your intention, in one line", other.page);
    await other.context.close();
    await at(first - 2 * HOUR);
    await asked("Your intention, in one line");
    await follow("Write");
    await write("to say it out loud");
    await press("write freely instead");
    await finish();
  });

  await test("just after a session the screen is dim and everything is large; one word is enough", async () => {
    await at(first + 3 * HOUR);
    await asked("What is here?");
    await look(hand, "today-soft", screens);
    await follow("Write");
    await hand.getByRole("group", { name: "What is here?" }).waitFor();
    assert.equal(await hand.evaluate(() => document.documentElement.dataset.theme), "dim");
    assert.equal(await hand.getByText(/ of \d/).count(), 0);
    await press("floating");
    await look(hand, "soft", screens);
    await lookLarge(hand, "soft", screens);
    await lookWithFew(hand, "soft", screens, ".icon");
    const nothingSmall = async () => {
      const small = await hand.locator(".frame a:visible, .frame button:visible").evaluateAll((all) =>
        all
          .filter((one) => one.className !== "skip")
          .map((one) => [one.ariaLabel ?? one.innerText, one.getBoundingClientRect()])
          .filter(([, { width, height }]) => width < 64 || height < 64)
          .map(([name, { width, height }]) => [name, width, height]),
      );
      assert.deepEqual(small, []);
    };
    await nothingSmall();
    // Grounding is no lamp that is switched on.
    const light = () => hand.evaluate(() => document.documentElement.dataset.theme);
    await follow("stop here and ground");
    await asked("Stop here for a moment");
    assert.equal(await light(), "dim");
    await hand.getByRole("button", { name: /Look around you/ }).click();
    await asked("Find five things");
    assert.equal(await light(), "dim");
    await press("that is enough");
    await asked("How is it now?");
    await follow("Go on writing");
    await hand.getByRole("group", { name: "What is here?" }).waitFor();
    assert.equal(await light(), "dim");
    assert.equal(await hand.getByRole("button", { name: "floating" }).getAttribute("aria-pressed"), "true");
    await press("Draw");
    const pad = hand.getByRole("dialog", { name: "Draw" });
    await pad.waitFor();
    const sheet = await pad.locator(".sheet").boundingBox();
    await hand.mouse.move(sheet.x + 80, sheet.y + 80);
    await hand.mouse.down();
    await hand.mouse.move(sheet.x + 200, sheet.y + 140, { steps: 4 });
    await hand.mouse.up();
    await numbers(pad.locator(".pen"), 7);
    await nothingSmall();
    await look(hand, "soft-pad", screens);
    await pad.getByRole("button", { name: "Done" }).click();
    await hand.getByRole("img", { name: "A drawing" }).waitFor();
    await hand.locator(".attachment").getByRole("button", { name: "Delete" }).waitFor();
    await nothingSmall();
    await press("Speak");
    const recorder = hand.getByRole("dialog", { name: "Speak" });
    await recorder.getByRole("button", { name: "Start recording" }).waitFor();
    await nothingSmall();
    await recorder.getByRole("button", { name: "Not now" }).click();
    await recorder.waitFor({ state: "detached" });
    await press("a colour");
    await press("moss green");
    await look(hand, "soft-colour", screens);
    await press("a line");
    await hand.getByRole("textbox").pressSequentially("a green room", { delay: 5 });
    await hand.waitForTimeout(500);
    await die();
    await goTo(hand, "Journal");
    await hand.getByText("moss green").click();
    await follow("Change");
    await press("a line");
    assert.equal(await words(), "a green room");
    await look(hand, "soft-line", screens);
    // Nor is Help now, a page of its own; and dim light, which was not chosen, does not stay behind.
    await hand.getByRole("link", { name: "Help now" }).first().click();
    await asked("Help now");
    assert.equal(await light(), "dim");
    assert.equal(await hand.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), "rgb(14, 12, 10)");
    await hand.goto("/app");
    await unlock(hand, CLIENT.password);
    await goTo(hand, "Journal");
    assert.equal(await light(), undefined);
    await hand.getByText("moss green").click();
    await follow("Change");
    await press("the whole page");
    await asked("What is here?");
    await press("the dim page");
    await press("a colour");
    assert.equal(await hand.getByRole("button", { name: "moss green" }).getAttribute("aria-pressed"), "true");
    await press("Enough for now");
    await asked("That is enough.");
    await look(hand, "rests", screens);
    await press("Bring back the light");
    await hand.getByRole("link", { name: /Write freely/ }).waitFor();
    assert.notEqual(await hand.evaluate(() => document.documentElement.dataset.theme), "dim");
    assert.equal(await hand.getByRole("heading", { name: "Go on where you stopped" }).count(), 0);
  });

  await test("the same evening, the next morning and the days after each ask their own", async () => {
    await home();
    await at(first + 9 * HOUR);
    await asked("What came up?");
    await at(first + 22 * HOUR);
    await asked("Go on where you stopped");
    await look(hand, "today-draft", screens);
    await follow("Go on");
    await asked("What is here?");
    assert.equal(await words(), "a green room");
    for (const next of ["Where in your body", "Is there a colour?", "Anything else?"]) {
      await press("Next");
      await asked(next);
    }
    await finish();
    await asked("What came up?");
    await at(first + 34 * HOUR);
    await asked("What is still with you?");
    await at(first + 4 * DAY);
    await asked("How are you today?");
    // What was asked before can still be written to.
    await hand.getByRole("link", { name: "or about something" }).click();
    for (const question of ["What is still with you?", "What came up?"]) {
      await asked("What would you like to write about?");
      const earlier = hand.getByRole("link", { name: /questions for an earlier time/ });
      await numbers(earlier, 2);
      await earlier.nth(question === "What came up?" ? 1 : 0).click();
      await asked(question);
      await hand.goBack();
    }
    await hand.getByRole("link", { name: "Today", exact: true }).click();
    await at(first + 6.5 * DAY);
    await asked("Which insight has stayed with you?");
    await at(first + 15 * DAY);
    await asked("What has changed, at home");
    // The next session is near, and is prepared for as the first one was.
    await follow("Write");
    await write("less hurry at home");
    await press("write freely instead");
    await finish();
    await asked("What would you like to turn toward?");
  });

  await test("after three sessions one reads back, with the earlier pages beside the question", async () => {
    await home();
    await at(third + 4 * DAY);
    await asked("Reading back, what keeps returning?");
    await follow("Write");
    await hand.getByRole("heading", { name: "Your pages so far" }).waitFor();
    await hand.locator(".earlier summary").first().click();
    await hand.locator(".earlier").getByText("toward the sea").waitFor();
    await write("water, again and again");
    await look(hand, "reading-back", screens);
    await lookLarge(hand, "reading-back", screens);
    for (const _ of [1, 2]) await press("Next");
    await finish();
  });

  await test("what is deleted can be taken back, and a tab that dies meanwhile has deleted nothing", async () => {
    const open = async () => {
      await goTo(hand, "Journal");
      await hand.getByText("the lift was full").click();
      await hand.waitForURL("**/app/entry/*");
    };
    await open();
    await press("Delete");
    await hand.getByText("Page deleted").waitFor();
    assert.equal(await hand.getByText("the lift was full").count(), 0);
    // Held by the keyboard it stays as long as it is looked at.
    await hand.getByRole("button", { name: "Undo" }).focus();
    await look(hand, "undo", screens);
    await lookLarge(hand, "undo", screens);
    await press("Undo");
    await scrollOnTo(hand, hand.getByText("the lift was full"));
    await open();
    await press("Delete");
    await hand.getByText("Page deleted").waitFor();
    await die();
    await open();
    await press("Delete");
    await hand.getByText("Page deleted").waitFor();
    await hand.getByText("Page deleted").waitFor({ state: "detached" });
    await goTo(hand, "Today");
    await synced(hand);
    const other = await device(browser, PHONE, origin);
    await signIn(other.page, CLIENT.name, CLIENT.password);
    await goTo(other.page, "Journal");
    await other.page.getByText("water, again and again").waitFor();
    assert.equal(await other.page.getByText("the lift was full").count(), 0);
    await other.context.close();
  });

  await test("two devices write into one page without a network: the author chooses place by place, and may undo", async () => {
    const other = await device(browser, PHONE, origin);
    await clock(other, third + 4 * DAY + HOUR);
    await signIn(other.page, CLIENT.name, CLIENT.password);
    await goTo(hand, "Journal");
    await hand.getByText("water, again and again").click();
    await goTo(other.page, "Journal");
    await other.page.getByText("water, again and again").click();
    for (const [which, back, tell] of [[phone, "water, always", ""], [other, "the green room", "bring a scarf"]]) {
      await which.context.setOffline(true);
      await which.page.getByRole("link", { name: "Change" }).click();
      await which.page.getByRole("textbox").fill(back);
      await press("Next", which.page);
      await asked("What would you tell yourself", which.page);
      if (tell) await which.page.getByRole("textbox").fill(tell);
      await press("Next", which.page);
      await press("Done", which.page);
      await which.page.waitForURL("**/app/entry/*");
    }
    for (const which of [phone, other]) {
      await which.context.setOffline(false);
      await goTo(which.page, "Today");
      await synced(which.page);
    }
    await asked("One page was written on two devices");
    await follow("Have a look");
    await asked("This page has two versions");
    // The scarf clashes with nothing, so nobody is asked about it.
    await numbers(hand.locator(".side-by-side"), 1);
    await look(hand, "versions", screens);
    await lookLarge(hand, "versions", screens);
    await press("only the second");
    await hand.getByText("Your choice is kept").waitFor();
    await press("Undo");
    await asked("This page has two versions");
    await press("Keep both");
    for (const text of ["water, always", "the green room", "bring a scarf"]) await hand.getByText(text).waitFor();
    await goTo(hand, "Today");
    await synced(hand);
    assert.deepEqual(other.broken, []);
    await other.context.close();
  });

  await test("no page of all that said that something broke", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });
  await doctor.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
