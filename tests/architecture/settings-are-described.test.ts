import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SETTINGS } from "~/platform/settings.server";

const names = SETTINGS.map(({ name }) => name);

it("describes every setting in the README, with its purpose, and none that does not exist", () => {
  const readme = readFileSync("README.md", "utf8");
  const rows = [...readme.matchAll(/^\| `([A-Z][A-Z0-9_]+)` \| [^|]+ \| (.+) \|$/gm)];

  const described = rows.map(([, name, purpose]) => ({ name, purpose }));

  expect(described).toEqual(SETTINGS.map(({ name, purpose }) => ({ name, purpose })));
});

it("offers every setting in .env.example, and none that does not exist", () => {
  const lines = readFileSync(".env.example", "utf8").split("\n");
  const offered = lines.flatMap((line) => /^#?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []);

  // The password is read by compose.yaml alone, which makes DATABASE_URL of it.
  expect(new Set(offered)).toEqual(new Set([...names, "POSTGRES_PASSWORD"]));
});
