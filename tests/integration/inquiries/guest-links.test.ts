import { describe, expect, it } from "vitest";
import {
  findBuyersThread,
  findLink,
  openLink,
  renewLink,
  revokeLinks,
  writeAsSeller,
} from "~/modules/inquiries/index.server";
import { drawInquiryLink } from "~/modules/inquiries/guests/links.server";
import { forgetUnconfirmed } from "~/modules/inquiries/guests/forget-unconfirmed.server";
import { files } from "~/platform/files/files.server";
import { FACTORY_NOW, makeInquirer, makePerson, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makeGuestInquiry, openAsGuest } from "~tests/support/inquiry";
import { linkTo } from "~tests/support/visitor";

const LATEST = { before: undefined, lang: "ru" as const };
const inDays = (days: number) => new Date(FACTORY_NOW.getTime() + days * 86_400_000);
const open = (token: string, now: Date, visitDigest = unique()) =>
  openLink(testDb, { clientAddress: unique(), visitDigest }, token, now);

const statusOf = async (inquiryId: string) =>
  (await testDb.selectFrom("inquiries").select("status").where("id", "=", inquiryId).executeTakeFirst())?.status;

describe("the link of a guest's letter", () => {
  it("changes nothing when it is only looked at: mail scanners open links", async () => {
    const { token, inquiryId } = await makeGuestInquiry();

    expect(await findLink(testDb, token, "en", FACTORY_NOW)).toMatchObject({ refusal: undefined, isUnconfirmed: true });

    expect(await statusOf(inquiryId)).toBe("unconfirmed");
  });

  it("sends the inquiry, and opens the thread in another browser later", async () => {
    const { token, inquiryId } = await makeGuestInquiry();
    expect(await open(token, FACTORY_NOW)).toEqual({ ok: true, value: { inquiryId } });
    expect(await statusOf(inquiryId)).toBe("open");

    const there = unique();
    expect(await open(token, inDays(20), there)).toEqual({ ok: true, value: { inquiryId } });

    const guest = makeInquirer({ visitDigest: there });
    expect((await findBuyersThread(testDb, guest, inquiryId, LATEST, inDays(20)))?.status).toBe("open");
  });

  it("is kept as a digest only", async () => {
    const { token } = await makeGuestInquiry();
    const rows = await testDb.selectFrom("inquiryLinks").select("digest").execute();
    expect(rows.some(({ digest }) => digest === token)).toBe(false);
  });

  it("expires: before it was pressed in a week, afterwards in sixty days", async () => {
    const late = await makeGuestInquiry();
    expect(await open(late.token, inDays(8))).toEqual({ ok: false, refusal: "link-expired" });
    expect(await statusOf(late.inquiryId)).toBe("unconfirmed");

    const used = await makeGuestInquiry();
    await open(used.token, inDays(1));
    expect(await open(used.token, inDays(60))).toMatchObject({ ok: true });
    expect(await open(used.token, inDays(125))).toEqual({ ok: false, refusal: "link-expired" });
  });

  it("ends when the link of a newer letter is opened", async () => {
    const { token, inquiryId } = await makeGuestInquiry();
    await open(token, FACTORY_NOW);
    const newer = await testDb.transaction().execute((trx) => drawInquiryLink(trx, { inquiryId, days: 60 }, inDays(1)));
    expect(await open(token, inDays(1))).toMatchObject({ ok: true });

    expect(await open(newer, inDays(2))).toMatchObject({ ok: true });

    expect(await open(token, inDays(2))).toEqual({ ok: false, refusal: "link-revoked" });
  });

  it("ends with all others when the guest says so; her own browser stays in, others are out", async () => {
    const { token, inquiryId } = await makeGuestInquiry();
    const [own, other] = [await openAsGuest(token), await openAsGuest(token)];

    expect(await revokeLinks(testDb, own, inquiryId, FACTORY_NOW)).toEqual({ ok: true, value: null });

    expect(await open(token, FACTORY_NOW)).toEqual({ ok: false, refusal: "link-revoked" });
    expect(await findBuyersThread(testDb, own, inquiryId, LATEST, FACTORY_NOW)).toBeDefined();
    expect(await findBuyersThread(testDb, other, inquiryId, LATEST, FACTORY_NOW)).toBeUndefined();
  });

  it("is ended by nobody else", async () => {
    const { inquiryId, token } = await makeGuestInquiry();
    const stranger = makeInquirer({ visitDigest: unique() });
    expect(await revokeLinks(testDb, stranger, inquiryId, FACTORY_NOW)).toEqual({
      ok: false,
      refusal: "inquiry-missing",
    });
    expect(await open(token, FACTORY_NOW)).toMatchObject({ ok: true });
  });

  it("lets a browser in for thirty days", async () => {
    const { token, inquiryId } = await makeGuestInquiry();
    const guest = await openAsGuest(token);
    expect(await findBuyersThread(testDb, guest, inquiryId, LATEST, inDays(29))).toBeDefined();
    expect(await findBuyersThread(testDb, guest, inquiryId, LATEST, inDays(31))).toBeUndefined();
  });

  it("is sent anew to the mailbox of an old one, and of one that is not known to nobody", async () => {
    const { token, email, inquiryId } = await makeGuestInquiry();
    expect(await renewLink(testDb, token, inDays(8))).toEqual({ ok: true, value: null });
    const fresh = (await linkTo(testDb, email)).split("/").at(-1) ?? "";
    expect(fresh).not.toBe(token);
    expect(await open(fresh, inDays(9))).toEqual({ ok: true, value: { inquiryId } });

    expect(await renewLink(testDb, unique())).toEqual({ ok: true, value: null });
  });

  it("is not sent anew without end", async () => {
    const { token } = await makeGuestInquiry();
    for (let tries = 0; tries < 5; tries += 1) expect((await renewLink(testDb, token)).ok).toBe(true);
    expect(await renewLink(testDb, token)).toEqual({ ok: false, refusal: "throttled" });
  });

  it("is tried from one address so often and no more", async () => {
    const clientAddress = unique();
    const attempt = () => openLink(testDb, { clientAddress, visitDigest: unique() }, unique(), FACTORY_NOW);
    for (let tries = 0; tries < 60; tries += 1) expect(await attempt()).toEqual({ ok: false, refusal: "link-missing" });
    expect(await attempt()).toEqual({ ok: false, refusal: "throttled" });
  });

  it("is not needed by who signs up with the mailbox and has shown that it is hers", async () => {
    const { email, inquiryId, token } = await makeGuestInquiry();
    await openAsGuest(token);
    const userId = await makePerson(testDb);
    const her = makeInquirer({ userId });
    const setEmail = (emailVerified: boolean) =>
      testDb.updateTable("users").set({ email: email.toUpperCase(), emailVerified }).where("id", "=", userId).execute();

    await setEmail(false);
    expect(await findBuyersThread(testDb, her, inquiryId, LATEST)).toBeUndefined();
    await setEmail(true);
    expect(await findBuyersThread(testDb, her, inquiryId, LATEST)).toBeDefined();
  });
});

describe("what nobody confirmed", () => {
  it("is forgotten after a week with all that belongs to it; what was confirmed stays", async () => {
    const [forgotten, confirmed] = [await makeGuestInquiry(), await makeGuestInquiry()];
    await openAsGuest(confirmed.token);

    await forgetUnconfirmed(testDb, files(), inDays(8));

    expect(await statusOf(forgotten.inquiryId)).toBeUndefined();
    expect(await statusOf(confirmed.inquiryId)).toBe("open");
  });

  it("is answered by nobody", async () => {
    const { seller, inquiryId } = await makeGuestInquiry();
    const answer = { inquiryId, body: "Salam", locale: "az" as const, pressed: [] };
    expect(await writeAsSeller(testDb, seller, newKey(), answer)).toEqual({ ok: false, refusal: "inquiry-missing" });
  });
});
