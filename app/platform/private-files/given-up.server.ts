import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { destroyPapers } from "./private-files.server";

/** Nobody's: no room keeps papers of such an owner, so that nobody opens them. */
const GIVEN_UP = { kind: "given-up", id: "all" };

/**
 * Takes papers away from whoever has them, in the transaction of a deed: from its end on nobody can open them and their
 * names are gone. A job destroys their bytes, which are outside of the database.
 */
export async function giveUpPapers(trx: Trx, paperIds: readonly string[]): Promise<void> {
  if (paperIds.length === 0) return;
  await trx
    .updateTable("privateFiles")
    .set({ ownerKind: GIVEN_UP.kind, ownerId: GIVEN_UP.id, name: "destroyed" })
    .where("id", "in", [...paperIds])
    .execute();
  await enqueue(trx, "destroy-given-up-papers", {}, { jobKey: "destroy-given-up-papers" });
}

export async function destroyGivenUpPapers(db: Db, files: FileStore, now = clock()): Promise<void> {
  await destroyPapers(db, files, GIVEN_UP, now);
}
