import { sql, type RawBuilder } from "kysely";

/** Told apart by no dot and no tail: İ, I, ı and i are one letter to whoever types on a foreign keyboard. */
const plain = (text: RawBuilder<unknown>) => sql`lower(translate(${text}, 'İIıƏəĞğÖöÜüÇçŞş', 'iiieeggoouuccss'))`;

/** Whether a text holds what somebody typed as a part of it. Nothing typed is a part of every text. */
export function holdsWords(text: RawBuilder<unknown>, words: string): RawBuilder<boolean> {
  return foldedHoldsWords(plain(text), words);
}

/** The same of a text that was folded when it was written: a column that the database generates by the rule above. */
export function foldedHoldsWords(folded: RawBuilder<unknown>, words: string): RawBuilder<boolean> {
  return sql<boolean>`position(${plain(sql`${words}::text`)} in ${folded}) > 0`;
}
