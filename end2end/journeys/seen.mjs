// What must come to stand on a page, however long it takes to be drawn: at most half a minute.
import { deepEqual } from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

/** How often a page is looked at, and for how long, ms. */
const BETWEEN = 50;
const AT_MOST = 30_000;

/** Waits until what `read` finds is `wanted`; else fails with what was found last. */
export async function becomes(read, wanted, message) {
  const end = performance.now() + AT_MOST;
  for (;;) {
    const found = await read();
    try {
      return deepEqual(found, wanted, message);
    } catch (different) {
      if (performance.now() > end) throw different;
    }
    await pause(BETWEEN);
  }
}

/** So many of it. That there is none is no question for this: there is none before a page is drawn, too. */
export const numbers = (locator, wanted, message) => becomes(() => locator.count(), wanted, message);

/** What a field holds. */
export const holds = (field, wanted) => becomes(() => field.inputValue(), wanted);

/** The words of each, in order. */
export const lines = (locator, wanted) => becomes(() => locator.allInnerTexts(), wanted);
