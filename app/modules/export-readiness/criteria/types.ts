import { m } from "~/paraglide/messages.js";
import type { LevelName } from "../types";

export const MODEL_STATUSES = ["draft", "published", "retired"] as const;
export type ModelStatus = (typeof MODEL_STATUSES)[number];

export type CriteriaVersion = {
  version: string;
  status: ModelStatus;
  basedOn: string | undefined;
  created: string;
  createdBy: string | undefined;
  published: string | undefined;
  publishedBy: string | undefined;
};

export type StartDraftRefusal = "draft-exists" | "version-taken";
export type EditDraftRefusal = "draft-missing" | "changed-elsewhere" | "criterion-missing" | "last-criterion";
export type PublishRefusal = "draft-missing" | "changed-elsewhere" | "not-previewed";

export const CRITERIA_REFUSAL_TEXTS: Readonly<
  Record<StartDraftRefusal | EditDraftRefusal | PublishRefusal, () => string>
> = {
  "draft-exists": m["staffReadiness.criteria.refusal.draftExists"],
  "version-taken": m["staffReadiness.criteria.refusal.versionTaken"],
  "draft-missing": m["staffReadiness.criteria.refusal.draftMissing"],
  "changed-elsewhere": m["staffReadiness.criteria.refusal.changedElsewhere"],
  "criterion-missing": m["staffReadiness.criteria.refusal.criterionMissing"],
  "last-criterion": m["staffReadiness.criteria.refusal.lastCriterion"],
  "not-previewed": m["staffReadiness.criteria.refusal.notPreviewed"],
};

/** Levels of which the least score is chosen; the lowest takes everybody. */
export const CHOSEN_LEVELS = ["preparing", "ready", "exporting"] as const satisfies readonly LevelName[];

export type PreviewState =
  | { status: "none" }
  /** Made of an older state of the draft. */
  | { status: "outdated" }
  | { status: "under-way"; judged: number; total: number }
  | { status: "finished"; previewId: string; when: string };

export type PreviewCounts = { up: number; down: number; scoreOnly: number; unmoved: number };

export type PreviewRow = {
  sellerId: string;
  seller: string;
  from: string;
  to: string;
  fromScore: number;
  toScore: number;
  direction: "up" | "down" | "same";
};
