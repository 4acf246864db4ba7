import { sql } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { mayTry, type ThrottleRule } from "~/platform/http/throttle.server";
import { sendMail } from "~/platform/mail/outgoing.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { isLocale, type Locale } from "~/platform/i18n/locales";
import type { InquirerActor } from "~/platform/session/actors.server";
import { digestOfToken, drawSecretToken } from "~/platform/session/secret-token.server";
import { done, refused, type Result } from "~/platform/result";
import { opened } from "../opened.server";
import { CONFIRM_DAYS, DAY_MS, LINK_DAYS, VISIT_DAYS } from "../rules";
import { ownedBy, recordedAsBuyer } from "../thread/keys.server";
import type { LinkRefusal } from "../types";
import { renewedLinkLetter } from "./letters.server";
import { sellerNameIn } from "../seller-name.server";

/** By address: a link has 256 random bits, what is slowed down here is whoever tries them all the same. */
const LINKS_BY_ADDRESS: ThrottleRule = { name: "guest-link-address", points: 60, seconds: 3_600 };
const RENEWALS_BY_LINK: ThrottleRule = { name: "guest-link-renewal", points: 5, seconds: 3_600 };

/**
 * A new link for a letter to the guest of an inquiry. Links of earlier letters go on until a newer one is opened.
 *
 * @returns the token; the database keeps its digest only
 */
export async function drawInquiryLink(
  trx: Trx,
  { inquiryId, days }: { inquiryId: string; days: number },
  now: Date,
): Promise<string> {
  const { token, digest } = drawSecretToken();
  await trx
    .insertInto("inquiryLinks")
    .values({
      inquiryId,
      digest,
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * DAY_MS),
    })
    .execute();
  return token;
}

type LinkRow = {
  linkId: string;
  inquiryId: string;
  status: string;
  expiresAt: Date;
  revokedAt: Date | null;
  createdAt: Date;
  erasedAt: Date | null;
};

function selectLinks(db: Db | Trx, token: string) {
  return db
    .selectFrom("inquiryLinks")
    .innerJoin("inquiries", "inquiries.id", "inquiryLinks.inquiryId")
    .where("inquiryLinks.digest", "=", digestOfToken(token))
    .select([
      "inquiryLinks.id as linkId",
      "inquiries.id as inquiryId",
      "inquiries.status",
      "inquiryLinks.expiresAt",
      "inquiryLinks.revokedAt",
      "inquiryLinks.createdAt",
      "inquiries.erasedAt",
    ]);
}

function whyNotOpen(row: LinkRow | undefined, now: Date): LinkRefusal | undefined {
  if (!row || row.erasedAt !== null) return "link-missing";
  if (row.revokedAt !== null) return "link-revoked";
  return row.expiresAt <= now ? "link-expired" : undefined;
}

/** What the page behind a link says before its button is pressed; opening it changes nothing, mail scanners do that. */
export async function findLink(
  db: Db,
  token: string,
  lang: Locale,
  now = clock(),
): Promise<{ refusal: LinkRefusal | undefined; isUnconfirmed: boolean; sellerName: string | undefined }> {
  const row = await selectLinks(db, token)
    .select(sellerNameIn(lang, "inquiries.sellerId").as("sellerName"))
    .executeTakeFirst();
  const refusal = whyNotOpen(row, now);
  return { refusal, isUnconfirmed: row?.status === "unconfirmed", sellerName: refusal ? undefined : row?.sellerName };
}

export type OpenedLink = { inquiryId: string };

/**
 * Presses the button behind a link: sends what was asked, if it still waits for that, and lets this browser in. A second
 * press finds it sent. Links of earlier letters end.
 *
 * @param visitDigest of the token that the browser is given
 */
