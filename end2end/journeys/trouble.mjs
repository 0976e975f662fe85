// What goes wrong in real life: each time the words are there, and the screen says what happened and what to do.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { faults } from "./faults.mjs";
import { credentials, goTo, invite, join, setUp, signIn, synced, unlock } from "./people.mjs";
import { holds } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const CLIENT = { name: "client", password: "river stone lamp kettle", called: "Maya" };

export async function trouble({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-trouble-"));
  let server = await startServer(binary, data);
  const { origin, address } = server;
  const doctor = await device(browser, LAPTOP, origin);
  const phone = await device(browser, PHONE, origin);
  const desk = doctor.page;
  let hand = phone.page;
  let link;

  const free = async (page) => {
    await page.goto("/app");
    if (page === hand) await unlock(page, CLIENT.password);
    await page.getByRole("link", { name: /Write freely/ }).click();
    await page.getByRole("textbox").waitFor();
  };
  const inJournal = async (words) => {
    await goTo(hand, "Journal");
    await hand.getByText(words).waitFor();
  };

  await test("a name that is taken, a short password and a double tap at the start", async () => {
    await desk.goto(server.setupLink);
    await desk.getByLabel("Sign-in name").fill(DOCTOR.name);
    await desk.getByLabel(/^Password/).pressSequentially("short");
    await desk.getByLabel("Name of the practice").fill(DOCTOR.practice);
    await desk.getByLabel("Your name, as clients know it").fill(DOCTOR.called);
    await desk.getByRole("button", { name: "Create account" }).click();
    assert.equal(await desk.getByLabel(/^Password/).evaluate((field) => field.validity.tooShort), true);
    await desk.getByLabel(/^Password/).fill("Password 1234");
    await desk.getByRole("button", { name: "Create account" }).click();
    await desk.getByText("not ones that everybody tries first").waitFor();
    await setUp(desk, server.setupLink, DOCTOR);
    link = await invite(desk, "somebody");
    await hand.goto(link);
    await hand.getByLabel("What should your therapist call you?").fill(CLIENT.called);
    await credentials(hand, DOCTOR.name, CLIENT.password);
    await hand.getByRole("button", { name: "Make my journal" }).click();
    await hand.getByText("Somebody already uses this sign-in name").waitFor();
    await holds(hand.getByLabel("What should your therapist call you?"), CLIENT.called);
    await hand.getByLabel("Sign-in name").fill(CLIENT.name);
    await hand.getByRole("button", { name: "Make my journal" }).dblclick();
    await hand.getByRole("heading", { name: "Your recovery kit" }).waitFor();
    await look(hand, "kit", screens);
    await lookLarge(hand, "kit", screens);
    await hand.getByLabel(/type group/).fill("0000");
    await hand.getByRole("button", { name: "Go on" }).click();
    await hand.getByText("That is not this group").waitFor();
    const groups = await hand.locator(".groups li").allInnerTexts();
    const asked = await hand.locator("label[for=group]").innerText();
    await hand.getByLabel(/type group/).fill(groups[Number(asked.match(/\d+$/)[0]) - 1]);
    await hand.getByRole("button", { name: "Go on" }).click();
    await synced(hand);
  });

  await test("a used link, a cut link and a nonsense link each say what to do", async () => {
    const other = await device(browser, PHONE, origin);
    await other.page.goto(link);
    await other.page.getByText("This link does not work any more").waitFor();
    await look(other.page, "join-used", screens);
    await other.page.getByRole("link", { name: "Open my journal" }).click();
    await other.page.waitForURL("**/signin");
    await other.page.goto("/join/nonsense#1.a.b");
    await other.page.getByText("This link does not work any more").waitFor();
    await other.page.goto("/setup");
    await other.page.getByText("This setup link is not whole").waitFor();
    await look(other.page, "setup-cut", screens);
    await other.context.close();
  });

  await test("a link that lost its end pairs nobody who can read until both have read eight words to each other", async () => {
    const cut = (await invite(desk, "the other one")).split("#")[0];
    const other = await device(browser, PHONE, origin);
    await other.page.goto(cut);
    await other.page.getByText("The link did not arrive whole").waitFor();
    await look(other.page, "join-cut", screens);
    await join(other.page, { name: "other", password: "even more plain words", called: "Jonas" });
    await goTo(other.page, "For session");
    await other.page.getByText("Sharing waits").waitFor();
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Somebody who joined/ }).click();
    await desk.getByText("Not verified").waitFor();
    await look(desk, "brief-unverified", screens);
    await other.page.getByRole("link", { name: "Compare eight words" }).click();
    await desk.getByRole("link", { name: "Compare eight words" }).click();
    const read = async (page) => (await page.locator(".eight li").nth(7).waitFor(), page.locator(".eight li").allInnerTexts());
    const words = await read(other.page);
    assert.equal(words.length, 8);
    assert.deepEqual(await read(desk), words);
    await look(other.page, "compare", screens);
    await lookLarge(other.page, "compare", screens);
    await desk.getByRole("button", { name: "They differ" }).click();
    await desk.getByRole("heading", { name: "Then nothing is shared" }).waitFor();
    await look(desk, "compare-differ", screens);
    await desk.getByRole("button", { name: "Look once more" }).click();
    for (const page of [desk, other.page]) {
      await page.getByRole("button", { name: "All eight are the same" }).click();
      await page.getByRole("heading", { name: "Checked" }).waitFor();
    }
    await look(other.page, "compare-same", screens);
    await desk.getByRole("link", { name: "Back" }).last().click();
    await desk.getByRole("heading", { level: 1, name: "Jonas" }).waitFor();
    assert.equal(await desk.getByText("Not verified").count(), 0);
    // Back to where the words were asked for.
    await other.page.getByRole("link", { name: "Back" }).last().click();
    await other.page.waitForURL("**/app/session");
    await other.page.getByRole("heading", { level: 1, name: "For your session" }).waitFor();
    assert.equal(await other.page.getByText("Sharing waits").count(), 0);
    assert.deepEqual(other.broken, []);
    await other.context.close();
  });

  await test("a link with a changed letter is as good as cut, or is refused; one of a newer app is told apart", async () => {
    await desk.goto("/app");
    await unlock(desk, DOCTOR.password);
    const [address, fragment] = (await invite(desk, "the third one")).split("#");
    const [version, fingerprint, secret] = fragment.split(".");
    const other = await device(browser, PHONE, origin);
    const { page } = other;
    const changed = (text) => (text[0] === "A" ? "B" : "A") + text.slice(1);
    const opens = async (fragment, says) => {
      // With another part after # alone it would be the same page still.
      await page.goto("about:blank");
      await page.goto(`${address}#${fragment}`);
      await page.getByText(says).waitFor();
    };
    await opens(`2.${fingerprint}.${secret}`, "written with a newer version of the app");
    await opens(`${version}.${changed(fingerprint)}.${secret}`, "shows other keys than this link was made with");
    await opens(fragment.slice(0, -4), "The link did not arrive whole");
    await opens(`${version}.${fingerprint}.${changed(secret)}`, "The link did not arrive whole");
    await join(page, { name: "third", password: "still more plain words", called: "Ada" });
    await page.getByRole("link", { name: "You", exact: true }).click();
    await page.getByRole("link", { name: /^Privacy/ }).click();
    await page.getByText("not verified: nothing can be shared yet").waitFor();
    await page.getByRole("link", { name: "Compare eight words" }).click();
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Somebody who joined/ }).click();
    await desk.getByRole("link", { name: "Compare eight words" }).click();
    for (const side of [desk, page]) {
      await side.getByRole("button", { name: "All eight are the same" }).click();
      await side.getByRole("heading", { name: "Checked" }).waitFor();
    }
    await desk.getByRole("link", { name: "Back" }).last().click();
    await desk.getByRole("heading", { level: 1, name: "Ada" }).waitFor();
    assert.deepEqual(other.broken, []);
    await other.context.close();
  });

  await test("a wrong password says so, a name that nobody has says the same, and the right one works after it", async () => {
    await hand.reload();
    await hand.getByRole("heading", { name: "Your journal is locked" }).waitFor();
    await hand.getByLabel("Password").fill("not the password");
    await hand.getByRole("button", { name: "Unlock" }).click();
    await hand.getByText("That is not the password this journal opens with").waitFor();
    await look(hand, "unlock-wrong", screens);
    await unlock(hand, CLIENT.password);
    await synced(hand);
    const other = await device(browser, PHONE, origin);
    for (const name of ["nobody at all", CLIENT.name]) {
      await other.page.goto("/signin");
      await credentials(other.page, name, "not the password");
      await other.page.getByRole("button", { name: "Sign in" }).click();
      await other.page.getByText("Name and password do not belong together").waitFor();
    }
    await look(other.page, "signin-wrong", screens);
    await lookLarge(other.page, "signin-wrong", screens);
    await other.context.close();
  });

  await test("a tab that is killed a moment after the last key has lost nothing", async () => {
    for (const words of ["first heron", "second heron", "third heron"]) {
      await free(hand);
      await hand.getByRole("textbox").pressSequentially(words, { delay: 5 });
      // Half a second is what is promised.
      await hand.waitForTimeout(500);
      const crash = await phone.context.newCDPSession(hand);
      crash.send("Page.crash").catch(() => {});
      await hand.waitForEvent("crash");
      await hand.close();
      hand = phone.page = await phone.context.newPage();
      await hand.goto("/app");
      await unlock(hand, CLIENT.password);
      await hand.getByRole("link", { name: "Go on" }).click();
      await holds(hand.locator("textarea"), words);
      await hand.getByRole("button", { name: "Done" }).click();
      await inJournal(words);
    }
  });

  await test("a key pressed just before leaving is kept: back, a link, a reload", async () => {
    await free(hand);
    await hand.getByRole("textbox").fill("before back");
    await hand.goBack();
    await inJournal("before back");
    await free(hand);
    await hand.getByRole("textbox").fill("before reload");
    await hand.reload();
    await unlock(hand, CLIENT.password);
    await holds(hand.locator("textarea"), "before reload");
    await hand.getByRole("textbox").fill("before a link");
    await hand.getByRole("link", { name: "Today" }).click();
    await inJournal("before a link");
  });

  await test("words whose way to the disk the browser breaks off with the page are there when it comes back", async () => {
    await free(hand);
    await hand.evaluate(() => {
      IDBTransaction.prototype.commit = function () {
        this.abort();
      };
    });
    const words = "gone with the page";
    await hand.getByRole("textbox").fill(words);
    await hand.reload();
    await hand.getByRole("heading", { name: "Your journal is locked" }).waitFor();
    const left = () => hand.evaluate(() => localStorage.getItem("left"));
    assert.ok((await left()).length > 0);
    assert.ok(!(await left()).includes("gone"), "sealed");
    await unlock(hand, CLIENT.password);
    await holds(hand.locator("textarea"), words);
    await hand.getByText("saved and synced").waitFor();
    assert.equal(await left(), null, "the disk has it");
    // Taken in once: what is written after it is not taken back by it.
    await hand.getByRole("textbox").fill("written after it");
    await hand.getByText("saved on this phone").waitFor();
    await hand.reload();
    await unlock(hand, CLIENT.password);
    await holds(hand.locator("textarea"), "written after it");
    await hand.getByRole("link", { name: "Today" }).click();
    await inJournal("written after it");
  });

  await test("that somebody is still signed in is heard while they write, and the screen under their hands stays", async () => {
    let answer;
    const late = new Promise((done) => (answer = done));
    const session = "**/api/v1/session";
    await hand.route(session, async (route) => {
      await late;
      await route.continue();
    });
    await free(hand);
    const field = hand.getByRole("textbox");
    await field.pressSequentially("before the answer, ");
    await field.evaluate((field) => (field.isTheOne = true));
    answer();
    await hand.getByText("saved and synced").waitFor();
    assert.ok(await field.evaluate((field) => field.isTheOne && document.activeElement === field));
    await hand.keyboard.type("and after it");
    await holds(field, "before the answer, and after it");
    await hand.unroute(session);
  });

  await test("with no room on the phone the words stay in the field, it is said, and they are kept once there is room", async () => {
    await free(hand);
    await hand.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function () {
        throw new DOMException("no room", "QuotaExceededError");
      };
      window.makeRoom = () => (IDBObjectStore.prototype.put = put);
    });
    await hand.getByRole("textbox").fill("written without room");
    await hand.getByText("not kept yet", { exact: true }).waitFor();
    await hand.waitForTimeout(600);
    for (const other of ["saving…", "saved on this phone"]) assert.equal(await hand.getByText(other).count(), 0);
    await hand.getByText("This phone has no room left").waitFor();
    await look(hand, "storage-full", screens);
    await hand.evaluate(() => window.makeRoom());
    await hand.getByText(/saved on this phone|saved and synced/).waitFor();
    await hand.reload();
    await unlock(hand, CLIENT.password);
    await holds(hand.locator("textarea"), "written without room");
  });

  await test("a server that dies in the middle takes nothing with it", async () => {
    await free(hand);
    await hand.getByRole("textbox").fill("while the server was away");
    server.kill();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByText("while the server was away").waitFor();
    const other = await device(browser, PHONE, origin);
    server = await startServer(binary, data, { listen: address });
    await hand.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Today" }).click();
    await synced(hand);
    await signIn(other.page, CLIENT.name, CLIENT.password);
    await goTo(other.page, "Journal");
    await other.page.getByText("while the server was away").waitFor();
    await other.page.getByText("written without room").waitFor();
    server.kill();
    await other.page.goto("/signin");
    await credentials(other.page, CLIENT.name, CLIENT.password);
    await other.page.getByRole("button", { name: "Sign in" }).click();
    await other.page.getByText("The server cannot be reached right now").waitFor();
    await look(other.page, "signin-away", screens);
    server = await startServer(binary, data, { listen: address });
    await other.context.close();
  });

  await test("one page written on two devices without a network keeps both versions", async () => {
    const other = await device(browser, PHONE, origin);
    await signIn(other.page, CLIENT.name, CLIENT.password);
    await free(hand);
    await hand.getByRole("textbox").fill("as it was");
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
    const entry = new URL(hand.url()).pathname.split("/").at(-1);
    await goTo(other.page, "Journal");
    await other.page.getByText("as it was").click();
    for (const [which, words] of [[phone, "the heron was grey"], [other, "the heron was white"]]) {
      await which.context.setOffline(true);
      await which.page.getByRole("link", { name: "Change" }).click();
      await which.page.getByRole("textbox").fill(words);
      await which.page.getByText("saved on this phone").waitFor();
      await which.page.getByRole("button", { name: "Done" }).click();
      await which.page.waitForURL("**/app/entry/*");
    }
    await phone.context.setOffline(false);
    await goTo(hand, "Today");
    await synced(hand);
    await other.context.setOffline(false);
    await goTo(other.page, "Today");
    await synced(other.page);
    for (const page of [other.page, hand]) {
      await page.getByRole("heading", { name: "One page was written on two devices" }).waitFor();
      await page.getByRole("link", { name: "Have a look" }).click();
      await page.getByText("the heron was grey").waitFor();
      await page.getByText("the heron was white").waitFor();
    }
    await look(hand, "two-versions", screens);
    await hand.getByRole("button", { name: "Keep both" }).click();
    await hand.getByRole("heading", { name: "This page has two versions" }).waitFor({ state: "detached" });
    await hand.getByText("the heron was grey").waitFor();
    await hand.getByText("the heron was white").waitFor();
    assert.ok(hand.url().includes(entry));
    assert.deepEqual(other.broken, []);
    await other.context.close();
  });

  await test("a second tab takes over, and the first one says where the journal is", async () => {
    const tab = await phone.context.newPage();
    await tab.goto("/app");
    await unlock(tab, CLIENT.password);
    await hand.getByRole("heading", { name: "Your journal is open in another tab" }).waitFor();
    await look(hand, "elsewhere", screens);
    await tab.close();
    await hand.getByRole("button", { name: "Go on here" }).click();
    await unlock(hand, CLIENT.password);
    await goTo(hand, "Today");
    await synced(hand);
  });

  await test("a device that was signed out from afar keeps its words and says what to do", async () => {
    const other = await device(browser, PHONE, origin);
    await signIn(other.page, CLIENT.name, CLIENT.password);
    await synced(other.page);
    await other.page.getByRole("link", { name: "You", exact: true }).click();
    await other.page.getByRole("link", { name: /^Privacy/ }).click();
    await other.page.getByRole("link", { name: /^Signed-in devices/ }).click();
    const there = other.page.getByRole("button", { name: "sign out there" });
    await there.first().waitFor();
    for (let left = await there.count(); left > 0; left -= 1) {
      await there.first().click();
      await there.nth(left - 1).waitFor({ state: "detached" });
    }
    await other.page.getByRole("link", { name: "Privacy" }).click();
    await other.page.getByRole("link", { name: "You", exact: true }).click();
    await free(hand);
    await hand.getByRole("textbox").fill("after the session ended");
    await hand.getByText("saved on this phone").waitFor();
    await hand.getByRole("link", { name: "Today" }).click();
    await hand.getByText("Saved on this phone. Sign in again to sync.").waitFor();
    await look(hand, "signed-out", screens);
    await hand.getByRole("link", { name: "Sign in" }).click();
    await credentials(hand, CLIENT.name, CLIENT.password);
    await hand.getByRole("button", { name: "Sign in" }).click();
    await hand.waitForURL("**/app");
    await synced(hand);
    await goTo(other.page, "Journal");
    await other.page.getByText("after the session ended").waitFor();
    await other.context.close();
  });

  await test("whoever uses no mouse gets from signing in to a written page by keyboard alone", async () => {
    const other = await device(browser, { ...PHONE, hasTouch: false, isMobile: false }, origin);
    const page = other.page;
    const to = async (name) => {
      for (let step = 0; step < 40; step += 1) {
        const here = await page.evaluate(() => {
          const at = document.activeElement;
          return (at?.labels?.[0]?.innerText ?? at?.getAttribute("aria-label") ?? at?.innerText ?? "").trim();
        });
        if (here.startsWith(name)) return;
        await page.keyboard.press("Tab");
      }
      assert.fail(`“${name}” is not reached with the tab key`);
    };
    await page.goto("/signin");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await to("Sign-in name");
    await page.keyboard.type(CLIENT.name);
    await to("Password");
    await page.keyboard.type(CLIENT.password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/app");
    await page.getByRole("link", { name: /Write freely/ }).waitFor();
    await to("Write freely");
    await page.keyboard.press("Enter");
    await page.getByRole("textbox").waitFor();
    await page.keyboard.type("by keyboard alone");
    await to("Done");
    await page.keyboard.press("Enter");
    await page.getByText("by keyboard alone").waitFor();
    await page.waitForURL("**/app/entry/*");
    await other.context.close();
  });

  await faults({ browser, origin, desk, hand, doctor: DOCTOR, client: CLIENT, screens, test });

  await test("no page said that something broke, in spite of all that", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });
  await doctor.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
