// Reminders: off until they are wanted, at the times that were chosen, with words that tell nobody anything. Where the
// browser shows none, Today says it.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { goTo, invite, join, setUp, synced, unlock } from "./people.mjs";
import { pushService, shown, subscribing, subscription } from "./push.mjs";
import { becomes } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };
const TELLING = /interleaf|journal|diary|ketamine|therap|session|client|okafor|maya|check|mood|dose/i;

export async function reminders({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-reminders-"));
  const service = await pushService();
  const server = await startServer(binary, data, { more: ["--push-also", service.origin] });
  const doctor = await device(browser, LAPTOP, server.origin);
  const phone = await device(browser, PHONE, server.origin);
  const [desk, hand] = [doctor.page, phone.page];
  const ours = { phone: subscription(`${service.origin}/phone`), desk: subscription(`${service.origin}/desk`) };
  await subscribing(phone.context, ours.phone.given);
  await subscribing(doctor.context, ours.desk.given);
  // What the browser says when it is asked whether it shows notifications; without a word, what it says by itself.
  const says = (context) =>
    context.addInitScript(() => {
      const own = Object.getOwnPropertyDescriptor(Notification, "permission").get;
      Object.defineProperty(Notification, "permission", { get: () => localStorage.says ?? own.call(Notification) });
      Notification.requestPermission = async () => (localStorage.says = localStorage.willSay ?? "granted");
    });
  await Promise.all([says(phone.context), says(doctor.context)]);
  await Promise.all([phone, doctor].map(({ context }) => context.grantPermissions(["notifications"])));

  const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
  const told = () => phone.sent.filter((one) => one.includes("/api/v1/reminders\n{")).map((one) => JSON.parse(one.split("\n")[1]).at);
  const settings = async (page) => {
    await page.getByRole("link", { name: "You", exact: true }).first().click();
    await page.getByRole("link", { name: /Settings/ }).click();
  };
  const line = hand.getByText(/You wanted a moment for yourself at/);

  await test("reminders: off until they are wanted; refused by the browser, Today says it from that time on", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    await hand.goto(await invite(desk, "somebody"));
    await join(hand, MAYA);
    await hand.evaluate(() => {
      localStorage.says = "default";
      localStorage.willSay = "denied";
      return navigator.serviceWorker.ready.then(() => {});
    });
    await settings(hand);
    await hand.getByRole("link", { name: /what stands on your lock screen/ }).click();
    await hand.getByRole("heading", { level: 1, name: "Reminders" }).waitFor();
    assert.equal(await hand.getByLabel("Remind me").isChecked(), false);
    assert.equal(await hand.getByText("On this device").count(), 0);
    await look(hand, "reminders-off", screens);
    await hand.getByLabel("Remind me").check();
    await hand.getByText("They do not appear on this device yet.").waitFor();
    await hand.getByLabel("Time", { exact: true }).fill("23:00");
    await hand.getByText("This is in your quiet hours").waitFor();
    await look(hand, "reminders-new", screens);
    await lookLarge(hand, "reminders-new", screens);
    await hand.getByLabel("Until").fill("22:00");
    await hand.getByText("This is in your quiet hours").waitFor({ state: "detached" });
    await hand.getByLabel("Time", { exact: true }).fill("00:00");
    await press(hand, "Show them on this device");
    await hand.getByText("Your browser does not let this app show notifications.").waitFor();
    await look(hand, "reminders-refused", screens);
    await hand.getByRole("link", { name: "Settings" }).first().click();
    await hand.getByRole("link", { name: "You", exact: true }).first().click();
    await goTo(hand, "Today");
    await line.waitFor();
    await look(hand, "today-wanted", screens);
    await lookLarge(hand, "today-wanted", screens);
  });

  await test("reminders: once something is written, Today leaves it at that; the server has three times and no words", async () => {
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("textbox").fill("The sea was very near.");
    await press(hand, "Done");
    await hand.waitForURL("**/app/entry/*");
    await goTo(hand, "Today");
    await synced(hand);
    await line.waitFor({ state: "detached" });
    const [at] = told().slice(-1);
    assert.equal(at.length, 3);
    for (const one of at) {
      const local = new Date(one).toLocaleTimeString("en-GB", { timeZone: "Europe/London" });
      assert.deepEqual([local, new Date(one) > new Date()], ["00:00:00", true]);
    }
  });

  await test("reminders: shown here after a yes, with own words, and they tell nobody anything", async () => {
    await hand.evaluate(() => {
      localStorage.says = "default";
      delete localStorage.willSay;
    });
    await hand.goto("/app/settings/reminders");
    await unlock(hand, MAYA.password);
    await press(hand, "Show them on this device");
    await hand.getByText("They appear on this device.").waitFor();
    await look(hand, "reminders-on", screens);
    await lookLarge(hand, "reminders-on", screens);
    await phone.context.setOffline(true);
    await hand.getByText("You are offline. This can be switched").waitFor();
    await phone.context.setOffline(false);
    await hand.getByRole("button", { name: "Stop on this device" }).waitFor();
    // The server's own clock does the rest: it is asked for a moment that is about to come.
    const answer = await hand.evaluate(() => {
      const body = JSON.stringify({ at: [new Date(Date.now() + 1000).toISOString()] });
      return fetch("/api/v1/reminders", { method: "PUT", headers: { "content-type": "application/json" }, body }).then(({ status }) => status);
    });
    assert.equal(answer, 204);
    const pushed = await service.next("/phone");
    const said = ours.phone.open(pushed.body);
    assert.deepEqual(JSON.parse(said), { kind: "moment" });
    const [usual, ...more] = await shown(hand, said);
    assert.deepEqual(more, []);
    assert.equal(usual.title, "A moment for yourself");
    await hand.getByLabel("Your own words").fill("Water the fern");
    await hand.locator(".lock-screen").getByText("Water the fern").waitFor();
    const [own] = await shown(hand, said);
    assert.deepEqual([own.title, own.body, own.data], ["Water the fern", "", null]);
    for (const one of [usual, own]) assert.doesNotMatch(one.title + one.body + one.tag, TELLING);
    assert.match(own.icon, /^\/assets\/icon-192/);
    // Something is always shown, whatever comes.
    assert.equal((await shown(hand, "no JSON at all"))[0].title, "Water the fern");
    assert.ok(!phone.sent.some((one) => one.includes("fern")), "own words were sent");
    // One that comes in quiet hours, as after a flight, is seen and not heard.
    assert.equal(own.silent, false);
    const [from, until] = await hand.evaluate(() =>
      [-2, 2].map((hours) => new Date(Date.now() + hours * 3_600_000).toTimeString().slice(0, 5)),
    );
    const quiet = async (from, until) => {
      await hand.getByLabel("From", { exact: true }).fill(from);
      await hand.getByLabel("Until", { exact: true }).fill(until);
      const handedOver = () =>
        hand.evaluate(async () => {
          const { from, until } = await (await caches.match("/quiet-hours", { cacheName: "lock-screen" })).json();
          return `${from} ${until}`;
        });
      await becomes(handedOver, `${from}:00 ${until}:00`);
    };
    await quiet(from, until);
    const [silent] = await shown(hand, said);
    assert.deepEqual([silent.title, silent.silent], ["Water the fern", true]);
    await quiet("22:00", "22:00");
    assert.equal((await shown(hand, said))[0].silent, false);
  });

  await test("reminders: a therapist's device tells that something waits, and not what", async () => {
    await desk.evaluate(() => (localStorage.says = "default"));
    await settings(desk);
    await desk.getByRole("link", { name: "Tell me on this device" }).click();
    await desk.getByText("This device does not tell you yet.").waitFor();
    await look(desk, "urgent-off", screens);
    await press(desk, "Tell me on this device");
    await desk.getByText("This device tells you.").waitFor();
    await look(desk, "urgent-on", screens);
    await lookLarge(desk, "urgent-on", screens);
    await hand.goto(`/app/measure/${randomUUID()}?i=phq-9`);
    await unlock(hand, MAYA.password);
    for (let at = 1; at <= 9; at += 1) {
      await hand.getByText(`PHQ-9 · ${at} of 10`).waitFor();
      await press(hand, "Several days");
    }
    await hand.getByText("PHQ-9 · 10 of 10").waitFor();
    await press(hand, "skip");
    await press(hand, "Done");
    await press(hand, "Tell Dr. Okafor");
    const pushed = await service.next("/desk");
    assert.equal(pushed.headers.urgency, "high");
    const said = ours.desk.open(pushed.body);
    assert.deepEqual(JSON.parse(said), { kind: "waiting" });
    const [waiting] = await shown(desk, said);
    assert.equal(waiting.title, "Something is waiting for you");
    assert.doesNotMatch(waiting.title + waiting.body + waiting.tag, TELLING);
    assert.deepEqual(service.arrived, [], "nobody else's device was told");
    await press(desk, "Stop on this device");
    await desk.getByText("This device does not tell you yet.").waitFor();
  });

  await test("reminders: in the language of the device; a tap on one opens the journal", async () => {
    await hand.goto("/app/you");
    await unlock(hand, MAYA.password);
    await hand.getByLabel("Español").check();
    await hand.getByRole("link", { name: /Ajustes/ }).click();
    await hand.getByRole("link", { name: /pantalla de bloqueo/ }).click();
    await hand.getByLabel("Tus propias palabras").fill("");
    await hand.locator(".lock-screen").getByText("Un momento para ti").waitFor();
    await look(hand, "reminders-spanish", screens);
    assert.equal((await shown(hand, '{"kind":"moment"}'))[0].title, "Un momento para ti");
    const [worker] = phone.context.serviceWorkers();
    const opened = await worker.evaluate(async () => {
      const asked = [];
      clients.matchAll = async () => [];
      clients.openWindow = async (address) => asked.push(address);
      const [notification] = await registration.getNotifications();
      dispatchEvent(new NotificationEvent("notificationclick", { notification }));
      while ((await registration.getNotifications()).length > 0 || asked.length === 0) await new Promise((on) => setTimeout(on, 10));
      return asked;
    });
    assert.deepEqual(opened, ["/app"]);
  });

  await test("reminders: nothing broke on a screen", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });
  await phone.context.close();
  await doctor.context.close();
  await server.stop();
  await service.stop();
  await rm(data, { recursive: true, force: true });
}
