import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { saveAddress, saveNoticePreferences, saveProfile } from "~/modules/accounts/index.server";
import { fileReport, saveListing } from "~/modules/catalog/index.server";
import { closeAccount, makePersonalDataFile } from "~/modules/reporting/index.server";
import { verifyAuditChain } from "~/platform/audit/audit.server";
import { runWithOrigin } from "~/platform/audit/origin.server";
import { deliverMessage, sendMail } from "~/platform/mail/outgoing.server";
import { makeApprovedSeller, makeBuyer, makePublishedListing, makeSellerActor, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { leaveInquiries } from "~tests/support/inquiry-traces";
import { signIn } from "~tests/support/sign-in";
import { tablesWith } from "~tests/support/tables-with";

const visit = { headers: new Headers(), clientAddress: "203.0.113.77" };
const origin = { requestId: "request-1", clientAddress: visit.clientAddress };

/** A person who has left something in every place that there is. */
async function makeKnownPerson() {
  const word = unique();
  const phone = `+99455${String(Math.floor(1_000_000 + Math.random() * 8_999_999))}`;
  const buyer = await makeBuyer(testDb, { name: `Zemfira ${word}` });
  const { userId } = buyer;
  const { email } = await testDb.selectFrom("users").select("email").where("id", "=", userId).executeTakeFirstOrThrow();
  const now = new Date("2026-11-20T10:00:00Z");
  await testDb.updateTable("users").set({ phoneNumber: phone }).where("id", "=", userId).execute();
  await signIn(testDb, userId);
  await testDb
    .insertInto("verifications")
    .values([
      { id: unique(), identifier: `phone-number-otp-${phone}`, value: "123456:0", expiresAt: now },
      { id: unique(), identifier: `reset-password:${unique()}`, value: userId, expiresAt: now },
    ])
    .execute();
  await testDb
    .insertInto("signUpAnswers")
    .values({ userId, referredBy: "abad", isWomanLed: true, consentedAt: now })
    .execute();
  await runWithOrigin(origin, async () => {
    const profile = { name: `Zemfira ${word}`, locale: "en" as const, companyName: `Company ${word}`, version: 1 };
    await saveProfile(testDb, buyer, newKey(), profile);
    const address = { isDefault: true, recipient: `R ${word}`, line1: `Street ${word}`, city: "Bakı", country: "AZ" };
    await saveAddress(testDb, buyer, newKey(), address);
    await saveNoticePreferences(testDb, buyer, newKey(), {
      byMail: true,
      bySms: false,
      quiet: { from: 1321, to: 481 },
    });
  });
  const { sellerId } = await makeApprovedSeller(testDb);
  const { listingId } = await makePublishedListing(testDb, { sellerId });
  await saveListing(testDb, buyer, listingId);
  await inviteEverywhere({ sellerId, userId, email, phone });
  const report = { listingId, reason: "other", words: `I am ${word}`, email: undefined, locale: "en" } as const;
  await fileReport(testDb, { buyer, clientAddress: unique() }, newKey(), report);
  await fileReport(testDb, { buyer: undefined, clientAddress: unique() }, newKey(), { ...report, email });
  await leaveInquiries({ buyer, email, word, clientAddress: visit.clientAddress });
  const letter = { subject: "S", greeting: `Hello ${word}`, paragraphs: [], signature: "K" };
  await testDb.transaction().execute((trx) => sendMail(trx, { kind: "test", to: email, locale: "en", userId, letter }));
  return { buyer, userId, email, phone, word };
}

/** She is invited by others, others by her, and staff fill a shop that is to be hers. */
async function inviteEverywhere({
  sellerId,
  userId,
  email,
  phone,
}: Record<"sellerId" | "userId" | "email" | "phone", string>) {
  const [sentAt, expiresAt] = [new Date("2026-11-20T10:00:00Z"), new Date("2036-11-20T10:00:00Z")];
  await makeSellerActor(testDb, sellerId);
  const { organisationId } = await testDb
    .selectFrom("sellers")
    .select("organisationId")
    .where("id", "=", sellerId)
    .executeTakeFirstOrThrow();
  const invitation = { organisationId: organisationId ?? "", role: "editor", createdAt: sentAt, sentAt, expiresAt };
  await testDb
    .insertInto("teamInvitations")
    .values([
      { ...invitation, email, tokenDigest: unique() },
      { ...invitation, phone, tokenDigest: unique() },
      { ...invitation, email: `${unique()}@example.org`, tokenDigest: unique(), invitedBy: userId },
    ])
    .execute();
  const { userId: staffId } = await makeStaff(testDb, "reviewer");
  await testDb
    .insertInto("caretakings")
    .values({ sellerId, staffId, phone, since: sentAt, isCurrent: false })
    .execute();
}

describe("closing an account", () => {
  it("leaves nothing of the person in any table but the last letter, until that has gone", async () => {
    const { buyer, userId, email, phone, word } = await makeKnownPerson();
    expect((await tablesWith(word)).length).toBeGreaterThan(4);
    expect(await tablesWith(word)).toEqual(
      expect.arrayContaining([
        ...["inquiries", "inquiry_messages", "inquiry_translations", "inquiry_cases", "inquiry_statements"],
        "private_files",
      ]),
    );
    expect(await tablesWith(userId)).toEqual(
      expect.arrayContaining(["inquiry_notices", "contact_blocks", "form_submissions"]),
    );
    expect(await tablesWith(phone)).toContain("verifications");
    expect(await tablesWith(visit.clientAddress)).toContain("audit_values");

    const closed = await closeAccount(testDb, visit, buyer, undefined);

    expect(closed.ok).toBe(true);
    const { id } = await testDb
      .selectFrom("outgoingMessages")
      .select("id")
      .where("recipient", "=", email)
      .executeTakeFirstOrThrow();
    const sent = { outcome: "sent" as const };
    await deliverMessage(testDb, { mail: () => Promise.resolve(sent), sms: () => Promise.resolve(sent) }, id);
    expect(await tablesWith(word)).toEqual([]);
    expect(await tablesWith(email)).toEqual([]);
    expect(await tablesWith(phone)).toEqual([]);
    expect(await tablesWith(visit.clientAddress)).toEqual([]);
    // What was recorded names an id that leads to nobody.
    expect((await tablesWith(userId)).toSorted()).toEqual(["audit_entries", "audit_values", "users"]);
    const { brokenAt } = await verifyAuditChain(testDb);
    expect(brokenAt).toBeUndefined();
  });

  it("is refused to staff, and to who owns a shop, and then nothing is gone", async () => {
    const staff = await makeBuyer(testDb, { role: "curator" });
    const owner = await makeBuyer(testDb);
    const organisationId = unique();
    const createdAt = new Date("2026-11-20T10:00:00Z");
    await testDb
      .insertInto("organisations")
      .values({ id: organisationId, name: "Shop", slug: unique(), createdAt })
      .execute();
    await testDb
      .insertInto("members")
      .values({ id: unique(), organisationId, userId: owner.userId, role: "owner", createdAt })
      .execute();

    expect(await closeAccount(testDb, visit, staff, undefined)).toEqual({ ok: false, refusal: "is-staff" });
    expect(await closeAccount(testDb, visit, owner, undefined)).toEqual({ ok: false, refusal: "owns-shop" });
    const { email } = await testDb
      .selectFrom("users")
      .select("email")
      .where("id", "=", owner.userId)
      .executeTakeFirstOrThrow();
    expect(email).toContain("@example.org");
  });

  it("happens once when two windows ask at the same moment", async () => {
    const { buyer, email } = await makeKnownPerson();

    await Promise.all([1, 2].map(() => closeAccount(testDb, visit, buyer, undefined)));

    const letters = await testDb.selectFrom("outgoingMessages").select("id").where("recipient", "=", email).execute();
    expect(letters).toHaveLength(1);
  });
});

describe("the copy of one's data", () => {
  it("has everything that the person left, and nothing of anybody else", async () => {
    const [mine, other] = [await makeKnownPerson(), await makeKnownPerson()];

    const files = unzipSync(await makePersonalDataFile(testDb, mine.userId, "en"));

    const all = Object.values(files)
      .map((file) => strFromU8(file))
      .join("\n");
    for (const fact of [mine.email, `Street ${mine.word}`, `Company ${mine.word}`, '"abad"', '"add-address"']) {
      expect(all).toContain(fact);
    }
    expect(JSON.parse(strFromU8(files["notices.json"] ?? new Uint8Array()))).toMatchObject({
      quiet: { from: 1321, to: 481 },
    });
    expect(JSON.parse(strFromU8(files["saved-listings.json"] ?? new Uint8Array()))).toHaveLength(1);
    expect(JSON.parse(strFromU8(files["reports.json"] ?? new Uint8Array()))).toHaveLength(1);
    expect(all).not.toContain(other.word);
    expect(strFromU8(files["README.txt"] ?? new Uint8Array())).toContain("what Karvan knows of you");
  });
});
