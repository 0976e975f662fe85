// What comes after the loop with nothing but a keyboard: the plan, notes, a questionnaire, the list for the hour, what
// grew, what is beside words, a colleague, and taking everything out.
import assert from "node:assert/strict";
import { invite, setUp } from "./people.mjs";
import { holds, lines } from "./seen.mjs";
import { told } from "./typist.mjs";
import { LAPTOP, device } from "./world.mjs";

const LUND = { name: "lund", password: "seven quiet lanterns glow", practice: "Seeblick", called: "Dr. Lund" };
const NOTE = "The sister comes up again.";

/** A day as its field has it, so many from now. */
const inDays = (page, days) =>
  page.evaluate((days) => {
    const at = new Date(Date.now() + days * 86_400_000);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  }, days);

/** A file came, and was asked for without a pointer. */
async function takesOut(page, keys, button) {
  await Promise.all([page.waitForEvent("download"), keys.press("button", button)]);
  await page.getByText("The file is ready. Look in your downloads.").waitFor();
  await keys.keeps("when the file was made");
}

/** What is open stands over the page, keeps the keyboard to itself, and gives it back. */
async function opensOver(page, keys, button, meanwhile) {
  await keys.press("button", button, { exact: true });
  await page.getByRole("heading", { level: 2, name: button, exact: true }).waitFor();
  const where = () =>
    page.evaluate(() => (document.activeElement === document.body ? "nowhere" : document.activeElement.closest("dialog") ? "over" : "under"));
  assert.equal(await where(), "over");
  for (let stop = 0; stop < 20; stop += 1) {
    await keys.key("Tab");
    assert.notEqual(await where(), "under", "the keyboard left what is open");
  }
  await meanwhile?.();
  await keys.key("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.waitForFunction((name) => document.activeElement?.innerText?.trim() === name, button);
}

export async function bothOnByKeyboard({ browser, server, timezoneId, desk, hand, hers, theirs, test }) {
  await test("by keyboard, the therapist plans an hour, questionnaires and a prompt of her own", async () => {
    const plan = desk.getByRole("group", { name: "PHQ-9", exact: true });
    await hers.press("link", "Appointments and plan");
    await hers.arrives("Plan");
    await hers.press("button", "Add an appointment");
    await hers.keeps("when the form was opened");
    await hers.reach(desk.getByLabel("What for"));
    await hers.type("Int");
    await holds(desk.getByLabel("What for"), "2");
    await hers.date("Day and time", { day: await inDays(desk, 2), time: "15:00" });
    await hers.write("Note", "Bring the letter");
    await hers.key("Enter");
    await desk.getByText(/^Saved: Integration/).waitFor();
    await hers.keeps("when it was saved");
    await hers.press("button", /^Change: Integration/);
    await hers.keeps("when it was opened again");
    await hers.press("button", "Cancel", { exact: true });
    await desk.getByLabel("What for").waitFor({ state: "detached" });
    await hers.keeps("when the form was closed");
    await hers.press("button", /^Cancel this appointment/);
    await desk.getByText(/^Cancelled: Integration/).waitFor();
    await hers.press("button", "Undo");
    await desk.getByText("Bring the letter").waitFor();
    await hers.keeps("when it was undone");
    await hers.press("button", "Begin with a usual plan");
    await desk.getByText(/^A usual plan/).waitFor();
    await hers.reach(plan.getByLabel("Every so many days"));
    await hers.key("Control+a");
    await hers.type("10");
    await plan.getByText("Every 10 days.").waitFor();
    await hers.press("button", "Write a prompt");
    await hers.keeps("when a prompt was begun");
    await hers.write("The question", "What did the water look like?");
    await hers.press("button", "Ask this");
    await desk.getByText(/^Maya is asked this/).waitFor();
    await hers.keeps("when it was asked");
    await told(desk, "plan");
    await hers.press("link", "Brief");
    await hers.arrives("Maya");
  });

  await test("by keyboard, a note about an hour is written, deleted and taken back", async () => {
    await hers.press("link", "Session notes");
    await hers.arrives("Session notes");
    await hers.press("link", /Integration.*no note yet/);
    await hers.arrives(/Integration/);
    await hers.write("Your note", NOTE);
    await desk.getByText("saved and synced").waitFor();
    await told(desk, "note");
    await hers.press("link", "Session notes");
    await hers.arrives("Session notes");
    await told(desk, "notes");
    await hers.press("link", new RegExp(NOTE));
    await hers.arrives(/Integration/);
    await hers.press("button", "Delete this note");
    await hers.arrives("Session notes");
    await hers.press("button", "Undo");
    await desk.getByRole("link", { name: new RegExp(NOTE) }).waitFor();
    await hers.keeps("when the note came back");
  });

  await test("by keyboard, a questionnaire is answered, skipped, gone back in and looked over, with care before the score", async () => {
    const answer = async (at, name) => {
      await hand.getByText(`PHQ-9 · ${at} of 10`).waitFor();
      await theirs.keeps(`at question ${at}`);
      await theirs.press("button", name, { exact: true });
    };
    await theirs.press("link", "You", { exact: true });
    await theirs.arrives("Maya");
    await theirs.press("link", "Journal", { exact: true });
    await theirs.arrives("Journal");
    await theirs.press("link", "Questionnaires");
    await theirs.arrives("Questionnaires");
    await told(hand, "measures");
    await theirs.press("link", /^PHQ-9/);
    await theirs.arrives(/^Little interest/);
    await told(hand, "measure");
    await answer(1, "Several days");
    await answer(2, "skip");
    await answer(3, "back");
    await answer(2, "Not at all");
    await answer(3, "skip");
    for (const at of [4, 5, 6, 7, 8]) await answer(at, "Not at all");
    await answer(9, "Several days");
    await answer(10, "Not difficult at all");
    await theirs.arrives("Your answers");
    await told(hand, "measure-review");
    await theirs.press("button", "back", { exact: true });
    await answer(10, "Next");
    await theirs.arrives("Your answers");
    await theirs.press("button", "Done", { exact: true });
    await theirs.arrives("Before anything else");
    await hand.getByText("Last checked").waitFor();
    await told(hand, "care");
    await theirs.press("button", "Tell Dr. Okafor");
    await hand.getByText("Not opened yet.").waitFor();
    await theirs.keeps("when the therapist was told");
    await theirs.press("link", "Go on to the score");
    await theirs.arrives("PHQ-9");
    await told(hand, "measured");
    await theirs.press("link", /^Share with Dr. Okafor/);
    await theirs.arrives("What Dr. Okafor will see");
    await theirs.press("button", "Share with Dr. Okafor", { exact: true });
    await hand.getByText("Dr. Okafor can read this.").waitFor();
    await theirs.keeps("when it was shared");
  });

  await test("by keyboard, the therapist acknowledges, follows a figure to its answers, and takes the record out", async () => {
    await hers.press("link", "Brief");
    await hers.arrives("Maya");
    await hers.press("button", "We talked");
    await hers.press("button", "Acknowledge");
    await hers.keeps("when it was acknowledged");
    await hers.press("button", "2, minimal");
    await hers.reach(desk.locator(".behind").getByRole("link"));
    await hers.key("Enter");
    await hers.arrives("PHQ-9");
    await desk.getByText("Maya can see that you opened this").waitFor();
    await told(desk, "read-measure");
    await hers.press("link", "Brief");
    await hers.arrives("Maya");
    await hers.press("link", "Take out", { exact: true });
    await hers.arrives("Take out the shared record");
    await told(desk, "takeout");
    await takesOut(desk, hers, "Make the document");
  });

  await test("by keyboard, a safety plan is written, changed and printed", async () => {
    await hand.evaluate(() => (window.print = () => (window.printed = true)));
    await theirs.press("link", "You", { exact: true });
    await theirs.arrives("Maya");
    await theirs.press("link", /^My safety plan/);
    await theirs.arrives("My safety plan");
    await told(hand, "safety-write");
    await theirs.write("Warning signs", "I stop answering.");
    await theirs.press("button", "Done", { exact: true });
    await hand.getByRole("button", { name: "Change it" }).waitFor();
    await theirs.keeps("when the plan was written");
    await theirs.press("button", "Change it");
    await theirs.write("What helps me alone", "The long way home.");
    await theirs.press("button", "Done", { exact: true });
    await hand.getByText("The long way home.").waitFor();
    await told(hand, "safety");
    await theirs.press("button", "Print");
    assert.equal(await hand.evaluate(() => window.printed), true);
    await theirs.press("link", "You", { exact: true });
    await theirs.arrives("Maya");
  });

  await test("by keyboard, the list for the hour is put in another order, and a line taken off comes back", async () => {
    const line = (words) => hand.locator(".agenda summary", { hasText: words });
    const order = (...wanted) => lines(hand.locator(".agenda summary .words"), wanted);
    await theirs.press("link", "For session", { exact: true });
    await theirs.arrives("For your session");
    for (const words of ["First line", "Second line"]) {
      await theirs.write("A question or a line", words);
      await theirs.press("button", "Put it on the list");
      await line(words).waitFor();
    }
    await theirs.reach(line("Second line"));
    await theirs.key("Alt+ArrowUp");
    await order("Second line", "First line");
    await theirs.keeps("when a line was moved");
    await theirs.reach(line("Second line"));
    await theirs.key("Enter");
    await theirs.press("button", "Move down");
    await order("First line", "Second line");
    await theirs.reach(line("First line"));
    await theirs.key("Enter");
    await theirs.press("button", "Take off");
    await order("Second line");
    await theirs.keeps("when a line was taken off");
    await theirs.press("button", "Undo");
    await order("First line", "Second line");
    await theirs.keeps("when the line came back");
    await told(hand, "session");
  });

  await test("by keyboard, pages are searched and filtered, and a passage becomes an insight and a step", async () => {
    await theirs.press("link", "Journal", { exact: true });
    await theirs.arrives("Journal");
    await told(hand, "journal");
    await theirs.write("Search your words", "house", "searchbox");
    await lines(hand.locator("mark"), ["house"]);
    await theirs.press("link", "Check-ins", { exact: true });
    await hand.getByText("Nothing here fits that.").waitFor();
    await theirs.keeps("when the list was filtered");
    await theirs.press("link", "Check-ins", { exact: true });
    await theirs.press("link", /The house by the sea/);
    await theirs.arrives("A page");
    await theirs.press("link", "Keep a passage…");
    await theirs.arrives("Keep a passage");
    await theirs.tick("checkbox", /The house by the sea/);
    await theirs.press("button", "Keep as an insight");
    await hand.waitForURL("**/app/insight/*");
    await theirs.keeps("when a passage was kept");
    await told(hand, "insight");
    await theirs.press("link", "Make a small step of it");
    await theirs.arrives("What is one small thing to try?");
    await theirs.to("textbox", /./);
    await theirs.type("Call my sister");
    await theirs.to("radio", "in a week");
    await theirs.key("ArrowDown");
    assert.ok(await hand.getByLabel("in a month").isChecked());
    await theirs.press("button", "Keep", { exact: true });
    await theirs.arrives(/./);
    await hand.getByText("Call my sister").waitFor();
    await told(hand, "step");
    await theirs.press("button", "Yes, it did");
    await hand.getByText(/found a place/).first().waitFor();
    await theirs.keeps("when a step was looked back at");
  });

  await test("by keyboard, what is beside words opens and closes, and a drawing is said in words", async () => {
    await theirs.press("link", "Today", { exact: true });
    await theirs.arrives(/./);
    await theirs.press("link", /Write freely/);
    await hand.getByRole("textbox").waitFor();
    await theirs.keeps("on the page");
    await opensOver(hand, theirs, "Draw", async () => {
      await theirs.write("In words, if you like", "A boat, drawn small");
      await told(hand, "sketch");
    });
    await hand.getByRole("img", { name: "A boat, drawn small" }).waitFor();
    await opensOver(hand, theirs, "Speak");
    await Promise.all([hand.waitForEvent("filechooser"), theirs.tick("button", "Photo")]);
    await theirs.press("button", "Delete", { exact: true });
    await hand.getByText("Deleted.").waitFor();
    await theirs.keeps("when a drawing was deleted");
    await theirs.press("button", "Undo", { exact: true });
    await hand.getByRole("img", { name: "A boat, drawn small" }).waitFor();
    await theirs.keeps("when the drawing came back");
    await theirs.press("button", "Done", { exact: true });
    await hand.waitForURL("**/app/entry/*");
    await theirs.keeps("when the page was done");
  });

  await test("by keyboard, a colleague is asked for, and the client agrees and takes everything out", async () => {
    const colleague = await device(browser, { ...LAPTOP, timezoneId }, server.origin);
    await hers.press("link", "Brief");
    await hers.arrives("Maya");
    await hers.press("link", "Clients", { exact: true });
    await hers.arrives("Clients");
    await hers.press("link", "Invite", { exact: true });
    await hers.arrives(/Invite/);
    await hers.press("button", "Invite a colleague");
    await setUp(colleague.page, await desk.getByLabel("The link", { exact: true }).inputValue(), LUND);
    await hers.keeps("when a colleague was invited");
    await hers.press("link", "Clients", { exact: true });
    await hers.arrives("Clients");
    await hers.press("link", /Maya/);
    await hers.arrives("Maya");
    await hers.press("link", "Cover or hand over");
    await hers.arrives("Cover or hand over");
    await told(desk, "cover");
    await hers.write("Your colleague’s link", await invite(colleague.page, "a colleague’s client"));
    await hers.press("button", "See whose link it is");
    await desk.getByText("This is the link of Dr. Lund.").waitFor();
    await hers.keeps("when the link was looked at");
    await hers.date("First day", { day: await inDays(desk, 0) });
    await hers.date("Last day", { day: await inDays(desk, 7) });
    await hers.write("A line in your own words", "I am away for a week.");
    await hers.press("button", "Ask my client");
    await hers.arrives("Maya");
    await theirs.press("link", "Today", { exact: true });
    await theirs.arrives("Dr. Okafor asks: may Dr. Lund read, too, for a while?");
    await theirs.press("link", "Look at it");
    await theirs.arrives(/may Dr\. Lund read/);
    await hand.getByText("Checked: the link is theirs.").waitFor();
    await told(hand, "introduction");
    await theirs.press("button", "Agree", { exact: true });
    await hand.getByText("You agreed. Dr. Lund reads what you share.").waitFor();
    await theirs.keeps("when it was agreed");
    await colleague.page.getByRole("link", { name: "Clients", exact: true }).first().click();
    await colleague.page.getByRole("link", { name: /Maya/ }).waitFor();
    assert.deepEqual(colleague.broken, []);
    await colleague.context.close();
    await theirs.press("link", "Today", { exact: true });
    await theirs.arrives(/./);
    await theirs.press("link", "You", { exact: true });
    await theirs.arrives("Maya");
    await theirs.press("link", /^Privacy/);
    await theirs.arrives("Privacy");
    await told(hand, "privacy");
    await theirs.press("link", /Take everything with you/);
    await theirs.arrives("Take everything with you");
    await told(hand, "export");
    await takesOut(hand, theirs, "Make the file");
  });
}
