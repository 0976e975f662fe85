// How it is, what one turns toward, what became of it, and what to bring: on a phone, with and without a network.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { outside } from "./canary.mjs";
import { appoint, goTo, invite, join, setUp, synced, unlock } from "./people.mjs";
import { holds, numbers } from "./seen.mjs";
import { LAPTOP, PHONE, countTaps, device, look, lookLarge } from "./world.mjs";

const DOCTOR = { name: "doctor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };

export async function threads({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-threads-"));
  const server = await startServer(binary, data, { level: "trace" });
  const doctor = await device(browser, LAPTOP, server.origin);
  const phone = await device(browser, PHONE, server.origin);
  const desk = doctor.page;
  let hand = phone.page;

  // Whatever hour it is here, it is afternoon in the story. Timers go on.
  const noon = new Date();
  noon.setHours(15, 0, 0, 0);
  const at = (days, hour, minute = 0) => {
    const then = new Date(noon);
    then.setDate(then.getDate() + days);
    then.setHours(hour, minute);
    return then;
  };
  const clock = (then) => Promise.all([doctor, phone].map(({ context }) => context.clock.setFixedTime(then)));
  await clock(noon);

  /** Opens the app there, after it had been left. Where it stayed open while the clock went on, it locks by itself some
   * seconds later, whatever is done then. */
  const reopen = async (where, then) => {
    await hand.goto("about:blank");
    if (then) await clock(then);
    await hand.goto(where);
    await unlock(hand, MAYA.password);
  };
  /** Deletes the thread on the screen, and thinks better of it: it is in the list again and opens as before. */
  const deletedAndBack = async (words) => {
    await hand.getByRole("button", { name: "Delete", exact: true }).click();
    await hand.getByRole("heading", { level: 1, name: "Intentions and insights" }).waitFor();
    await hand.getByRole("status").filter({ hasText: "Deleted" }).waitFor();
    assert.equal(await hand.getByRole("link", { name: words }).count(), 0);
    await hand.getByRole("button", { name: "Undo" }).click();
    await hand.getByRole("link", { name: words }).click();
    await hand.getByRole("button", { name: "Delete", exact: true }).waitFor();
  };
  const day = (back) =>
    hand.evaluate((back) => {
      const at = new Date(Date.now() - back * 86_400_000);
      return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    }, back);

  await test("threads: two people are paired", async () => {
    await setUp(desk, server.setupLink, DOCTOR);
    const link = await invite(desk, "somebody");
    await hand.goto(link);
    await join(hand, MAYA);
    await goTo(desk, "Clients");
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("link", { name: "Appointments" }).click();
  });

  await test("threads: from Today a whole check-in is five taps, and each of them is kept", async () => {
    const asks = hand.getByRole("heading", { name: "How are you today?" });
    const kept = hand.locator('a[href*="/app/checked/"]');
    const step = (word) => hand.getByRole("button", { name: word, exact: true });
    const deleted = async () => {
      await kept.first().waitFor();
      await numbers(kept, 1);
      await kept.click();
      await hand.getByRole("button", { name: "Delete" }).click();
      await hand.getByText("Check-in deleted").waitFor();
      await asks.waitFor();
    };
    await asks.waitFor();
    await look(hand, "today-check-in", screens);
    await lookLarge(hand, "today-check-in", screens);
    await phone.context.setOffline(true);
    const taps = await countTaps(hand);
    await step("lightish").click();
    await hand.getByText("2 of 5").waitFor();
    await hand.getByText("This is for today").waitFor();
    await look(hand, "check-in-second", screens);
    for (const [at, word] of [[2, "somewhat"], [3, "plenty"], [4, "deeply"], [5, "held"]]) {
      await hand.getByText(`${at} of 5`).waitFor();
      await step(word).click();
    }
    await hand.getByRole("heading", { name: "Any words for it?" }).waitFor();
    assert.equal(await taps(), 5);
    // Nobody says Done: half a second is what is promised.
    await hand.waitForTimeout(500);
    await phone.context.setOffline(false);
    await reopen("/app/journal");
    await kept.click();
    for (const word of ["lightish", "somewhat", "plenty", "deeply", "held"]) await hand.getByText(word, { exact: true }).waitFor();
    await goTo(hand, "Journal");
    await deleted();
    // A double tap answers one question. Back is Today, which does not ask again.
    await step("low").dblclick();
    await hand.getByText("2 of 5").waitFor();
    await hand.goBack();
    await hand.getByRole("link", { name: /^Check in/ }).waitFor();
    assert.equal(await asks.count(), 0);
    await goTo(hand, "Journal");
    await deleted();
    await synced(hand);
  });

  await test("threads: a dosing session and an hour are ahead", async () => {
    await appoint(desk, "Dosing session", 40);
    await appoint(desk, "Integration", 90);
    await hand.getByText("before your first session").waitFor();
  });

  await test("threads: a quick check-in is one word and done, offline, and is kept", async () => {
    await goTo(hand, "Today");
    await phone.context.setOffline(true);
    const taps = await countTaps(hand);
    await hand.getByRole("link", { name: /^Check in/ }).click();
    await hand.getByText("1 of 5").waitFor();
    await look(hand, "check-in-first", screens);
    await hand.getByRole("button", { name: "lowish" }).click();
    await hand.getByText("2 of 5").waitFor();
    await hand.getByRole("button", { name: "That's all" }).click();
    await hand.getByRole("heading", { name: "Your check-in" }).waitFor();
    assert.equal(await taps(), 3);
    await hand.getByText("lowish").waitFor();
    await look(hand, "checked", screens);
    await phone.context.setOffline(false);
  });

  await test("threads: a reload in the middle of a check-in goes on where it was", async () => {
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /^Check in/ }).click();
    // A double tap answers one question, and not the one that comes under the finger.
    await hand.getByRole("button", { name: "lightish" }).dblclick();
    await hand.getByText("2 of 5").waitFor();
    await hand.getByRole("button", { name: "somewhat" }).click();
    await hand.getByText("3 of 5").waitFor();
    await hand.reload();
    await unlock(hand, MAYA.password);
    await hand.getByText("3 of 5").waitFor();
    await hand.getByRole("button", { name: "back", exact: true }).click();
    assert.equal(await hand.getByRole("button", { name: "somewhat" }).getAttribute("aria-pressed"), "true");
    for (const _ of [1, 2, 3, 4]) await hand.getByRole("button", { name: "skip" }).click();
    await hand.getByRole("button", { name: "more words" }).click();
    await hand.getByLabel("A word of your own").fill("  like  moss ");
    await hand.getByRole("button", { name: "Add", exact: true }).click();
    assert.equal(await hand.getByRole("button", { name: "like moss" }).getAttribute("aria-pressed"), "true");
    await look(hand, "check-in-feelings", screens);
    await lookLarge(hand, "check-in-feelings", screens);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByText("like moss").waitFor();
  });

  await test("threads: a missed day is put in later, with one's own word offered again", async () => {
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /^Check in/ }).click();
    await hand.getByText("This is for today").click();
    await hand.getByLabel("another day").check();
    await hand.getByLabel("Which day").fill(await day(3));
    await look(hand, "check-in-day", screens);
    for (const word of ["low", "very", "little", "badly", "alone"]) {
      await hand.getByRole("button", { name: word, exact: true }).click();
    }
    await hand.getByRole("button", { name: "like moss" }).click();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.getByRole("heading", { name: "Your check-in" }).waitFor();
    // Before it goes it says what day it is for, as it will to its reader.
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    const for_ = new Date(at(-3, 12)).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
    await hand.locator(".seen").getByText(`for ${for_}`).waitFor();
    await look(hand, "share-back-dated", screens);
    await hand.getByRole("button", { name: "keep private" }).click();
    await hand.getByRole("heading", { name: "Your check-in" }).waitFor();
  });

  await test("threads: the course shows days, gaps and the same as a table", async () => {
    await goTo(hand, "Journal");
    await hand.getByRole("link", { name: "How it has been" }).click();
    await hand.getByRole("heading", { level: 1, name: "How it has been" }).waitFor();
    const mood = hand.getByRole("img", { name: /^Mood: 2 days of 28 with a check-in, between low and in between/ });
    await mood.waitFor();
    await numbers(mood.locator("circle"), 2);
    await look(hand, "course", screens);
    await lookLarge(hand, "course", screens);
    await hand.getByText("The same as a table").click();
    await hand.getByRole("cell", { name: "badly" }).waitFor();
    await look(hand, "course-table", screens);
  });

  await test("threads: after midnight a check-in can count for the evening that just ended", async () => {
    await reopen("/app", at(1, 1, 30));
    await hand.getByRole("link", { name: /^Check in/ }).click();
    await hand.getByLabel("the evening that just ended").check();
    await look(hand, "check-in-night", screens);
    await hand.getByRole("button", { name: "in between" }).click();
    await hand.getByRole("button", { name: "That's all" }).click();
    const evening = noon.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
    await hand.getByText(new RegExp(`^${evening}`)).waitFor();
  });

  await test("threads: a check-in is put right later and says so, and is deleted", async () => {
    await hand.getByRole("link", { name: "Change" }).click();
    await hand.getByRole("button", { name: "light", exact: true }).click();
    await hand.getByRole("button", { name: "That's all" }).click();
    await hand.getByText("light", { exact: true }).waitFor();
    assert.equal(await hand.getByText(/corrected/).count(), 0);
    await reopen(hand.url(), at(1, 2, 30));
    await hand.getByRole("link", { name: "Change" }).click();
    await hand.getByRole("button", { name: "lowish", exact: true }).click();
    await hand.getByRole("button", { name: "That's all" }).click();
    await hand.getByText(/corrected/).waitFor();
    const rows = hand.locator('a[href*="/app/checked/"]');
    const how = new URL(hand.url()).pathname;
    for (const [undone, left] of [[true, 4], [false, 3]]) {
      await hand.getByRole("button", { name: "Delete" }).click();
      await hand.getByText("Check-in deleted").waitFor();
      if (undone) await hand.getByRole("button", { name: "Undo" }).click();
      await goTo(hand, "Journal");
      await rows.nth(left - 1).waitFor();
      await numbers(rows, left);
      if (undone) await hand.locator(`a[href="${how}"]`).click();
    }
    await hand.getByRole("link", { name: "How it has been" }).click();
    await hand.getByRole("img", { name: /^Mood: 2 days of 28/ }).waitFor();
    await clock(noon);
  });

  /** The tab dies, and the app is opened there. */
  const diesTo = async (where) => {
    // Half a second is what is promised.
    await hand.waitForTimeout(500);
    const crash = await phone.context.newCDPSession(hand);
    crash.send("Page.crash").catch(() => {});
    await hand.waitForEvent("crash");
    await hand.close();
    hand = phone.page = await phone.context.newPage();
    await reopen(where);
  };
  const turnToward = () => hand.getByRole("heading", { name: "What would you like to turn toward?" }).waitFor();
  const harbour = "the harbour at night";

  await test("threads: an intention is one without Done: after a tab that was killed, and after going away", async () => {
    await reopen("/app");
    await hand.getByRole("link", { name: "Write", exact: true }).click();
    await turnToward();
    await hand.getByRole("textbox").pressSequentially(harbour, { delay: 5 });
    await diesTo("/app/threads");
    await hand.getByText(harbour).click();
    await hand.waitForURL("**/app/intention/*");
    await hand.getByText("Nothing has grown from it yet").waitFor();
    // Gone on with, and left without Done.
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: "Go on", exact: true }).click();
    await turnToward();
    await hand.getByRole("textbox").fill(`${harbour}, and the boats`);
    await hand.goBack();
    await hand.getByRole("heading", { name: "Go on where you stopped" }).waitFor();
    await hand.goto("/app/threads");
    await unlock(hand, MAYA.password);
    await hand.getByText(`${harbour}, and the boats`).waitFor();
    assert.equal(await hand.getByText(harbour).count(), 1);
  });

  await test("threads: an intention whose words are taken out before Done is none", async () => {
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: "Go on", exact: true }).click();
    await turnToward();
    await hand.getByRole("textbox").fill("");
    await hand.getByRole("button", { name: "write freely instead" }).click();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app");
    await reopen("/app/threads");
    await hand.getByRole("link", { name: "Set an intention" }).waitFor();
    assert.equal(await hand.getByText(harbour).count(), 0);
  });

  await test("threads: the answer to the intention prompt is kept as an intention, offline", async () => {
    await reopen("/app");
    await synced(hand);
    await phone.context.setOffline(true);
    await hand.getByRole("link", { name: "Write", exact: true }).click();
    await hand.getByRole("heading", { name: "What would you like to turn toward?" }).waitFor();
    await hand.getByRole("textbox").fill("my sister, without running");
    await hand.getByRole("button", { name: "write freely instead" }).click();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
    await goTo(hand, "Journal");
    await hand.getByRole("link", { name: "Intentions and insights" }).click();
    await hand.getByText("my sister, without running").click();
    await hand.getByText("Nothing has grown from it yet").waitFor();
    await look(hand, "intention", screens);
    await deletedAndBack("my sister, without running");
  });

  await test("threads: after the session it stands quietly beside the prompt", async () => {
    // What waits for the network for two days becomes the next thing, so it is sent first.
    await phone.context.setOffline(false);
    await synced(hand);
    await reopen("/app", at(3, 15));
    await hand.getByRole("link", { name: "Write", exact: true }).click();
    await hand.getByRole("heading", { name: "What is still with you?" }).waitFor();
    await hand.getByText("You wanted to turn toward").waitFor();
    await hand.getByText("my sister, without running").waitFor();
    await hand.getByRole("textbox").fill("The house by the sea. I could have called her. I will say no once.");
    await look(hand, "write-after", screens);
    await hand.getByRole("button", { name: "write freely instead" }).click();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
  });

  await test("threads: a passage is kept as an insight, which becomes a small step with a day to look back", async () => {
    await hand.getByRole("link", { name: "Keep a passage…" }).click();
    await hand.getByText("I could have called her.").click();
    await look(hand, "keep-passage", screens);
    await hand.getByRole("button", { name: "Bring it to my session" }).click();
    await hand.getByText("It is on your list.").waitFor();
    await hand.getByRole("button", { name: "Keep as an insight" }).click();
    await hand.getByRole("heading", { name: "Insight" }).waitFor();
    await look(hand, "insight", screens);
    await deletedAndBack("I could have called her.");
    await hand.getByRole("link", { name: "Make a small step of it" }).click();
    await hand.getByRole("textbox").fill("call her on Sunday");
    await look(hand, "step-edit", screens);
    await lookLarge(hand, "step-edit", screens);
    await hand.getByRole("button", { name: "Keep" }).click();
    await hand.getByText(/look back on/).waitFor();
    await look(hand, "step", screens);
    await deletedAndBack("call her on Sunday");
  });

  await test("threads: when the day has come, each answer is a good one", async () => {
    await reopen("/app", at(10, 15));
    await hand.getByRole("button", { name: "not now" }).click();
    await hand.getByRole("heading", { name: "Did this find a place?" }).waitFor();
    await hand.getByText("call her on Sunday").waitFor();
    await look(hand, "today-step", screens);
    await hand.getByRole("link", { name: "Look back" }).click();
    await hand.getByRole("button", { name: "Not yet" }).click();
    await hand.getByText(/not yet, .* · look back on/).waitFor();
    await hand.getByRole("button", { name: "Yes, it did" }).click();
    await hand.getByText(/found a place/).waitFor();
    assert.equal(await hand.getByRole("button", { name: "Not yet" }).count(), 0);
    await hand.getByRole("button", { name: "Take it up again" }).click();
    await hand.getByRole("button", { name: "Let it go" }).click();
    await hand.getByText(/ · let go, /).waitFor();
    await hand.getByRole("button", { name: "Take it up again" }).waitFor();
    assert.equal(await hand.getByRole("button", { name: "Let it go" }).count(), 0);
    await look(hand, "step-let-go", screens);
    await goTo(hand, "Journal");
    await hand.getByRole("link", { name: "Intentions and insights" }).click();
    await hand.getByText(/Session 1/).waitFor();
    await look(hand, "threads", screens);
    await lookLarge(hand, "threads", screens);
    await hand.getByText("my sister, without running").click();
    await hand.waitForURL("**/app/intention/*");
    await hand.getByText(/Session 1/).waitFor();
    await hand.getByText("I could have called her.").waitFor();
    await hand.getByText("call her on Sunday").waitFor();
    await look(hand, "intention-grown", screens);
    await lookLarge(hand, "intention-grown", screens);
    await clock(noon);
    await phone.context.setOffline(false);
  });

  const line = () => hand.getByLabel("A question or a line");
  const order = () => hand.locator(".agenda summary .words").allInnerTexts();

  await test("threads: a question is being typed when the tab is killed, and is there again", async () => {
    await reopen("/app/session");
    await hand.getByText("“I could have called her.”").click();
    await hand.getByRole("link", { name: "from a page of yours" }).waitFor();
    await hand.getByRole("button", { name: "Take off" }).click();
    await hand.getByText("Nothing yet. A question, a line").waitFor();
    await hand.getByRole("status").filter({ hasText: "Taken off the list" }).waitFor();
    // What is put on the list meanwhile stays.
    await line().fill("the ferry");
    await hand.getByRole("button", { name: "Put it on the list" }).click();
    await hand.getByRole("listitem").getByText("the ferry").waitFor();
    await hand.getByRole("button", { name: "Undo" }).click();
    await hand.getByText("“I could have called her.”").waitFor();
    assert.deepEqual(await order(), ["“I could have called her.”", "the ferry"]);
    for (const words of await order()) {
      await hand.getByText(words, { exact: true }).click();
      await hand.getByRole("button", { name: "Take off" }).click();
      await hand.getByText(words, { exact: true }).waitFor({ state: "detached" });
    }
    await hand.getByText("Nothing yet. A question, a line").waitFor();
    await look(hand, "agenda-empty", screens);
    await line().pressSequentially("why the heron?", { delay: 5 });
    // Half a second is what is promised.
    await hand.waitForTimeout(500);
    const crash = await phone.context.newCDPSession(hand);
    crash.send("Page.crash").catch(() => {});
    await hand.waitForEvent("crash");
    await hand.close();
    hand = phone.page = await phone.context.newPage();
    await reopen("/app/session");
    await holds(line(), "why the heron?");
    await hand.getByRole("button", { name: "Put it on the list" }).click();
    await hand.getByRole("listitem").getByText("why the heron?").waitFor();
    await holds(line(), "");
  });

  await test("threads: lines are put in order by button, by keys and by dragging, offline", async () => {
    await phone.context.setOffline(true);
    for (const words of ["my sister", "sleep"]) {
      await line().fill(words);
      await hand.getByRole("button", { name: "Put it on the list" }).click();
      await hand.getByRole("listitem").getByText(words).waitFor();
    }
    assert.deepEqual(await order(), ["why the heron?", "my sister", "sleep"]);
    await hand.getByText("sleep", { exact: true }).click();
    await look(hand, "agenda-open", screens);
    await hand.getByRole("button", { name: "Move up" }).click();
    await hand.getByText("Moved to place 2 of 3.").waitFor();
    assert.deepEqual(await order(), ["why the heron?", "sleep", "my sister"]);
    await hand.locator(".agenda summary").nth(1).press("Alt+ArrowUp");
    await hand.getByText("Moved to place 1 of 3.").waitFor();
    assert.deepEqual(await order(), ["sleep", "why the heron?", "my sister"]);
    const grips = hand.locator(".agenda .grip");
    const from = await grips.nth(0).boundingBox();
    const to = await grips.nth(2).boundingBox();
    await hand.mouse.move(from.x + 20, from.y + 20);
    await hand.mouse.down();
    await hand.mouse.move(to.x + 20, to.y + 20, { steps: 6 });
    await hand.mouse.up();
    await hand.getByText("Moved to place 3 of 3.").waitFor();
    assert.deepEqual(await order(), ["why the heron?", "my sister", "sleep"]);
    await hand.getByText("sleep", { exact: true }).click();
    await hand.getByRole("button", { name: "Change", exact: true }).click();
    await hand.getByLabel("In other words").fill("sleep, since the session");
    await hand.getByRole("button", { name: "Put it on the list" }).click();
    await hand.getByText("sleep, since the session").waitFor();
    for (const undone of [true, false]) {
      await hand.getByText("why the heron?").click();
      await hand.getByRole("button", { name: "Take off" }).click();
      await hand.getByText("why the heron?").waitFor({ state: "detached" });
      if (!undone) break;
      await hand.getByRole("button", { name: "Undo" }).click();
      await hand.getByText("why the heron?").waitFor();
      assert.deepEqual(await order(), ["why the heron?", "my sister", "sleep, since the session"]);
    }
    assert.deepEqual(await order(), ["my sister", "sleep, since the session"]);
    await look(hand, "agenda", screens);
    await lookLarge(hand, "agenda", screens);
    await phone.context.setOffline(false);
  });

  await test("threads: the list is shared as one, read before the hour, and clears by itself after it", async () => {
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("button", { name: "Share with Dr. Okafor" }).click();
    await hand.getByText("Dr. Okafor can read this. Changes you make go along.").waitFor();
    // What is brought from a private page is read with the list, and that is said before it goes.
    await goTo(hand, "Journal");
    await hand.getByRole("link", { name: /The house by the sea/ }).click();
    await hand.getByRole("link", { name: "Keep a passage…" }).click();
    await hand.getByText("Your list is shared with Dr. Okafor, who can read this at once.").waitFor();
    await look(hand, "keep-passage-shared", screens);
    await hand.getByText("I will say no once.").click();
    await hand.getByRole("button", { name: "Bring it to my session" }).click();
    await hand.getByText("It is on your list.").waitFor();
    await hand.getByRole("link", { name: "Look at the list" }).click();
    await synced(hand);
    // Nobody touched it for days, so it has locked by itself.
    await desk.goto("/app");
    await unlock(desk, DOCTOR.password);
    await desk.getByRole("link", { name: /Maya/ }).click();
    await desk.getByRole("heading", { name: "What I want to bring" }).waitFor();
    await desk.getByText("sleep, since the session").waitFor();
    await desk.getByText("I will say no once.").waitFor();
    assert.equal(await desk.getByText("The house by the sea").count(), 0);
    await look(desk, "brief-bring", screens);
    await reopen("/app/session", at(5, 15));
    await hand.getByText("Nothing yet. A question").waitFor();
    await hand.getByText("Lists from before").click();
    await hand.getByText("sleep, since the session").waitFor();
    await look(hand, "agenda-before", screens);
    await clock(noon);
  });

  await test("threads: what was just taken back of an insight can be shared again, also when other things came in", async () => {
    await reopen("/app/threads");
    await hand.getByText("I could have called her.").click();
    await hand.waitForURL("**/app/insight/*");
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("button", { name: "Share with Dr. Okafor" }).click();
    await hand.getByText("Dr. Okafor can read").waitFor();
    await hand.getByRole("link", { name: "Put it in other words" }).click();
    await hand.getByRole("textbox").waitFor();
    await hand.getByText("Dr. Okafor can read this. Changes you make go along.").waitFor();
    await hand.getByRole("button", { name: "Keep", exact: true }).click();
    await hand.waitForURL((where) => !where.search.includes("edit"));
    await hand.getByRole("button", { name: "Take back" }).click();
    await hand.getByText("Taken back.").waitFor();
    // The answer of the server is one more thing that comes in.
    await synced(hand);
    await hand.getByRole("button", { name: "Undo" }).click();
    await hand.getByText("Dr. Okafor can read").waitFor();
    await hand.getByText("Taken back.").waitFor({ state: "detached" });
    await hand.getByRole("button", { name: "Take back" }).click();
    await hand.getByText("Taken back.").waitFor();
    await synced(hand);
  });

  await test("threads: no intention, insight, step, feeling or line of the list was outside of the devices", async () => {
    const words = [
      harbour,
      "my sister, without running",
      "I could have called her",
      "call her on Sunday",
      "why the heron?",
      "sleep, since the session",
      "like moss",
    ];
    assert.deepEqual(await outside(server, [doctor, phone], words), []);
  });

  await test("threads: nothing broke on a screen", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });
  await doctor.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
