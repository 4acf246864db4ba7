import { describe, expect, it } from "vitest";
import type { Letter } from "~/platform/mail/letter";
import { deliverMessage, sendMail, sendSms } from "~/platform/mail/outgoing.server";
import type { Delivery, Mail, Sms, Transports } from "~/platform/mail/port";
import { FACTORY_NOW, unique } from "~db/factories";
import { testDb } from "~tests/support/database";

const letter: Letter = { subject: "Subject", greeting: "Hello,", paragraphs: ["Text."], signature: "Karvan" };

/** A relay that notes what it is handed. */
function makeRelay(answer: () => Promise<Delivery> = () => Promise.resolve({ outcome: "sent" })) {
  const handed: (Mail | Sms)[] = [];
  const take = (message: Mail | Sms) => {
    handed.push(message);
    return answer();
  };
  const transports: Transports = { mail: take, sms: take };
  return { handed, transports };
}

async function writeMail(expiresAt?: Date): Promise<string> {
  const to = `${unique()}@example.org`;
  await testDb.transaction().execute((trx) => sendMail(trx, { kind: "test", to, locale: "en", letter, expiresAt }));
  const { id } = await testDb
    .selectFrom("outgoingMessages")
    .select("id")
    .where("recipient", "=", to)
    .executeTakeFirstOrThrow();
  return id;
}

const stateOf = (id: string) =>
  testDb
    .selectFrom("outgoingMessages")
    .select(["outcome", "outcomeReason", "bodyText", "bodyHtml", "subject"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

describe("a message", () => {
  it("is neither written nor enqueued when the deed that promised it is undone", async () => {
    const to = `${unique()}@example.org`;
    const undone = testDb.transaction().execute(async (trx) => {
      await sendMail(trx, { kind: "test", to, locale: "en", letter });
      throw new Error("undone");
    });

    await expect(undone).rejects.toThrow("undone");
    const rows = await testDb.selectFrom("outgoingMessages").select("id").where("recipient", "=", to).execute();
    expect(rows).toEqual([]);
  });

  it("is handed over with both its forms, and what it said is then erased", async () => {
    const id = await writeMail();
    const { handed, transports } = makeRelay();

    await deliverMessage(testDb, transports, id);

    expect(handed).toMatchObject([{ id, subject: "Subject", locale: "en" }]);
    expect(handed[0]?.text).toContain("Text.");
    expect(handed[0]).toHaveProperty("html", expect.stringContaining("<p"));
    expect(await stateOf(id)).toMatchObject({ outcome: "sent", subject: null, bodyText: null, bodyHtml: null });
  });

  it("goes once, however often the job runs", async () => {
    const id = await writeMail();
    const { handed, transports } = makeRelay();

    await Promise.all([1, 2, 3].map(() => deliverMessage(testDb, transports, id)));
    await deliverMessage(testDb, transports, id);

    expect(handed).toHaveLength(1);
  });

  it("is held while the relay takes it, so that no other worker takes it, too", async () => {
    const id = await writeMail();
    let isFree: boolean | undefined;
    const { transports } = makeRelay(async () => {
      const taken = await testDb
        .transaction()
        .execute((trx) =>
          trx
            .selectFrom("outgoingMessages")
            .select("id")
            .where("id", "=", id)
            .forUpdate()
            .skipLocked()
            .executeTakeFirst(),
        );
      isFree = taken !== undefined;
      return { outcome: "sent" };
    });

    await deliverMessage(testDb, transports, id);

    expect(isFree).toBe(false);
  });

  it("waits for the next try when the relay fails, and bears the same id then", async () => {
    const id = await writeMail();
    const failing = makeRelay(() => Promise.reject(new Error("connection lost")));
    await expect(deliverMessage(testDb, failing.transports, id)).rejects.toThrow("connection lost");
    expect(await stateOf(id)).toMatchObject({ outcome: null, subject: "Subject" });

    const { handed, transports } = makeRelay();
    await deliverMessage(testDb, transports, id);

    expect(handed.map((message) => message.id)).toEqual(failing.handed.map((message) => message.id));
  });

  it("is not tried again when it was refused for good", async () => {
    const id = await writeMail();
    const refusing = makeRelay(() => Promise.resolve({ outcome: "refused", reason: "SMTP 550" }));

    await deliverMessage(testDb, refusing.transports, id);
    await deliverMessage(testDb, refusing.transports, id);

    expect(refusing.handed).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ outcome: "refused", outcomeReason: "SMTP 550" });
  });

  it("is not sent when its code or link no longer opens anything", async () => {
    const id = await writeMail(FACTORY_NOW);
    const { handed, transports } = makeRelay();

    await deliverMessage(testDb, transports, id, FACTORY_NOW);

    expect(handed).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ outcome: "expired", bodyText: null });
  });

  it("by SMS has a text and no subject", async () => {
    const to = "+994501234500";
    await testDb
      .transaction()
      .execute((trx) => sendSms(trx, { kind: "test", to, locale: "az", text: "123456 sizin kodunuzdur" }));
    const { id } = await testDb
      .selectFrom("outgoingMessages")
      .select("id")
      .where("recipient", "=", to)
      .executeTakeFirstOrThrow();
    const { handed, transports } = makeRelay();

    await deliverMessage(testDb, transports, id);

    expect(handed).toEqual([{ id, to, text: "123456 sizin kodunuzdur", locale: "az" }]);
  });
});
