import type { LevelName } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";

/** Levels as the criteria call them, below "Export-ready" too, which the public does not see. */
export const LEVEL_NAMES: Readonly<Record<LevelName, () => string>> = {
  exploring: m["staffReadiness.level.exploring"],
  preparing: m["staffReadiness.level.preparing"],
  ready: m["staffReadiness.level.ready"],
  exporting: m["staffReadiness.level.exporting"],
};
