import { clock } from "~/platform/clock.server";
import { inTransaction, type Db, type Trx } from "./db.server";

/** Makes a form's second post find the first one's result. A UUID, drawn when the form is shown. */
export type FormKey = string & { readonly brand: "FormKey" };

/**
 * Runs `deed` once per actor and form key. A second post, at the same moment or later, waits for the first and gets its
 * result; a deed that throws leaves nothing behind, so that it may be tried again.
 *
 * @param actorKey who posts, so that one person's key never answers another's
 */
export function once<Value>(
  db: Db | Trx,
  actorKey: string,
  formKey: FormKey,
  deed: (trx: Trx) => Promise<Value>,
): Promise<Value> {
  return inTransaction(db, async (trx) => {
    const claimed = await trx
      .insertInto("formSubmissions")
      .values({ actorKey, formKey, submittedAt: clock() })
      // A concurrent post of the same key waits here until the first transaction has ended.
      .onConflict((conflict) => conflict.columns(["actorKey", "formKey"]).doNothing())
      .returning("formKey")
      .executeTakeFirst();
    if (!claimed) {
      const first = await trx
        .selectFrom("formSubmissions")
        .select("result")
        .where("actorKey", "=", actorKey)
        .where("formKey", "=", formKey)
        .executeTakeFirstOrThrow();
      // What this same deed returned, kept as JSON.
      return first.result as Value;
    }
    const result = await deed(trx);
    await trx
      .updateTable("formSubmissions")
      .set({ result: JSON.stringify(result) })
      .where("actorKey", "=", actorKey)
      .where("formKey", "=", formKey)
      .execute();
    return result;
  });
}
