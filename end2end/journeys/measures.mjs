// Answering a questionnaire on the phone: one question a screen, whatever happens in between, and care before the score.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { outside } from "./canary.mjs";
import { goTo, invite, join, setUp, unlock } from "./people.mjs";
import { lines, numbers } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };

export async function measures({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-measures-"));
  const server = await startServer(binary, data, { level: "trace" });
  const doctor = await device(browser, LAPTOP, server.origin);
  const phone = await device(browser, PHONE, server.origin);
  const desk = doctor.page;
  const figures = desk.locator(".measures");
  let hand = phone.page;
  const reopen = async (where) => {
    await hand.goto(where);
    await unlock(hand, MAYA.password);
  };
  const answer = (name) => hand.getByRole("button", { name, exact: true }).click();
  /** From the first question to Done: the same answer to all that counts, the rest is skipped. */
  const answerAll = async (instrument, title, items, word) => {
    await reopen(`/app/measure/${randomUUID()}?i=${instrument}`);
    for (let at = 1; at <= items; at += 1) {
      await hand.getByText(`${title} · ${at} of`).waitFor();
      await answer(word);
    }
    const end = hand.getByRole("heading", { name: "Your answers" });
    const rest = hand.getByText(`${title} · ${items + 1} of`);
    await end.or(rest).waitFor();
    if (await rest.isVisible()) await answer("skip");
    await end.waitFor();
    await answer("Done");
  };
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
    await hand.getByText("Would you like Dr. Okafor to know?").waitFor();
    await look(hand, "measure-care", screens);
    await hand.getByRole("link", { name: "Write a safety plan" }).click();
    await hand.getByLabel("Warning signs").fill("I stop answering.");
    await hand.goBack();
    // Nobody has to look for it then.
    await hand.getByText("I stop answering.").waitFor();
    assert.equal(await hand.getByText(/ of 27/).count(), 0, "the score came first");
    await hand.screenshot({ path: `${screens}measure-care-plan.png`, fullPage: true, scale: "css" });
    await lookLarge(hand, "measure-care", screens);
    await hand.getByRole("link", { name: "Go on to the score" }).click();
    // Ten from eight answers, as nine answers would have it: 11.
    await hand.getByText("11 of 27 · moderate · estimated").waitFor();
    await look(hand, "measured", screens);
  });

  await test("measures: a correction is a new version that says so", async () => {
    const scored = hand.url();
    await hand.getByRole("link", { name: "Correct an answer" }).click();
    await hand.getByRole("heading", { name: "Your answers" }).waitFor();
    await hand.getByRole("button", { name: /^Trouble falling/ }).click();
    await question(3);
    await hand.getByText("counts once you press Done").waitFor();
    await answer("Not at all");
    await hand.getByRole("heading", { name: "Your answers" }).waitFor();
    // Whoever leaves before Done has corrected nothing.
    await reopen(scored);
    await hand.getByText("11 of 27 · moderate · estimated").waitFor();
    await hand.getByRole("link", { name: "Correct an answer" }).click();
    await hand.getByRole("button", { name: /^Trouble falling/ }).click();
    await question(3);
    await answer("Not at all");
    await hand.getByRole("heading", { name: "Your answers" }).waitFor();
    await hand.getByRole("button", { name: /^Feeling tired/ }).click();
    await question(4);
    await answer("back");
    await hand.getByRole("heading", { name: "Your answers" }).waitFor();
    await answer("Done");
    await hand.getByRole("link", { name: "Go on to the score" }).click();
    await hand.getByText("10 of 27 · moderate").waitFor();
    await hand.getByText(/corrected/).waitFor();
    assert.equal(await hand.getByText(/estimated/).count(), 0);
  });

  await test("measures: GAD-7 without a network, twice, with its course as a chart and a table", async () => {
    await phone.context.setOffline(true);
    for (const [word, total] of [["Nearly every day", "21 of 21"], ["Not at all", "0 of 21"]]) {
      await answerAll("gad-7", "GAD-7", 7, word);
      await hand.getByText(total).waitFor();
    }
    await hand.getByText("Now in the lowest range").waitFor();
    await hand.getByRole("img", { name: /^GAD-7: 2 scores, from 21 on .+ to 0 on .+\.$/ }).waitFor();
    await lines(hand.locator(".scores-range > span"), ["21", "0"]);
    await lines(hand.locator(".scores-names > span"), ["severe", "moderate", "mild", "minimal"]);
    await numbers(hand.locator(".scores-days > span"), 2);
    await hand.getByText("The same as a table").click();
    await hand.getByRole("cell", { name: "severe" }).waitFor();
    await look(hand, "measured-course", screens);
    await lookLarge(hand, "measured-course", screens);
    await hand.getByRole("link", { name: "Questionnaires" }).click();
    await hand.getByRole("heading", { name: "Answered" }).waitFor();
    await look(hand, "measures", screens);
    await phone.context.setOffline(false);
  });

  await test("measures: what is shared by hand stands in the brief with its total", async () => {
    await hand.getByRole("link", { name: /^PHQ-9 · / }).click();
    // The question was left open; whoever comes back meets it before the score, and blocks nothing.
    await hand.getByRole("heading", { name: "Before anything else" }).waitFor();
    await hand.getByRole("link", { name: "Go on to the score" }).click();
    await hand.getByText("10 of 27 · moderate").waitFor();
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("heading", { name: "What Dr. Okafor will see" }).waitFor();
    await hand.locator(".seen").getByText("10, moderate", { exact: true }).waitFor();
    await hand.getByRole("button", { name: "Share with Dr. Okafor" }).click();
    await hand.getByText("Dr. Okafor can read this.").waitFor();
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await figures.getByRole("button", { name: "10, moderate, corrected", exact: true }).waitFor();
    await desk.getByRole("region", { name: "Safety" }).getByText(/PHQ-9, item 9: 1 on/).waitFor();
    assert.equal(await figures.getByText("GAD-7").count(), 0, "what was not shared");
    await goTo(hand, "Journal");
    await hand.getByRole("searchbox", { name: "Search your words" }).fill("phq");
    await hand.locator("mark").first().waitFor();
    await hand.getByRole("link", { name: /^PHQ-9/ }).first().waitFor();
  });

  await test("measures: by a rule the next one goes by itself, and one that asks for care waits for its author", async () => {
    await goTo(hand, "For session");
    await hand.getByRole("link", { name: "What is shared by itself" }).click();
    await hand.getByLabel("Share each one when I finish it, with every answer").check();
    await hand.getByText(/Dr. Okafor gets these since/).waitFor();
    await look(hand, "rule-measures", screens);
    await lookLarge(hand, "rule-measures", screens);
    await answerAll("phq-9", "PHQ-9", 9, "Several days");
    await hand.getByRole("link", { name: "Go on to the score" }).click();
    await hand.getByText("9 of 27 · mild").waitFor();
    await hand.getByText("This one did not go by itself").waitFor();
    await look(hand, "measured-waits", screens);
    await answerAll("gad-7", "GAD-7", 7, "Several days");
    await hand.getByText("7 of 21 · mild").waitFor();
    await hand.getByText("Shared by a rule of yours.").waitFor();
    await figures.getByRole("button", { name: "7, mild", exact: true }).waitFor();
    // Neither the two from before the rule, nor the one that waits.
    await figures.getByRole("img", { name: "GAD-7: 7", exact: true }).waitFor();
    await figures.getByRole("img", { name: "PHQ-9: 10", exact: true }).waitFor();
  });

  await test("measures: of PCL-5 the therapist is told the pattern and the cut-point, and the client is not", async () => {
    await answerAll("pcl-5", "PCL-5", 20, "Moderately");
    await hand.getByText("40 of 80").waitFor();
    const said =
      "Provisional DSM-5 pattern met (B, C, D, E), total at or above the cut-point (33). Not a diagnosis.";
    await figures.getByText(said, { exact: true }).waitFor();
    await look(desk, "brief-pattern", screens);
    await lookLarge(desk, "brief-pattern", screens);
    await figures.getByRole("button", { name: "40", exact: true }).click();
    await figures.getByRole("list").getByRole("link", { name: /PCL-5/ }).click();
    await desk.getByRole("heading", { level: 1, name: "PCL-5" }).waitFor();
    await desk.getByText(said, { exact: true }).waitFor();
    await look(desk, "read-pattern", screens);
    // What she is shown of it and what the client sees of the same answers.
    assert.equal(await hand.getByText(/Provisional|cut-point|DSM/).count(), 0);
    await hand.getByRole("button", { name: "Take back" }).click();
    await desk.getByText("Provisional").waitFor({ state: "detached" });
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.locator(".seen").getByText("PCL-5").waitFor();
    assert.equal(await hand.getByText(/Provisional|cut-point|DSM/).count(), 0);
  });

  await test("measures: what was begun before the time that it asks about starts anew, and is kept as it is", async () => {
    const begun = `/app/measure/${randomUUID()}?i=who-5`;
    const anew = hand.getByText("It asks about the time just before, so it starts anew.");
    await hand.clock.setSystemTime(Date.now() - 20 * 86_400_000);
    await reopen(begun);
    await hand.getByText(/^WHO-5 · 1 of/).waitFor();
    assert.equal(await anew.count(), 0);
    await answer("Some of the time");
    await hand.getByText(/^WHO-5 · 2 of/).waitFor();
    await hand.waitForTimeout(500);
    await hand.clock.setSystemTime(Date.now());
    await reopen(`${begun}&p=2`);
    await hand.getByText(/^WHO-5 · 1 of/).waitFor();
    await anew.waitFor();
    await look(hand, "measure-anew", screens);
    await lookLarge(hand, "measure-anew", screens);
    await answer("At no time");
    await hand.getByText(/^WHO-5 · 2 of/).waitFor();
    // Gone on with by its new address.
    await hand.waitForTimeout(500);
    await reopen(hand.url());
    await hand.getByText(/^WHO-5 · 2 of/).waitFor();
    await anew.waitFor();
    await reopen("/app/measures");
    await hand.locator('h2:text-is("Begun and set aside") + ul').getByRole("link", { name: /^WHO-5 · / }).click();
    await hand.getByText("is kept as it is.").waitFor();
    await lines(hand.locator(".answers dd"), ["Some of the time"]);
    await look(hand, "measure-aside", screens);
    await lookLarge(hand, "measure-aside", screens);
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
