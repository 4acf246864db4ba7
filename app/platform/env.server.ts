import { readSettings, type Settings } from "./settings.server";

function settingsOrThrow(): Settings {
  const read = readSettings(process.env);
  if (read.ok) return read.settings;
  throw new Error(`Karvan cannot start:\n${read.problems.map((problem) => `  - ${problem}`).join("\n")}`);
}

/** The settings of this process. Nothing else reads the environment. */
export const env: Settings = settingsOrThrow();
