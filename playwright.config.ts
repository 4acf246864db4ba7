import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/support/browser";

const browser = await findBrowser();
if (!browser) {
  throw new Error("No Chromium: install one, set CHROMIUM_PATH, or run npm ci on Linux x64, where one comes by npm.");
}

/** Minutes each, spent on slow lines and on the minute that a feature ends: begun first, they leave nothing to wait for at the end. */
const LONG =
  /\/(?:every-page|ten-listings-on-a-phone|curator-features-a-seller|pictures-over-a-bad-line|exploring-to-ready)\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  projects: [
    { name: "long", testMatch: LONG },
    { name: "short", testIgnore: LONG },
  ],
  globalSetup: "./tests/support/e2e-setup.ts",
  fullyParallel: true,
  // One more than there are processors: the long ones mostly wait.
  workers: 3,
  timeout: 60_000,
  // A second try would hide a page that is right only sometimes.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // A folder of its own: the runner empties it, and the other reports lie beside it.
  outputDir: "test-results/e2e",
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: browser.executablePath, args: browser.args },
  },
});
