/**
 * Export-readiness: owns the criteria in their versions, evidence, declarations, what is confirmed for markets, and the
 * judgement of every seller with its history. A judgement is a pure function of criteria, facts, papers and the day; the
 * stored one is what the public and staff see, written by a job alone.
 */
export { recomputeReadiness } from "./recompute/recompute.server";
export { recomputeStale } from "./recompute/jobs.server";
export { openReadiness, type ReadinessPage } from "./own/open-readiness.server";
export { profileRefusalText } from "./refusals.server";
export { findExportProfile, saveExportProfile } from "./declare/export-profile.server";
export { acknowledgeInput, exportProfileInput } from "./declare/schema.server";
export { acknowledgeRules } from "./markets/acknowledge.server";
export { listOwnMarkets, openMarket } from "./markets/market-views.server";
