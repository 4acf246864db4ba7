import { clock } from "~/platform/clock.server";
import { dayInBaku } from "~/platform/calendar";
import type { Trx } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused } from "~/platform/result";
import { readInput, type DocumentInput } from "./input";
import { referenceOf, type DocumentKind, type SecondLanguage } from "./kinds";
import { missingFields, type MissingField } from "./missing";
import { netOverGross, whyNotMake } from "./rules";
import type { DocumentSubject, NotIssued } from "./types";

/** @param second the document's other language, in which words have to be there */
export function whatIsMissing<Kind extends DocumentKind>(
  kind: Kind,
  input: DocumentInput<Kind>,
  lang: Locale,
  second: SecondLanguage = "en",
): MissingField[] {
  return missingFields(readInput(kind, input), lang, second);
}

export type NewDocument<Kind extends DocumentKind> = {
  kind: Kind;
  sellerId: string;
  madeOf: DocumentSubject;
  input: DocumentInput<Kind>;
  secondLanguage: SecondLanguage;
  /** The document that this one corrects: of the same seller, subject and kind. */
  replaces?: string | undefined;
  /** Who pressed, and whose account bought; both may be nobody, and are forgotten with the account. */
  issuedBy?: string | undefined;
  buyerUserId?: string | undefined;
  /** In which the missing fields are named. */
  lang: Locale;
};

/**
 * Makes a numbered document in the caller's transaction: both happen, or neither, and a number that is not used is taken
 * back with the transaction.
 *
 * Number, data and bytes cannot disagree: the row holds number, day and data and never changes, the PDF is set from the row
 * alone, after the transaction, by a job or by the first reader, and of several settings the first that is noted is the
 * document's for ever. So nothing leaves the process inside of the transaction, and no setting can fail a deed.
 *
 * A second press finds the first document, also when its data is another by then: what was issued is corrected by a document
 * that `replaces` it, never by pressing again.
 *
 * The counter's row is held until the caller's transaction ends, so this belongs near its end.
 */
export async function issueDocument<Kind extends DocumentKind>(
  trx: Trx,
  { kind, sellerId, madeOf, input, secondLanguage, replaces, issuedBy, buyerUserId, lang }: NewDocument<Kind>,
  now = clock(),
): Promise<{ ok: true; value: { documentId: string; reference: string } } | NotIssued> {
  const issuedOn = dayInBaku(now);
  const year = Number(issuedOn.slice(0, 4));
  // Held before it is looked for: a second press at the same moment waits here and then sees the first one's document.
  const lastNumber = await holdCounter(trx, { sellerId, kind, year });
  const revision = await revisionOf(trx, { sellerId, kind, madeOf, replaces });
  if (revision === undefined) return refused("replaced-missing");
  const first = await findRevision(trx, { sellerId, kind, madeOf, revision });
  if (first) return done(first);

  const read = readInput(kind, input);
  const missing = missingFields(read, lang, secondLanguage);
  if (missing.length > 0) return { ok: false, refusal: "fields-missing", missing };
  const refusal = whyNotMake(read);
  if (refusal === "net-over-gross") return { ok: false, refusal, netGrams: netOverGross(read) };
  if (refusal) return refused(refusal);

  const number = lastNumber + 1;
  await trx
    .updateTable("documentCounters")
    .set({ lastNumber: number })
    .where("sellerId", "=", sellerId)
    .where("kind", "=", kind)
    .where("year", "=", year)
    .execute();
  const reference = referenceOf(kind, year, number);
  const { id: documentId } = await trx
    .insertInto("tradeDocuments")
    .values({
      sellerId,
      kind,
      year,
      number,
      reference,
      subjectKind: madeOf.kind,
      subjectId: madeOf.id,
      revision,
      replaces: replaces ?? null,
      secondLanguage,
      issuedOn,
      issuedAt: now,
      issuedBy: issuedBy ?? null,
      buyerUserId: buyerUserId ?? null,
      data: JSON.stringify(read.data, (_name, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await enqueue(trx, "set-document", { documentId }, { jobKey: `set-document:${documentId}` });
  return done({ documentId, reference });
}

type Counter = { sellerId: string; kind: DocumentKind; year: number };

/** @returns the last number that was given; the row is this transaction's until it ends */
async function holdCounter(trx: Trx, { sellerId, kind, year }: Counter): Promise<number> {
  await trx
    .insertInto("documentCounters")
    .values({ sellerId, kind, year, lastNumber: 0 })
    .onConflict((conflict) => conflict.columns(["sellerId", "kind", "year"]).doNothing())
    .execute();
  const { lastNumber } = await trx
    .selectFrom("documentCounters")
    .select("lastNumber")
    .where("sellerId", "=", sellerId)
    .where("kind", "=", kind)
    .where("year", "=", year)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return lastNumber;
}

type Line = { sellerId: string; kind: DocumentKind; madeOf: DocumentSubject };

/** @returns undefined when what is to be replaced is not of this seller, subject and kind */
async function revisionOf(
  trx: Trx,
  { sellerId, kind, madeOf, replaces }: Line & { replaces: string | undefined },
): Promise<number | undefined> {
  if (replaces === undefined) return 1;
  const replaced = await trx
    .selectFrom("tradeDocuments")
    .select("revision")
    .where("id", "=", replaces)
    .where("sellerId", "=", sellerId)
    .where("kind", "=", kind)
    .where("subjectKind", "=", madeOf.kind)
    .where("subjectId", "=", madeOf.id)
    .executeTakeFirst();
  return replaced && replaced.revision + 1;
}

function findRevision(trx: Trx, { sellerId, kind, madeOf, revision }: Line & { revision: number }) {
  return trx
    .selectFrom("tradeDocuments")
    .select(["id as documentId", "reference"])
    .where("sellerId", "=", sellerId)
    .where("kind", "=", kind)
    .where("subjectKind", "=", madeOf.kind)
    .where("subjectId", "=", madeOf.id)
    .where("revision", "=", revision)
    .executeTakeFirst();
}
