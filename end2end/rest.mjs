/** Waits until nothing on the page moves any more. What is cut short has ended; what is in a closed fold never moves. */
export const atRest = (page) =>
  page.evaluate(async () => {
    const seen = document.getAnimations().filter((motion) => motion.effect.target.checkVisibility());
    await Promise.allSettled(seen.map((motion) => motion.finished));
  });
