// Keeping and leaving an account: locking, the ways in, settings on every device, parting, the end.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { credentials, goTo, invite, join, keepKit, setUp, signIn, synced, unlock, writeFreely } from "./people.mjs";
import { holds, lines } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge, photo } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };
const NEW_PASSWORD = "kettle lamp stone river";
const MINUTE = 60_000;

export async function account({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-account-"));
  const server = await startServer(binary, data);
  const { origin } = server;
  const doctor = await device(browser, LAPTOP, origin);
  const phone = await device(browser, PHONE, origin);
  const [desk, hand] = [doctor.page, phone.page];
  const second = await device(browser, PHONE, origin);
  let password = MAYA.password;
  let kit;

  /** To another screen as the browser's own way back goes: without a new page, which would be locked. */
  const to = (page, where) =>
    page.evaluate((where) => {
      history.pushState(null, "", where);
      dispatchEvent(new PopStateEvent("popstate"));
    }, where);
  const you = async (page, ...names) => {
    await to(page, "/app/you");
    await page.getByRole("link", { name: /^Settings/ }).waitFor();
    for (const name of names) await page.getByRole("link", { name }).click();
  };
  const open = async (page) => {
    await page.getByRole("heading", { name: "Your journal is locked" }).waitFor();
    const instead = page.getByRole("button", { name: "Use the password instead" });
    if ((await instead.count()) > 0) await instead.click();
    await unlock(page, password);
  };
  const byCode = async (page, code) => {
    await page.getByLabel("Passcode", { exact: true }).fill(code);
    await page.getByRole("button", { name: "Unlock" }).click();
  };
  /** As if another app were opened, or this one again. Gives how much of the page is seen in that moment. */
  const hide = (page, hidden) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
      return getComputedStyle(document.body).opacity;
    }, hidden);
  const free = async (page) => {
    await to(page, "/app");
    await page.getByRole("link", { name: /Write freely/ }).click();
    await page.getByRole("textbox").waitFor();
  };

  await test("two people are connected, and one page is shared and read", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    await hand.goto(await invite(desk, "Maya"));
    kit = await join(hand, MAYA);
    await free(hand);
    await hand.getByRole("textbox").fill("the house by the sea");
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("button", { name: "Share with Dr. Okafor", exact: true }).click();
    await hand.getByText("Dr. Okafor can read this page.").waitFor();
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("link", { name: /the house by the sea/ }).click();
    await desk.getByText("the house by the sea").waitFor();
    await hand.getByText(/^opened /).waitFor();
  });

  await test("the privacy page shows what is shared and when it was opened, and it can be taken back there", async () => {
    await you(hand);
    await look(hand, "you", screens);
    await hand.getByRole("link", { name: "Privacy" }).click();
    await hand.getByText("2 things, with Dr. Okafor").waitFor();
    await look(hand, "privacy", screens);
    await lookLarge(hand, "privacy", screens);
    await hand.getByRole("link", { name: /Everything you share/ }).click();
    await hand.getByText(/^opened /).waitFor();
    await look(hand, "shared", screens);
    await lookLarge(hand, "shared", screens);
    const page = hand.getByRole("listitem").filter({ hasText: "the house by the sea" });
    await page.getByRole("button", { name: "Take back" }).click();
    await hand.getByRole("heading", { name: "Opened earlier, not shared now" }).waitFor();
    await look(hand, "shared-before", screens);
    await synced(hand);
    await desk.goto("/app");
    await unlock(desk, DOCTOR.password);
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByText("No page is shared right now").waitFor();
  });

  await test("settings apply at once, before unlocking, and on the second device", async () => {
    await you(hand, /^Settings/);
    await look(hand, "settings", screens);
    await lookLarge(hand, "settings", screens);
    await hand.getByText("Europe/London").waitFor();
    const before = await hand.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    await hand.getByRole("radio", { name: "dim" }).check({ force: true });
    await hand.getByRole("radio", { name: "larger" }).check({ force: true });
    await hand.getByRole("checkbox", { name: /No movement/ }).check();
    await hand.getByRole("checkbox", { name: /left hand/ }).check();
    await hand.getByRole("checkbox", { name: /leave at once/ }).check();
    await hand.getByLabel("Country for crisis lines").selectOption({ label: "New Zealand" });
    const isOn = async (page) => {
      await page.waitForFunction(() => document.documentElement.dataset.text === "larger");
      const on = await page.evaluate(() => ({ ...document.documentElement.dataset }));
      assert.deepEqual(on, {
        theme: "dim",
        text: "larger",
        motion: "still",
        hand: "left",
      });
    };
    await isOn(hand);
    const after = await hand.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    assert.ok(Math.abs(after / before - 1.3) < 0.01, `${before} px became ${after} px`);
    await hand.screenshot({ path: `${screens}settings-chosen.png`, fullPage: true });
    await hand.getByRole("link", { name: "You", exact: true }).click();
    await synced(hand);
    await hand.reload();
    // Locked, and as chosen all the same.
    await hand.getByRole("heading", { name: "Your journal is locked" }).waitFor();
    await isOn(hand);
    await signIn(second.page, MAYA.name, password);
    await isOn(second.page);
    await second.page.getByRole("button", { name: "Leave now" }).waitFor();
    await open(hand);
  });

  await test("help opens at the numbers of the chosen country, without the server being told", async () => {
    await hand.getByRole("link", { name: "Help now" }).click();
    await hand.getByRole("link", { name: "Call 1737" }).waitFor();
    const first = async () => {
      await lines(hand.locator("article h2"), ["New Zealand"]);
      assert.equal(await hand.locator(".urgent a").getAttribute("href"), "tel:111");
      assert.equal(await hand.getByRole("link", { name: "Call 1737" }).count(), 1);
    };
    await first();
    // It looks as the app does.
    const looks = await hand.evaluate(() => ({
      ...document.documentElement.dataset,
      paper: getComputedStyle(document.documentElement).backgroundColor,
    }));
    assert.deepEqual(looks, { theme: "dim", text: "larger", motion: "still", hand: "left", paper: "rgb(14, 12, 10)" });
    await look(hand, "help-chosen", screens);
    // From wherever help is opened on this device.
    await hand.goto("/help");
    await first();
    // Where the page would have begun is one tap away, whole, and can be put first instead.
    await hand.getByText("United Kingdom").click();
    assert.equal(await hand.getByRole("link", { name: "Call 116 123" }).filter({ visible: true }).count(), 1);
    const instead = hand.getByRole("link", { name: "Always show this first" }).filter({ visible: true });
    assert.equal(await instead.getAttribute("href"), "/help?country=GB");
    assert.ok(!phone.sent.some((request) => request.split("\n")[0].includes("NZ")));
    await hand.goto("/app");
    await open(hand);
  });

  await test("the way out leads to another page, by a tap and by Escape twice, and keeps what was typed", async () => {
    await phone.context.route("https://www.wikipedia.org/", (route) => route.fulfill({ body: "<h1>elsewhere</h1>", contentType: "text/html" }));
    await free(hand);
    await hand.getByRole("textbox").fill("before leaving in a hurry");
    await hand.getByRole("button", { name: "Leave now" }).click();
    await hand.getByRole("heading", { name: "elsewhere" }).waitFor();
    await hand.goto("/app");
    await open(hand);
    await hand.getByRole("link", { name: "Go on" }).click();
    await holds(hand.locator("textarea"), "before leaving in a hurry");
    await hand.keyboard.press("Escape");
    await hand.keyboard.press("Escape");
    await hand.getByRole("heading", { name: "elsewhere" }).waitFor();
    await hand.goto("/app");
    await open(hand);
    await you(hand, /^Settings/);
    await hand.getByRole("radio", { name: "as this device" }).check({ force: true });
    await hand.getByRole("radio", { name: "usual" }).check({ force: true });
    for (const name of [/No movement/, /left hand/, /leave at once/]) await hand.getByRole("checkbox", { name }).uncheck();
    assert.deepEqual(await hand.evaluate(() => ({ ...document.documentElement.dataset })), {});
  });

  await test("a passcode opens the journal here, without a network, and wrong ones get slow and then are over", async () => {
    await you(hand, /^Privacy/, /^Passcode/);
    const set = async (code, again = code) => {
      await hand.getByLabel(/^Passcode \(6/).fill(code);
      await hand.getByLabel("The same once more").fill(again);
      await hand.getByRole("button", { name: /the passcode$/ }).click();
    };
    await set("123456");
    await hand.getByText("not ones that come in a row").waitFor();
    await set("719304", "719305");
    await hand.getByText("The two are not the same").waitFor();
    await look(hand, "passcode", screens);
    await lookLarge(hand, "passcode", screens);
    await set("719304");
    await hand.getByText("Your passcode is set").waitFor();
    await hand.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await phone.context.setOffline(true);
    await hand.reload();
    await look(hand, "unlock-passcode", screens);
    await byCode(hand, "719305");
    await hand.getByText("That is not your passcode").waitFor();
    await byCode(hand, "719304");
    await hand.getByText("Your passcode is set").waitFor({ state: "detached" });
    await hand.getByRole("heading", { name: "Passcode for this device" }).waitFor();
    await phone.context.setOffline(false);
    await hand.reload();
    for (let tries = 0; tries < 4; tries += 1) {
      await byCode(hand, "000001");
      await hand.getByText("That is not your passcode").waitFor();
    }
    await byCode(hand, "719304");
    await hand.getByText("Too many tries").waitFor();
    await look(hand, "unlock-slowed", screens);
    // The password is not slowed, and whoever knows it starts anew.
    await open(hand);
    await hand.getByRole("heading", { name: "Passcode for this device" }).waitFor();
    await hand.reload();
    // Ten in all, with the waits skipped over: then only the password opens.
    await hand.clock.install({ time: Date.now() });
    await hand.reload();
    for (let tries = 0; tries < 9; tries += 1) {
      await byCode(hand, "000001");
      await hand.getByText("That is not your passcode").waitFor();
      await hand.clock.setSystemTime(Date.now() + (tries + 1) * 20 * MINUTE);
    }
    await byCode(hand, "000001");
    await hand.getByText("the passcode is off now").waitFor();
    await look(hand, "passcode-off", screens);
    await unlock(hand, password);
    await hand.getByRole("button", { name: "Set the passcode" }).waitFor();
  });

  // A tab of its own, whose clock is turned.
  const other = await phone.context.newPage();
  await test("out of sight it is covered and then locks; what was being typed is there", async () => {
    await other.clock.install({ time: Date.now() });
    await other.goto("/app");
    await open(other);
    await free(other);
    await other.getByRole("textbox").fill("typed a moment before");
    assert.equal(await hide(other, true), "0");
    await other.screenshot({ path: `${screens}covered.png` });
    assert.equal(await hide(other, false), "1");
    assert.equal(await other.evaluate(() => document.activeElement.tagName), "TEXTAREA");
    // The timers sleep with the phone: the clock alone went on.
    await hide(other, true);
    await other.clock.setSystemTime(Date.now() + 6 * MINUTE);
    assert.equal(await hide(other, false), "0", "a glance");
    await open(other);
    await holds(other.locator("textarea"), "typed a moment before");
  });

  await test("untouched it locks by itself, in the middle of a word", async () => {
    await free(other);
    await other.clock.fastForward(14 * MINUTE);
    await other.getByRole("textbox").pressSequentially("half a wor");
    // Not a timer of the draft has run: locking itself must hand the words over.
    await other.clock.setSystemTime(Date.now() + 40 * MINUTE);
    await other.clock.runFor(6_000);
    await open(other);
    await holds(other.locator("textarea"), "half a wor");
  });

  await test("how soon it locks is chosen: out of sight and untouched", async () => {
    const settings = other.getByRole("heading", { level: 1, name: "Settings" });
    const chosen = [other.getByLabel("When it is out of sight"), other.getByLabel("When nobody touches it")];
    const choose = async (...minutes) => {
      for (const [at, field] of chosen.entries()) {
        await field.selectOption(minutes[at]);
        await holds(field, minutes[at]);
      }
    };
    /** As much later as the page's clock says, and its timers have run since. */
    const later = async (time) => {
      await other.clock.setSystemTime((await other.evaluate(() => Date.now())) + time);
      await other.clock.runFor(6_000);
    };
    await you(other, /^Settings/);
    await choose("1", "5");
    await hide(other, true);
    await later(MINUTE / 2);
    assert.equal(await hide(other, false), "1", "half a minute is not one");
    await settings.waitFor();
    await hide(other, true);
    await later(MINUTE);
    await open(other);
    await settings.waitFor();
    await later(4 * MINUTE);
    await settings.waitFor();
    await later(MINUTE);
    await open(other);
    await settings.waitFor();
    for (const [at, minutes] of ["1", "5"].entries()) await holds(chosen[at], minutes);
    await choose("5", "15");
  });

  await test("with no room on the phone it does not lock words away", async () => {
    await free(other);
    await other.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
      window.makeRoom = () => (IDBObjectStore.prototype.put = put);
    });
    await other.getByRole("textbox").fill("written without room");
    await other.getByText("This phone has no room left").waitFor();
    await hide(other, true);
    await other.evaluate((time) => (Date.now = () => time), Date.now() + 90 * MINUTE);
    await hide(other, false);
    // Locking is tried for five seconds, then the words are in sight again.
    await other.waitForFunction(() => !("covered" in document.documentElement.dataset), null, { timeout: 15_000 });
    await holds(other.locator("textarea"), "written without room");
    await other.evaluate(() => window.makeRoom());
    await open(other);
    await holds(other.locator("textarea"), "written without room");
    await other.close();
    await hand.getByRole("button", { name: "Go on here" }).click();
    await open(hand);
  });

  await test("a new password signs the other device out, and opens this one, also without a network", async () => {
    await synced(second.page);
    await you(hand, /^Privacy/, /^Signed-in devices/);
    await hand.getByRole("button", { name: "sign out there" }).first().waitFor();
    await look(hand, "devices", screens);
    await lookLarge(hand, "devices", screens);
    await you(hand, /^Privacy/, /^Change your password/);
    await hand.getByLabel("The password you have now").fill("not the password");
    await hand.getByLabel(/^New password/).fill(NEW_PASSWORD);
    await hand.getByRole("button", { name: "Change it" }).click();
    await hand.getByText("That is not your password").waitFor();
    await look(hand, "password", screens);
    await lookLarge(hand, "password", screens);
    await hand.getByLabel("The password you have now").fill(password);
    await hand.getByRole("button", { name: "Change it" }).click();
    await hand.getByText("Your new password is in force").waitFor();
    await look(hand, "password-done", screens);
    const old = password;
    password = NEW_PASSWORD;
    await phone.context.setOffline(true);
    await hand.reload();
    await unlock(hand, old);
    await hand.getByText("That is not the password this journal opens with").waitFor();
    await unlock(hand, password);
    await hand.getByRole("heading", { name: "Change your password" }).waitFor();
    await phone.context.setOffline(false);
    await free(second.page);
    await second.page.getByRole("textbox").fill("on a device that was signed out");
    await second.page.getByRole("button", { name: "Done" }).click();
    await second.page.getByRole("link", { name: "Today" }).last().click();
    await second.page.getByText("Saved on this phone. Sign in again to sync.").waitFor();
    await second.page.getByRole("link", { name: "Sign in" }).click();
    await credentials(second.page, MAYA.name, old);
    await second.page.getByRole("button", { name: "Sign in" }).click();
    await second.page.getByText("Name and password do not belong together").waitFor();
    await credentials(second.page, MAYA.name, password);
    await second.page.getByRole("button", { name: "Sign in" }).click();
    await second.page.waitForURL("**/app");
    await synced(second.page);
  });

  await test("a new recovery kit works and the old one is dead; left halfway, the old one still counts", async () => {
    await you(hand, /^Privacy/, /^A new recovery kit/);
    await look(hand, "new-kit", screens);
    await hand.getByRole("button", { name: "Show the new code" }).click();
    await keepKit(hand);
    await hand.getByRole("heading", { name: "Make the new code count" }).waitFor();
    // Left here: nothing has changed yet, which the last step below shows by its own old code.
    await you(hand, /^Privacy/, /^A new recovery kit/);
    await hand.getByRole("button", { name: "Show the new code" }).click();
    const fresh = await keepKit(hand);
    await look(hand, "new-kit-confirm", screens);
    await hand.getByLabel("Password").fill(password);
    await hand.getByRole("button", { name: "Make it count" }).click();
    await hand.getByText("The new code counts from now on").waitFor();
    await look(hand, "new-kit-done", screens);
    const lost = await device(browser, PHONE, origin);
    const recover = async (code) => {
      await lost.page.goto("/recover");
      await lost.page.getByLabel("Recovery code").fill(code);
      await credentials(lost.page, MAYA.name, MAYA.password);
      await lost.page.getByRole("button", { name: "Open my journal" }).click();
    };
    await recover(kit);
    await lost.page.getByText("Name and recovery code do not belong together").waitFor();
    await recover(fresh);
    await keepKit(lost.page);
    await goTo(lost.page, "Journal");
    await lost.page.getByText("the house by the sea").waitFor();
    password = MAYA.password;
    assert.deepEqual(lost.broken, []);
    await lost.context.close();
    await signIn(hand, MAYA.name, password);
    await synced(hand);
  });

  await test("on a shared computer nothing stays behind", async () => {
    const library = await device(browser, LAPTOP, origin);
    await library.page.goto("/signin");
    await credentials(library.page, MAYA.name, password);
    await library.page.getByRole("checkbox", { name: /my own device/ }).uncheck();
    await library.page.getByRole("button", { name: "Sign in" }).click();
    await library.page.waitForURL("**/app");
    await synced(library.page);
    await library.page.reload();
    await library.page.waitForURL("**/signin");
    const left = await library.page.evaluate(async () => {
      const database = await new Promise((done) => (indexedDB.open("interleaf").onsuccess = (event) => done(event.target.result)));
      const rows = [];
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        rows.push(...(await new Promise((done) => (all.onsuccess = () => done(all.result)))));
      }
      return [rows.length, localStorage.length, (await fetch("/api/v1/session")).status];
    });
    assert.deepEqual(left, [0, 0, 401]);
    await library.context.close();
  });

  await test("on a shared computer a photo stays, sealed, until the server has it", async () => {
    const library = await device(browser, LAPTOP, origin);
    const { page } = library;
    const comeIn = async () => {
      await credentials(page, MAYA.name, password);
      await page.getByRole("checkbox", { name: /my own device/ }).uncheck();
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL("**/app");
    };
    await page.goto("/signin");
    await comeIn();
    const chunks = /\/api\/v1\/blobs\/[^/]+\/\d+$/;
    const arrived = [];
    page.on("response", (response) => chunks.test(response.url()) && arrived.push(response.status()));
    await library.context.route(chunks, (route) => route.abort("connectionreset"));
    await writeFreely(page);
    await page.getByRole("textbox").fill("the shelf with the maps");
    await page.locator("input[type=file]").setInputFiles(await photo(page));
    await page.getByRole("img", { name: "A photo" }).waitFor();
    await page.getByText("saved and synced").first().waitFor();
    await page.getByRole("button", { name: "Done" }).last().click();
    await page.waitForURL("**/app/entry/*");
    await goTo(page, "Today");
    await page.getByText("Syncing…").waitFor();
    await page.getByRole("link", { name: "You", exact: true }).click();
    // Locked by hand, and the page closed after it: both look what is still here only.
    await page.getByRole("button", { name: "Lock now" }).click();
    await page.getByRole("heading", { name: /^(Please sign in again|Sign in)$/ }).waitFor();
    assert.deepEqual(arrived, [], "the server has none of it");
    await page.getByRole("heading", { name: "Please sign in again" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Please sign in again" }).waitFor();
    await library.context.unroute(chunks);
    await page.getByRole("link", { name: "Sign in" }).click();
    await comeIn();
    await synced(page);
    await goTo(page, "Journal");
    await page.getByText("the shelf with the maps").click();
    await page.locator(".attachment").getByText("saved and synced").waitFor();
    await page.reload();
    await page.waitForURL("**/signin");
    await library.context.close();
  });

  await test("an account that is to go can be kept, and is asked about first", async () => {
    await you(hand, /^Privacy/, /^Delete your account/);
    await look(hand, "delete", screens);
    await lookLarge(hand, "delete", screens);
    await hand.getByLabel(/^Your password/).fill("not the password");
    await hand.getByRole("button", { name: "Delete in 7 days" }).click();
    await hand.getByText("That is not your password").waitFor();
    await hand.getByLabel(/^Your password/).fill(password);
    await hand.getByRole("button", { name: "Delete in 7 days" }).click();
    await hand.getByRole("heading", { name: "Your account will be deleted" }).waitFor();
    await look(hand, "delete-done", screens);
    await signIn(hand, MAYA.name, password);
    await hand.getByRole("heading", { name: "Your account is to be deleted" }).waitFor();
    assert.equal(await hand.getByRole("navigation", { name: "Main" }).count(), 0);
    await look(hand, "delete-undo", screens);
    await lookLarge(hand, "delete-undo", screens);
    await hand.getByRole("button", { name: "Keep my account" }).click();
    await goTo(hand, "Journal");
    await hand.getByText("the house by the sea").waitFor();
    await hand.reload();
    await open(hand);
    await goTo(hand, "Today");
    await synced(hand);
  });

  await test("whoever leaves is gone from the other side, and keeps every word", async () => {
    await goTo(hand, "Journal");
    await hand.getByText("the house by the sea").click();
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("button", { name: "Share with Dr. Okafor", exact: true }).click();
    await hand.getByText("Dr. Okafor can read this page.").waitFor();
    await desk.getByText("the house by the sea").waitFor();
    await you(hand, /^Privacy/, /^End the connection/);
    await look(hand, "part", screens);
    await lookLarge(hand, "part", screens);
    await hand.getByRole("button", { name: "End the connection" }).click();
    await hand.getByText("Nothing is shared right now").waitFor();
    await desk.getByText("the house by the sea").waitFor({ state: "detached" });
    await desk.goto("/app");
    await unlock(desk, DOCTOR.password);
    await desk.getByRole("heading", { name: "Clients" }).waitFor();
    await synced(desk);
    assert.equal(await desk.getByRole("link", { name: /Maya/ }).count(), 0);
    await hand.goto("/app");
    await open(hand);
    await free(hand);
    await hand.getByRole("textbox").fill("for nobody but me");
    await hand.getByText("saved and synced").waitFor();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByText("for nobody but me").waitFor();
    assert.equal(await hand.getByRole("link", { name: /^Share/ }).count(), 0);
    await goTo(hand, "Journal");
    await hand.getByText("the house by the sea").waitFor();
  });

  await test("words that were shared without a network while the other side left do not hang", async () => {
    const other = await device(browser, PHONE, origin);
    await other.page.goto(await invite(desk, "Jonas"));
    await join(other.page, { name: "jonas", password: "even more plain words", called: "Jonas" });
    await free(other.page);
    await other.page.getByRole("textbox").fill("on the train");
    await other.page.getByRole("button", { name: "Done" }).click();
    await other.page.getByRole("link", { name: "Share with Dr. Okafor…" }).waitFor();
    await other.context.setOffline(true);
    await other.page.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await other.page.getByRole("button", { name: "Share with Dr. Okafor", exact: true }).click();
    await other.page.getByText("Dr. Okafor can read this page.").waitFor();
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Jonas/ }).click();
    await desk.getByRole("link", { name: "End the connection" }).click();
    await look(desk, "part-client", screens);
    await desk.getByRole("button", { name: "End the connection" }).click();
    await desk.getByRole("heading", { name: "Clients" }).waitFor();
    assert.equal(await desk.getByRole("link", { name: /Jonas/ }).count(), 0);
    await other.context.setOffline(false);
    await goTo(other.page, "Today");
    await synced(other.page);
    await goTo(other.page, "Journal");
    await other.page.getByText("on the train").waitFor();
    assert.equal(await other.page.getByText(/does not take one of your changes/).count(), 0);
    assert.deepEqual(other.broken, []);
    await other.context.close();
  });

  await test("a recovery kit that was not typed back is said on every device until there is a new one", async () => {
    const ada = { name: "ada", password: "quiet lamp by the river" };
    const [first, other] = [await device(browser, PHONE, origin), await device(browser, PHONE, origin)];
    const page = first.page;
    const missing = (page) => page.getByText("Your recovery code is not in safety yet");
    const makeNew = page.getByRole("link", { name: "Make a new recovery kit" });
    await page.goto(await invite(desk, "Ada"));
    await page.getByLabel("What should your therapist call you?").fill("Ada");
    await credentials(page, ada.name, ada.password);
    await page.getByRole("button", { name: "Make my journal" }).click();
    await page.getByRole("heading", { name: "Your recovery kit" }).waitFor();
    // As a phone that ends the app while somebody looks for a pen.
    await page.reload();
    await page.getByRole("link", { name: "Open my journal" }).click();
    await unlock(page, ada.password);
    await missing(page).waitFor();
    await synced(page);
    await look(page, "kit-missing", screens);
    await lookLarge(page, "kit-missing", screens);
    await signIn(other.page, ada.name, ada.password);
    await missing(other.page).waitFor();
    await makeNew.click();
    await page.getByRole("button", { name: "Show the new code" }).click();
    const fresh = await keepKit(page);
    await page.getByLabel("Password").fill(ada.password);
    await page.getByRole("button", { name: "Make it count" }).click();
    await page.getByText("The new code counts from now on").waitFor();
    await to(page, "/app");
    await synced(page);
    assert.equal(await missing(page).count(), 0);
    await missing(other.page).waitFor({ state: "detached" });
    // Coming back with the code makes another one, which can be missed as well.
    await other.page.goto("/recover");
    await other.page.getByLabel("Recovery code").fill(fresh);
    await credentials(other.page, ada.name, NEW_PASSWORD);
    await other.page.getByRole("button", { name: "Open my journal" }).click();
    await other.page.getByRole("heading", { name: "Your recovery kit" }).waitFor();
    await other.page.goto("/app");
    await unlock(other.page, NEW_PASSWORD);
    await missing(other.page).waitFor();
    assert.deepEqual([...first.broken, ...other.broken], []);
    await first.context.close();
    await other.context.close();
  });

  await test("nothing broke on the way", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken, ...second.broken], []);
  });
  await doctor.context.close();
  await second.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
