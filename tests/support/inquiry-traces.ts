import {
  answerReportAsBuyer,
  assignInquiry,
  blockBuyer,
  readFileAsBuyer,
  reportAsBuyer,
  reportAsSeller,
  writeAsBuyer,
  writeAsSeller,
} from "~/modules/inquiries/index.server";
import { runWithOrigin } from "~/platform/audit/origin.server";
import type { FormKey } from "~/platform/db/once.server";
import { files } from "~/platform/files/files.server";
import { storePaper } from "~/platform/private-files/private-files.server";
import type { BuyerActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeInquirer, makeSellerActor, unique } from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { makeGuestInquiry, makeInquiry, openAsGuest } from "./inquiry";
import { makePdf } from "./papers";

/** A form that has brought a file, with the file's id. */
export async function formWithFile(name: string): Promise<{ formKey: FormKey; fileId: string }> {
  const formKey = newKey();
  const owner = { kind: "inquiry-form", id: formKey };
  const stored = await storePaper(testDb, files(), { owner, purpose: "attachment", name, content: makePdf() });
  if (!stored.ok) throw new Error(`the file was refused: ${stored.refusal}`);
  return { formKey, fileId: stored.value.paperId };
}

type Person = { buyer: BuyerActor; email: string; word: string; clientAddress: string };

/**
 * A person leaves something in every place where inquiries keep something of people: as a buyer, as a guest with the same
 * mailbox, in a thread whose link was sent on to her, and in a team. Her words hold `word`, those of others do not.
 */
export async function leaveInquiries({ buyer, email, word, clientAddress }: Person) {
  const hers = <Done>(deed: () => Promise<Done>) => runWithOrigin({ requestId: unique(), clientAddress }, deed);
  const said = { name: `Zemfira ${word}`, company: `Company ${word}`, message: `I am ${word}`, sourceDetail: word };
  const [asked, asGuest, unconfirmed] = [
    await leaveAsked(buyer, said, hers),
    await leaveAsGuest(email, said, hers),
    await leaveUnconfirmed(email, said, hers),
  ];
  const blocked = await makeInquiry(said, { buyer });
  await blockBuyer(testDb, blocked.seller, newKey(), blocked.inquiryId);
  const sentOn = await makeGuestInquiry();
  const there = { userId: buyer.userId, visitDigest: (await openAsGuest(sentOn.token)).visitDigest ?? "" };
  const words = { inquiryId: sentOn.inquiryId, body: `I am ${word}, too`, locale: "en" as const };
  await hers(() => writeAsBuyer(testDb, makeInquirer(there), newKey(), words, FACTORY_NOW));
  return { asked, asGuest, unconfirmed, blocked, sentOn, team: await leaveInTeam(buyer, hers) };
}

type Hers = <Done>(deed: () => Promise<Done>) => Promise<Done>;
type Said = { name: string; company: string; message: string; sourceDetail: string };

async function leaveAsked(buyer: BuyerActor, said: Said, hers: Hers) {
  const { formKey, fileId } = await formWithFile(`${said.sourceDetail}.pdf`);
  const asked = await hers(() => makeInquiry(said, { buyer, formKey }));
  const { inquiryId, inquirer, seller } = asked;
  const { id: messageId } = await testDb
    .selectFrom("inquiryMessages")
    .select("id")
    .where("inquiryId", "=", inquiryId)
    .executeTakeFirstOrThrow();
  await testDb
    .insertInto("inquiryTranslations")
    .values({ messageId, locale: "az", body: said.message, provider: "test", translatedAt: FACTORY_NOW })
    .execute();
  const answer = await formWithFile("qiymet.pdf");
  const answered = { inquiryId, body: "Bəli, altı həftəyə.", locale: "az" as const, pressed: [] };
  await writeAsSeller(testDb, seller, answer.formKey, answered);
  const words = said.message;
  await hers(() => reportAsBuyer(testDb, inquirer, newKey(), { inquiryId, reason: "other", words }));
  await reportAsSeller(testDb, seller, newKey(), { inquiryId, reason: "spam", words: "Eyni məktub" });
  await hers(() => answerReportAsBuyer(testDb, inquirer, newKey(), { inquiryId, words }));
  return { ...asked, messageId, fileId, answerFileId: answer.fileId };
}

async function leaveAsGuest(email: string, said: Said, hers: Hers) {
  const { formKey, fileId } = await formWithFile(`${said.sourceDetail}-guest.pdf`);
  const asked = await hers(() => makeGuestInquiry({ ...said, email }, { formKey }));
  const { inquiryId, token, seller } = asked;
  const inquirer = await hers(() => openAsGuest(token));
  await hers(() => readFileAsBuyer(testDb, files(), inquirer, { inquiryId, fileId }, FACTORY_NOW));
  await writeAsSeller(testDb, seller, newKey(), { inquiryId, body: "Bəli.", locale: "az", pressed: [] });
  return { ...asked, inquirer, fileId };
}

async function leaveUnconfirmed(email: string, said: Said, hers: Hers) {
  const { formKey, fileId } = await formWithFile(`${said.sourceDetail}-unconfirmed.pdf`);
  const asked = await hers(() => makeGuestInquiry({ ...said, email }, { formKey }));
  return { ...asked, fileId };
}

/** She belongs to a team, answers for it and has a thread of it; what she says there is the shop's. */
async function leaveInTeam({ userId }: BuyerActor, hers: Hers) {
  const asked = await makeInquiry();
  const { inquiryId, seller, inquirer } = asked;
  const member = await makeSellerActor(testDb, seller.sellerId, "editor", userId);
  await assignInquiry(testDb, seller, newKey(), { inquiryId, to: userId });
  await writeAsBuyer(testDb, inquirer, newKey(), { inquiryId, body: "And in March?", locale: "en" });
  const answer = { inquiryId, body: "Martda da olar.", locale: "az" as const, pressed: [] };
  await hers(() => writeAsSeller(testDb, member, newKey(), answer));
  await hers(() => reportAsSeller(testDb, member, newKey(), { inquiryId, reason: "spam", words: "Mağazanın sözü" }));
  await hers(() => blockBuyer(testDb, member, newKey(), inquiryId));
  return { ...asked, member };
}
