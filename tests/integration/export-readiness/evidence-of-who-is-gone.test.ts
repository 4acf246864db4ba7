import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { destroyLeftEvidence } from "~/modules/export-readiness/index.server";
import { closeAccount, makePersonalDataFile } from "~/modules/reporting/index.server";
import { files } from "~/platform/files/files.server";
import type { BuyerActor } from "~/platform/session/actors.server";
import { makeSellerActor, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { bring, evidenceOf, makeVerified, makeSellerWithTeam } from "~tests/support/evidence";
import { makePdf } from "~tests/support/papers";
import { doneOf } from "~tests/support/shop";
import { tablesWith } from "~tests/support/tables-with";

const visit = { headers: new Headers(), clientAddress: "203.0.113.78" };

describe("a seller that is no more", () => {
  it("leaves no paper's bytes and no file's name; another's stay", async () => {
    const word = unique();
    const gone = await makeVerified({ file: { name: `${word}.pdf`, content: makePdf() } });
    const other = await makeVerified();
    const keyOf = async (evidenceId: string) => `private/${(await evidenceOf(evidenceId)).paperId}`;
    const [own, others] = [await keyOf(gone.evidenceId), await keyOf(other.evidenceId)];
    expect([await files().has(own), await files().has(others)]).toEqual([true, true]);

    await testDb.deleteFrom("sellers").where("id", "=", gone.sellerId).execute();
    const destroyed = await destroyLeftEvidence(testDb, files());

    expect(destroyed).toBe(1);
    expect([await files().has(own), await files().has(others)]).toEqual([false, true]);
    expect(await tablesWith(word)).toEqual([]);
    expect(await tablesWith(gone.evidenceId)).not.toContain("evidence");
    expect(await destroyLeftEvidence(testDb, files())).toBe(0);
  });
});

describe("a person who has brought a paper", () => {
  it("finds it in her copy of her data, and is not known by it when she has closed her account", async () => {
    const { sellerId } = await makeSellerWithTeam();
    const manager = await makeSellerActor(testDb, sellerId, "manager");
    const { evidenceId } = doneOf(await bring(manager));
    const zip = unzipSync(await makePersonalDataFile(testDb, manager.userId, "en"));
    expect(strFromU8(zip["papers.json"] ?? new Uint8Array())).toContain("bank_letter");
    expect(await tablesWith(manager.userId)).toContain("evidence");

    const buyer = { userId: manager.userId, sessionId: unique() } as BuyerActor;
    expect((await closeAccount(testDb, visit, buyer, undefined)).ok).toBe(true);

    expect(await tablesWith(manager.userId)).not.toContain("evidence");
    expect(await evidenceOf(evidenceId)).toMatchObject({ status: "submitted" });
  });
});
