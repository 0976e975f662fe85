// Public pages, with script switched off as a person in distress may have it.
import assert from "node:assert/strict";
import { startProxy } from "../app/proxy.mjs";
import { axe } from "../axe.mjs";
import { numbers } from "../journeys/seen.mjs";

const PAGES = { welcome: "/", help: "/help", privacy: "/privacy" };
const PHONE = { viewport: { width: 390, height: 844 }, locale: "en-NZ" };

export async function publicPages({ browser, origin, screens, test }) {
  for (const [name, path] of Object.entries(PAGES)) {
    for (const theme of ["light", "dark", "dim"]) {
      await test(`${name} in ${theme} has no accessibility finding and asks nobody else`, async () => {
        // Axe itself is a script, so the page is looked at with script on; it has none of its own.
        const context = await browser.newContext({
          ...PHONE,
          colorScheme: theme === "light" ? "light" : "dark",
        });
        const page = await context.newPage();
        const asked = [];
        page.on("request", (request) => asked.push(new URL(request.url()).origin));
        await page.goto(origin + path);
        await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
        assert.deepEqual(await axe(page), []);
        assert.deepEqual([...new Set(asked)], [origin]);
        await page.screenshot({ path: `${screens}${name}-${theme}.png`, fullPage: true });
        await context.close();
      });
    }

    await test(`${name} reads without script and without a policy report`, async () => {
      const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
      const page = await context.newPage();
      const said = [];
      page.on("console", (message) => said.push(message.text()));
      await page.goto(origin + path);
      await numbers(page.getByRole("heading", { level: 1 }), 1);
      assert.ok(await page.getByRole("link", { name: "Help now" }).isVisible());
      assert.deepEqual(said, []);
      await context.close();
    });

    await test(`${name} fits 320 px with 200 % text`, async () => {
      const context = await browser.newContext({ ...PHONE, viewport: { width: 320, height: 700 } });
      const page = await context.newPage();
      await page.goto(origin + path);
      for (const fold of await page.locator("summary").all()) await fold.click();
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      const [wide, wanted] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= wanted, `${wide} px wide`);
      await page.screenshot({ path: `${screens}${name}-320.png` });
      await context.close();
    });
  }

  await test("help shows the person's own country first, and every number can be tapped", async () => {
    const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${origin}/help`);
    const own = page.getByRole("link", { name: "Call 1737" });
    assert.ok(await own.isVisible());
    assert.equal(await own.getAttribute("href"), "tel:1737");
    assert.ok((await own.boundingBox()).height >= 44);
    await page.getByText("Australia").click();
    assert.ok(await page.getByRole("link", { name: "Call 13 11 14" }).isVisible());
    await context.close();
  });

  await test("whoever has visited nothing but help has it without a network, and whoever has not has nothing kept", async () => {
    const proxy = await startProxy(origin);
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    const registered = () => page.evaluate(async () => Boolean(await navigator.serviceWorker.getRegistration()));
    await page.goto(proxy.origin);
    assert.equal(await registered(), false);
    await page.goto(`${proxy.origin}/help?country=NZ`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    assert.deepEqual(said, []);
    await proxy.stop();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Help now" }).waitFor();
    // As it was said to them, and as it looks with a network.
    await page.getByRole("heading", { name: "New Zealand" }).waitFor();
    assert.equal(await page.locator(".urgent a").getAttribute("href"), "tel:111");
    assert.ok(await page.evaluate(() => document.styleSheets[0].cssRules.length > 0));
    await page.getByText("Australia").click();
    assert.ok(await page.getByRole("link", { name: "Call 13 11 14" }).isVisible());
    await page.goto(`${proxy.origin}/help`);
    await page.getByRole("heading", { name: "New Zealand" }).waitFor();
    await context.close();
  });

  await test("help is one press of the keyboard after the skip link", async () => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    await page.goto(origin);
    await page.keyboard.press("Tab");
    assert.ok(await page.getByRole("link", { name: "Skip to the text" }).isVisible());
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${origin}/help`);
    await context.close();
  });
}
