// What breaks around the app: a browser that keeps nothing, pages that do not open, a page without end, the app itself.
import assert from "node:assert/strict";
import { credentials, goTo, invite, signIn, synced, unlock } from "./people.mjs";
import { holds, numbers } from "./seen.mjs";
import { LAPTOP, PHONE, device, look, lookLarge } from "./world.mjs";

const KEEPS_NOTHING = "This browser does not let us keep anything here. A private window may be the reason.";
const DAMAGED = "One page cannot be opened. It is kept; everything else is here.";
const NEWER = "One page was written with a newer version of this app. It is kept. Update the app here, and it opens.";

/** Lets the device see these records otherwise than the server has them: `changes` tells how, by id. */
async function seeing(context, changes) {
  await context.route(/\/api\/v1\/sync\?/, async (route) => {
    const page = await (await route.fetch()).json();
    for (const item of page.items) if (item.state === "present") changes[item.record]?.(item);
    await route.fulfill({ json: page });
  });
}

const changed = (text, change) => {
  const bytes = Buffer.from(text, "base64url");
  change(bytes);
  return bytes.toString("base64url");
};
/** One bit of what is sealed is another one. */
const damage = (item) => (item.content = changed(item.content, (bytes) => (bytes[bytes.length - 1] ^= 1)));
/** The first byte of a key is the number of its format: this is the next one. */
const fromTomorrow = ({ key }) => {
  const name = key.by === "own" ? "wrap" : "grant";
  key[name] = changed(key[name], (bytes) => (bytes[0] += 1));
};

