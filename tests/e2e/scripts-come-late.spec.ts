import { expect, test } from "@playwright/test";
import { at } from "./site";

const SCRIPT = /\/assets\/[^/]+\.js$/;

test("a page asks for its scripts when its first frame is there, and then runs them", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (SCRIPT.test(request.url())) asked.push(request.url());
  });
  // No frame comes before it is let through, however long that takes.
  await page.addInitScript(() => {
    const wait = window.setTimeout.bind(window);
    const held: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (callback) => held.push(callback);
    Object.assign(window, {
      setTimeout: (callback: () => void, milliseconds?: number) =>
        milliseconds === 1000 ? 0 : wait(callback, milliseconds),
      firstFrame: () => held.forEach((callback) => callback(performance.now())),
    });
  });

  await page.goto(at("/en/search?q=copper"), { waitUntil: "load" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(asked).toEqual([]);

  const begins = page.waitForRequest(/\/assets\/entry\.client-[^/]+\.js$/);
  await page.evaluate(() => (window as unknown as { firstFrame: () => void }).firstFrame());
  await begins;
  expect(asked.length).toBeGreaterThan(3);
});
