// Both sides of the loop with nothing but a keyboard: whatever has the focus is seen to have it, opening a screen never
// loses it, and whoever cannot see the screen is told the same (`snapshots`).
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { startServer } from "../server.mjs";
import { bothOnByKeyboard } from "./keyboard-on.mjs";
import { told, typeKit, typist, whereItIsNoon } from "./typist.mjs";
import { LAPTOP, PHONE, device } from "./world.mjs";

const OKAFOR = { name: "okafor", password: "four plain words here" };
const MAYA = { name: "maya", password: "river stone lamp kettle" };
export async function keyboard({ browser, binary, test }) {
  const data = await mkdtemp(path(tmpdir(), "interleaf-keyboard-"));
  const server = await startServer(binary, data);
  const timezoneId = whereItIsNoon();
  const doctor = await device(browser, { ...LAPTOP, timezoneId }, server.origin);
  const phone = await device(browser, { ...PHONE, timezoneId, hasTouch: false, isMobile: false }, server.origin);
  const [desk, hand] = [doctor.page, phone.page];
  const [hers, theirs] = [typist(desk), typist(hand)];
  let link;

  await test("by keyboard, a practice is set up and somebody is invited", async () => {
    await desk.goto(server.setupLink);
    await desk.getByRole("heading", { name: "Set up your practice" }).waitFor();
    await told(desk, "setup");
    await hers.write("Name of the practice", "Lindenhof");
    await hers.write("Your name, as clients know it", "Dr. Okafor");
    await hers.write("Sign-in name", OKAFOR.name);
    await hers.write(/^Password/, OKAFOR.password);
    await desk.keyboard.press("Enter");
    await typeKit(desk, hers);
    await hers.arrives("Clients");
    await told(desk, "caseload-empty");
    await hers.press("link", "Invite", { exact: true });
    await hers.arrives(/Invite/);
    await told(desk, "invite");
    await hers.write(/For whom/, "Maya");
    await hers.press("button", "Make a link", { exact: true });
    await desk.getByRole("heading", { name: "The link for “Maya”" }).waitFor();
    link = await desk.getByLabel("The link", { exact: true }).inputValue();
  });

  await test("by keyboard, a client joins, checks in, writes and shares", async () => {
    await hand.goto(link);
    await hand.getByRole("heading", { name: "Dr. Okafor invites you" }).waitFor();
    await told(hand, "join");
    await theirs.write("What should your therapist call you?", "Maya");
    await theirs.write("Sign-in name", MAYA.name);
    await theirs.write(/^Password/, MAYA.password);
    await theirs.press("button", "Make my journal");
    await typeKit(hand, theirs);
    await hand.waitForURL("**/app");
    await hand.getByText("Everything is synced").first().waitFor();
    await told(hand, "today");
    await theirs.press("link", /Check in/);
    for (const at of [1, 2, 3, 4, 5]) {
      await hand.getByText(`${at} of 5`).waitFor();
      if (at === 1) await told(hand, "check-in");
      const step = hand.locator(".step").nth(2);
      await theirs.press("button", await step.innerText(), { exact: true });
    }
    await theirs.write("A line, if you like", "slept well");
    await told(hand, "check-in-words");
    await theirs.press("button", "Done");
    await hand.waitForURL("**/app/checked/*");
    await theirs.arrives(/./);
    await theirs.press("link", "Today", { exact: true });
    await theirs.press("link", /Write freely/);
    await hand.getByRole("textbox").waitFor();
    await told(hand, "write");
    await theirs.to("textbox", /./);
    await hand.keyboard.type("The house by the sea again.");
    await hand.getByText("saved and synced").waitFor();
    await theirs.press("button", "Done");
    await hand.getByText("Only you can read this page.").waitFor();
    await theirs.arrives(/./);
    await theirs.press("link", /^Share with Dr. Okafor/);
    await hand.getByRole("heading", { name: "What Dr. Okafor will see" }).waitFor();
    await told(hand, "share");
    await theirs.press("button", "Share with Dr. Okafor", { exact: true });
    await hand.getByText("Dr. Okafor can read this page.").waitFor();
    await hand.getByText("not opened yet").waitFor();
  });

  await test("by keyboard, the therapist finds and reads what was shared, and the client takes it back", async () => {
    await hers.press("link", "Clients", { exact: true });
    await desk.getByText("1 new").waitFor();
    await told(desk, "caseload");
    await hers.press("link", /Maya/);
    await hers.arrives("Maya");
    await told(desk, "brief");
    await hers.press("link", /The house by the sea/);
    await desk.getByText("Maya can see that you opened this").waitFor();
    await hers.arrives(/./);
    await told(desk, "read");
    await hand.getByText(/^opened /).waitFor();
    await theirs.press("button", "Take back");
    await hand.getByText("Only you can read this page.").waitFor();
    await desk.getByRole("heading", { name: "Maya took this back" }).waitFor();
    await hers.press("link", "Back to the brief");
    await hers.arrives("Maya");
  });

  await test("by keyboard, settings are changed, and the journal is locked and opened again", async () => {
    await theirs.press("link", "You", { exact: true });
    await theirs.arrives(/./);
    await told(hand, "you");
    await theirs.press("link", /^Settings/);
    await theirs.arrives("Settings");
    await hand.getByText("No newer version is here.").waitFor();
    await told(hand, "settings");
    await hand.reload();
    await hand.getByRole("heading", { name: "Your journal is locked" }).waitFor();
    await told(hand, "locked");
    await theirs.write("Password", MAYA.password);
    await hand.keyboard.press("Enter");
    await theirs.arrives("Settings");
  });

  await bothOnByKeyboard({ browser, server, timezoneId, desk, hand, hers, theirs, test });

  await test("by keyboard, nothing broke on a screen", async () => {
    assert.deepEqual([...doctor.broken, ...phone.broken], []);
  });

  await doctor.context.close();
  await phone.context.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
