import { createHash } from "node:crypto";
import { sql } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Result } from "~/platform/result";
import { inTransaction, type Db, type Trx } from "./db.server";

/** Makes a form's second post find the first one's result. A UUID, drawn when the form is shown. */
export type FormKey = string & { readonly brand: "FormKey" };

/** What JSON keeps as it is: a result that comes back from the table is what the deed gave. */
export type Kept = string | number | boolean | null | undefined | readonly Kept[] | { readonly [name: string]: Kept };

/**
 * Runs `deed` once per actor and form key. A second post, at the same moment or later, waits for the first and gets its
 * result. A deed that refuses or throws leaves nothing behind, so that the corrected form may be sent again.
 *
 * @param actorKey who posts, so that one person's key never answers another's
 */
export function once<Value extends Kept, Refusal extends string>(
  db: Db | Trx,
  actorKey: string,
  formKey: FormKey,
  deed: (trx: Trx) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  return inTransaction(db, async (trx) => {
    // The caller's transaction, where there is one, goes on after a refusal.
    await sql`savepoint form_submission`.execute(trx);
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
      await sql`release savepoint form_submission`.execute(trx);
      // What this same deed returned, kept as JSON.
      return first.result as Result<Value, Refusal>;
    }
    const result = await deed(trx);
    if (!result.ok) {
      await sql`rollback to savepoint form_submission`.execute(trx);
      // One form may be part of another: each goes back to its own beginning.
      await sql`release savepoint form_submission`.execute(trx);
      return result;
    }
    await trx
      .updateTable("formSubmissions")
      .set({ result: JSON.stringify(result) })
      .where("actorKey", "=", actorKey)
      .where("formKey", "=", formKey)
      .execute();
    await sql`release savepoint form_submission`.execute(trx);
    return result;
  });
}

/** The key of one of several deeds that a form asks for at once: the same each time that the form is sent. */
export function partKey(formKey: FormKey, part: string): FormKey {
  const digest = createHash("sha256").update(`${formKey} ${part}`).digest("hex");
  // A UUID of the kind that is nobody's standard (RFC 9562, version 8).
  const uuid = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  return uuid as FormKey;
}

/** Takes away what forms of an actor gave back; the actor posts nothing any more. */
export async function forgetForms(trx: Trx, actorKeys: readonly string[]): Promise<void> {
  await trx
    .deleteFrom("formSubmissions")
    .where("actorKey", "in", [...actorKeys])
    .execute();
}
