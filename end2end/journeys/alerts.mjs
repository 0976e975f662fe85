// An answer that asks for care: whom to reach, whether somebody is told, and what became of it on both sides.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { goTo, invite, join, setUp, synced, unlock } from "./people.mjs";
import { holds, numbers } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };

export async function alerts({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-alerts-"));
  const server = await startServer(binary, data);
  const doctor = await device(browser, LAPTOP, server.origin);
  const phone = await device(browser, PHONE, server.origin);
  let desk = doctor.page;
  let hand = phone.page;

  const killed = async (which, page) => {
    const crash = await which.context.newCDPSession(page);
    crash.send("Page.crash").catch(() => {});
    await page.waitForEvent("crash");
    await page.close();
    which.page = await which.context.newPage();
    return which.page;
  };
  const reopen = async (page, where, { password }) => {
    await page.goto(where);
    await unlock(page, password);
  };
  const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
  // Nine questions, each with the same answer but the ninth, which asks for care; the one about daily life is skipped.
  const finish = async (ninth) => {
    await reopen(hand, `/app/measure/${randomUUID()}?i=phq-9`, MAYA);
    for (let at = 1; at <= 9; at += 1) {
      await hand.getByText(`PHQ-9 · ${at} of 10`).waitFor();
      await press(hand, at === 9 ? ninth : "Several days");
    }
    await hand.getByText("PHQ-9 · 10 of 10").waitFor();
    await press(hand, "skip");
    await press(hand, "Done");
  };
  const answerAll = async (ninth) => {
    await finish(ninth);
    await hand.getByRole("heading", { name: "Before anything else" }).waitFor();
  };
  /** From the score: another answer to the ninth question. */
  const correctTo = async (ninth) => {
    await hand.getByRole("link", { name: "Correct an answer" }).click();
    await hand.getByRole("button", { name: /^Thoughts that you would be better off dead/ }).click();
    await hand.getByText("PHQ-9 · 9 of 10").waitFor();
    await press(hand, ninth);
    await hand.getByRole("heading", { name: "Your answers" }).waitFor();
    await press(hand, "Done");
    await hand.getByRole("heading", { name: "Before anything else" }).waitFor();
  };
  const onToScore = () => hand.getByRole("link", { name: "Go on to the score" }).click();
  /** What is agreed for such an answer, in the plan on the desk, from the brief and back to it. */
  const agree = async (what) => {
    await desk.locator('a[href$="/plan"]').first().click();
    await desk.getByLabel(what).check();
    await desk.goBack();
    await synced(desk);
  };
  const onDesk = async () => {
    await desk.getByRole("link", { name: "Clients", exact: true }).click();
    await desk.getByRole("heading", { level: 1, name: "Clients" }).waitFor();
    return desk.locator("section").filter({ has: desk.getByRole("heading", { name: "Waiting for you" }) });
  };

  await test("alerts: after such an answer stand the lines of one's own country, also without a network", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    await hand.goto(await invite(desk, "somebody"));
    await join(hand, MAYA);
    await hand.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await phone.context.setOffline(true);
    await answerAll("Several days");
    const line = hand.getByRole("main").getByRole("link", { name: "Call 116 123" });
    await line.waitFor();
    assert.equal(await line.getAttribute("href"), "tel:116123");
    assert.equal(await hand.getByRole("main").getByRole("link", { name: "999" }).first().getAttribute("href"), "tel:999");
    assert.equal(await hand.getByRole("main").getByRole("link", { name: "Call 112" }).first().getAttribute("href"), "tel:112");
    await hand.getByText("Last checked").waitFor();
    assert.equal(await hand.getByText(/ of 27/).count(), 0, "the score came first");
    await hand.getByRole("heading", { name: "Would you like Dr. Okafor to know?" }).waitFor();
    await hand.getByText(/ou are asked each time\. Nothing goes unless you say so\./).waitFor();
    await hand.getByText(/PHQ-9, question 9: Several days\. Answered /).waitFor();
    await look(hand, "care", screens);
    await lookLarge(hand, "care", screens);
    await phone.context.setOffline(false);
  });

  await test("alerts: not now is an answer, and the score is one tap on", async () => {
    await press(hand, "not now");
    await hand.getByText("Nobody was told.").waitFor();
    await hand.getByRole("link", { name: "Go on to the score" }).click();
    await hand.getByText("9 of 27 · mild").waitFor();
    await hand.getByRole("link", { name: "Let somebody know about this" }).waitFor();
    await goTo(hand, "Today");
    await synced(hand);
    assert.equal(await hand.getByText("A question was left open").count(), 0);
    assert.equal(await (await onDesk()).count(), 0);
  });

  await test("alerts: a tab that is killed between answer and question asks again, and tells nobody by itself", async () => {
    await answerAll("More than half the days");
    // Half a second is what is promised.
    await hand.waitForTimeout(500);
    hand = await killed(phone, hand);
    await reopen(hand, "/app", MAYA);
    await synced(hand);
    assert.equal(await (await onDesk()).count(), 0);
    await look(hand, "today-open-question", screens);
    // Nor is the score met before the card, from wherever somebody comes.
    await reopen(hand, "/app/measures", MAYA);
    const unmet = hand.getByRole("link", { name: /^PHQ-9 · .*A question was left open/ });
    await unmet.waitFor();
    assert.equal(await hand.getByText("10 of 27").count(), 0, "the score came first");
    await unmet.click();
    await hand.getByRole("heading", { name: "Before anything else" }).waitFor();
    assert.equal(await hand.getByText(/ of 27/).count(), 0, "the score came first");
    await hand.getByRole("link", { name: "Go on to the score" }).click();
    await hand.getByText("10 of 27 · moderate").waitFor();
    await hand.getByRole("link", { name: "Questionnaires" }).click();
    await hand.getByRole("link", { name: /^PHQ-9 · .*10 of 27/ }).waitFor();
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /A question was left open/ }).click();
    await press(hand, "Tell Dr. Okafor");
    await hand.getByRole("heading", { name: "You let Dr. Okafor know" }).waitFor();
    await hand.getByText("Not opened yet.").waitFor();
    await look(hand, "alert-sent", screens);
  });

  await test("alerts: it stands above everything on the desk, and the phone sees that it was opened", async () => {
    const waiting = await onDesk();
    await waiting.getByRole("link", { name: /Maya.*Told you/ }).waitFor();
    await look(desk, "caseload-waiting", screens);
    await lookLarge(desk, "caseload-waiting", screens);
    await waiting.getByRole("link", { name: /Maya/ }).click();
    const safety = desk.getByRole("region", { name: "Safety" });
    await safety.getByText(/PHQ-9, item 9: 2 on/).waitFor();
    await safety.getByText("A flag, not a risk assessment.").waitFor();
    await hand.getByText(/^Sent .*Opened /).waitFor();
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /What you told Dr\. Okafor.*opened, not answered yet/ }).waitFor();
    await numbers(hand.getByText("Nobody watches it live."), 1);
  });

  await test("alerts: what was typed about it survives a killed tab, and quiets nothing until it is sent", async () => {
    await press(desk, "Acknowledge");
    await desk.getByText("Choose what you did, or write a line.").waitFor();
    await press(desk, "We talked");
    await desk.getByLabel("A line of your own").pressSequentially("Good that you said it. Call me any");
    await desk.waitForTimeout(500);
    const brief = desk.url();
    desk = await killed(doctor, desk);
    await reopen(desk, brief, DOCTOR);
    await desk.getByText("not acknowledged yet").waitFor();
    const chosen = desk.getByRole("button", { name: "We talked", exact: true });
    assert.equal(await chosen.getAttribute("aria-pressed"), "true");
    const line = desk.getByLabel("A line of your own");
    await holds(line, "Good that you said it. Call me any");
    await line.fill("Good that you said it. Call me any time before Thursday.");
    await look(desk, "brief-alert", screens);
    await lookLarge(desk, "brief-alert", screens);
  });

  await test("alerts: an acknowledgement can be taken back for a moment; then the phone reads it", async () => {
    await press(desk, "Acknowledge");
    await desk.getByText("Acknowledged", { exact: true }).waitFor();
    await press(desk, "Undo");
    await desk.getByLabel("A line of your own").waitFor();
    await press(desk, "Acknowledge");
    // Leaving settles it at once.
    await desk.reload();
    await unlock(desk, DOCTOR.password);
    await desk.getByText(/Told you .*, acknowledged /).waitFor();
    await look(desk, "brief-acknowledged", screens);
    assert.equal(await (await onDesk()).count(), 0);
    const row = hand.getByRole("link", { name: /What you told Dr\. Okafor.*answered/ });
    await row.filter({ hasNotText: "not answered" }).click();
    await hand.getByText("We talked.").waitFor();
    await hand.getByText("Call me any time before Thursday.").waitFor();
    await numbers(hand.getByText("Nobody watches it live."), 1);
    await look(hand, "alert-answered", screens);
    await lookLarge(hand, "alert-answered", screens);
  });

  await test("alerts: without a network it waits and says so, can be held back, and goes by itself", async () => {
    await phone.context.setOffline(true);
    await answerAll("Nearly every day");
    await press(hand, "Tell Dr. Okafor");
    await hand.getByText("It goes by itself as soon as there is a connection.").waitFor();
    await look(hand, "alert-waits", screens);
    await press(hand, "Do not send it");
    await hand.getByText("Nobody was told.").waitFor();
    await press(hand, "Tell Dr. Okafor");
    await hand.getByText("It goes by itself as soon as there is a connection.").waitFor();
    await hand.waitForTimeout(500);
    hand = await killed(phone, hand);
    await reopen(hand, "/app", MAYA);
    await hand.getByRole("link", { name: /What you told Dr\. Okafor.*not sent yet/ }).waitFor();
    await phone.context.setOffline(false);
    await (await onDesk()).getByRole("link", { name: /Maya/ }).waitFor();
    await hand.getByRole("link", { name: /What you told Dr\. Okafor.*sent, not opened yet/ }).waitFor();
  });

  await test("alerts: where telling was agreed it says so, can be declined, and a killed tab does not undo the agreement", async () => {
    await desk.getByRole("link", { name: /Maya/ }).first().click();
    await agree("You are told each time");
    const told = desk.getByText(/PHQ-9, item 9: 1 on/);
    await answerAll("Several days");
    await hand.getByRole("heading", { name: "Dr. Okafor will be told" }).waitFor();
    await look(hand, "care-agreed", screens);
    await lookLarge(hand, "care-agreed", screens);
    await press(hand, "Not this time");
    await hand.getByText("Nobody was told.").waitFor();
    await goTo(hand, "Today");
    await synced(hand);
    assert.equal(await told.count(), 0);
    await answerAll("Several days");
    await hand.getByRole("heading", { name: "Dr. Okafor will be told" }).waitFor();
    await hand.waitForTimeout(500);
    hand = await killed(phone, hand);
    await reopen(hand, "/app", MAYA);
    await told.waitFor();
    // Leaving the page by itself is going on, too.
    await answerAll("More than half the days");
    await hand.getByRole("link", { name: "Go on to the score" }).click();
    await hand.getByRole("heading", { name: "You let Dr. Okafor know" }).waitFor();
    await desk.getByText(/PHQ-9, item 9: 2 on .*/).nth(1).waitFor();
  });

  await test("alerts: where asking was agreed it says so, and tells nobody by itself", async () => {
    await agree("They are asked each time whether to tell you");
    await answerAll("Several days");
    await hand.getByRole("heading", { name: "Would you like Dr. Okafor to know?" }).waitFor();
    await hand.getByText("As agreed, you are asked each time. Nothing goes unless you say so.").waitFor();
    await press(hand, "not now");
    await hand.getByText("Nobody was told.").waitFor();
  });

  await test("alerts: what a correction brings is read by nobody before it was asked about, and a killed tab forgets neither", async () => {
    const figure = (name) => desk.locator(".measures").getByRole("button", { name, exact: true });
    const marks = desk.getByRole("region", { name: "Safety" }).getByText(/PHQ-9, item 9: /);
    await finish("Not at all");
    await hand.getByText("8 of 27 · mild").waitFor();
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("button", { name: "Share with Dr. Okafor" }).click();
    await hand.getByText("Dr. Okafor can read this.").waitFor();
    await figure("8, mild").waitFor();
    const before = await marks.count();
    await correctTo("Nearly every day");
    await hand.getByText("Since your correction only you can read it.").waitFor();
    await figure("8, mild").waitFor({ state: "detached" });
    await look(hand, "care-held", screens);
    await lookLarge(hand, "care-held", screens);
    await hand.waitForTimeout(500);
    hand = await killed(phone, hand);
    await reopen(hand, "/app", MAYA);
    await synced(hand);
    assert.equal(await desk.locator(".measures").count(), 0);
    assert.equal(await marks.count(), before);
    await hand.getByRole("link", { name: /A question was left open/ }).click();
    await hand.getByText("Dr. Okafor can read the whole questionnaire again:").waitFor();
    await press(hand, "Tell Dr. Okafor");
    await hand.getByRole("heading", { name: "You let Dr. Okafor know" }).waitFor();
    await figure("11, moderate, corrected").waitFor();
    await numbers(marks, before + 1);
  });

  await test("alerts: whoever reads the questionnaire already is not called nobody, and not now keeps what a correction brought", async () => {
    const measured = desk.locator(".measures");
    await onToScore();
    await correctTo("Several days");
    // Less than was told: it stays with whoever reads it.
    await hand.getByText("Dr. Okafor can read this questionnaire already.").waitFor();
    await press(hand, "not now");
    await hand.getByText("Dr. Okafor can read this questionnaire all the same.").waitFor();
    assert.equal(await hand.getByText("Nobody was told.").count(), 0);
    await onToScore();
    await correctTo("More than half the days");
    await hand.getByText("Since your correction only you can read it.").waitFor();
    await press(hand, "not now");
    await hand.getByText("Nobody was told.").waitFor();
    await hand.getByText("Only you can read this questionnaire now.").waitFor();
    await measured.waitFor({ state: "detached" });
    await onToScore();
    await hand.getByText("Only you can read this.", { exact: true }).waitFor();
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).waitFor();
  });

  await test("alerts: nothing broke on a screen, and nothing of the answer was sent in the open", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
    const sent = [...doctor.sent, ...phone.sent].join("\n");
    assert.ok(sent.includes("/api/v1/sync"));
    for (const words of ["phq-9", "Call me any time", "talked", "answers"]) {
      assert.ok(!sent.replaceAll(/i=phq-9/g, "").includes(words), words);
    }
  });

  await phone.context.close();
  await doctor.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
