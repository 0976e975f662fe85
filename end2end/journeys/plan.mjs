// The therapist's plan: appointments with what is given, questionnaires and how often, prompts of her own, what was
// agreed. The client's phone follows it. Nothing that was typed is lost.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { appoint, goTo, invite, join, setUp, synced, unlock } from "./people.mjs";
import { holds, numbers } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };
const QUESTION = "What did the water look like?";

export async function plan({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-plan-"));
  const server = await startServer(binary, data);
  const doctor = await device(browser, LAPTOP, server.origin);
  // An hour east of her.
  const phone = await device(browser, { ...PHONE, timezoneId: "Europe/Berlin" }, server.origin);
  let desk = doctor.page;
  const hand = phone.page;
  const press = (name) => desk.getByRole("button", { name, exact: true }).click();
  const measure = (title) => desk.getByRole("group", { name: title, exact: true });
  const told = (words) => desk.locator(".told").getByText(words).waitFor();
  const openPlan = async () => {
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("link", { name: "Appointments and plan" }).click();
    await desk.getByRole("heading", { level: 1, name: "Plan" }).waitFor();
  };

  await test("plan: two people are paired, and nothing is planned", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    await hand.goto(await invite(desk, "M. L."));
    await join(hand, MAYA);
    await openPlan();
    await desk.getByText("Times are those of Europe/London.").waitFor();
    await look(desk, "plan-empty", screens);
    await lookLarge(desk, "plan-empty", screens);
  });

  await test("plan: a dosing session says what is given, moves, is cancelled, and each of it can be undone", async () => {
    await desk.getByRole("button", { name: "Add an appointment" }).click();
    await desk.getByLabel("What for").selectOption({ label: "Dosing session" });
    await holds(desk.getByLabel("Minutes"), "180");
    await desk.getByLabel("How it is given (optional)").selectOption({ label: "Lozenge" });
    await desk.getByLabel("Dose", { exact: true }).fill("200 mg");
    await desk.getByLabel("Day and time").fill(await inHours(desk, 200));
    await press("Save");
    await told(/^Saved: Dosing session/);
    await desk.getByText("Lozenge, 200 mg").waitFor();
    await desk.getByRole("button", { name: /^Change: Dosing session/ }).click();
    await desk.getByLabel("Dose", { exact: true }).fill("300 mg");
    await press("Save");
    await desk.getByText("Lozenge, 300 mg").waitFor();
    await press("Undo");
    await desk.getByText("Lozenge, 200 mg").waitFor();
    await desk.getByRole("button", { name: /^Cancel this appointment: Dosing session/ }).click();
    await told(/^Cancelled: Dosing session/);
    assert.equal(await desk.getByText("Lozenge, 200 mg").count(), 0);
    await press("Undo");
    await desk.getByText("Lozenge, 200 mg").waitFor();
  });

  await test("plan: a killed tab loses nothing of a form that was half filled in", async () => {
    await desk.getByRole("button", { name: "Add an appointment" }).click();
    await desk.getByLabel("What for").selectOption({ label: "Preparation" });
    await desk.getByLabel("Day and time").fill(await inHours(desk, 100));
    await desk.getByLabel("Note").fill("Bring the letter from your si");
    // Half a second is what is promised.
    await desk.waitForTimeout(500);
    const crash = await doctor.context.newCDPSession(desk);
    crash.send("Page.crash").catch(() => {});
    await desk.waitForEvent("crash");
    const left = desk.url();
    await desk.close();
    desk = doctor.page = await doctor.context.newPage();
    await desk.goto(left);
    await desk.getByRole("heading", { name: "What is shared with you is locked" }).waitFor();
    await look(desk, "locked-desk", screens);
    await unlock(desk, DOCTOR.password);
    await holds(desk.getByLabel("Note"), "Bring the letter from your si");
    await holds(desk.getByLabel("What for"), "0");
    await desk.getByText("Lozenge, 200 mg").waitFor();
    await look(desk, "plan-form", screens);
    await lookLarge(desk, "plan-form", screens);
    await press("Save");
    await told(/^Saved: Preparation/);
    await desk.getByText("Bring the letter from your si").waitFor();
    // What is in the plan is not typed any more.
    await synced(desk);
    await desk.reload();
    await unlock(desk, DOCTOR.password);
    await desk.getByText("Bring the letter from your si").waitFor();
    assert.equal(await desk.getByLabel("Note").count(), 0);
    await appoint(desk, "Integration", 30);
    // A double click cancels one, and not the one that takes its place.
    const cancels = desk.getByRole("button", { name: /^Cancel this appointment: / });
    await numbers(cancels, 3);
    await cancels.first().dblclick();
    await told(/^Cancelled: /);
    await numbers(cancels, 2);
    await press("Undo");
    await numbers(cancels, 3);
  });

  await test("plan: questionnaires are never asked more often than they bear, and why is said", async () => {
    await press("Begin with a usual plan");
    await told(/^A usual plan/);
    await holds(measure("PHQ-9").getByLabel("Every so many days"), "14");
    assert.equal(await measure("WHO-5").getByRole("checkbox").isChecked(), false);
    await measure("WHO-5").getByText("CC BY-NC-SA 3.0 IGO").waitFor();
    const often = measure("PCL-5").getByLabel("Every so many days");
    await often.fill("14");
    await often.blur();
    await measure("PCL-5").getByText("Asked more often than every 28 days").waitFor();
    await measure("PCL-5").getByText("It stays at every 30 days.").waitFor();
    await often.fill("28");
    await often.blur();
    await measure("PCL-5").getByText("Every 28 days.").waitFor();
    await measure("PHQ-9").getByLabel("Every so many days").fill("3");
    await measure("PHQ-9").getByLabel("Every so many days").blur();
    await measure("PHQ-9").getByText("Asked more often than every 7 days").waitFor();
    await look(desk, "plan-measures", screens);
    await lookLarge(desk, "plan-measures", screens);
    await measure("WHO-5").getByRole("checkbox").first().check();
    await measure("WHO-5").getByText("Every 14 days.").waitFor();
    await measure("WHO-5").getByRole("checkbox").first().uncheck();
  });

  await test("plan: a prompt of her own is kept as it is typed, and asked of somebody", async () => {
    await press("Write a prompt");
    await desk.getByLabel("The question").fill(QUESTION);
    await desk.waitForTimeout(500);
    await desk.reload();
    await unlock(desk, DOCTOR.password);
    await desk.getByRole("button", { name: `Change: ${QUESTION}` }).click();
    await desk.getByLabel("A quiet line under it (optional)").fill("As it was, not as it should be.");
    await desk.getByLabel("When it is asked").selectOption({ label: "Before a session" });
    await look(desk, "plan-prompt", screens);
    await press("Only keep it");
    await desk.getByRole("button", { name: `Ask Maya: ${QUESTION}` }).click();
    await told("Maya is asked this on the page “Before a session”.");
    await desk.getByRole("heading", { name: "For Maya" }).waitFor();
    await look(desk, "plan-full", screens);
    await lookLarge(desk, "plan-full", screens);
    await desk.setViewportSize(PHONE.viewport);
    await look(desk, "plan-full-phone", screens);
    await desk.setViewportSize(LAPTOP.viewport);
    await press("Delete: " + QUESTION);
    await desk.getByText("Prompt deleted").waitFor();
    await desk.locator(".undo").getByRole("button", { name: "Undo" }).click();
    await desk.getByRole("button", { name: `Ask Maya: ${QUESTION}` }).waitFor();
  });

  await test("plan: what was agreed for an answer that asks for care is set, and stays", async () => {
    await desk.getByLabel("You are told each time").check();
    await synced(desk);
    await desk.reload();
    await unlock(desk, DOCTOR.password);
    assert.ok(await desk.getByLabel("You are told each time").isChecked());
  });

  await test("plan: the client's phone asks what is due, and the therapist's prompt in its page, once", async () => {
    await hand.bringToFront();
    await hand.goto("/app");
    await unlock(hand, MAYA.password);
    // The hour in 30 hours asks for its questionnaires first.
    await hand.getByRole("heading", { name: "A few questions about the last weeks" }).waitFor();
    await hand.getByText("PHQ-9. Every question can be skipped.").waitFor();
    await hand.getByRole("button", { name: "not now" }).click();
    await hand.getByText("GAD-7. Every question can be skipped.").waitFor();
    // Two things a day, and no third.
    await hand.getByRole("button", { name: "not now" }).click();
    await hand.getByRole("heading", { name: "What do you want to bring?" }).waitFor();
    // Once something stands on the list it is the list, until somebody else can read it.
    await hand.getByRole("link", { name: "Look at what is shared" }).click();
    await hand.getByLabel("A question or a line").fill("the black water");
    await hand.getByRole("button", { name: "Put it on the list" }).click();
    await hand.getByRole("listitem").getByText("the black water").waitFor();
    await goTo(hand, "Today");
    await hand.getByRole("heading", { name: "Your list for the session" }).waitFor();
    await look(hand, "today-list", screens);
    // The page of the moment is there for whoever wants it, and her question is its first.
    await hand.goto("/app/write");
    await unlock(hand, MAYA.password);
    await hand.getByRole("link", { name: /Before a session/ }).click();
    await hand.getByRole("heading", { name: QUESTION }).waitFor();
    await hand.getByText("Dr. Okafor asks").waitFor();
    await hand.getByText("As it was, not as it should be.").waitFor();
    await look(hand, "asked-by-therapist", screens);
    await lookLarge(hand, "asked-by-therapist", screens);
    await hand.getByRole("textbox").fill("Black, and quite still.");
    await hand.getByRole("button", { name: "Next" }).click();
    await hand.getByRole("heading", { name: "What would you like to turn toward?" }).waitFor();
    await hand.getByRole("button", { name: "write freely instead" }).click();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByRole("heading", { name: QUESTION }).waitFor();
    await hand.getByText("Black, and quite still.").waitFor();
    // Once answered it is not asked again.
    await hand.goto("/app/write");
    await unlock(hand, MAYA.password);
    await hand.getByRole("link", { name: /Before a session/ }).click();
    await hand.getByRole("heading", { name: "What would you like to turn toward?" }).waitFor();
    assert.equal(await hand.getByText(QUESTION).count(), 0);
  });

  await test("plan: the client sees the hour that is next, by both clocks", async () => {
    await hand.goto("/app/session");
    await unlock(hand, MAYA.password);
    const next = hand.locator("main .lead").filter({ hasText: / in London\) · Integration$/ });
    await next.waitFor();
    const [, here, there] = (await next.innerText()).match(/(\d\d?):\d\d \((?:.*, )?(\d\d?):\d\d in London\)/);
    assert.equal((Number(there) + 1) % 24, Number(here));
    await look(hand, "session-elsewhere", screens);
    await lookLarge(hand, "session-elsewhere", screens);
  });

  await test("plan: nothing broke on a screen", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });
  await doctor.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

/** What the day and time field takes, as the page's own clock and time zone have it. */
async function inHours(page, hours) {
  return page.evaluate((hours) => {
    const at = new Date(Date.now() + hours * 3600_000);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }, hours);
}
