import type { z } from "zod";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { addEntry, chooseCover, moveEntry, removeEntry } from "./collection-entries.server";
import { setCollectionStatus } from "./collections.server";
import type { Edited } from "./edit-collection.server";
import type { collectionStepInput } from "./schema.server";

/** Does what a press of one of the many buttons on a collection's page asks for. */
export function takeCollectionStep(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  collectionId: string,
  input: z.output<typeof collectionStepInput>,
): Edited {
  const key = { collectionId, version: input.version };
  switch (input.step) {
    case "add":
      return addEntry(db, staff, formKey, { ...key, kind: input.kind, subjectId: input.subject });
    case "remove":
      return removeEntry(db, staff, formKey, { ...key, subjectId: input.subject });
    case "up":
    case "down":
      return moveEntry(db, staff, formKey, { ...key, subjectId: input.subject, by: input.step === "up" ? -1 : 1 });
    case "cover":
      return chooseCover(db, staff, formKey, { ...key, listingId: input.subject });
    case "publish":
      return setCollectionStatus(db, staff, formKey, { ...key, status: "published" });
    case "archive":
      return setCollectionStatus(db, staff, formKey, { ...key, status: "archived" });
  }
}
