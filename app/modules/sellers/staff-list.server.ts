import { sql, type RawBuilder } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { holdsWords } from "~/platform/db/holds-words.server";
import type { Locale } from "~/platform/i18n/locales";
import { SUSPENSION_REASONS, type SuspensionReason } from "./suspension";
import { SELLER_STATUSES, type SellerStatus } from "./types";

export type StaffSellerRow = {
  sellerId: string;
  name: string;
  slug: string;
  status: SellerStatus;
  placeName: string;
  updatedAt: Date;
};

type Question = {
  /** Part of a name, a place, an e-mail, a telephone number, a VÖEN or the address of the shop's page. */
  text: string;
  status: SellerStatus | undefined;
  locale: Locale;
  page: number;
  pageSize: number;
};

/** Every shop, whatever its state, the latest changed first. */
export async function listSellersForStaff(
  db: Db,
  { text, status, locale, page, pageSize }: Question,
): Promise<{ sellers: StaffSellerRow[]; total: number }> {
  const wanted = text.trim();
  const found = db
    .selectFrom("sellers")
    .innerJoin("sellerSlugs", (join) =>
      join.onRef("sellerSlugs.sellerId", "=", "sellers.id").on("sellerSlugs.isCurrent", "is", true),
    )
    .$if(status !== undefined, (query) => query.where("sellers.status", "=", status ?? ""))
    .$if(wanted !== "", (query) => query.where(holdsAnywhere(wanted)));
  const [{ total }, rows] = await Promise.all([
    found.select((eb) => eb.fn.countAll<bigint>().as("total")).executeTakeFirstOrThrow(),
    found
      .select(["sellers.id", "sellers.status", "sellers.updatedAt", "sellerSlugs.slug"])
      .select([
        sql<string>`(select name from seller_texts where seller_id = sellers.id
          order by locale = 'az' desc limit 1)`.as("name"),
        sql<string>`(select name from place_texts where place_id = sellers.place_id
          order by locale = ${locale} desc, locale = 'az' desc limit 1)`.as("placeName"),
      ])
      .orderBy("sellers.updatedAt", "desc")
      .orderBy("sellers.id")
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
  ]);
  return {
    total: Number(total),
    sellers: rows.map(({ id, status: held, ...row }) => ({ ...row, sellerId: id, status: statusOf(held) })),
  };
}

/** Fewer digits are a part of too many numbers to tell shops apart. */
const FEWEST_DIGITS = 4;

function holdsAnywhere(wanted: string): RawBuilder<boolean> {
  const named = sql`exists (select 1 from seller_texts where seller_id = sellers.id and ${holdsWords(sql`name`, wanted)})`;
  // A town is found by its region, too.
  const placed = sql`exists (
    select 1 from places join place_texts on place_texts.place_id = places.id
    join region_texts on region_texts.region_id = places.region_id and region_texts.locale = place_texts.locale
    where places.id = sellers.place_id
      and (${holdsWords(sql`place_texts.name`, wanted)} or ${holdsWords(sql`region_texts.name`, wanted)}))`;
  const digits = wanted.replaceAll(/[\s()+-]/g, "");
  const isNumber = /^\d+$/.test(digits) && digits.length >= FEWEST_DIGITS;
  return sql<boolean>`(${sql.join(
    [
      named,
      placed,
      holdsWords(sql`coalesce(sellers.email, '')`, wanted),
      holdsWords(sql`seller_slugs.slug`, wanted),
      // People write the same number with and without its country: the national part is what is the same.
      ...(isNumber
        ? [
            sql`position(${digits.replace(/^0/, "")} in regexp_replace(coalesce(sellers.phone, ''), '\D', '', 'g')) > 0`,
            sql`position(${digits} in coalesce(sellers.voen, '')) > 0`,
          ]
        : []),
    ],
    sql` or `,
  )})`;
}

/** The table's check allows no other. */
function statusOf(status: string): SellerStatus {
  return SELLER_STATUSES.find((own) => own === status) ?? "draft";
}

export type Suspension = {
  suspensionId: string;
  reason: SuspensionReason;
  words: string;
  suspendedBy: string;
  suspendedAt: Date;
  reinstated: { by: string; at: Date; words: string } | undefined;
};

const MOST_SUSPENSIONS = 50;

/** Every time that a shop was taken from the public, the latest first. */
export async function listSuspensions(db: Db, sellerId: string): Promise<Suspension[]> {
  const rows = await db
    .selectFrom("sellerSuspensions")
    .innerJoin("users as suspender", "suspender.id", "sellerSuspensions.suspendedBy")
    .leftJoin("users as reinstater", "reinstater.id", "sellerSuspensions.reinstatedBy")
    .select([
      "sellerSuspensions.id",
      "sellerSuspensions.reason",
      "sellerSuspensions.words",
      "sellerSuspensions.suspendedAt",
      "sellerSuspensions.reinstatedAt",
      "sellerSuspensions.reinstatementWords",
      "suspender.name as suspendedBy",
      "reinstater.name as reinstatedBy",
    ])
    .where("sellerId", "=", sellerId)
    .orderBy("suspendedAt", "desc")
    .orderBy("sellerSuspensions.id")
    .limit(MOST_SUSPENSIONS)
    .execute();
  return rows.map(
    ({ id, reason, words, suspendedBy, suspendedAt, reinstatedAt, reinstatedBy, reinstatementWords }) => ({
      suspensionId: id,
      // The table's check allows no other.
      reason: SUSPENSION_REASONS.find((own) => own === reason) ?? "other",
      words,
      suspendedBy,
      suspendedAt,
      reinstated:
        reinstatedAt === null
          ? undefined
          : { by: reinstatedBy ?? "", at: reinstatedAt, words: reinstatementWords ?? "" },
    }),
  );
}

/**
 * Names the latest suspension or reinstatement of all: what a process keeps of public shops is read anew when it changes,
 * so that what is hidden is not shown from memory.
 */
export async function visibilityStamp(db: Db): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select coalesce(reinstated_at, suspended_at)::text || ' ' || id as stamp from seller_suspensions
    order by coalesce(reinstated_at, suspended_at) desc limit 1`.execute(db);
  return rows[0]?.stamp ?? "";
}