/** Goes on with two people who are there already: a therapist at the page `desk`, their client at the page `hand`. */
export async function faults({ browser, origin, desk, hand, doctor, client, screens, test }) {
  const freely = async () => {
    await goTo(hand, "Today");
    await hand.getByRole("link", { name: /Write freely/ }).click();
    await hand.getByRole("textbox").waitFor();
  };
  /** Writes a page; gives its id. */
  const written = async (words) => {
    await freely();
    await hand.getByRole("textbox").fill(words);
    await hand.getByRole("button", { name: "Done" }).click();
    await hand.waitForURL("**/app/entry/*");
    return new URL(hand.url()).pathname.split("/").at(-1);
  };
  const shared = async (words) => {
    const id = await written(words);
    await hand.getByRole("link", { name: "Share with Dr. Okafor…" }).click();
    await hand.getByRole("button", { name: "Share with Dr. Okafor", exact: true }).click();
    await hand.getByText("Dr. Okafor can read this page.").waitFor();
    return id;
  };

  await test("a browser that keeps nothing is told of before anything is typed, and no account is begun in it", async () => {
    const other = await device(browser, PHONE, origin);
    await other.context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("no", "SecurityError");
      };
    });
    await other.page.goto("/signin");
    const told = other.page.getByText(KEEPS_NOTHING, { exact: true });
    await other.page.getByRole("status").getByText(KEEPS_NOTHING, { exact: true }).waitFor();
    await credentials(other.page, client.name, client.password);
    await other.page.getByRole("button", { name: "Sign in" }).click();
    await other.page.getByRole("alert").getByText(KEEPS_NOTHING, { exact: true }).waitFor();
    // Once is enough.
    await numbers(told, 1);
    await look(other.page, "storage-unavailable", screens);
    await lookLarge(other.page, "storage-unavailable", screens);
    await desk.goto("/app");
    await unlock(desk, doctor.password);
    await other.page.goto(await invite(desk, "a private window"));
    await other.page.getByLabel("What should your therapist call you?").fill("Jonas");
    await credentials(other.page, "jonas", "even more plain words");
    await other.page.getByRole("button", { name: "Make my journal" }).click();
    await other.page.getByRole("alert").getByText(KEEPS_NOTHING, { exact: true }).waitFor();
    // Whoever goes on in another window has the link and the name still.
    assert.deepEqual(other.sent.filter((text) => /\/api\/v1\/(login|register)\//.test(text)), []);
    assert.deepEqual(other.broken, []);
    await other.context.close();
  });

  await test("what the server does not take is named, stays here, and goes when it is tried once more", async () => {
    const REFUSED = "The server does not take one of your changes. It is kept on this phone:";
    await goTo(hand, "Today");
    await synced(hand);
    const refuses = async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      const { operations } = route.request().postDataJSON();
      return route.fulfill({ json: { answers: operations.map(({ op }) => ({ op, outcome: "refused", code: "malformed" })) } });
    };
    await hand.context().route("**/api/v1/sync", refuses);
    await written("the amber lantern");
    await goTo(hand, "Today");
    const told = hand.getByRole("alert").filter({ hasText: REFUSED });
    await told.getByText("the amber lantern").waitFor();
    await look(hand, "refused", screens);
    await lookLarge(hand, "refused", screens);
    await hand.context().unroute("**/api/v1/sync", refuses);
    await told.getByRole("button", { name: "Try once more" }).click();
    await numbers(told, 0);
    await synced(hand);
  });

  await test("a page that is damaged and a page of a newer app are told apart, wherever pages are, and the rest opens", async () => {
    const damaged = await written("the teal lantern");
    const newer = await shared("the umber lantern");
    await shared("the ochre lantern");
    await goTo(hand, "Today");
    await synced(hand);
    const changes = { [damaged]: damage, [newer]: fromTomorrow };

    const other = await device(browser, PHONE, origin);
    await seeing(other.context, changes);
    await signIn(other.page, client.name, client.password);
    for (const place of ["Today", "Journal"]) {
      await goTo(other.page, place);
      await other.page.getByText(DAMAGED, { exact: true }).waitFor();
      await other.page.getByText(NEWER, { exact: true }).waitFor();
    }
    await look(other.page, "unopened", screens);
    await lookLarge(other.page, "unopened", screens);
    await other.page.getByText("the ochre lantern").first().waitFor();
    assert.equal(await other.page.getByText(/the (teal|umber) lantern/).count(), 0);
    await other.page.getByText("the ochre lantern").first().click();
    await other.page.waitForURL("**/app/entry/*");
    await other.page.getByText("Dr. Okafor can read this page.").waitFor();
    assert.deepEqual(other.broken, []);
    await other.context.close();

    const practice = await device(browser, LAPTOP, origin);
    const { page } = practice;
    await seeing(practice.context, changes);
    await signIn(page, doctor.name, doctor.password);
    await page.getByText(NEWER, { exact: true }).waitFor();
    await page.getByRole("link", { name: /Maya/ }).click();
    await page.getByRole("heading", { level: 1, name: "Maya" }).waitFor();
    await page.getByText(NEWER, { exact: true }).waitFor();
    await page.getByRole("link", { name: /the ochre lantern/ }).waitFor();
    await look(page, "unopened-brief", screens);
    // Nothing of anybody else is missing.
    await page.getByRole("link", { name: "Clients" }).first().click();
    await page.getByRole("link", { name: /Jonas/ }).click();
    await page.getByRole("heading", { level: 1, name: "Jonas" }).waitFor();
    assert.equal(await page.getByText(NEWER).count(), 0);
    assert.deepEqual(practice.broken, []);
    await practice.context.close();
  });

  await test("a page that is longer than the server takes says so, is kept whole, and goes once it is shorter", async () => {
    const full =
      "This page is full and does not sync any more. All of it is kept on this phone. Make it shorter, or go on with a new page.";
    const words = "heron ".repeat(190_000);
    await freely();
    await hand.getByRole("textbox").fill(words);
    const told = hand.getByRole("alert").getByText(full, { exact: true });
    await told.waitFor();
    await hand.getByText("saved on this phone").waitFor();
    // Whoever writes on at the very end has it in sight.
    await hand.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await hand.screenshot({ path: `${screens}page-full.png` });
    assert.ok(await told.evaluate((line) => scrollY > innerHeight && line.getBoundingClientRect().top >= 0));
    const address = hand.url();
    await hand.getByRole("link", { name: "Today" }).click();
    await hand.getByText("One page is too long to sync. It is kept on this phone. Make it shorter, and it goes.").waitFor();
    await look(hand, "today-too-long", screens);
    await hand.goto(address);
    await unlock(hand, client.password);
    await told.waitFor();
    await holds(hand.locator("textarea"), words);
    await hand.getByRole("textbox").fill("one heron is enough");
    await told.waitFor({ state: "detached" });
    await hand.getByText("saved and synced").waitFor();
    await hand.reload();
    await unlock(hand, client.password);
    await holds(hand.locator("textarea"), "one heron is enough");
  });

  await test("when the app itself breaks a calm page says that what was written is kept, and it is", async () => {
    const other = await device(browser, PHONE, origin);
    const { page } = other;
    await signIn(page, client.name, client.password);
    await page.getByRole("link", { name: /Write freely/ }).click();
    await page.getByRole("textbox").fill("the slate lantern");
    await page.getByText(/saved on this phone|saved and synced/).waitFor();
    // Where there is no randomness no key may be made, and the app stops.
    await page.evaluate(() => {
      const random = Crypto.prototype.getRandomValues;
      Crypto.prototype.getRandomValues = () => {
        throw new DOMException("no", "OperationError");
      };
      window.mend = () => (Crypto.prototype.getRandomValues = random);
    });
    await page.getByRole("textbox").fill("the slate lantern went out");
    const broken = page.getByRole("alertdialog", { name: "Something in the app broke" });
    await broken.waitFor();
    await page.evaluate(() => window.mend());
    await broken.getByText("What you wrote is kept on this phone. Open the app again to go on.").waitFor();
    const again = broken.getByRole("link", { name: "Open again" });
    assert.ok(await again.evaluate((link) => link === document.activeElement));
    await look(page, "broken", screens);
    await lookLarge(page, "broken", screens);
    await again.click();
    await unlock(page, client.password);
    await goTo(page, "Journal");
    await page.getByText("the slate lantern").first().waitFor();
    assert.ok(other.broken.some((line) => line.includes("the system has no randomness")), other.broken.join("\n"));
    await other.context.close();
  });
}
