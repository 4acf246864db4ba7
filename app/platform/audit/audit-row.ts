/** An entry of the audit log as it was recorded: it knows ids, no names. */
export type AuditRow = {
  id: bigint;
  happenedAt: Date;
  actorKind: string;
  actorId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  requestId: string | null;
  clientAddress: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  changedFields: string[];
  /** The values were personal and have been erased; the chain still holds. */
  isErased: boolean;
};
