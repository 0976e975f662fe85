// Answering a questionnaire on the phone: one question a screen, whatever happens in between, and care before the score.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { outside } from "./canary.mjs";
import { invite, join, setUp, unlock } from "./people.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };

export async function measures({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-measures-"));
  const server = await startServer(binary, data, { level: "trace" });
  const doctor = await device(browser, LAPTOP, server.origin);
  const phone = await device(browser, PHONE, server.origin);
  let hand = phone.page;
  const reopen = async (where) => {
    await hand.goto(where);
    await unlock(hand, MAYA.password);
  };
  const answer = (name) => hand.getByRole("button", { name, exact: true }).click();
  const question = (at) => hand.getByText(`PHQ-9 · ${at} of 10`).waitFor();

  await test("measures: two people are paired", async () => {
    await setUp(doctor.page, server.setupLink, DOCTOR);
    await hand.goto(await invite(doctor.page, "somebody"));
    await join(hand, MAYA);
    await hand.getByRole("navigation", { name: "Main" }).waitFor();
  });

  const phq = `/app/measure/${randomUUID()}?i=phq-9`;

  await test("measures: one question a screen, each can be skipped and gone back to", async () => {
    await reopen(phq);
    await question(1);
    await hand.getByRole("heading", { name: "Little interest or pleasure in doing things" }).waitFor();
    await look(hand, "measure-first", screens);
    await lookLarge(hand, "measure-first", screens);
    await answer("Several days");
    await question(2);
    await answer("skip");
    await question(3);
    await answer("back");
    await question(2);
    await answer("Nearly every day");
    await question(3);
    await answer("skip");
    await question(4);
  });

  await test("measures: a killed tab goes on with the question it was at", async () => {
    // Half a second is what is promised.
    await hand.waitForTimeout(500);
    const crash = await phone.context.newCDPSession(hand);
    crash.send("Page.crash").catch(() => {});
    await hand.waitForEvent("crash");
    await hand.close();
    hand = phone.page = await phone.context.newPage();
    await reopen(phq);
    await question(4);
    await answer("back");
    await answer("back");
    await question(2);
    const given = hand.getByRole("button", { name: "Nearly every day", exact: true });
    assert.equal(await given.getAttribute("aria-pressed"), "true");
    await answer("Nearly every day");
    await answer("skip");
  });

  await test("measures: before the end stands what was answered and what skipping means", async () => {
    for (const at of [4, 5, 6, 7, 8]) {
      await question(at);
      await answer("Several days");
    }
    await question(9);
    await answer("Several days");
    await question(10);
    await answer("Somewhat difficult");
    await hand.getByRole("heading", { name: "Your answers" }).waitFor();
    await hand.getByText("the score is then estimated").waitFor();
    await look(hand, "measure-review", screens);
    await lookLarge(hand, "measure-review", screens);
  });

  await test("measures: an answer that asks for care shows whom to reach before the score, and blocks nothing", async () => {
    await answer("Done");
    await hand.getByRole("heading", { name: "Before anything else" }).waitFor();
    assert.equal(await hand.getByText(/ of 27/).count(), 0, "the score came first");
    const help = hand.getByRole("main").getByRole("link", { name: "Help now" }).first();
    assert.equal(await help.getAttribute("href"), "/help");
    await hand.getByRole("link", { name: "Write a safety plan" }).waitFor();
    await hand.getByText("Would you like Dr. Okafor to know?").waitFor();
    await look(hand, "measure-care", screens);
    await lookLarge(hand, "measure-care", screens);
    await hand.getByRole("link", { name: "Go on to the score" }).click();
    // Ten from eight answers, as nine answers would have it: 11.
    await hand.getByText("11 of 27 · moderate · estimated").waitFor();
    await look(hand, "measured", screens);
  });

  await test("measures: a correction is a new version that says so", async () => {
    await hand.getByRole("link", { name: "Correct an answer" }).click();
    await hand.getByRole("heading", { name: "Your answers" }).waitFor();
    await hand.getByRole("button", { name: /^Trouble falling/ }).click();
    await question(3);
    await answer("Not at all");
    await hand.getByText("PHQ-9 · 4 of 10").waitFor();
    for (const _ of [4, 5, 6, 7, 8, 9]) await answer("Several days");
    await answer("Somewhat difficult");
    await answer("Done");
    await hand.getByRole("link", { name: "Go on to the score" }).click();
    await hand.getByText("10 of 27 · moderate").waitFor();
    await hand.getByText(/corrected/).waitFor();
    assert.equal(await hand.getByText(/estimated/).count(), 0);
  });

  await test("measures: GAD-7 without a network, twice, with its course as a chart and a table", async () => {
    await phone.context.setOffline(true);
    for (const [word, total] of [["Nearly every day", "21 of 21"], ["Not at all", "0 of 21"]]) {
      await reopen(`/app/measure/${randomUUID()}?i=gad-7`);
      for (let at = 1; at <= 7; at += 1) {
        await hand.getByText(`GAD-7 · ${at} of`).waitFor();
        await answer(word);
      }
      const rest = hand.getByRole("button", { name: "skip" });
      if (await rest.count()) await rest.click();
      await hand.getByRole("heading", { name: "Your answers" }).waitFor();
      await answer("Done");
      await hand.getByText(total).waitFor();
    }
    await hand.getByText("Now in the lowest range").waitFor();
    await hand.getByRole("img", { name: /^GAD-7: 2 scores, from 21 on .+ to 0 on .+\.$/ }).waitFor();
    assert.deepEqual(await hand.locator(".scores-range > span").allInnerTexts(), ["21", "0"]);
    assert.deepEqual(await hand.locator(".scores-names > span").allInnerTexts(), ["severe", "moderate", "mild", "minimal"]);
    assert.equal(await hand.locator(".scores-days > span").count(), 2);
    await hand.getByText("The same as a table").click();
    await hand.getByRole("cell", { name: "severe" }).waitFor();
    await look(hand, "measured-course", screens);
    await lookLarge(hand, "measured-course", screens);
    await hand.getByRole("link", { name: "Questionnaires" }).click();
    await hand.getByRole("heading", { name: "Answered" }).waitFor();
    await look(hand, "measures", screens);
    await phone.context.setOffline(false);
  });

  await test("measures: which questionnaire was answered is outside of the devices as little as who answered it", async () => {
    const words = ['"instrument":"phq-9"', '"instrument":"gad-7"', DOCTOR.practice, DOCTOR.called, MAYA.password];
    assert.deepEqual(await outside(server, [doctor, phone], words), []);
  });

  await test("measures: nothing broke on a screen", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });
  await doctor.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
