/**
 * Export-readiness: owns the criteria in their versions, evidence, declarations, what is confirmed for markets, and the
 * judgement of every seller with its history. A judgement is a pure function of criteria, facts, papers and the day; the
 * stored one is what the public and staff see, written by a job alone. Evidence is never overwritten, counts from the day
 * on which staff have verified it to its last one, and is judged by nobody who has filled its shop; a second look is another
 * person's. A passport says of one market what was met on the day of its issue, never changes, and holds only while everything
 * that the market demands is met.
 */
export { recomputeReadiness } from "./recompute/recompute.server";
export { recomputeStale } from "./recompute/jobs.server";
export { openReadiness, type ReadinessPage } from "./own/open-readiness.server";
export { previewChanges } from "./preview/preview-changes.server";
export { passportRefusalText, profileRefusalText } from "./refusals.server";
export { findExportProfile, saveExportProfile } from "./declare/export-profile.server";
export { acknowledgeInput, exportProfileInput } from "./declare/schema.server";
export { acknowledgeRules } from "./markets/acknowledge.server";
export { listingPapers } from "./listing/listing-papers.server";
export { makePassport } from "./passports/make-passport.server";
export { listOwnPassports, lookUpPassport } from "./passports/passport-views.server";
export { printPassport } from "./passports/print-passport.server";
export { revokePassport } from "./passports/revoke-passport.server";
export { servedMarkets } from "./markets/served-markets.server";
export { listMarketNames, listOwnMarkets, openMarket } from "./markets/market-views.server";
export { claimDeskItem, listKeptFrom } from "./evidence/apart.server";
export { decideEvidence } from "./evidence/decide-evidence.server";
export { namedEvidence, readinessDeskRooms } from "./evidence/desk.server";
export { findOwnPaper, listOwnPapers, type OwnPaper, type PaperOfType } from "./evidence/own-papers.server";
export { ownPaperView } from "./evidence/own-paper-view.server";
export { paperView } from "./evidence/paper-view.server";
export { destroyLeftEvidence, erasePersonalData, listPersonalData } from "./evidence/personal-data.server";
export { listProductGroups } from "./evidence/product-groups.server";
export { readEvidenceAsStaff, readOwnEvidence } from "./evidence/read-evidence.server";
export { recheckEvidence } from "./evidence/recheck-evidence.server";
export { answerEvidenceRefusalText, evidenceDecisionText, submitProblem } from "./evidence/refusals.server";
export { remindOfEvidence } from "./evidence/remind.server";
export { openEvidenceInReview } from "./evidence/review-evidence.server";
export { reviewView } from "./evidence/review-view.server";
export {
  answerEvidenceInput,
  decideEvidenceInput,
  evidenceInput,
  recheckInput,
  takeBackInput,
} from "./evidence/schema.server";
export { clearSpecies, clearSpeciesInput, clearSpeciesRefusalText } from "./species/clear-species.server";
export { speciesFacts } from "./species/species-facts.server";
export { submitEvidence } from "./evidence/submit-evidence.server";
export { answerEvidenceQuestion, takeBackEvidence } from "./evidence/waiting-evidence.server";
export { evidenceOwner } from "./evidence/evidence-rows.server";
export { confirmDeclaration } from "./confirm/declarations.server";
export { confirmMarketRule } from "./confirm/market-rules.server";
export { confirmDeclarationInput, confirmRuleInput } from "./confirm/schema.server";
export { openSellerReadiness } from "./confirm/seller-readiness.server";
export { discardDraft, editCriterion, editLevels, startDraft } from "./criteria/edit-draft.server";
export { askForPreview, makePreview } from "./criteria/preview.server";
export { exportPreview, openPreview } from "./criteria/preview-rows.server";
export { publishDraft } from "./criteria/publish-draft.server";
export { criterionInput, levelsInput, revisionInput, startDraftInput } from "./criteria/schema.server";
export { listCriteriaVersions, openDraft, openDraftCriterion } from "./criteria/views.server";
export { readinessChoices } from "./overview/distribution.server";
export { countEndingPapers, listEndingPapers } from "./overview/ending-papers.server";
export { exportReadinessList } from "./overview/list-file.server";
export { countMovers, listMovers } from "./overview/movers.server";
export { countNearReady, listNearReady } from "./overview/near-ready.server";
export { openReadinessOverview } from "./overview/open-overview.server";
export { readEndingDays, readinessListAt, readReadinessQuestion } from "./overview/question.server";
export { countWaitingDeclarations, listWaitingDeclarations } from "./overview/waiting-declarations.server";
