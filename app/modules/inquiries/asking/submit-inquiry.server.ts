import { listAskedListings } from "~/modules/catalog/index.server";
import { findPerson } from "~/modules/accounts/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { mayTry, type ThrottleRule } from "~/platform/http/throttle.server";
import type { Locale } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { sendMail } from "~/platform/mail/outgoing.server";
import { drawReference } from "~/platform/reference-code.server";
import { done, refused, type Result } from "~/platform/result";
import type { BuyerActor } from "~/platform/session/actors.server";
import { whyNotContact } from "../contact-key.server";
import { drawInquiryLink } from "../guests/links.server";
import { confirmLetter } from "../guests/letters.server";
import { sendFiles } from "../message-files.server";
import { opened } from "../opened.server";
import { CONFIRM_DAYS } from "../rules";
import { recordedAsBuyer } from "../thread/keys.server";
import type { AskedLine, AskRefusal, InquiryKind, InquirySource } from "../types";
import { sellerNameIn } from "../seller-name.server";

const REFERENCE_LETTERS = 6;

/** By address: it may be a whole office, and nobody asks thirty makers in an hour by hand. */
const ASKED_BY_ADDRESS: ThrottleRule = { name: "inquiry-address", points: 30, seconds: 3_600 };

export type Ask = {
  kind: InquiryKind;
  sellerId: string;
  lines: readonly AskedLine[];
  destination: string;
  neededBy?: string | undefined;
  incoterm?: string | undefined;
  target?: { amountMinor: bigint; currency: string } | undefined;
  message: string;
  /** Of a guest, and how an account calls itself towards sellers when it says so here. */
  name?: string | undefined;
  email?: string | undefined;
  company?: string | undefined;
  source: InquirySource;
  sourceDetail?: string | undefined;
};

/** Who asks, and how she reads: in which language she is written to. */
export type AskFrom = { buyer: BuyerActor | undefined; clientAddress: string; reader: Reader };

export type Asked = { inquiryId: string; isConfirmed: boolean };

/**
 * Asks a seller. What an account asks reaches her at once; what a guest asks waits until the link in the letter to the guest's
 * mailbox is pressed. The files that were attached by this form go with it.
 */
export async function submitInquiry(
  db: Db,
  from: AskFrom,
  formKey: FormKey,
  ask: Ask,
  now = clock(),
): Promise<Result<Asked, AskRefusal>> {
  if (!(await mayTry(ASKED_BY_ADDRESS, from.clientAddress))) return refused("throttled");
  const actorKey = from.buyer ? `inquiry ${from.buyer.userId}` : "inquiry guest";
  return once(db, actorKey, formKey, (trx) => writeAsked(trx, from, formKey, ask, now));
}

