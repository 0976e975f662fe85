// What people do on more than one screen.
import assert from "node:assert/strict";
import { scanned } from "./scan.mjs";
import { canPrint, printedPages } from "./world.mjs";

/** Reads the recovery kit, types one group back, goes on. Gives the code. */
export async function keepKit(page) {
  await page.getByRole("heading", { name: "Your recovery kit" }).waitFor();
  const groups = await page.locator(".groups li").allInnerTexts();
  assert.equal(groups.length, 7);
  assert.equal(await scanned(page.locator(".qr")), groups.join("-"));
  if (canPrint(page)) assert.equal(await printedPages(page), 1);
  const field = page.getByLabel(/^To be sure you have it: type group \d$/);
  const asked = await page.locator("label[for=group]").innerText();
  await field.fill(groups[Number(asked.match(/\d+$/)[0]) - 1].toLowerCase());
  await page.getByRole("button", { name: "Go on" }).click();
  return groups.join("-");
}

export async function credentials(page, name, password) {
  await page.getByLabel("Sign-in name").fill(name);
  await page.getByLabel(/^Password/).fill(password);
}

/** From a setup link to an empty caseload. Gives the recovery code. */
export async function setUp(page, link, { name, password, practice, called }) {
  await page.goto(link);
  await page.getByLabel("Name of the practice").fill(practice);
  await page.getByLabel("Your name, as clients know it").fill(called);
  await credentials(page, name, password);
  await page.getByRole("button", { name: "Create account" }).click();
  const code = await keepKit(page);
  await page.getByRole("heading", { level: 1, name: "Clients" }).waitFor();
  return code;
}

/** Makes an invitation; gives the link. */
export async function invite(page, whom) {
  await goTo(page, "Clients");
  await goTo(page, "Invite");
  await page.getByLabel("For whom").fill(whom);
  await page.getByRole("button", { name: "Make a link", exact: true }).click();
  await page.getByRole("heading", { name: `The link for “${whom}”` }).waitFor();
  const link = await page.getByLabel("The link", { exact: true }).inputValue();
  assert.equal(await scanned(page.locator(".qr")), link);
  return link;
}

/** From an invitation that is on the screen to Today. Gives the recovery code. */
export async function join(page, { name, password, called }) {
  await page.getByLabel("What should your therapist call you?").fill(called);
  await credentials(page, name, password);
  await page.getByRole("button", { name: "Make my journal" }).click();
  const code = await keepKit(page);
  await page.waitForURL("**/app");
  await synced(page);
  return code;
}

export async function signIn(page, name, password) {
  await page.goto("/signin");
  await credentials(page, name, password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/app");
}

export async function unlock(page, password) {
  // "Your journal", or what a therapist has.
  await page.getByRole("heading", { name: /is locked$/ }).waitFor();
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Unlock" }).click();
}

/** An appointment, `hours` from now; into the past with a minus. */
export async function appoint(page, kind, hours, note) {
  await page.getByRole("button", { name: "Add an appointment" }).click();
  await page.getByLabel("What for").selectOption({ label: kind });
  // As the page's own clock and time zone have it.
  const local = await page.evaluate((hours) => {
    const at = new Date(Date.now() + hours * 3600_000);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }, hours);
  await page.getByLabel("Day and time").fill(local);
  if (note) await page.getByLabel("Note").fill(note);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(/^Saved: /).waitFor();
}

export async function synced(page) {
  await page.getByText("Everything is synced").first().waitFor();
}

export async function goTo(page, name) {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click();
}

/** A page to write freely on, from Today. */
export async function writeFreely(page) {
  await goTo(page, "Today");
  await page.getByRole("link", { name: /Write freely/ }).click();
  await page.getByRole("textbox").waitFor();
}
