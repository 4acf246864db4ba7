import { getMigrations } from "better-auth/db/migration";
import { expect, it } from "vitest";
import { auth } from "~/platform/session/signed-in.server";
import "~tests/support/database";

it("finds every table and column that the identity library wants", async () => {
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options);

  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});
