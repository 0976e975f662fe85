// A therapist's morning, walked with taps: who comes next, three briefs, what cannot wait, a page read and answered, a
// sheet of paper for the hour. Then the same screens on her phone.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { OKAFOR, makeDemo } from "./demo.mjs";
import { signIn, synced } from "./people.mjs";
import { lines, numbers } from "./seen.mjs";
import { LAPTOP, PHONE, countTaps, device, look, notTooWide, printedPages } from "./world.mjs";

/** By when they come. */
const BY_DATE = ["Maya Lindqvist", "Tomas Reed", "Jonas Reyes", "Ines Caldeira"];
const DONE = "Called you at nine. We keep Monday.";
const ANSWER = "Thank you for sharing this. Bring it along on Monday.";

export async function morning({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-morning-"));
  const server = await startServer(binary, data);
  await makeDemo(binary, server);
  const doctor = await device(browser, LAPTOP, server.origin);
  const desk = doctor.page;
  // The printer is the browser's; here it is enough that it was asked, and what would come out of it.
  await doctor.context.addInitScript(() => {
    window.asked = 0;
    window.print = () => (window.asked += 1);
  });
  const press = (name) => desk.getByRole("button", { name, exact: true }).click();
  const title = (name) => desk.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  const open = async (name) => {
    await desk.locator(".caseload > section:not(.waiting)").getByRole("link", { name }).click();
    await title(name);
    await desk.getByRole("heading", { name: /^Shared/ }).waitFor();
  };
  const home = async () => {
    await desk.getByRole("link", { name: "Clients", exact: true }).first().click();
    await title("Clients");
  };
  let taps, slow, began;

  await test("morning: signed in, she sees who comes next and what cannot wait, before anything is opened", async () => {
    await signIn(desk, OKAFOR.name, OKAFOR.password);
    taps = await countTaps(desk);
    await synced(desk);
    // From here to the paper, at a quarter of the speed.
    slow = await doctor.context.newCDPSession(desk);
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    began = performance.now();
    await lines(desk.locator(".caseload > section:not(.waiting) a.case .row-title"), BY_DATE);
    const when = await desk.locator(".caseload > section:not(.waiting) .case-when").allInnerTexts();
    for (const line of when) assert.match(line, /\d{1,2}:\d\d.* · (Integration|Preparation|Dosing session)$/);
    const waiting = desk.locator(".waiting");
    await waiting.getByRole("heading", { name: "Waiting for you" }).waitFor();
    await waiting.getByText(/^Told you /).waitFor();
    await waiting.getByText("Not acknowledged yet").waitFor();
  });

  await test("morning: what cannot wait is acknowledged with what was done, and waits no more", async () => {
    await desk.locator(".waiting").getByRole("link", { name: /Tomas Reed/ }).click();
    await title("Tomas Reed");
    const safety = desk.getByRole("region", { name: "Safety" });
    await safety.getByText(/PHQ-9, item 9: 1 on/).first().waitFor();
    await press("We talked");
    await desk.getByLabel("A line of your own").fill(DONE);
    await press("Acknowledge");
    await safety.getByText(`We talked. ${DONE}`).waitFor();
    await desk.getByText(/, acknowledged /).first().waitFor();
    await home();
    await numbers(desk.locator("a.case"), BY_DATE.length);
    assert.equal(await desk.locator(".waiting").count(), 0);
  });

  await test("morning: a shared page is read under its client's name, and answered", async () => {
    await open("Tomas Reed");
    await numbers(desk.locator(".shared .unread"), 1);
    await desk.locator(".shared .unread a").click();
    await desk.locator("main > .whose").getByText("Tomas Reed", { exact: true }).waitFor();
    await desk.getByText(/^Tomas Reed can see that you opened this: /).waitFor();
    await desk.getByLabel("A few words back").fill(ANSWER);
    await press("Send");
    await desk.getByText("Answer sent").waitFor();
    await desk.getByRole("link", { name: "Brief", exact: true }).click();
    await title("Tomas Reed");
    assert.equal(await desk.locator(".shared .unread").count(), 0);
    await desk.locator(".shared a").first().click();
    await desk.locator(".told-answer").getByText(ANSWER).waitFor();
    await desk.getByText(/ · not read yet$/).waitFor();
    await desk.getByRole("link", { name: "Brief", exact: true }).click();
    await title("Tomas Reed");
    await home();
  });

  await test("morning: the others' briefs stand there at once, and the next one's is one sheet of paper", async () => {
    await open("Jonas Reyes");
    await home();
    await open("Maya Lindqvist");
    await desk.getByText(/^Integration, .+, in /).waitFor();
    await desk.getByRole("button", { name: "Since we last met" }).waitFor();
    await press("Print");
    assert.equal(await desk.evaluate(() => window.asked), 1);
    const seconds = (performance.now() - began) / 1000;
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    assert.equal(await printedPages(desk), 1);
    const count = await taps();
    console.log(`        a morning: ${count} taps, ${seconds.toFixed(1)} s at 4x slowdown`);
    assert.equal(count, 15);
    assert.deepEqual(doctor.broken, []);
    await doctor.context.close();
  });

  await test("morning: caseload, brief, page and plan fit her phone", async () => {
    const pocket = await device(browser, PHONE, server.origin);
    const hand = pocket.page;
    await signIn(hand, OKAFOR.name, OKAFOR.password);
    const fits = async (name) => {
      await notTooWide(hand, name);
      await look(hand, name, screens);
    };
    const tap = (name) => hand.getByRole("link", { name }).first().tap();
    await synced(hand);
    await fits("morning-caseload-phone");
    await tap(/Tomas Reed/);
    await hand.getByText(DONE).waitFor();
    await fits("morning-brief-phone");
    await hand.locator(".shared a").first().tap();
    await hand.getByText(ANSWER).waitFor();
    await fits("morning-read-phone");
    await tap("Brief");
    await tap("Appointments and plan");
    await hand.getByRole("heading", { level: 1, name: "Plan" }).waitFor();
    await fits("morning-plan-phone");
    assert.deepEqual(pocket.broken, []);
    await pocket.context.close();
  });

  await server.stop();
  await rm(data, { recursive: true, force: true });
}
