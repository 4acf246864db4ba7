import type { LevelName } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";

/** Levels as staff call them, below "Export-ready" too, which the public does not see. */
export const LEVEL_NAMES: Readonly<Record<LevelName, () => string>> = {
  exploring: m["staffReadiness.level.exploring"],
  preparing: m["staffReadiness.level.preparing"],
  ready: m["readiness.level.ready"],
  exporting: m["readiness.level.exporting"],
};