export async function openLink(
  db: Db,
  { clientAddress, visitDigest }: { clientAddress: string; visitDigest: string },
  token: string,
  now = clock(),
): Promise<Result<OpenedLink, LinkRefusal>> {
  if (!(await mayTry(LINKS_BY_ADDRESS, clientAddress))) return refused("throttled");
  return db.transaction().execute(async (trx): Promise<Result<OpenedLink, LinkRefusal>> => {
    const row = await selectLinks(trx, token).forUpdate().executeTakeFirst();
    const refusal = whyNotOpen(row, now);
    if (!row || refusal) return refused(refusal ?? "link-missing");
    const { inquiryId, linkId } = row;
    if (row.status === "unconfirmed") {
      await trx
        .updateTable("inquiries")
        .set({ status: "open", confirmedAt: now, waitsSince: now, lastMessageAt: now })
        .where("id", "=", inquiryId)
        .where("status", "=", "unconfirmed")
        .execute();
      await opened(trx, inquiryId, now);
      await recordAudit(trx, {
        actor: recordedAsBuyer(undefined),
        action: "confirm-inquiry",
        subject: { kind: "inquiry", id: inquiryId },
      });
    }
    // What confirmed may open the thread for as long as later letters may.
    const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY_MS);
    await trx
      .updateTable("inquiryLinks")
      .set((eb) => ({ openedAt: eb.fn.coalesce("openedAt", eb.val(now)), expiresAt }))
      .where("id", "=", linkId)
      .execute();
    await trx
      .updateTable("inquiryLinks")
      .set({ revokedAt: now })
      .where("inquiryId", "=", inquiryId)
      .where("createdAt", "<", row.createdAt)
      .where("revokedAt", "is", null)
      .execute();
    await trx
      .insertInto("guestAccesses")
      .values({
        visitDigest,
        inquiryId,
        linkId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + VISIT_DAYS * DAY_MS),
      })
      .execute();
    return done({ inquiryId });
  });
}

/** Lets a browser that opened one link keep what it opened before: a new token takes the old one's threads over. */
export async function keepAccesses(db: Db, from: string | undefined, to: string): Promise<void> {
  if (from === undefined) return;
  await sql`
    update guest_accesses set visit_digest = ${to}
    where visit_digest = ${from} and inquiry_id not in (select inquiry_id from guest_accesses where visit_digest = ${to})`.execute(
    db,
  );
}

/**
 * Sends a new link to where an old one went. Says the same whether or not there was such a link.
 */
export async function renewLink(db: Db, token: string, now = clock()): Promise<Result<null, "throttled">> {
  if (!(await mayTry(RENEWALS_BY_LINK, digestOfToken(token)))) return refused("throttled");
  return db.transaction().execute(async (trx): Promise<Result<null, "throttled">> => {
    const row = await selectLinks(trx, token)
      .select(["inquiries.guestEmail", "inquiries.locale", "inquiries.buyerName", "inquiries.reference"])
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.guestEmail === null) return done(null);
    const locale = isLocale(row.locale) ? row.locale : "en";
    const isUnconfirmed = row.status === "unconfirmed";
    const days = isUnconfirmed ? CONFIRM_DAYS : LINK_DAYS;
    const fresh = await drawInquiryLink(trx, { inquiryId: row.inquiryId, days }, now);
    const to = { name: row.buyerName ?? "", locale };
    await sendMail(trx, {
      kind: "inquiry-link",
      to: row.guestEmail,
      locale,
      letter: renewedLinkLetter(to, { reference: row.reference, token: fresh, isUnconfirmed }),
    });
    return done(null);
  });
}

/**
 * Ends every link of a thread and lets out every browser that came by one, but not the one that asks: a letter was
 * forwarded, or a computer was not hers. The next letter has a new link.
 */
export async function revokeLinks(
  db: Db,
  inquirer: InquirerActor,
  inquiryId: string,
  now = clock(),
): Promise<Result<null, "inquiry-missing">> {
  return db.transaction().execute(async (trx): Promise<Result<null, "inquiry-missing">> => {
    const found = await trx
      .selectFrom("inquiries")
      .select("id")
      .where("id", "=", inquiryId)
      .where(ownedBy(inquirer, now))
      .forUpdate()
      .executeTakeFirst();
    if (!found) return refused("inquiry-missing");
    const own = inquirer.visitDigest ?? "";
    await trx.deleteFrom("guestAccesses").where("inquiryId", "=", inquiryId).where("visitDigest", "<>", own).execute();
    await trx
      .updateTable("inquiryLinks")
      .set({ revokedAt: now })
      .where("inquiryId", "=", inquiryId)
      .where("revokedAt", "is", null)
      .execute();
    await recordAudit(trx, {
      actor: recordedAsBuyer(inquirer.userId),
      action: "revoke-inquiry-links",
      subject: { kind: "inquiry", id: inquiryId },
    });
    return done(null);
  });
}
