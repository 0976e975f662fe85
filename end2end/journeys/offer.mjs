// The quiet offer of help beside certain words: on this phone alone, never in the way, and away when it is not wanted.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { appoint, goTo, invite, join, setUp, synced, unlock, writeFreely } from "./people.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };

export async function offer({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-offer-"));
  const server = await startServer(binary, data);
  const doctor = await device(browser, LAPTOP, server.origin);
  const phone = await device(browser, PHONE, server.origin);
  const hand = phone.page;
  const lead = hand.getByText("If it is heavy right now, you can talk to somebody.");
  const pushes = () => phone.sent.filter((one) => one.includes("/api/v1/sync\n{")).length;
  /** How many rows this phone keeps, in every database and store. */
  const rows = () =>
    hand.evaluate(async () => {
      let count = 0;
      for (const { name } of await indexedDB.databases()) {
        const open = indexedDB.open(name);
        const database = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));
        for (const store of database.objectStoreNames) {
          const asked = database.transaction(store).objectStore(store).count();
          count += await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
        }
        database.close();
      }
      return count;
    });
  const free = () => writeFreely(hand);

  await test("offer: beside certain words stands the way to help, without a network, and typing goes on", async () => {
    await setUp(doctor.page, server.setupLink, DOCTOR);
    await hand.goto(await invite(doctor.page, "somebody"));
    await join(hand, MAYA);
    await hand.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await hand.getByRole("link", { name: /Write freely/ }).click();
    const paper = hand.getByRole("textbox");
    await paper.fill("My ego died and I was the sea. I do not want to die.");
    await hand.getByText("saved and synced").waitFor();
    assert.equal(await lead.count(), 0);
    await phone.context.setOffline(true);
    await paper.pressSequentially(" Last night I wanted to kill myself");
    await lead.waitFor();
    assert.equal(await paper.evaluate((field) => document.activeElement === field), true);
    const card = hand.locator(".offer");
    assert.equal(await card.getByRole("link", { name: "Help now" }).getAttribute("href"), "/help");
    await card.getByRole("link", { name: "My safety plan" }).waitFor();
    await look(hand, "offer", screens);
    await lookLarge(hand, "offer", screens);
    await phone.context.setOffline(false);
    await hand.getByText("saved and synced").waitFor();
  });

  await test("offer: put away it rests for that page; nothing is sent or kept of it", async () => {
    const [before, kept] = [pushes(), await rows()];
    await hand.getByRole("button", { name: "Put this away" }).click();
    await lead.waitFor({ state: "detached" });
    await goTo(hand, "Today").catch(() => hand.getByRole("link", { name: "Today" }).click());
    await synced(hand);
    assert.deepEqual([pushes(), await rows()], [before, kept]);
    await hand.getByRole("link", { name: "Go on" }).click();
    await hand.getByRole("textbox").pressSequentially(". I want to die");
    await hand.getByText("saved and synced").waitFor();
    assert.equal(await lead.count(), 0);
    await hand.getByRole("button", { name: "Done" }).click();
  });

  await test("offer: another page may show it again, unless it is switched off", async () => {
    await free();
    await hand.getByRole("textbox").fill("better off without me");
    await lead.waitFor();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByRole("link", { name: "You", exact: true }).click();
    await hand.getByRole("link", { name: /Settings/ }).click();
    await hand.getByLabel(/Offer help beside certain words/).uncheck();
    await look(hand, "offer-setting", screens);
    await hand.reload();
    await unlock(hand, MAYA.password);
    assert.equal(await hand.getByLabel(/Offer help beside certain words/).isChecked(), false);
    await hand.getByRole("link", { name: "You", exact: true }).first().click();
    await free();
    await hand.getByRole("textbox").fill("better off without me");
    await hand.getByText("saved and synced").waitFor();
    assert.equal(await lead.count(), 0);
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });

  await test("offer: it stands beside a check-in, a page of a line or two, and in the hours after a dose, too", async () => {
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByRole("link", { name: "You", exact: true }).click();
    await hand.getByRole("link", { name: /Settings/ }).click();
    await hand.getByLabel(/Offer help beside certain words/).check();
    await hand.getByRole("link", { name: "You", exact: true }).first().click();
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /^Check in/ }).first().click();
    for (const step of ["in between", "a little", "some", "well", "close"]) {
      await hand.getByRole("button", { name: step, exact: true }).click();
    }
    await hand.getByLabel("A line, if you like").fill("I want to be dead");
    await lead.waitFor();
    await look(hand, "offer-check-in", screens);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByRole("heading", { name: "Your check-in" }).waitFor();
    await goTo(hand, "Today");
    await synced(hand);
    await hand.goto("/app/threads");
    await unlock(hand, MAYA.password);
    await hand.getByRole("link", { name: "Add an insight" }).click();
    await hand.getByRole("textbox").fill("they are better off without me");
    await lead.waitFor();
    await hand.getByRole("button", { name: "Keep", exact: true }).click();
    await lead.waitFor({ state: "detached" });
    await goTo(doctor.page, "Clients");
    await doctor.page.getByRole("link", { name: /Maya/ }).click();
    await doctor.page.getByRole("link", { name: "Appointments" }).click();
    await appoint(doctor.page, "Dosing session", -3);
    await goTo(hand, "Today");
    await hand.getByRole("heading", { level: 1, name: "What is here?" }).waitFor();
    await hand.getByRole("link", { name: "Write", exact: true }).click();
    await hand.getByRole("button", { name: "a line", exact: true }).click();
    await hand.getByRole("textbox").pressSequentially("I do not want to live");
    await lead.waitFor();
    assert.equal(await hand.getByRole("textbox").evaluate((field) => document.activeElement === field), true);
    await look(hand, "offer-soft", screens);
    await lookLarge(hand, "offer-soft", screens);
    // As large as everything there.
    const card = hand.locator(".offer");
    for (const one of await card.locator("a, button").all()) {
      const { width, height } = await one.boundingBox();
      assert.ok(width >= 64 && height >= 64, `${await one.innerText()}: ${width} by ${height}`);
    }
    await card.getByRole("button", { name: "Put this away" }).click();
    await lead.waitFor({ state: "detached" });
    await hand.getByRole("button", { name: "Enough for now" }).click();
    await hand.getByRole("heading", { level: 1, name: "That is enough." }).waitFor();
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });

  await phone.context.close();
  await doctor.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
