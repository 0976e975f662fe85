// Axe, put into a page once: it stays there from screen to screen, so that looking in three themes asks for it once.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Nothing but colours changes from theme to theme. */
export const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** Sizes of what is touched (WCAG 2.2, 2.5.8): axe has it, and leaves it off. */
const SIZES = { "target-size": { enabled: true } };

/** What axe finds wrong on a page as it stands: the rule and the first element. Without `rules`, by all of its own and by
 * size. */
export async function axe(page, rules) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const asked = rules ? { runOnly: { type: "rule", values: rules } } : { rules: SIZES };
  const violations = await page.evaluate(
    async (asked) => (await window.axe.run(document, { resultTypes: ["violations"], ...asked })).violations,
    asked,
  );
  // What lies half under a bar that stays scrolls free of it, and is no smaller for that.
  const isCovered = ({ any }) => any.some(({ id, data }) => id === "target-size" && data?.messageKey?.startsWith("partiallyObscured"));
  const found = violations.map(({ id, nodes }) => [id, nodes.filter((node) => !isCovered(node))]);
  return found.filter(([, nodes]) => nodes.length > 0).map(([id, nodes]) => [id, nodes[0].html]);
}
