import { supersedes, type PER_GROUP } from "./evidence/rules";
import type { CriterionState } from "./rules";

type EvidenceState = Extract<CriterionState, { kind: "evidence" }>;

/** A paper of a seller as it lies there; withdrawn ones are left out by whoever reads them. */
export type HeldPaper = {
  evidenceId: string;
  submittedAt: Date;
  documentType: string;
  status: EvidenceState["status"];
  /** Calendar day. */
  expiresOn: string;
  /** Product groups that it covers; empty means all. */
  categoryIds: readonly string[];
};

/** Product groups that need a paper of their own, by criterion; other papers are about the whole business. */
export type ConcernedGroups = Readonly<Record<(typeof PER_GROUP)[number], readonly string[]>>;

const ALL_GROUPS = "*";

/**
 * What papers say about one criterion: of each product group the best paper counts, of all groups the one that is worst off.
 * Undefined when some group has no paper at all.
 */
export function evidenceStateOf(
  papers: readonly HeldPaper[],
  groups: readonly string[] = [ALL_GROUPS],
  asOf: string,
): EvidenceState | undefined {
  const replaced = (older: HeldPaper) =>
    papers.some((newer) => newer.status === "verified" && newer.expiresOn >= asOf && supersedes(newer, older));
  // A verified paper counts until the one that replaces it is verified, even if that one ends earlier.
  const standing = papers.filter((paper) => paper.status !== "verified" || !replaced(paper));
  const best = (groups.length === 0 ? [ALL_GROUPS] : groups).map((group) =>
    standing
      .filter(({ categoryIds }) => categoryIds.length === 0 || categoryIds.includes(group))
      .toSorted((a, b) => rankOf(b, asOf) - rankOf(a, asOf) || (a.expiresOn < b.expiresOn ? 1 : -1))
      .at(0),
  );
  if (best.some((paper) => paper === undefined)) return undefined;
  const [worst] = best
    .flatMap((paper) => paper ?? [])
    .toSorted((a, b) => rankOf(a, asOf) - rankOf(b, asOf) || (a.expiresOn < b.expiresOn ? -1 : 1));
  return worst && { kind: "evidence", status: worst.status, expiresOn: worst.expiresOn };
}

/** A verified paper that holds is best; one that waits may become it; one that has ended or was rejected counts nothing. */
function rankOf({ status, expiresOn }: HeldPaper, asOf: string): number {
  if (status === "verified") return expiresOn >= asOf ? 3 : 1;
  return status === "submitted" ? 2 : 0;
}
