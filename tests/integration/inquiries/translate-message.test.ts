import { sql } from "kysely";
import type { Runner } from "graphile-worker";
import { afterEach, describe, expect, it } from "vitest";
import {
  findBuyersThread,
  findSellersThread,
  inquiryJobs,
  writeAsBuyer,
  writeAsSeller,
} from "~/modules/inquiries/index.server";
import { translateMessage } from "~/modules/inquiries/translation.server";
import { env } from "~/platform/env.server";
import { files } from "~/platform/files/files.server";
import type { Locale } from "~/platform/i18n/locales";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { startWorker } from "~/platform/jobs/worker.server";
import { waitUntil } from "~/platform/processes/wait-until.server";
import type { Translator } from "~/platform/translation/port";
import { FACTORY_NOW } from "~db/factories";
import { testDatabaseUrl, testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makeGuestInquiry, makeInquiry, openAsGuest, type Asked } from "~tests/support/inquiry";
import { countWaiting } from "~tests/support/waiting";

const later = (minutes: number) => new Date(FACTORY_NOW.getTime() + minutes * 60_000);
const ORIGINAL = "Can you make forty of these for our café?";

/** A translator that writes down what it is asked, and does what it is told before it answers. */
function makeTranslator(answer: (asked: { text: string }) => Promise<string | undefined> | string | undefined) {
  const asked: { text: string; from: Locale; to: Locale }[] = [];
  const translator: Translator = {
    name: "Test translator",
    translate: async (one) => {
      asked.push(one);
      return answer(one);
    },
  };
  return { asked, translator };
}

const latestMessage = async (inquiryId: string) =>
  (
    await testDb
      .selectFrom("inquiryMessages")
      .select("id")
      .where("inquiryId", "=", inquiryId)
      .orderBy("position", "desc")
      .executeTakeFirstOrThrow()
  ).id;

const asSeller = async ({ seller, inquiryId }: Asked, lang: Locale = "az") =>
  (await findSellersThread(testDb, { ...seller, inquiryId }, { before: undefined, lang }, later(5)))?.messages.at(-1);

const erase = (messageId: string) =>
  testDb
    .updateTable("inquiryMessages")
    .set({ body: null, locale: null, erasedAt: later(1) })
    .where("id", "=", messageId)
    .execute();

describe("a message in another language", () => {
  it("gets a translation beside it that says who made it; the original stays as it is", async () => {
    const asked = await makeInquiry();
    const { translator, asked: texts } = makeTranslator(() => "Bunlardan qırx ədəd düzəldə bilərsiniz?");

    await translateMessage(testDb, translator, await latestMessage(asked.inquiryId), later(1));

    expect(texts).toEqual([{ text: ORIGINAL, from: "en", to: "az" }]);
    const translation = { body: "Bunlardan qırx ədəd düzəldə bilərsiniz?", provider: "Test translator" };
    expect(await asSeller(asked)).toMatchObject({ body: ORIGINAL, locale: "en", translation });
    expect((await asSeller(asked, "ru"))?.translation).toBeUndefined();
  });

  it("of the shop is translated into the language in which the buyer asked", async () => {
    const asked = await makeInquiry({}, { lang: "ru" });
    const { seller, inquiryId } = asked;
    const words = { inquiryId, body: "Bəli, olar.", locale: "az" as const, pressed: [] };
    await writeAsSeller(testDb, seller, newKey(), words, later(1));
    const { translator, asked: texts } = makeTranslator(() => "Да, можно.");

    await translateMessage(testDb, translator, await latestMessage(inquiryId), later(2));

    expect(texts).toEqual([{ text: "Bəli, olar.", from: "az", to: "ru" }]);
    const thread = await findBuyersThread(
      testDb,
      asked.inquirer,
      inquiryId,
      { before: undefined, lang: "ru" },
      later(3),
    );
    expect(thread?.messages.at(-1)).toMatchObject({ body: "Bəli, olar.", translation: { body: "Да, можно." } });
  });

  it("is translated once in effect, however often the job runs", async () => {
    const asked = await makeInquiry();
    const messageId = await latestMessage(asked.inquiryId);
    const drafts = ["birinci", "ikinci"];
    const { translator } = makeTranslator(() => drafts.shift());
    await translateMessage(testDb, translator, messageId, later(1));
    await translateMessage(testDb, translator, messageId, later(2));

    const rows = await testDb
      .selectFrom("inquiryTranslations")
      .select("body")
      .where("messageId", "=", messageId)
      .execute();
    expect(rows).toEqual([{ body: "birinci" }]);
  });

  it.each([
    ["does not take", undefined],
    ["answers with nothing", "  "],
  ])("stays without a translation when it is a text that the service %s", async (_what, answer) => {
    const asked = await makeInquiry();
    await translateMessage(testDb, makeTranslator(() => answer).translator, await latestMessage(asked.inquiryId));
    expect((await asSeller(asked))?.translation).toBeUndefined();
  });
});

