import { expect, it } from "vitest";
import { erasePersonalData } from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { testDb } from "~tests/support/database";
import { makeInquiry } from "~tests/support/inquiry";
import { signIn } from "~tests/support/sign-in";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

it("shows a thread of who has gone without a form to answer in, and says why", async () => {
  const { seller, buyer, inquiryId } = await makeInquiry();
  const cookie = await signIn(testDb, seller.userId);
  const path = `/en/seller/inquiries/${inquiryId}`;
  const ask = async (where: string) => (await site.ask(where, { headers: { cookie } })).text();
  const note = m["inquiries.thread.goneNote"]({}, { locale: "en" });
  expect(await ask(path)).toContain('name="body"');
  await testDb.transaction().execute((trx) => erasePersonalData(trx, buyer.userId));

  const page = await ask(path);

  expect(page).toContain(note);
  for (const part of ['name="body"', "Jonas Petersen", "/mark-spam", "/decline", "/block"]) {
    expect(page).not.toContain(part);
  }
  expect(await ask("/en/seller/inquiries")).toContain(m["inquiries.thread.gone"]({}, { locale: "en" }));
});
