import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/support/browser";

const browser = await findBrowser();
if (!browser) {
  throw new Error("No Chromium: install one, set CHROMIUM_PATH, or run npm ci on Linux x64, where one comes by npm.");
}

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/e2e-setup.ts",
  fullyParallel: true,
  workers: 2,
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
