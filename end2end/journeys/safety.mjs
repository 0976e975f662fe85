// The safety plan, from the first word to the hour it is needed in; and the line that says when words are read.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { outside } from "./canary.mjs";
import { goTo, invite, join, setUp, signIn, synced, unlock } from "./people.mjs";
import { becomes, holds } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge, printedPages } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const CLIENT = { name: "client", password: "river stone lamp kettle", called: "Maya" };
const SENTENCE = "I read on the morning of our session.";

export async function safety({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-safety-"));
  const server = await startServer(binary, data, { level: "trace" });
  const doctor = await device(browser, LAPTOP, server.origin);
  const phone = await device(browser, PHONE, server.origin);
  const desk = doctor.page;
  let hand = phone.page;
  const plan = async () => {
    await hand.goto("/app/you/plan");
    await unlock(hand, CLIENT.password);
    await hand.getByRole("heading", { level: 1, name: "My safety plan" }).waitFor();
  };
  /** The page dies without a word: no event tells it to keep anything. */
  const dies = async () => {
    const session = await phone.context.newCDPSession(hand);
    session.send("Page.crash").catch(() => {});
    await hand.waitForEvent("crash");
    await hand.close();
    hand = await phone.context.newPage();
  };

  await test("wherever words are typed or shared one line says when they are read, in the practice's own words", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    await hand.goto(await invite(desk, "somebody"));
    await join(hand, CLIENT);
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByText("What you share is read before your next session. Nobody watches it live.").waitFor();
    await desk.getByRole("link", { name: "You", exact: true }).click();
    await desk.getByLabel("Your own sentence").fill(SENTENCE);
    await look(desk, "you-reading", screens);
    await desk.getByRole("button", { name: "Save" }).click();
    await desk.getByText("Saved. Your clients see it from now on.").waitFor();
    const own = hand.getByText(`${SENTENCE} Nobody watches it live. If it cannot wait: Help now`);
    await own.waitFor();
    assert.equal(await own.getByRole("link").getAttribute("href"), "/help");
    await hand.getByRole("textbox").fill("the house by the sea");
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await own.waitFor();
    await hand.getByRole("button", { name: "keep private" }).click();
    await goTo(hand, "For session");
    await own.waitFor();
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /Check in/ }).first().click();
    for (const step of ["in between", "a little", "some", "well", "close"]) {
      await hand.getByRole("button", { name: step, exact: true }).click();
    }
    await own.waitFor();
    await hand.getByRole("button", { name: "Done" }).click();
  });

  await test("a plan is found under You, kept while it is typed, and there after the phone was killed", async () => {
    await hand.getByRole("link", { name: "You", exact: true }).click();
    await hand.getByRole("link", { name: /My safety plan/ }).click();
    await hand.getByLabel("Warning signs").fill("I stop answering. I sleep by day.");
    await look(hand, "safety-empty", screens);
    await lookLarge(hand, "safety-write", screens);
    await hand.getByLabel("People I can ask for help").pressSequentially("Ana 0171 234 56 78");
    // Half a second is what is promised.
    await hand.waitForTimeout(500);
    await dies();
    await plan();
    await hand.getByText("I stop answering. I sleep by day.").waitFor();
    assert.equal(await hand.getByRole("link", { name: "0171 234 56 78" }).getAttribute("href"), "tel:01712345678");
  });

  await test("words that come without a pause are kept while they come: a page that dies between two keys has them", async () => {
    const typed = "The long way home, past the harbour, past the ropes, and back over the bridge, as slowly as I like.";
    await hand.getByRole("button", { name: "Change it" }).click();
    // Each key comes long before anything that waits for a pause.
    await hand.getByLabel("What helps me alone").pressSequentially(typed, { delay: 40 });
    await dies();
    await plan();
    await hand.getByRole("button", { name: "Change it" }).click();
    const kept = await hand.getByLabel("What helps me alone").inputValue();
    assert.ok(typed.startsWith(kept) && kept.length > typed.length / 2, `only “${kept}” was kept`);
  });

  await test("it is read and changed without a connection, and fits one printed page", async () => {
    await hand.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await phone.context.setOffline(true);
    await plan();
    await hand.getByRole("button", { name: "Change it" }).click();
    for (const [heading, words] of [
      ["What helps me alone", "The long way home. The blue record.\nA shower."],
      ["People and places that take my mind off it", "The library. Sam, who talks about birds."],
      ["Professionals and services", "Dr. Okafor 030 123 45 67\nSamaritans 116 123 (24 h)"],
      ["Making my surroundings safer", "Ana has the key to the cabinet."],
    ]) {
      await hand.getByLabel(heading).fill(words);
    }
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByText("The blue record.").waitFor();
    // When they answer is no part of it.
    assert.equal(await hand.getByRole("link", { name: "116 123", exact: true }).getAttribute("href"), "tel:116123");
    await look(hand, "safety-read", screens);
    await lookLarge(hand, "safety-read", screens);
    await hand.emulateMedia({ media: "print" });
    await hand.screenshot({ path: `${screens}safety-print.png`, fullPage: true });
    await hand.emulateMedia({ media: null });
    const printed = await printedPages(hand);
    await phone.context.setOffline(false);
    assert.equal(printed, 1);
  });

  await test("it is shared by itself, seen before it goes, read by the therapist, and taken back", async () => {
    await hand.getByText("Only you can read this.").waitFor();
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("heading", { name: "What Dr. Okafor will see" }).waitFor();
    await look(hand, "safety-preview", screens);
    await hand.getByRole("button", { name: "Share with Dr. Okafor", exact: true }).click();
    await hand.getByText("Dr. Okafor can read this.").waitFor();
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("link", { name: "Safety plan" }).click();
    await desk.getByText("Ana has the key to the cabinet.").waitFor();
    await look(desk, "safety-therapist", screens);
    // Nothing else of the journal went along.
    assert.equal(await desk.getByText("the house by the sea").count(), 0);
    await hand.getByText(/^opened /).waitFor();
    await hand.getByRole("button", { name: "Take back" }).click();
    await desk.getByRole("heading", { name: "Maya took this back" }).waitFor();
    await desk.goBack();
    await desk.getByRole("heading", { level: 1, name: "Maya" }).waitFor();
    assert.equal(await desk.getByRole("link", { name: "Safety plan" }).count(), 0);
  });

  await test("it is one tap from grounding and from Help now", async () => {
    await hand.getByRole("link", { name: "You", exact: true }).click();
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("link", { name: "stop here and ground" }).click();
    await hand.getByRole("link", { name: "My safety plan" }).click();
    await hand.getByText("The blue record.").waitFor();
    await hand.getByRole("link", { name: "Help now" }).first().click();
    await hand.getByRole("link", { name: "My own safety plan, in my journal" }).click();
    await unlock(hand, CLIENT.password);
    await hand.getByText("The blue record.").waitFor();
    assert.deepEqual([...phone.broken, ...doctor.broken], []);
  });

  await test("a field takes in what another device wrote, and the next key does not write over it", async () => {
    const other = await device(browser, PHONE, server.origin);
    await signIn(other.page, CLIENT.name, CLIENT.password);
    const open = async (page, where) => {
      await page.goto(where);
      await unlock(page, CLIENT.password);
    };
    /** With everything that the server has. */
    const up = async (page) => {
      await page.goto("/app");
      const pulled = page.waitForResponse((one) => one.url().includes("/api/v1/sync") && one.request().method() === "GET");
      await unlock(page, CLIENT.password);
      await pulled;
      await synced(page);
    };
    const add = async (field, words) => {
      await field.press("Control+End");
      await field.pressSequentially(words);
    };
    /** Types on until what the other one wrote has come, and went in with a key. */
    const until = (field, shown, words) =>
      becomes(async () => {
        await add(field, ".");
        return (await shown.inputValue()).includes(words);
      }, true);
    const saved = (page) => page.getByText("saved and synced").first().waitFor();
    const fields = [
      [`/app/intention/${randomUUID()}?edit`, (page) => page.locator("textarea")],
      [`/app/check-in/${randomUUID()}?p=6`, (page) => page.getByLabel("A line, if you like")],
    ];
    for (const [where, field] of fields) {
      await open(hand, where);
      await field(hand).fill("toward the water");
      await saved(hand);
      // It has come before the field is opened.
      await up(other.page);
      await open(other.page, where);
      await holds(field(other.page), "toward the water");
      await add(field(other.page), " and slowly");
      await saved(other.page);
      await until(field(hand), field(hand), "and slowly");
      await saved(hand);
      const both = await field(hand).inputValue();
      assert.ok(both.includes("toward the water."), both);
      await up(other.page);
      await open(other.page, where);
      await holds(field(other.page), both);
    }
    await plan();
    await hand.getByRole("button", { name: "Change it" }).click();
    await open(other.page, "/app/you/plan");
    await other.page.getByRole("button", { name: "Change it" }).click();
    await add(other.page.getByLabel("Warning signs"), " I cancel plans.");
    await saved(other.page);
    const warnings = hand.getByLabel("Warning signs");
    await until(hand.getByLabel("What helps me alone"), warnings, "I cancel plans.");
    await add(warnings, " I stay in bed.");
    await hand.getByRole("button", { name: "Done" }).click();
    for (const words of ["I sleep by day. I cancel plans. I stay in bed.", "A shower."]) await hand.getByText(words).waitFor();
    await other.page.getByRole("button", { name: "Done" }).click();
    await other.page.getByText("I sleep by day. I cancel plans. I stay in bed.").waitFor();
    assert.deepEqual([...other.broken, ...phone.broken], []);
    await other.context.close();
  });

  await test("nothing of the plan, and no sentence of the practice, was outside of the devices", async () => {
    const words = [
      SENTENCE,
      "I stop answering. I sleep by day.",
      "I cancel plans.",
      "toward the water",
      "0171 234 56 78",
      "The blue record.",
      "Sam, who talks about birds.",
      "Ana has the key to the cabinet.",
      "the house by the sea",
    ];
    assert.deepEqual(await outside(server, [doctor, phone], words), []);
  });

  await phone.context.close();
  await doctor.context.close();
  await server.stop();
  await rm(data, { recursive: true });
}
