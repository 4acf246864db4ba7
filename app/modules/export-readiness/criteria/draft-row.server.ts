import type { Db, Trx } from "~/platform/db/db.server";
import { readModelContent, type ModelContent } from "../model";

export type DraftRow = { version: string; revision: number; basedOn: string | undefined; content: ModelContent };

const selectDraft = (db: Db | Trx) =>
  db.selectFrom("readinessModels").select(["version", "revision", "basedOn", "content"]).where("status", "=", "draft");

type Row = Awaited<ReturnType<ReturnType<typeof selectDraft>["executeTakeFirst"]>>;

const draftOf = (row: Row): DraftRow | undefined =>
  row && { ...row, basedOn: row.basedOn ?? undefined, content: readModelContent(row.content) };

/** The version that is being written; there is at most one. */
export async function findDraft(db: Db | Trx): Promise<DraftRow | undefined> {
  return draftOf(await selectDraft(db).executeTakeFirst());
}

/** The finished preview of a draft in the state in which it is; undefined while there is none. */
export async function findFinishedPreview(
  db: Db | Trx,
  { version, revision }: Pick<DraftRow, "version" | "revision">,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("readinessPreviews")
    .select("id")
    .where("version", "=", version)
    .where("revision", "=", revision)
    .where("finishedAt", "is not", null)
    .executeTakeFirst();
  return row?.id;
}

/** The version that is being written, held until the transaction ends: nobody edits, publishes or discards it meanwhile. */
export async function lockDraft(trx: Trx): Promise<DraftRow | undefined> {
  return draftOf(await selectDraft(trx).forUpdate().executeTakeFirst());
}
