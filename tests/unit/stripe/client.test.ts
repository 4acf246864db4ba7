import { afterEach, beforeEach, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllEnvs();
});

it("is not there where no key is set: no cards are taken", async () => {
  vi.stubEnv("STRIPE_API_BASE", "");
  vi.stubEnv("DATABASE_URL", "postgres://unused");
  const { stripe } = await import("~/platform/stripe/client.server");
  expect(stripe()).toBeUndefined();
});

it("is one for the whole process where the settings name a sandbox", async () => {
  vi.stubEnv("STRIPE_API_BASE", "http://127.0.0.1:4242");
  vi.stubEnv("DATABASE_URL", "postgres://unused");
  const { stripe } = await import("~/platform/stripe/client.server");
  expect(stripe()).toBeDefined();
  expect(stripe()).toBe(stripe());
});
