// What waits is sent while the app is closed: the browser wakes the service worker once there is a network.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { goTo, signIn, synced, unlock, writeFreely } from "./people.mjs";
import { numbers } from "./seen.mjs";
import { PHONE, device } from "./world.mjs";

/** Goes on with a client who is signed in at `phone`, between which and the server at `origin` stands `proxy`. */
export async function background({ browser, origin, proxy, phone, client, test }) {
  let hand = phone.page;
  const other = await device(browser, PHONE, origin);

  /** Has the browser wake the service worker, as it does for what was asked of it. No page of the app is open. */
  const wake = async () => {
    const page = await phone.context.newPage();
    await page.goto("/help");
    const session = await phone.context.newCDPSession(page);
    const active = new Promise((found) => {
      session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
        const ours = registrations.find(({ scopeURL, isDeleted }) => scopeURL === `${proxy.origin}/` && !isDeleted);
        if (ours) found(ours.registrationId);
      });
    });
    await session.send("ServiceWorker.enable");
    const errand = { origin: proxy.origin, registrationId: await active, tag: "outbox", lastChance: false };
    await session.send("ServiceWorker.dispatchSyncEvent", errand);
    await page.close();
  };
  const asksFor = () => hand.evaluate(async () => (await (await navigator.serviceWorker.ready).sync.getTags()).includes("outbox"));
  const freely = () => writeFreely(hand);
  const done = async () => {
    await hand.getByRole("button", { name: "Done" }).last().click();
    await hand.waitForURL("**/app/entry/*");
    await goTo(hand, "Today");
    await hand.getByText(/saved on this phone/).first().waitFor();
  };
  const until = async (is, what) => {
    for (const end = Date.now() + 30_000; !is(); await pause(50)) assert.ok(Date.now() < end, what);
  };
  const opensAgain = async (words) => {
    hand = await phone.context.newPage();
    await hand.goto("/app");
    await unlock(hand, client.password);
    await synced(hand);
    await goTo(hand, "Journal");
    await numbers(hand.getByText(words, { exact: true }), 1);
  };
  const sentSince = (from) => proxy.pushes.slice(from).flat();
  /** Whoever sent it: a retry is the same to the byte, and no two went for one version of a record. */
  const noneTwice = (from) => {
    const [versions, sent] = [new Map(), sentSince(from)];
    assert.ok(sent.length > 0);
    for (const operation of sent) {
      const [version, text] = [`${operation.record} ${operation.base}`, JSON.stringify(operation)];
      assert.equal(versions.get(version) ?? text, text);
      versions.set(version, text);
    }
  };

  await test("what was written without a network goes while the app is closed, also when the answer breaks off, and once", async () => {
    proxy.lose(undefined);
    await signIn(other.page, client.name, client.password);
    await synced(other.page);
    await goTo(other.page, "Journal");
    await freely();
    await phone.context.setOffline(true);
    proxy.cut();
    const from = proxy.pushes.length;
    await hand.getByRole("textbox").fill("the closed harbour");
    await done();
    assert.ok(await asksFor());
    await hand.close();
    await phone.context.setOffline(false);
    proxy.mend();
    proxy.cutTheNextAnswer();
    await wake();
    await until(proxy.isCut, "nothing was sent by the service worker");
    proxy.mend();
    // It was carried out although the answer broke off, and another device has it.
    await other.page.getByText("the closed harbour", { exact: true }).waitFor();
    const before = proxy.pushes.length;
    await wake();
    await until(() => proxy.pushes.length > before, "it was not sent again");
    await opensAgain("the closed harbour");
    noneTwice(from);
    await numbers(other.page.getByText("the closed harbour", { exact: true }), 1);
  });

  await test("newer words behind those whose answer was lost go along, and the app finds nothing to merge", async () => {
    await freely();
    const from = proxy.pushes.length;
    proxy.cutTheNextAnswer();
    await hand.getByRole("textbox").fill("the first half");
    await until(proxy.isCut, "the first half was not sent");
    await hand.getByRole("textbox").fill("the first half, and the second");
    await done();
    await hand.close();
    proxy.mend();
    await wake();
    await other.page.getByText("the first half, and the second", { exact: true }).waitFor();
    await opensAgain("the first half, and the second");
    noneTwice(from);
    assert.deepEqual(other.broken, []);
  });

  await test("while a tab has the journal it alone sends", async () => {
    await freely();
    const from = proxy.pushes.length;
    const held = (route) => (route.request().method() === "POST" ? route.abort("connectionreset") : route.continue());
    await hand.route("**/api/v1/sync", held);
    await hand.getByRole("textbox").fill("a tab sends this");
    await done();
    await wake();
    await hand.unroute("**/api/v1/sync", held);
    await synced(hand);
    const sent = sentSince(from).map(({ op }) => op);
    assert.equal(new Set(sent).size, sent.length);
    noneTwice(from);
  });
  await other.context.close();
}
