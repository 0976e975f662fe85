// A therapist is away: a colleague reads beside her, and later in her place. Three people, three browsers.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { appoint, goTo, invite, join, setUp, signIn, synced, unlock } from "./people.mjs";
import { holds } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge, photo } from "./world.mjs";

const OKAFOR = { name: "okafor", password: "four plain words here", practice: "Lindenhof", called: "Dr. Okafor" };
const LUND = { name: "lund", password: "seven quiet lanterns glow", practice: "Seeblick", called: "Dr. Lund" };
const MAYA = { name: "maya", password: "river stone lamp kettle", called: "Maya" };
const [NOTE, DONE] = ["She came early, and slept after it.", "I called her at eight."];
const [SHARED, PRIVATE, DURING, AFTER] = ["The house by the sea", "For me alone", "The boat came back", "The tide went out"];
const PICTURED = "The colour of that evening";

export async function cover({ browser, binary, screens, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-cover-"));
  const server = await startServer(binary, data);
  const [okafor, lund] = [await device(browser, LAPTOP, server.origin), await device(browser, LAPTOP, server.origin)];
  const phone = await device(browser, PHONE, server.origin);
  const [desk, other, hand] = [okafor.page, lund.page, phone.page];
  const day = (page, days) =>
    page.evaluate((days) => {
      const at = new Date(Date.now() + days * 86400_000);
      return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    }, days);

  const open = async (address) => {
    await hand.goto(address);
    await unlock(hand, MAYA.password);
  };
  const write = async (words, share) => {
    await open("/app");
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("textbox").fill(words);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
    await hand.getByText(words).first().waitFor();
    if (!share) return;
    await hand.getByRole("link", { name: /^Share with/ }).click();
    await hand.getByRole("button", { name: /^Share with/ }).click();
    await hand.getByText(/can read this page/).waitFor();
  };
  const home = async (page) => {
    const [brief, clients] = ["Brief", "Clients"].map((name) => page.getByRole("link", { name, exact: true }));
    if (await brief.isVisible()) await brief.click();
    await clients.first().click();
    await page.getByRole("heading", { level: 1, name: "Clients" }).waitFor();
  };
  const client = async (page) => {
    await home(page);
    await page.getByRole("link", { name: /Maya/ }).first().click();
  };
  const ask = async (fill) => {
    await home(other);
    const link = await invite(other, "a colleague’s client");
    await client(desk);
    await desk.getByRole("link", { name: "Cover or hand over" }).click();
    await desk.getByLabel("Your colleague’s link").fill(link);
    await desk.getByRole("button", { name: "See whose link it is" }).click();
    await desk.getByText("This is the link of Dr. Lund.").waitFor();
    await fill();
    await desk.getByRole("button", { name: "Ask my client" }).click();
    await desk.getByText("Asking your client.").waitFor();
    await desk.getByText("Asking your client.").waitFor({ state: "hidden" });
    await synced(desk);
  };

  const forAWeek = async () => {
    await desk.getByLabel("First day").fill(await day(desk, 0));
    await desk.getByLabel("Last day").fill(await day(desk, 7));
    await desk.getByLabel("A line in your own words").fill("I am away for a week.");
  };
  /** The colleague knows nothing of the client. */
  const strangers = async () => {
    await home(other);
    await synced(other);
    assert.equal(await other.getByText("Maya").count(), 0);
  };

  hand.setDefaultTimeout(20_000);
  await test("cover: a therapist names a colleague, whose link is checked, and nothing is given yet", async () => {
    await setUp(desk, server.setupLink, OKAFOR);
    await goTo(desk, "Invite");
    await desk.getByRole("button", { name: "Invite a colleague" }).click();
    await setUp(other, await desk.getByLabel("The link", { exact: true }).inputValue(), LUND);
    await hand.goto(await invite(desk, "Maya"));
    await join(hand, MAYA);
    await client(desk);
    await desk.getByRole("link", { name: "Appointments and plan" }).click();
    await appoint(desk, "Integration", 50);
    await write(PRIVATE, false);
    await write(SHARED, true);
    const link = await invite(other, "not whole");
    await client(desk);
    await desk.getByRole("link", { name: "Cover or hand over" }).click();
    // Another fingerprint in the link, as somebody on the way would write it.
    const changed = link.replace(/#1\.(.)/, (_, first) => `#1.${first === "A" ? "B" : "A"}`);
    await desk.getByLabel("Your colleague’s link").fill(changed);
    await desk.getByRole("button", { name: "See whose link it is" }).click();
    await desk.getByText("The server shows other keys than this link was made with.").waitFor();
    await ask(async () => {
      await forAWeek();
      await look(desk, "cover-ask", screens);
      await lookLarge(desk, "cover-ask", screens);
    });
    await strangers();
  });

  await test("cover: withdrawn, the question goes from under the client's eyes, and nothing was given", async () => {
    await open("/app");
    await hand.getByRole("link", { name: "Look at it" }).click();
    await hand.getByText("Checked: the link is theirs.").waitFor();
    await client(desk);
    await desk.getByRole("link", { name: "Cover or hand over" }).click();
    await desk.getByText("No answer yet.").waitFor();
    await desk.getByRole("button", { name: "Withdraw" }).click();
    await desk.getByText("No answer yet.").waitFor({ state: "detached" });
    // The therapist may ask anew.
    await desk.getByLabel("Your colleague’s link").waitFor();
    await hand.getByRole("heading", { name: "This question is not here any more" }).waitFor();
    await hand.getByText("Nothing of yours was given to anybody.").waitFor();
    await look(hand, "cover-withdrawn", screens);
    await open("/app");
    await synced(hand);
    assert.equal(await hand.getByText(/may Dr\. Lund/).count(), 0);
    await strangers();
  });

  await test("cover: a client says no to a hand-over, and everything stays as it was", async () => {
    await ask(() => desk.getByLabel("Hand over: they read instead of you, from now on").check());
    await open("/app");
    await hand.getByRole("heading", { name: "Dr. Okafor asks: may Dr. Lund take over?" }).waitFor();
    await hand.getByRole("link", { name: "Look at it" }).click();
    await hand.getByRole("button", { name: "No", exact: true }).click();
    await hand.getByText("You said no. Nothing was given.").waitFor();
    await look(hand, "cover-declined", screens);
    await synced(hand);
    await client(desk);
    await desk.getByText(SHARED).first().waitFor();
    await desk.getByRole("link", { name: "Cover or hand over" }).click();
    await desk.getByText(/^Your client said no on /).waitFor();
    await look(desk, "cover-said-no", screens);
    await open("/app");
    await synced(hand);
    assert.equal(await hand.getByText(/may Dr\. Lund/).count(), 0);
    await strangers();
    await ask(forAWeek);
  });

  await test("cover: the client sees who, what and how long, agrees, and a tab that is killed goes on", async () => {
    await open("/app");
    const asks = hand.getByRole("heading", { name: "Dr. Okafor asks: may Dr. Lund read, too, for a while?" });
    await asks.waitFor();
    await look(hand, "cover-today", screens);
    await hand.getByRole("link", { name: "Look at it" }).click();
    await hand.getByText("Checked: the link is theirs.").waitFor();
    await hand.getByText("Dr. Lund, Seeblick").waitFor();
    await hand.getByText("I am away for a week.").waitFor();
    await hand.getByText("1 page", { exact: true }).waitFor();
    await hand.getByText(/Nobody watches it live\./).waitFor();
    await look(hand, "cover-consent", screens);
    await lookLarge(hand, "cover-consent", screens);
    // Everything that is sent after the answer is cut off: the tab dies in the middle.
    await hand.route("**/api/v1/sync", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    const paired = hand.waitForResponse((response) => response.url().endsWith("/pairings") && response.request().method() === "POST");
    await hand.getByRole("button", { name: "Agree" }).click();
    assert.equal((await paired).status(), 201);
    await hand.unroute("**/api/v1/sync");
    await open("/app");
    await synced(hand);
    await client(other);
    await other.getByText(SHARED).first().waitFor();
    await other.getByText("You cover for Dr. Okafor until").waitFor();
    assert.equal(await other.getByText(PRIVATE).count(), 0);
    await look(other, "cover-brief", screens);
    await client(desk);
    await desk.getByRole("link", { name: "Cover or hand over" }).click();
    await desk.getByText(/^Agreed on/).waitFor();
    await look(desk, "cover-agreed", screens);
  });

  await test("cover: what is shared meanwhile reaches both, under both names", async () => {
    await write(DURING, true);
    await hand.getByText("Dr. Okafor and Dr. Lund can read this page.").waitFor();
    for (const page of [desk, other]) {
      await client(page);
      await page.getByText(DURING).first().waitFor();
    }
  });

  await test("cover: a photo is offered to whoever reads the page, and to nobody before", async () => {
    await open("/app");
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("textbox").first().fill(PICTURED);
    await hand.locator("input[type=file]").setInputFiles(await photo(hand));
    await hand.getByRole("img", { name: "A photo" }).waitFor();
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
    const page = hand.url();
    const beside = hand.locator(".attachment");
    const offered = beside.getByRole("button", { name: /^Share with/ });
    await beside.getByRole("img", { name: "A photo" }).waitFor();
    assert.equal(await offered.count(), 0);
    await hand.getByRole("link", { name: /^Share with/ }).click();
    await hand.getByRole("button", { name: /^Share with/ }).click();
    await hand.getByText("Dr. Okafor and Dr. Lund can read this page.").waitFor();
    if (hand.url() !== page) await open(page);
    await beside.getByText("only you can see this").waitFor();
    assert.deepEqual(await offered.allInnerTexts(), ["Share with Dr. Okafor and Dr. Lund"]);
    await offered.click();
    await beside.getByText("Dr. Okafor and Dr. Lund can see this").waitFor();
    await beside.getByText(/saved and synced/).waitFor();
    for (const page of [desk, other]) {
      await client(page);
      await page.getByRole("link", { name: new RegExp(PICTURED) }).first().click();
      await page.getByRole("img", { name: "A photo" }).waitFor();
    }
    for (const page of [desk, other]) await page.getByRole("link", { name: "Brief" }).first().click();
  });

  await test("cover: what the colleague did about an alert is told to the therapist, with who and what", async () => {
    await open(`/app/measure/${randomUUID()}?i=phq-9`);
    for (let at = 1; at <= 9; at += 1) {
      await hand.getByText(`PHQ-9 · ${at} of 10`).waitFor();
      await hand.getByRole("button", { name: "Several days", exact: true }).click();
    }
    await hand.getByText("PHQ-9 · 10 of 10").waitFor();
    await hand.getByRole("button", { name: "skip", exact: true }).click();
    await hand.getByRole("button", { name: "Done", exact: true }).click();
    await hand.getByRole("heading", { name: "Before anything else" }).waitFor();
    await hand.getByRole("button", { name: /^Tell Dr\. \S+ and Dr\. \S+$/ }).click();
    await hand.getByText(/^Sent /).waitFor();
    await client(desk);
    await desk.getByText("not acknowledged yet").waitFor();
    await client(other);
    await other.getByRole("button", { name: "We talked", exact: true }).click();
    await other.getByLabel("A line of your own").fill(DONE);
    await other.getByRole("button", { name: "Acknowledge", exact: true }).click();
    await other.getByText("Acknowledged", { exact: true }).waitFor();
    await other.getByText("Acknowledged", { exact: true }).waitFor({ state: "hidden" });
    await synced(other);
    // It goes by way of the client: the two are not connected with each other.
    await open("/app");
    await desk.getByText(/, acknowledged by Dr\. Lund /).waitFor();
    await desk.getByText(`We talked. ${DONE}`).waitFor();
    await desk.getByText("not acknowledged yet").waitFor({ state: "detached" });
    await look(desk, "cover-acknowledged", screens);
    await home(desk);
    await desk.getByRole("heading", { name: "Waiting for you" }).waitFor({ state: "detached" });
  });

  await test("cover: after the last day nothing opens at the colleague's, though the phone was not opened since", async () => {
    const later = await device(browser, LAPTOP, server.origin);
    await later.page.clock.setFixedTime(Date.now() + 9 * 86400_000);
    await signIn(later.page, LUND.name, LUND.password);
    await synced(later.page);
    await later.page.getByText(/^Your cover for Dr\. Okafor ended on /).waitFor();
    assert.equal(await later.page.getByRole("link", { name: /Maya/ }).count(), 0);
    for (const words of ["Maya", SHARED, DURING]) assert.equal(await later.page.getByText(words).count(), 0, words);
    await look(later.page, "cover-over", screens);
    // Nor by the address of before.
    await client(other);
    const brief = other.url();
    await later.page.goto(brief);
    await unlock(later.page, LUND.password);
    await later.page.getByRole("heading", { name: "This client is not here" }).waitFor();
    assert.equal(await later.page.getByText(SHARED).count(), 0);
    assert.deepEqual(later.broken, []);
    await later.context.close();
  });

  await test("cover: after the last day the colleague has nothing, and the therapist all", async () => {
    // The phone's own calendar says so.
    await hand.clock.setFixedTime(Date.now() + 9 * 86400_000);
    await open("/app");
    await synced(hand);
    await home(other);
    await other.getByRole("link", { name: /Maya/ }).waitFor({ state: "detached" });
    assert.equal(await other.getByText(SHARED).count(), 0);
    await client(desk);
    await desk.getByText(DURING).first().waitFor();
    // What was done about the alert stays told, by whom too.
    await desk.getByText(/, acknowledged by Dr\. Lund /).waitFor();
    await desk.getByRole("link", { name: "Session notes" }).click();
    await desk.getByRole("link", { name: "A note without an appointment" }).click();
    await desk.getByLabel("Your note").fill(NOTE);
    await desk.getByText("saved and synced").waitFor();
    await desk.getByRole("link", { name: "Session notes" }).click();
    await desk.getByRole("link", { name: new RegExp(NOTE) }).waitFor();
  });

  await test("cover: handed over, the colleague has everything and the therapist her own", async () => {
    await ask(async () => {
      await desk.getByLabel("Hand over: they read instead of you, from now on").check();
      await look(desk, "cover-hand-over", screens);
    });
    await open("/app");
    await hand.getByRole("link", { name: "Look at it" }).click();
    await hand.getByRole("button", { name: "Agree" }).click();
    await hand.getByText("You agreed. Dr. Lund reads what you share.").waitFor();
    await look(hand, "cover-handed-over", screens);
    await client(other);
    for (const words of [SHARED, DURING]) await other.getByText(words).first().waitFor();
    // What was done about the alert is known, and nothing is raised a second time.
    assert.equal(await other.getByRole("button", { name: "Acknowledge", exact: true }).count(), 0);
    // What was planned goes along.
    await other.getByText(/^Integration, /).first().waitFor();
    await home(desk);
    await desk.locator('a.case[href$="/notes"]').waitFor();
    assert.equal(await desk.locator(`a.case:not([href$="/notes"])`).count(), 0);
    await write(AFTER, true);
    await hand.getByText("Dr. Lund can read this page.").waitFor();
    assert.equal(await desk.getByText(AFTER).count(), 0);
  });

  await test("cover: what the therapist wrote for herself stays within her reach, and nothing of the client's", async () => {
    await home(desk);
    await desk.getByRole("heading", { name: "Former clients" }).waitFor();
    await look(desk, "caseload-former", screens);
    await lookLarge(desk, "caseload-former", screens);
    // By her own word for the link.
    await desk.getByRole("link", { name: /^Maya.*1 note of yours/ }).click();
    await desk.getByText("You two do not work together here any more.").waitFor();
    for (const words of [SHARED, DURING, AFTER]) assert.equal(await desk.getByText(words).count(), 0, words);
    await desk.getByRole("button", { name: "Print all notes" }).waitFor();
    await desk.emulateMedia({ media: "print" });
    await desk.locator(".print-only").getByText(NOTE).waitFor();
    await desk.emulateMedia({ media: null });
    await look(desk, "notes-former", screens);
    await desk.getByRole("link", { name: new RegExp(NOTE) }).click();
    await holds(desk.getByLabel("Your note"), NOTE);
    await desk.getByRole("link", { name: "Session notes" }).click();
    await desk.getByRole("link", { name: "Clients", exact: true }).first().click();
    await desk.getByRole("heading", { name: "Former clients" }).waitFor();
  });

  await test("cover: nothing broke on a screen", async () => {
    assert.deepEqual([...okafor.broken, ...lund.broken, ...phone.broken], []);
  });
  for (const { context } of [okafor, lund, phone]) await context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