describe("nothing is sent to the service", () => {
  it("of a message in its reader's own language", async () => {
    const { inquiryId } = await makeInquiry({}, { lang: "az" });
    const { translator, asked } = makeTranslator(() => "?");
    await translateMessage(testDb, translator, await latestMessage(inquiryId));
    expect(asked).toEqual([]);
  });

  it("of a message that was erased, is gone, or has no words", async () => {
    const [erased, wordless] = [await makeInquiry(), await makeInquiry()];
    const messageId = await latestMessage(erased.inquiryId);
    await erase(messageId);
    const { seller, inquiryId } = wordless;
    const words = { inquiryId, body: undefined, locale: "az" as const, pressed: ["price:1"] };
    await writeAsSeller(testDb, seller, newKey(), words, later(1));
    const { translator, asked } = makeTranslator(() => "?");

    for (const id of [messageId, await latestMessage(inquiryId), "00000000-0000-8000-8000-000000000000"]) {
      await translateMessage(testDb, translator, id);
    }

    expect(asked).toEqual([]);
  });

  it("and nothing is kept of a message that is erased while the service works", async () => {
    const asked = await makeInquiry();
    const messageId = await latestMessage(asked.inquiryId);
    const { translator } = makeTranslator(async () => {
      await erase(messageId);
      return "Qırx ədəd";
    });

    await translateMessage(testDb, translator, messageId, later(2));

    expect(
      await testDb.selectFrom("inquiryTranslations").select("body").where("messageId", "=", messageId).execute(),
    ).toEqual([]);
  });

  it("and nothing is kept when it is being erased at the moment of keeping", async () => {
    const asked = await makeInquiry();
    const messageId = await latestMessage(asked.inquiryId);
    const { translator } = makeTranslator(() => "Qırx ədəd");

    const { kept } = await testDb.transaction().execute(async (trx) => {
      const gone = { body: null, locale: null, erasedAt: later(1) };
      await trx.updateTable("inquiryMessages").set(gone).where("id", "=", messageId).execute();
      const begun = translateMessage(testDb, translator, messageId, later(2));
      await expect.poll(countWaiting).toBe(1);
      return { kept: begun };
    });
    await kept;

    expect(
      await testDb.selectFrom("inquiryTranslations").select("body").where("messageId", "=", messageId).execute(),
    ).toEqual([]);
  });
});

describe("the job", () => {
  let runner: Runner | undefined;
  afterEach(async () => {
    await runner?.stop();
    runner = undefined;
    env.TRANSLATION_URL = undefined;
    await sql`delete from graphile_worker._private_jobs`.execute(testDb);
  });

  type Job = { messageId: string; attempts: number; lastError: string | null };
  async function jobs(): Promise<Job[]> {
    const { rows } = await sql<Job>`
      select payload->>'messageId' as message_id, job.attempts, job.last_error
      from graphile_worker._private_jobs as job join graphile_worker._private_tasks as task on task.id = job.task_id
      where task.identifier = 'translate-message'`.execute(testDb);
    return rows;
  }

  const say = ({ inquirer, inquiryId }: Asked) =>
    writeAsBuyer(testDb, inquirer, newKey(), { inquiryId, body: "And in March?", locale: "en" }, later(1));

  it("is enqueued with what was written, and not at all while no service is named", async () => {
    const asked = await makeInquiry();
    await say(asked);
    expect(await jobs()).toEqual([]);

    env.TRANSLATION_URL = "https://translate.example";
    await say(asked);

    expect(await jobs()).toMatchObject([{ messageId: await latestMessage(asked.inquiryId), attempts: 0 }]);
  });

  it("is enqueued with the first words of an inquiry, too", async () => {
    env.TRANSLATION_URL = "https://translate.example";
    const asked = await makeInquiry();
    expect(await jobs()).toMatchObject([{ messageId: await latestMessage(asked.inquiryId) }]);
  });

  it("is not enqueued for a guest before she has confirmed, and then it is", async () => {
    env.TRANSLATION_URL = "https://translate.example";
    const { inquiryId, token } = await makeGuestInquiry();
    expect(await jobs()).toEqual([]);

    await openAsGuest(token);

    expect(await jobs()).toMatchObject([{ messageId: await latestMessage(inquiryId) }]);
  });

  it("fails while the service has no place, stays in the queue, and is done when it is called up again", async () => {
    const asked = await makeInquiry();
    const messageId = await latestMessage(asked.inquiryId);
    let isBusy = true;
    const { translator } = makeTranslator(() =>
      isBusy ? Promise.reject(new Error("the translation service answered 429")) : "Qırx ədəd",
    );
    await testDb.transaction().execute((trx) => enqueue(trx, "translate-message", { messageId }));
    runner = await startWorker({
      url: testDatabaseUrl,
      handlers: inquiryJobs(testDb, { files, translator }),
      concurrency: 1,
    });
    const timeout = { timeoutMs: 15_000 };
    const failed = await waitUntil(async () => (await jobs()).find(({ lastError }) => lastError !== null), timeout);
    expect(failed).toMatchObject({ messageId, attempts: 1, lastError: expect.stringContaining("429") });

    isBusy = false;
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(testDb);

    expect(await waitUntil(async () => (await jobs()).length === 0, timeout)).toBe(true);
    expect((await asSeller(asked))?.translation?.body).toBe("Qırx ədəd");
  });

  it("is over when the service was taken out of the settings since", async () => {
    const { inquiryId } = await makeInquiry();
    const messageId = await latestMessage(inquiryId);
    const run = inquiryJobs(testDb, { files, translator: undefined })["translate-message"];
    await run({ messageId }, { signal: undefined });
    const rows = await testDb
      .selectFrom("inquiryTranslations")
      .select("body")
      .where("messageId", "=", messageId)
      .execute();
    expect(rows).toEqual([]);
  });
});
