// The main way again in a second engine: Firefox as Debian ships it, driven over WebDriver BiDi. (Playwright 1.65 asks of
// it what it does not know yet; hence the version in package.json.)
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { firefox } from "playwright-core";
import { startProxy } from "../app/proxy.mjs";
import { startServer } from "../server.mjs";
import { appoint, goTo, invite, join, keepKit, setUp, signIn, synced, unlock } from "./people.mjs";
import { holds } from "./seen.mjs";
import { LAPTOP, PHONE, device } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const CLIENT = { name: "client", password: "river stone lamp kettle", called: "Maya" };
// The style that Playwright itself puts into a page before it takes a picture; our policy refuses it, as it should.
const THE_PICTURES_OWN = "sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA=";
const { isMobile: _mobile, hasTouch: _touch, ...SMALL } = PHONE;

export async function inFirefox({ binary, looked, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-firefox-"));
  const server = await startServer(binary, data);
  const line = await startProxy(server.origin);
  const browser = await firefox.launch({ channel: "moz-firefox", executablePath: "/usr/bin/firefox-esr" });
  looked.push(browser);
  const doctor = await device(browser, LAPTOP, server.origin);
  const phone = await device(browser, SMALL, line.origin);
  const desk = doctor.page;
  let hand = phone.page;
  let code;

  await test("Firefox: a practice, an invitation that is scanned and followed, both sides verified", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    const link = await invite(desk, "somebody");
    await hand.goto(link.replace(server.origin, line.origin));
    code = await join(hand, CLIENT);
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("link", { name: "Appointments" }).click();
    await appoint(desk, "Dosing session", -30);
    await appoint(desk, "Integration", 46);
    await hand.getByRole("heading", { name: "What is still with you?" }).waitFor();
    await hand.screenshot({ path: `${screens}firefox-today.png`, fullPage: true, caret: "initial" });
  });

  await test("Firefox: words typed while the line is cut survive the closed tab", async () => {
    await hand.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await hand.getByRole("link", { name: "Write", exact: true }).click();
    await hand.getByRole("textbox").fill("heliotrope staircase");
    await hand.getByText("saved and synced").waitFor();
    await line.cut();
    await hand.getByRole("button", { name: "Next" }).click();
    await hand.getByRole("heading", { name: "What keeps coming back?" }).waitFor();
    await hand.getByRole("textbox").fill("quartz lullaby");
    await hand.getByText("saved on this phone").waitFor();
    await hand.close();
    hand = phone.page = await phone.context.newPage();
    await hand.goto(`${line.origin}/app`);
    await unlock(hand, CLIENT.password);
    await hand.getByText("The server does not answer right now. One change is saved on this phone.").waitFor();
    await hand.getByRole("link", { name: "Go on" }).click();
    await hand.getByRole("heading", { name: "What keeps coming back?" }).waitFor();
    await holds(hand.locator("textarea"), "quartz lullaby");
    await hand.getByRole("button", { name: "write freely instead" }).click();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
    await line.mend();
    await hand.getByText("heliotrope staircase").waitFor();
    // The browser never knew that it was offline: nothing tells the app but the server's answer.
    await goTo(hand, "Journal");
    await synced(hand);
    await hand.goBack();
  });

  await test("Firefox: a page is shared, read, seen to be read, and taken back", async () => {
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("button", { name: "Share with Dr. Okafor", exact: true }).click();
    await hand.getByText("Dr. Okafor can read this page.").waitFor();
    await desk.getByRole("link", { name: "Brief" }).click();
    await desk.getByRole("link", { name: /heliotrope/ }).click();
    await desk.getByText("quartz lullaby").waitFor();
    await desk.screenshot({ path: `${screens}firefox-read.png`, fullPage: true, caret: "initial" });
    await hand.getByText(/^opened /).waitFor();
    await hand.getByRole("button", { name: "Take back" }).click();
    await desk.getByRole("heading", { name: "Maya took this back" }).waitFor();
  });

  await test("Firefox: a second device has everything, and the recovery code opens it without the password", async () => {
    const second = await device(browser, SMALL, server.origin);
    await signIn(second.page, CLIENT.name, CLIENT.password);
    await goTo(second.page, "Journal");
    await second.page.getByText("heliotrope staircase").waitFor();
    await synced(second.page);
    await second.context.close();
    const third = await device(browser, SMALL, server.origin);
    await third.page.goto("/recover");
    await third.page.getByLabel("Sign-in name").fill(CLIENT.name);
    await third.page.getByLabel("Recovery code").fill(code);
    await third.page.getByLabel(/^Password/).fill("another four plain words");
    await third.page.getByRole("button", { name: "Open my journal" }).click();
    assert.notEqual(await keepKit(third.page), code);
    await goTo(third.page, "Journal");
    await third.page.getByText("heliotrope staircase").waitFor();
    await third.context.close();
  });

  await test("Firefox: no page said that something broke", async () => {
    const broken = [...doctor.broken, ...phone.broken];
    assert.deepEqual(broken.filter((text) => !text.includes(THE_PICTURES_OWN)), []);
  });

  await browser.close();
  await line.stop();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
