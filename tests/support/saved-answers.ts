import { randomUUID } from "node:crypto";
import { writeRows } from "~db/bulk";
import { FACTORY_NOW } from "~db/factories";
import { testDb } from "./database";

/** Gives a shop that many saved answers, by two statements. */
export async function fillAnswers(sellerId: string, count: number): Promise<void> {
  const at = FACTORY_NOW.toISOString();
  const answers = Array.from({ length: count }, (_, index) => ({ id: randomUUID(), title: `Cavab ${index}` }));
  await writeRows(
    testDb,
    "saved_answers",
    answers.map((answer) => ({ ...answer, seller_id: sellerId, created_at: at, updated_at: at })),
  );
  await writeRows(
    testDb,
    "saved_answer_texts",
    answers.map(({ id, title }) => ({ answer_id: id, locale: "az", body: title })),
  );
}