async function writeAsked(
  trx: Trx,
  { buyer, reader }: AskFrom,
  formKey: FormKey,
  ask: Ask,
  now: Date,
): Promise<Result<Asked, AskRefusal>> {
  const asker = await whoAsks(trx, buyer, ask);
  if (!asker.ok) return asker;
  const { name, email } = asker.value;
  const seller = await findOpenSeller(trx, ask.sellerId, reader.lang);
  if (!seller) return refused("seller-missing");
  if (buyer && (await isMember(trx, seller.teamId, buyer.userId))) return refused("own-shop");
  const lines = await publicLines(trx, { ...reader, destination: ask.destination }, ask, now);
  if (!lines.ok) return lines;
  const userId = buyer?.userId;
  const refusal = await whyNotContact(trx, { sellerId: ask.sellerId, userId, email }, now);
  if (refusal) return refused(refusal);

  const { inquiryId, reference } = await writeInquiry(trx, { ask, userId, email, name, locale: reader.lang }, now);
  await writeLines(trx, inquiryId, lines.value);
  const { id: messageId } = await trx
    .insertInto("inquiryMessages")
    .values({
      inquiryId,
      position: 1,
      side: "buyer",
      authorId: userId ?? null,
      body: ask.message,
      locale: reader.lang,
      writtenAt: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await sendFiles(trx, formKey, { inquiryId, messageId });
  if (userId === undefined && email !== undefined) {
    const token = await drawInquiryLink(trx, { inquiryId, days: CONFIRM_DAYS }, now);
    const to = { name, locale: reader.lang };
    const letter = confirmLetter(to, { token, sellerName: seller.name, reference, message: ask.message });
    await sendMail(trx, { kind: "confirm-inquiry", to: email, locale: reader.lang, letter });
  } else {
    // It holds the shop's row, which all who take both take before the log.
    await opened(trx, inquiryId, now);
  }
  await recordAudit(trx, {
    actor: recordedAsBuyer(userId),
    action: "submit-inquiry",
    subject: { kind: "inquiry", id: inquiryId },
    after: { seller: ask.sellerId, kind: ask.kind, source: ask.source },
  });
  return done({ inquiryId, isConfirmed: userId !== undefined });
}

/** A guest says who she is; of an account it is known. */
async function whoAsks(
  trx: Trx,
  buyer: BuyerActor | undefined,
  ask: Ask,
): Promise<Result<{ name: string; email: string | undefined }, AskRefusal>> {
  if (!buyer) {
    if (ask.name === undefined || ask.name === "") return refused("name-missing");
    return ask.email === undefined
      ? refused("email-missing")
      : done({ name: ask.name, email: ask.email.trim().toLowerCase() });
  }
  // Held until she has asked: who closes her account at the same moment leaves no inquiry behind. After that she has no way
  // to be reached, which every account has.
  const person = await findPerson(trx, buyer.userId, { lock: true });
  if (person?.email === undefined && person?.phone === undefined) return refused("name-missing");
  const name = ask.name ?? person.name;
  return name === "" ? refused("name-missing") : done({ name, email: person?.email });
}

async function findOpenSeller(trx: Trx, sellerId: string, lang: Locale) {
  return trx
    .selectFrom("sellers")
    .select(["sellers.organisationId as teamId", sellerNameIn(lang).as("name")])
    .where("sellers.id", "=", sellerId)
    .where("sellers.status", "=", "approved")
    .executeTakeFirst();
}

async function isMember(trx: Trx, teamId: string | null, userId: string): Promise<boolean> {
  if (teamId === null) return false;
  const row = await trx
    .selectFrom("members")
    .select("id")
    .where("organisationId", "=", teamId)
    .where("userId", "=", userId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type PublicLine = AskedLine & { version: number };

/** The lines as they are public at this moment, one per listing and variant; a variant that is none of the listing's is left away. */
async function publicLines(
  trx: Trx,
  reader: Reader,
  { lines, sellerId }: Ask,
  now: Date,
): Promise<Result<PublicLine[], AskRefusal>> {
  const listings = await listAskedListings(trx, reader, lines, dayInBaku(now));
  const found = new Map<string, PublicLine>();
  for (const [at, { listingId, quantity }] of lines.entries()) {
    const listing = listings[at];
    if (!listing) return refused("listing-missing");
    if (listing.sellerId !== sellerId) return refused("other-seller");
    const { variantId } = listing;
    found.set(`${listingId} ${variantId}`, { listingId, variantId, quantity, version: listing.snapshot.version });
  }
  return done([...found.values()]);
}

type NewInquiry = {
  ask: Ask;
  userId: string | undefined;
  email: string | undefined;
  name: string;
  locale: Locale;
};

async function writeInquiry(
  trx: Trx,
  { ask, userId, email, name, locale }: NewInquiry,
  now: Date,
): Promise<{ inquiryId: string; reference: string }> {
  const isKnown = userId !== undefined;
  const reference = drawReference(REFERENCE_LETTERS);
  const written = await trx
    .insertInto("inquiries")
    .values({
      reference,
      sellerId: ask.sellerId,
      kind: ask.kind,
      status: isKnown ? "open" : "unconfirmed",
      buyerUserId: userId ?? null,
      guestEmail: isKnown ? null : (email ?? null),
      buyerName: name,
      company: ask.company ?? null,
      locale,
      destination: ask.destination,
      neededBy: ask.neededBy ?? null,
      incoterm: ask.incoterm ?? null,
      targetAmountMinor: ask.target?.amountMinor ?? null,
      targetCurrency: ask.target?.currency ?? null,
      source: ask.source,
      sourceDetail: ask.sourceDetail ?? null,
      createdAt: now,
      confirmedAt: isKnown ? now : null,
      waitsSince: isKnown ? now : null,
      lastMessageAt: now,
      messageCount: 1,
      buyerRead: 1,
      buyerReadAt: now,
    })
    // Of a thousand million names two are the same once in a lifetime; then another one is drawn.
    .onConflict((conflict) => conflict.column("reference").doNothing())
    .returning("id")
    .executeTakeFirst();
  return written ? { inquiryId: written.id, reference } : writeInquiry(trx, { ask, userId, email, name, locale }, now);
}

async function writeLines(trx: Trx, inquiryId: string, lines: readonly PublicLine[]): Promise<void> {
  if (lines.length === 0) return;
  await trx
    .insertInto("inquiryLines")
    .values(
      lines.map(({ listingId, variantId, quantity, version }, at) => ({
        inquiryId,
        position: at + 1,
        listingId,
        listingVersion: version,
        variantId: variantId ?? null,
        quantity,
      })),
    )
    .execute();
}
