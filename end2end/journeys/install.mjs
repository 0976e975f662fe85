// The app as it is kept on a phone: it opens without a network wherever one begins, and is never replaced while somebody writes.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startProxy } from "../app/proxy.mjs";
import { startServer } from "../server.mjs";
import { background } from "./background.mjs";
import { goTo, invite, join, setUp, synced, unlock } from "./people.mjs";
import { holds } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };
const NEWER = "ffffffffffff";

export async function install({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-install-"));
  const server = await startServer(binary, data);
  const proxy = await startProxy(server.origin);
  const through = (link) => proxy.origin + new URL(link).pathname + new URL(link).search + new URL(link).hash;
  const doctor = await device(browser, LAPTOP, proxy.origin);
  const phone = await device(browser, PHONE, proxy.origin);
  const hand = phone.page;

  const build = () => hand.locator("meta[name=build]").getAttribute("content");
  const kept = (page) => page.evaluate(() => globalThis.caches.keys());
  const opens = async (address, heading) => {
    await hand.goto(address);
    await unlock(hand, MAYA.password);
    await hand.getByRole("heading", { level: 1, name: heading }).waitFor();
  };
  const shortcuts = [];

  await test("on the home screen its name tells nothing, and its shortcuts lead to pages of this app", async () => {
    await setUp(doctor.page, through(server.setupLink), DOCTOR);
    await hand.goto(through(await invite(doctor.page, "Maya")));
    await join(hand, MAYA);
    await hand.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const manifest = await hand.evaluate(() => fetch(document.querySelector("link[rel=manifest]").href).then((answer) => answer.json()));
    assert.deepEqual([manifest.name, manifest.short_name, manifest.description], ["Interleaf", "Interleaf", undefined]);
    assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
    assert.deepEqual(manifest.shortcuts.map(({ name }) => name), ["Check in", "Write"]);
    const spanish = await phone.context.request.get(`${server.origin}/assets/manifest.webmanifest`, { headers: { "accept-language": "es-MX" } });
    const { lang, shortcuts: said } = await spanish.json();
    assert.deepEqual([lang, ...said.map(({ name }) => name)], ["es", "Anotar cómo estoy", "Escribir"]);
    // The browser takes all of it, and each picture is there, as large as is said.
    const session = await phone.context.newCDPSession(hand);
    assert.deepEqual((await session.send("Page.getAppManifest")).errors, []);
    await session.detach();
    const sizes = await hand.evaluate(
      (all) =>
        Promise.all(
          all.map(async ({ src }) => {
            const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
            return `${width}x${height}`;
          }),
        ),
      manifest.screenshots,
    );
    assert.deepEqual(sizes, manifest.screenshots.map((picture) => picture.sizes));
    assert.deepEqual(new Set(manifest.screenshots.map((picture) => picture.form_factor)), new Set(["narrow", "wide"]));
    shortcuts.push(...manifest.shortcuts.map(({ url }) => url));
    assert.deepEqual(shortcuts, ["/app/check-in", "/app/write"]);
  });

  await test("without a network it opens at each shortcut and on pages that were never opened", async () => {
    await phone.context.setOffline(true);
    for (const url of shortcuts) await opens(url, /./);
    await opens("/app/privacy", "Privacy");
    await opens("/app/settings", "Settings");
    await hand.getByText("No newer version is here.").waitFor();
    await hand.getByText(await build()).waitFor();
    // The pages that the server writes, too.
    for (const [url, heading] of [["/", "A page of your own between two sessions"], ["/privacy", "What we can and cannot see"], ["/help", "Help now"]]) {
      await hand.goto(proxy.origin + url);
      await hand.getByRole("heading", { level: 1, name: heading }).waitFor();
    }
    await phone.context.setOffline(false);
  });

  await test("the privacy page says whether the browser keeps the journal, and asks it to", async () => {
    // Chromium decides by how often somebody comes; here it first refuses, then promises.
    await hand.addInitScript(() => {
      globalThis.asked = 0;
      StorageManager.prototype.persisted = async () => globalThis.asked > 1;
      StorageManager.prototype.persist = async () => (globalThis.asked += 1) > 1;
    });
    await opens("/app/privacy", "Privacy");
    await hand.getByText("Your browser may clear your journal from here").waitFor();
    await look(hand, "kept", screens);
    await lookLarge(hand, "kept", screens);
    await hand.getByRole("button", { name: "Ask it to keep my journal" }).click();
    await hand.getByText("It did not promise.").waitFor();
    await hand.getByRole("link", { name: "You", exact: true }).first().click();
    await hand.getByRole("link", { name: /^Privacy/ }).click();
    await hand.getByRole("button", { name: "Ask it to keep my journal" }).click();
    await hand.getByText("Your browser has promised to keep your journal here.").waitFor();
    assert.equal(await hand.getByRole("button", { name: "Ask it to keep my journal" }).count(), 0);
  });

  await test("the home screen is offered in the settings, by the browser's own question or in words where it has none", async () => {
    await opens("/app/settings", "Settings");
    const add = hand.getByRole("button", { name: "Put it on the home screen" });
    const offer = (outcome) =>
      hand.evaluate((outcome) => {
        const offer = new Event("beforeinstallprompt", { cancelable: true });
        offer.prompt = () => (globalThis.prompts = (globalThis.prompts ?? 0) + 1);
        offer.userChoice = Promise.resolve({ outcome });
        return dispatchEvent(offer);
      }, outcome);
    const again = async () => {
      await hand.getByRole("link", { name: "You", exact: true }).first().click();
      await hand.getByRole("link", { name: /^Settings/ }).click();
      await hand.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    };
    // The browser's own banner does not come up over what somebody is doing.
    assert.equal(await offer("dismissed"), false);
    await again();
    await add.waitFor();
    await look(hand, "home-screen", screens);
    await lookLarge(hand, "home-screen", screens);
    await add.click();
    await add.waitFor({ state: "detached" });
    assert.equal(await hand.evaluate(() => globalThis.prompts), 1);
    assert.equal(await hand.getByText("It is on its way").count(), 0);
    await offer("accepted");
    await again();
    await add.click();
    await hand.getByText("It is on its way to your home screen.").waitFor();
    const is = (system, touches) =>
      hand.evaluate(
        ([agent, touches]) => {
          Object.defineProperty(navigator, "userAgent", { configurable: true, get: () => agent });
          Object.defineProperty(navigator, "maxTouchPoints", { configurable: true, get: () => touches });
        },
        [`Mozilla/5.0 (${system})`, touches],
      );
    const byHand = hand.getByText("in Safari, tap Share, then Add to Home Screen");
    await is("Macintosh; Intel Mac OS X 10_15_7", 0);
    await again();
    assert.equal(await byHand.count(), 0);
    // What an iPad says of itself.
    await is("Macintosh; Intel Mac OS X 10_15_7", 5);
    await again();
    await byHand.waitFor();
    await is("iPhone; CPU iPhone OS 18_0 like Mac OS X", 5);
    await again();
    await byHand.waitFor();
    await look(hand, "home-screen-by-hand", screens);
  });

  await test("a new version comes while somebody writes: nothing moves, and pages not opened yet still open", async () => {
    await hand.goto("/app");
    await unlock(hand, MAYA.password);
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("textbox").fill("begun under the old version");
    const old = await build();
    proxy.pretend(old, NEWER);
    // The server has nothing of the old build any more but the names that both share.
    proxy.lose(/^\/assets\/.*\.wasm$/);
    await hand.evaluate(async () => {
      globalThis.same = true;
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (registration.waiting?.state !== "installed") await new Promise((later) => setTimeout(later, 50));
    });
    await hand.getByRole("textbox").press("End");
    await hand.getByRole("textbox").pressSequentially(", and gone on");
    await holds(hand.getByRole("textbox"), "begun under the old version, and gone on");
    assert.equal(await build(), old);
    assert.ok((await kept(hand)).includes(`interleaf-${old}`));
    await hand.goBack();
    await goTo(hand, "For session");
    await hand.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await hand.evaluate(() => globalThis.same), true);
  });

  await test("a therapist is told of it below the caseload", async () => {
    const desk = doctor.page;
    await desk.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (registration.waiting?.state !== "installed") await new Promise((later) => setTimeout(later, 50));
    });
    await goTo(desk, "Clients");
    await desk.getByRole("heading", { level: 1, name: "Clients" }).waitFor();
    const ready = desk.getByRole("link", { name: "A new version is ready." });
    await ready.waitFor();
    assert.equal(await ready.getAttribute("href"), "/app/settings#app-version");
    await look(desk, "caseload-new-version", screens);
  });

  await test("once the first words are kept the browser is asked to keep them, once, and its answer is told", async () => {
    const asked = () => hand.evaluate(() => globalThis.asked);
    // As on a device where nobody has asked yet. It is not done while somebody writes.
    await hand.evaluate(() => localStorage.removeItem("promise"));
    const before = await asked();
    await goTo(hand, "Today");
    await hand.waitForFunction((before) => globalThis.asked === before + 1, before);
    await hand.waitForFunction(() => localStorage.getItem("promise") === "no");
    for (const name of ["For session", "Today"]) {
      await goTo(hand, name);
      await hand.getByRole("heading", { level: 1 }).waitFor();
    }
    assert.equal(await asked(), before + 1);
    await hand.getByRole("link", { name: "You", exact: true }).click();
    await hand.getByRole("link", { name: /^Privacy/ }).click();
    await hand.getByText("It was asked before and did not promise.").waitFor();
    await hand.getByRole("button", { name: "Ask it to keep my journal" }).waitFor();
    await look(hand, "kept-asked", screens);
    await hand.getByRole("link", { name: "You", exact: true }).first().click();
    await goTo(hand, "For session");
  });

  await test("it is taken by a tap, after everything typed is on the disk", async () => {
    await hand.getByRole("link", { name: "You", exact: true }).click();
    await hand.getByRole("link", { name: /^Settings/ }).click();
    await hand.getByText("A new version is ready.").waitFor();
    await look(hand, "new-version", screens);
    await lookLarge(hand, "new-version", screens);
    await hand.getByRole("button", { name: "Use it now" }).click();
    await unlock(hand, MAYA.password);
    await hand.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    assert.equal(await build(), NEWER);
    await hand.getByText(NEWER).waitFor();
    await hand.getByText("No newer version is here.").waitFor();
    assert.deepEqual(await kept(hand), [`interleaf-${NEWER}`]);
    await hand.goto("/app");
    await unlock(hand, MAYA.password);
    await hand.getByRole("link", { name: "Go on" }).click();
    await holds(hand.locator("textarea"), "begun under the old version, and gone on");
    await hand.goBack();
    await synced(hand);
  });

  await background({ browser, origin: server.origin, proxy, phone, client: MAYA, test });

  await test("nothing broke on the way of the new version", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });
  await doctor.context.close();
  await phone.context.close();
  await proxy.stop();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
