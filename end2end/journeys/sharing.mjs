// Sharing in all its forms: a page, a passage, numbers. What is not shared never leaves as anything a reader could open.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { onDisk, outside } from "./canary.mjs";
import { appoint, goTo, invite, join, setUp, signIn, synced, unlock } from "./people.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };
const PAGE = "The attic smelled of quince. I stood there for a long time. My father was in the doorway. Then it was gone.";

export async function sharing({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-sharing-"));
  const server = await startServer(binary, data, { level: "trace" });
  const doctor = await device(browser, LAPTOP, server.origin);
  const phone = await device(browser, PHONE, server.origin);
  const desk = doctor.page;
  let hand = phone.page;
  let entry;

  const write = async (words) => {
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("textbox").fill(words);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
    return hand.url();
  };

  const checkIn = async (note, before = async () => {}) => {
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /Check in/ }).click();
    for (const at of [1, 2, 3, 4, 5]) {
      await hand.getByText(`${at} of 5`).waitFor();
      await hand.locator(".step").nth(at % 3 + 1).click();
    }
    await hand.getByLabel("A line, if you like").fill(note);
    await before();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/checked/*");
  };

  await test("two people are paired", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    await hand.goto(await invite(desk, "Maya"));
    await join(hand, MAYA);
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("link", { name: "Appointments" }).click();
    await appoint(desk, "Dosing session", -30);
    await appoint(desk, "Integration", 46);
    await desk.getByRole("link", { name: "Brief" }).click();
  });

  await test("a passage is marked by touch and by keyboard, seen before it goes, and shared", async () => {
    entry = await write(PAGE);
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("heading", { name: "What Dr. Okafor will see" }).waitFor();
    await look(hand, "share-all", screens);
    await hand.getByLabel("One passage").check();
    await hand.getByText("Nothing goes yet.").waitFor();
    await look(hand, "share-passage-none", screens);
    await hand.getByText("I stood there for a long time.").click();
    await hand.getByText("One sentence is marked.").waitFor();
    await hand.keyboard.press("ArrowDown");
    await hand.keyboard.press("Space");
    await hand.getByText("2 sentences are marked.").waitFor();
    await hand.locator(".seen").getByText("I stood there for a long time. My father was in the doorway.", { exact: true }).waitFor();
    assert.equal(await hand.locator(".seen").getByText("quince").count(), 0);
    await look(hand, "share-passage", screens);
    await lookLarge(hand, "share-passage", screens);
    await hand.getByRole("button", { name: "Share with Dr. Okafor" }).click();
    await hand.getByText("Dr. Okafor can read this passage.").waitFor();
    await hand.getByText("not opened yet").waitFor();
    await look(hand, "entry-passage", screens);
  });

  await test("the therapist reads the passage as what was shared, and its author sees when", async () => {
    await desk.getByText("1 unread").waitFor();
    await desk.getByRole("link", { name: /I stood there for a long time/ }).click();
    await desk.getByRole("heading", { level: 1, name: "A passage" }).waitFor();
    await desk.getByText("My father was in the doorway.").waitFor();
    assert.equal(await desk.getByText("quince").count(), 0);
    await look(desk, "read-passage", screens);
    await desk.getByText(/Maya can see that you opened this/).waitFor();
    await hand.getByText(/^opened /).waitFor();
    await desk.getByRole("link", { name: "Brief" }).click();
  });

  await test("an edit inside a shared passage is told, and updating it shows first what it would be", async () => {
    await hand.getByRole("link", { name: "Change" }).click();
    const field = hand.getByRole("textbox");
    await field.fill(`A line before. ${PAGE}`);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
    await hand.getByText("A line before.").waitFor();
    assert.equal(await hand.getByText("You changed this after you shared it.").count(), 0, "beside the passage");
    await hand.getByRole("link", { name: "Change" }).click();
    await field.fill(`A line before. ${PAGE.replace("a long time", "a whole hour")}`);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByText("You changed this after you shared it.").waitFor();
    await hand.locator(".notice").getByText("I stood there for a whole hour.").waitFor();
    await look(hand, "entry-edited", screens);
    await lookLarge(hand, "entry-edited", screens);
    await desk.getByText("I stood there for a long time").waitFor();
    await hand.getByRole("button", { name: "Update what is shared" }).click();
    await desk.getByText("I stood there for a whole hour").waitFor();
    await desk.getByText("1 unread").waitFor();
    await hand.getByRole("link", { name: "Change" }).click();
    await field.fill(`A line before. ${PAGE.replace("a long time", "a minute")}`);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByRole("button", { name: "Leave it as it is" }).click();
    await hand.getByText("You changed this after you shared it.").waitFor({ state: "detached" });
    assert.equal(await desk.getByText("a minute").count(), 0);
  });

  await test("a passage taken back is gone from her screen and from the disk, can be shared again, and goes with its page", async () => {
    const copies = granted(phone.sent);
    assert.ok((await onDisk(data, copies)).length > 0, "the search finds what is there");
    await hand.getByRole("button", { name: "Take back" }).click();
    await hand.getByText("Taken back.").waitFor();
    await look(hand, "entry-undo", screens);
    await desk.getByText("No page is shared right now").waitFor();
    assert.deepEqual(await onDisk(data, copies), []);
    await hand.getByRole("button", { name: "Undo" }).click();
    await hand.getByText("Dr. Okafor can read this passage.").waitFor();
    await desk.getByRole("link", { name: /I stood there for a whole hour/ }).waitFor();
    await hand.getByRole("button", { name: "Delete" }).click();
    await desk.getByText("No page is shared right now").waitFor();
    assert.deepEqual(await onDisk(data, granted(phone.sent)), []);
  });

  await test("by a rule, check-ins go as numbers from that moment on, and say so", async () => {
    await checkIn("before the rule");
    await goTo(hand, "For session");
    await hand.getByRole("link", { name: "What is shared by itself" }).click();
    await hand.getByRole("heading", { name: "What is shared by itself" }).waitFor();
    for (const asks of await hand.getByLabel("Ask me each time").all()) assert.ok(await asks.isChecked());
    await hand.getByLabel("Share the numbers, never my words").check();
    await hand.getByText(/Dr. Okafor gets these since/).waitFor();
    await hand.getByText("You are always asked about your intentions, insights, steps and your list.").waitFor();
    await hand.getByText(/Nobody watches it live\./).waitFor();
    await look(hand, "rules", screens);
    await lookLarge(hand, "rules", screens);
    await hand.goBack();
    await checkIn("cardamom under the rule");
    await goTo(hand, "Today");
    await synced(hand);
    await desk.getByRole("img", { name: /one day of 28 with a check-in/ }).first().waitFor();
    assert.equal(await desk.getByText("cardamom").count(), 0);
    assert.equal(await desk.getByText("before the rule").count(), 0);
    await look(desk, "brief-numbers", screens);
    await goTo(hand, "For session");
    await hand.getByText("One check-in is shared, as numbers only.").waitFor();
    await hand.getByText(/last looked at/).waitFor();
  });

  await test("the box of a check-in says what a rule would do, and what is unticked stays private", async () => {
    const box = hand.getByLabel("Share this check-in with Dr. Okafor");
    await checkIn("fennel for myself", async () => {
      assert.ok(await box.isChecked(), "the rule is going to share it");
      await hand.getByText("Shared by a rule of yours.").waitFor();
      await box.uncheck();
      await hand.getByText("Shared by a rule of yours.").waitFor({ state: "detached" });
      assert.equal(await box.isChecked(), false);
    });
    await hand.getByText(/^Only you can read this/).first().waitFor();
    await hand.getByRole("button", { name: "Delete" }).click();
    await hand.getByText("Check-in deleted").waitFor();
    await goTo(hand, "For session");
    await hand.getByText("One check-in is shared, as numbers only.").waitFor();
  });

  await test("what is unticked and ticked again goes as the rule has it, numbers and never words", async () => {
    const box = hand.getByLabel("Share this check-in with Dr. Okafor");
    const numbers = hand.locator("label").getByText("as numbers, no words");
    const inTwo = "2 check-ins are shared, as numbers only.";
    await checkIn("lovage that nobody reads", async () => {
      await numbers.waitFor();
      await box.uncheck();
      await hand.getByText("Shared by a rule of yours.").waitFor({ state: "detached" });
      await box.check();
      await hand.getByText("Shared by a rule of yours.").waitFor();
      assert.ok(await box.isChecked());
    });
    const kept = hand.url();
    await hand.getByText("Dr. Okafor can see these numbers.").waitFor();
    // Opened again it says what is shared, and a box that is emptied and ticked shares no more than that.
    await hand.getByRole("link", { name: "Change" }).click();
    for (const at of [1, 2, 3, 4, 5]) {
      await hand.getByText(`${at} of 5`).waitFor();
      await hand.getByRole("button", { name: "skip" }).click();
    }
    await numbers.waitFor();
    await look(hand, "check-in-numbers", screens);
    await box.uncheck();
    await hand.getByText("Shared by a rule of yours.").waitFor({ state: "detached" });
    await box.check();
    await hand.getByText("Shared by a rule of yours.").waitFor();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL(kept);
    await hand.getByText("Dr. Okafor can see these numbers.").waitFor();
    await goTo(hand, "For session");
    await hand.getByText(inTwo).waitFor();
    await synced(hand);
    assert.equal(await desk.getByText("lovage").count(), 0);
    await hand.goto(kept);
    await unlock(hand, MAYA.password);
    await hand.getByRole("button", { name: "Take back" }).click();
    await hand.getByText("Taken back.").waitFor();
    await hand.getByRole("button", { name: "Delete" }).click();
    await hand.getByText("Check-in deleted").waitFor();
    await goTo(hand, "For session");
    await hand.getByText("One check-in is shared, as numbers only.").waitFor();
  });

  await test("a page that a rule is about to share says so while it is written, and can be kept private", async () => {
    const byRule = hand.getByText("A rule of yours shares this when you are done.");
    const onlyYou = hand.getByText("Only you can read this, until you share it.");
    const keepIt = hand.getByLabel("Keep this one private");
    await hand.getByRole("link", { name: "What is shared by itself" }).click();
    const pages = hand.getByRole("group", { name: "Pages" });
    await pages.getByLabel("Share each page when I finish it").check();
    await pages.getByText(/Dr. Okafor gets these since/).waitFor();
    // A soft landing as well: nothing is written there yet, and nothing stays.
    await hand.goto(`/app/write/${randomUUID()}?m=2`);
    await unlock(hand, MAYA.password);
    await hand.getByRole("heading", { name: "What is here?" }).waitFor();
    await byRule.waitFor();
    await look(hand, "soft-by-rule", screens);
    await hand.goto("/app");
    await unlock(hand, MAYA.password);
    for (const kept of [true, false]) {
      await hand.getByRole("link", { name: /Write freely/ }).click();
      await byRule.waitFor();
      assert.equal(await onlyYou.count(), 0);
      if (kept) await look(hand, "write-by-rule", screens);
      await hand.getByRole("textbox").fill(kept ? "Galangal stays with me." : "Sorrel goes by the rule.");
      await keepIt.check();
      await onlyYou.waitFor();
      assert.equal(await byRule.count(), 0);
      if (!kept) {
        await keepIt.uncheck();
        await byRule.waitFor();
      }
      await hand.getByRole("button", { name: "Done" }).click();
      await hand.waitForURL("**/app/entry/*");
      if (kept) {
        await hand.getByText(/^Only you can read this page\./).waitFor();
        await hand.getByText(/Your rule leaves this one alone/).waitFor();
      } else {
        await hand.getByText("Dr. Okafor can read this page.").waitFor();
        await hand.getByText("Shared by a rule of yours.").waitFor();
        await desk.getByRole("link", { name: /Sorrel goes by the rule/ }).waitFor();
        await hand.getByRole("button", { name: "Take back" }).click();
        await hand.getByText("Taken back.").waitFor();
        await desk.getByText("No page is shared right now").waitFor();
      }
      assert.equal(await desk.getByText("Galangal").count(), 0);
      await hand.getByRole("button", { name: "Delete" }).click();
      await hand.waitForURL((where) => !where.pathname.startsWith("/app/entry"));
      await goTo(hand, "Today");
    }
    await goTo(hand, "For session");
    await hand.getByRole("link", { name: "What is shared by itself" }).click();
    await pages.getByLabel("Ask me each time").check();
    await pages.getByText(/Dr. Okafor gets these since/).waitFor({ state: "detached" });
    await hand.goBack();
  });

  await test("several things are chosen, looked at and shared at once, offline, with the tab closed before they went", async () => {
    const pages = [await write("First vetiver page."), await write("Second vetiver page."), await write("Third page stays.")];
    await goTo(hand, "For session");
    await phone.context.setOffline(true);
    await hand.getByRole("link", { name: "Share several things…" }).click();
    await hand.getByText("Nothing is ticked").waitFor();
    await look(hand, "several", screens);
    await lookLarge(hand, "several", screens);
    await hand.getByLabel("Days I choose").check();
    await hand.getByLabel("First day").fill("2001-01-01");
    await hand.getByLabel("Last day").fill("2001-01-02");
    await hand.getByText("No finished page, check-in or questionnaire of these days is private.").waitFor();
    await hand.getByLabel("The last 7 days").check();
    await hand.getByLabel("with their words").check();
    for (const words of ["First vetiver", "Second vetiver", "Check-in"]) await hand.getByLabel(new RegExp(words)).check();
    await hand.getByText("see what goes").first().click();
    await hand.locator(".seen").first().waitFor();
    await look(hand, "several-ticked", screens);
    await hand.getByRole("button", { name: "Share 3 with Dr. Okafor" }).click();
    await hand.getByText("3 are shared with Dr. Okafor.").waitFor();
    await hand.getByText(/Offline. \d changes are saved on this phone/).waitFor();
    assert.equal(await hand.getByLabel(/vetiver/).count(), 0);
    await hand.close();
    hand = phone.page = await phone.context.newPage();
    await hand.goto("/app/session");
    await unlock(hand, MAYA.password);
    await hand.getByText("2 check-ins are shared, 1 of them as numbers only.").waitFor();
    // The answer to the first push is lost on the way: what was shared is shared once.
    let cut = 0;
    await phone.context.route("**/api/v1/sync", async (route) => {
      if (route.request().method() !== "POST" || cut++ > 0) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await phone.context.setOffline(false);
    await synced(hand);
    assert.ok(cut > 1, "it was cut and tried again");
    await phone.context.unroute("**/api/v1/sync");
    await look(hand, "for-session-shared", screens);
    await desk.getByText("2 unread").waitFor();
    await desk.getByText("before the rule").waitFor();
    assert.equal(await desk.getByText("Third page stays").count(), 0);
    assert.equal(pages.length, 3);
  });

  await test("a second device knows what is shared, and what it takes back is taken back everywhere", async () => {
    const second = await device(browser, PHONE, server.origin);
    await signIn(second.page, MAYA.name, MAYA.password);
    await goTo(second.page, "For session");
    await second.page.getByText("2 check-ins are shared, 1 of them as numbers only.").waitFor();
    await second.page.getByRole("link", { name: /Second vetiver/ }).click();
    await second.page.getByText("Dr. Okafor can read this page.").waitFor();
    await second.page.getByRole("button", { name: "Take back" }).click();
    await second.page.getByText("Taken back.").waitFor();
    await desk.getByText("1 unread").waitFor();
    await hand.getByRole("link", { name: /Second vetiver/ }).waitFor({ state: "detached" });
    await goTo(second.page, "For session");
    await second.page.getByRole("button", { name: "Take these back" }).click();
    await desk.getByText("No check-ins are shared for these days.").waitFor();
    assert.deepEqual(second.broken, []);
    await second.context.close();
  });

  await test("what stayed private was never in anything that was granted, and not one word left the phone", async () => {
    const words = ["quince", "cardamom", "vetiver", "lovage", "Galangal", "Third page stays", "before the rule"];
    assert.deepEqual(await outside(server, [doctor, phone], words), []);
    const wide = operations(phone.sent).filter(({ change }) => change.grants?.length > 0);
    const records = new Set(wide.map(({ record }) => record));
    // The page whose passage was shared was never granted itself.
    assert.ok(records.size > 0 && !records.has(entry.split("/").at(-1)));
  });

  await test("no page said that something broke", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });
  await doctor.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

/** Every operation that was pushed. */
function operations(sent) {
  const bodies = sent.filter((text) => /\/api\/v1\/sync\n\{/.test(text)).map((text) => JSON.parse(text.slice(text.indexOf("\n"))));
  return bodies.flatMap(({ operations }) => operations);
}

/** Every sealed content that a reader was given the key of, without what everybody who is paired has. */
function granted(sent) {
  const all = operations(sent).filter(({ change }) => change.grants?.length > 0);
  // The first is the name.
  const [profile] = all;
  const contents = all.filter(({ record }) => record !== profile.record).map(({ change }) => change.content);
  return [...new Set(contents)].map((text) => Buffer.from(text, "base64url"));
}
