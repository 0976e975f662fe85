// The whole loop, as two people live it: written on a phone, cut off in the middle, shared, read before the hour, taken back.
import assert from "node:assert/strict";
import { onDisk, outside, sealed } from "./canary.mjs";
import { appoint, credentials, goTo, invite, join, keepKit, setUp, signIn, synced, unlock } from "./people.mjs";
import { holds, numbers } from "./seen.mjs";
import { LAPTOP, PHONE, countTaps, device, look, lookLarge } from "./world.mjs";

const OKAFOR = { name: "okafor", password: "four plain words here", practice: "Gorse Lantern", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya Teasel" };
// Words that nobody else may ever see. Those of the shared entry are taken back in the end.
const WORDS = {
  still: "heliotrope staircase",
  themes: "quartz lullaby",
  change: "walnut telegram",
  private: "obsidian teaspoon",
  note: "marzipan thunder",
  edited: "cinnabar umbrella",
  therapist: "sepia footbridge",
  room: "tamarind alcove",
};

const NEW_PASSWORD = "another four plain words";
const DESK_PASSWORD = "seven lamps behind it";

export async function theLoop({ browser, server, screens, test }) {
  const { origin } = server;
  const doctor = await device(browser, LAPTOP, origin);
  const phone = await device(browser, PHONE, origin);
  const desk = doctor.page;
  let hand = phone.page;
  // Every other device that somebody came to, and every recovery code: searched in the end like all else.
  const others = [];
  const codes = [];
  let code;
  let entry;

  await test("a therapist sets up a practice and keeps the recovery kit", async () => {
    await desk.goto(server.setupLink);
    await desk.getByRole("heading", { name: "Set up your practice" }).waitFor();
    await look(desk, "setup", screens);
    codes.push(await setUp(desk, server.setupLink, OKAFOR));
    await desk.getByText("Nobody is here yet").waitFor();
    await look(desk, "caseload-empty", screens);
  });

  await test("an invitation shows whose practice it is, and both sides are verified", async () => {
    const link = await invite(desk, WORDS.therapist);
    await look(desk, "invite", screens);
    await hand.goto(link);
    await hand.getByRole("heading", { name: "Dr. Okafor invites you" }).waitFor();
    await hand.getByText(OKAFOR.practice).waitFor();
    await look(hand, "join", screens);
    await lookLarge(hand, "join", screens);
    codes.push((code = await join(hand, MAYA)));
    const secret = link.split("#")[1];
    assert.deepEqual([...doctor.sent, ...phone.sent].filter((text) => text.includes(secret)), []);
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("heading", { level: 1, name: MAYA.called }).waitFor();
    assert.equal(await desk.getByText("Not verified").count(), 0);
  });

  await test("the plan that the therapist enters is on the phone", async () => {
    await desk.getByRole("link", { name: "Appointments" }).click();
    await appoint(desk, "Dosing session", -30);
    await appoint(desk, "Integration", 46, WORDS.room);
    await desk.getByText(`${MAYA.called} sees this plan`).waitFor();
    await look(desk, "plan", screens);
    await hand.getByText("after your first session").waitFor();
    await hand.getByRole("heading", { name: "What is still with you?" }).waitFor();
    await hand.getByText("Dr. Okafor").waitFor();
    await look(hand, "today", screens);
    await lookLarge(hand, "today", screens);
  });

  await test("words typed with the network cut, the tab closed and nothing saved by hand are all there", async () => {
    await hand.getByRole("link", { name: "Write", exact: true }).click();
    await hand.getByRole("textbox").fill(WORDS.still);
    await hand.getByRole("button", { name: "tender" }).click();
    await hand.getByText("saved and synced").waitFor();
    await look(hand, "write", screens);
    await lookLarge(hand, "write", screens);
    await phone.context.setOffline(true);
    await hand.getByRole("button", { name: "Next" }).click();
    await hand.getByRole("heading", { name: "What keeps coming back?" }).waitFor();
    await hand.getByRole("textbox").fill(WORDS.themes);
    await hand.getByText("saved on this phone").waitFor();
    await hand.close();
    hand = phone.page = await phone.context.newPage();
    await hand.goto("/app");
    await look(hand, "unlock", screens);
    await unlock(hand, MAYA.password);
    await hand.getByRole("heading", { name: "Go on where you stopped" }).waitFor();
    await hand.getByText(/Offline. One change is saved on this phone/).waitFor();
    await look(hand, "today-offline", screens);
    await hand.getByRole("link", { name: "Go on" }).click();
    await hand.getByRole("heading", { name: "What keeps coming back?" }).waitFor();
    await holds(hand.locator("textarea"), WORDS.themes);
    await hand.getByRole("button", { name: "back", exact: true }).click();
    await hand.getByRole("heading", { name: "What is still with you?" }).waitFor();
    await holds(hand.locator("textarea"), WORDS.still);
    assert.equal(await hand.getByRole("button", { name: "tender" }).getAttribute("aria-pressed"), "true");
  });

  await test("a page is finished offline, every prompt can be skipped, the phone's back button turns a page back", async () => {
    for (const _ of [1, 2]) await hand.getByRole("button", { name: "skip" }).click();
    await hand.getByRole("heading", { name: "How does it speak to what you wanted to turn toward?" }).waitFor();
    await hand.goBack();
    await hand.getByRole("heading", { name: "What keeps coming back?" }).waitFor();
    for (const _ of [1, 2]) await hand.getByRole("button", { name: "Next" }).click();
    await hand.getByRole("heading", { name: "What is one small thing" }).waitFor();
    await hand.getByRole("textbox").fill(WORDS.change);
    await hand.getByRole("button", { name: "write freely instead" }).click();
    await hand.getByRole("heading", { name: "Anything else?" }).waitFor();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
    entry = hand.url();
    await hand.getByText(WORDS.themes).waitFor();
    await look(hand, "entry", screens);
  });

  await test("another page stays private", async () => {
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("textbox").fill(WORDS.private);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByText("Only you can read this page.").waitFor();
  });

  await test("a check-in is eight taps and a line, and is shared by its own control", async () => {
    await goTo(hand, "Today");
    const taps = await countTaps(hand);
    await hand.getByRole("link", { name: /Check in/ }).click();
    for (const at of [1, 2, 3, 4, 5]) {
      await hand.getByText(`${at} of 5`).waitFor();
      if (at === 1) await look(hand, "check-in", screens);
      await hand.locator(".step").nth(at % 3 + 1).click();
    }
    await hand.getByLabel("A line, if you like").fill(WORDS.note);
    await hand.getByLabel("Share this check-in with Dr. Okafor").check();
    await look(hand, "check-in-words", screens);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/checked/*");
    assert.equal(await taps(), 8);
  });

  await test("sharing shows exactly what goes before it goes, and the outbox empties by itself", async () => {
    await hand.goto(entry);
    await unlock(hand, MAYA.password);
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    const preview = hand.getByRole("heading", { name: "What Dr. Okafor will see" });
    await preview.waitFor();
    assert.ok(await preview.evaluate((heading) => heading === document.activeElement));
    for (const word of [WORDS.still, WORDS.themes, WORDS.change]) await hand.locator(".seen").getByText(word).waitFor();
    await look(hand, "share", screens);
    await hand.getByRole("button", { name: "Share with Dr. Okafor", exact: true }).click();
    await hand.getByText("Dr. Okafor can read this page.").waitFor();
    await hand.getByText("not opened yet").waitFor();
    await goTo(hand, "For session");
    await hand.getByText(/Offline. \d changes are saved on this phone/).waitFor();
    await phone.context.setOffline(false);
    await synced(hand);
    await look(hand, "for-session", screens);
    await goTo(hand, "Journal");
    await look(hand, "journal", screens);
    await lookLarge(hand, "journal", screens);
  });

  await test("the caseload tells of something new, and the brief has the course and the page, unread", async () => {
    await desk.getByRole("link", { name: "Brief" }).click();
    // What stands whole in the brief is seen with that: the check-in is new no more, and the page is.
    await desk.getByText(WORDS.note).waitFor();
    await desk.getByRole("link", { name: "Clients" }).click();
    await desk.getByText("1 new").waitFor();
    await desk.getByText("1 read").waitFor();
    await look(desk, "caseload", screens);
    await lookLarge(desk, "caseload", screens);
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByText(/since session 1/).waitFor();
    await desk.getByText("1 unread").waitFor();
    await desk.getByText(WORDS.note).waitFor();
    await numbers(desk.getByRole("img", { name: /one day of 28 with a check-in/ }), 3);
    // The dosing session is drawn into each.
    await numbers(desk.locator(".chart line.dosing"), 3);
    await look(desk, "brief", screens);
    await lookLarge(desk, "brief", screens);
    assert.equal(await desk.getByText(WORDS.private).count(), 0);
  });

  await test("opening a page makes it read, and its author sees when", async () => {
    await desk.getByRole("link", { name: new RegExp(WORDS.still) }).click();
    await desk.getByText(WORDS.change).waitFor();
    await desk.getByText(`${MAYA.called} can see that you opened this`).waitFor();
    await look(desk, "read", screens);
    await hand.goto(entry);
    await unlock(hand, MAYA.password);
    await hand.getByText(/^opened /).waitFor();
  });

  await test("an edit of a shared page reaches the therapist while it is open", async () => {
    await hand.getByRole("link", { name: "Change" }).click();
    await hand.getByText("changes go to your therapist, too").waitFor();
    await hand.getByRole("textbox").fill(WORDS.edited);
    await desk.getByText(WORDS.edited).waitFor();
    await desk.getByText(`${MAYA.called} changed this page just now`).waitFor();
  });

  await test("what is taken back is gone from the therapist's screen and from the server's disk", async () => {
    const before = sealed(phone.sent, entry.split("/").at(-1));
    assert.ok((await onDisk(server.data, before)).length > 0, "the search finds what is there");
    await hand.goto(entry);
    await unlock(hand, MAYA.password);
    await hand.getByRole("button", { name: "Take back" }).click();
    await hand.getByText("Only you can read this page.").waitFor();
    await desk.getByRole("heading", { name: `${MAYA.called} took this back` }).waitFor();
    await look(desk, "taken-back", screens);
    assert.deepEqual(await onDisk(server.data, before), []);
    const after = sealed(phone.sent, entry.split("/").at(-1)).slice(before.length);
    assert.equal((await onDisk(server.data, after)).length, 1, "the author's own copy is sealed anew");
    await desk.getByRole("link", { name: "Back to the brief" }).click();
    await desk.getByText("No page is shared right now").waitFor();
    assert.equal(await desk.getByText(WORDS.edited).count(), 0);
  });

  await test("on a second device everything is there, and signing out leaves nothing behind", async () => {
    const second = await device(browser, PHONE, origin);
    others.push(second);
    await signIn(second.page, MAYA.name, MAYA.password);
    await goTo(second.page, "Journal");
    await second.page.getByText(WORDS.edited).waitFor();
    await second.page.getByText(WORDS.private).waitFor();
    await second.page.getByRole("link", { name: "You", exact: true }).click();
    await look(second.page, "you", screens);
    await second.page.getByRole("button", { name: "Sign out", exact: true }).click();
    await second.page.getByRole("dialog").getByRole("button", { name: "Sign out", exact: true }).click();
    await second.page.waitForURL("**/signin");
    const left = await second.page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name);
      const rows = [];
      for (const name of names) {
        const database = await new Promise((done) => (indexedDB.open(name).onsuccess = (event) => done(event.target.result)));
        for (const store of database.objectStoreNames) {
          const all = database.transaction(store).objectStore(store).getAll();
          rows.push(...(await new Promise((done) => (all.onsuccess = () => done(all.result)))));
        }
        database.close();
      }
      return rows.length;
    });
    assert.equal(left, 0);
    assert.deepEqual(second.broken, []);
    await second.context.close();
  });

  let third;
  await test("the recovery code brings everything back, with a new code, and ends the other sessions", async () => {
    third = await device(browser, PHONE, origin);
    others.push(third);
    await third.page.goto("/recover");
    await third.page.getByLabel("Sign-in name").fill(MAYA.name);
    await third.page.getByLabel("Recovery code").fill(code.toLowerCase().replaceAll("-", " "));
    await third.page.getByLabel(/^Password/).fill(NEW_PASSWORD);
    await look(third.page, "recover", screens);
    await third.page.getByRole("button", { name: "Open my journal" }).click();
    codes.push(await keepKit(third.page));
    assert.notEqual(codes.at(-1), code);
    await goTo(third.page, "Journal");
    await third.page.getByText(WORDS.edited).waitFor();
    await third.page.getByText(WORDS.private).waitFor();
    await hand.goto("/app");
    await unlock(hand, MAYA.password);
    await hand.getByText("Saved on this phone. Sign in again to sync.").waitFor();
  });

  await test("who came back with a recovery code is seen by the other side, both ways", async () => {
    const cameBack = /^Came back with the recovery code on /;
    await desk.goto("/app");
    await unlock(desk, OKAFOR.password);
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByText(cameBack).waitFor();
    const { page } = third;
    const privacy = async () => {
      await page.goto("/app");
      await unlock(page, NEW_PASSWORD);
      await synced(page);
      await page.getByRole("link", { name: "You", exact: true }).click();
      await page.getByRole("link", { name: /^Privacy/ }).click();
      await page.getByText("keys checked").waitFor();
    };
    await privacy();
    assert.equal(await page.getByText(cameBack).count(), 0);
    await desk.goto("/recover");
    await desk.getByLabel("Recovery code").fill(codes[0]);
    await credentials(desk, OKAFOR.name, DESK_PASSWORD);
    await desk.getByRole("button", { name: "Open my journal" }).click();
    codes.push(await keepKit(desk));
    await desk.getByRole("heading", { level: 1, name: "Clients" }).waitFor();
    await privacy();
    await page.getByText(cameBack).waitFor();
    assert.deepEqual(third.broken, []);
    await third.context.close();
  });

  await test("not one word, name or password was in a request, in the database or in a log", async () => {
    const people = [OKAFOR.practice, OKAFOR.called, MAYA.called];
    const secrets = [MAYA.password, OKAFOR.password, NEW_PASSWORD, DESK_PASSWORD];
    assert.deepEqual([others.length, new Set(codes).size], [2, 4]);
    // A code as it is shown, and as it was typed.
    for (const code of codes) secrets.push(code, code.replaceAll("-", ""), code.toLowerCase().replaceAll("-", " "));
    const words = [...Object.values(WORDS), ...people, ...secrets];
    assert.deepEqual(await outside(server, [doctor, phone, ...others], words), []);
  });

  await test("no page said that something broke", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });
  await doctor.context.close();
  await phone.context.close();
}
