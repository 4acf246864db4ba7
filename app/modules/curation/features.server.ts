import { sql } from "kysely";
import { selectPublicListings } from "~/modules/catalog/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { forgetHome } from "./pages.server";
import { moved, stateOf, whyNotFeature, type Window, type WindowRefusal } from "./rules";
import { SLOTS, type Slot } from "./types";

/** More than this wait or run in no place: the page has room for a few of them. */
const MOST_IN_SLOT = 40;

/** Serialises curators of one place; any fixed number that no other lock uses. */
const SLOT_LOCK = 7_203_450;

const COLUMNS = { home_listing: "listingId", home_seller: "sellerId", home_collection: "collectionId" } as const;

export type PlaceRefusal = WindowRefusal | "subject-missing" | "overlaps" | "slot-full";

type Placement = Window & { slot: Slot; subjectId: string; reason: string };

/**
 * Features something the public sees in a place of the home page, after what is there. Curators of one place take turns;
 * that the same thing is not there twice at a time holds for whoever writes the table.
 */
export function placeFeature(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { slot, subjectId, startsAt, endsAt, reason }: Placement,
  now = clock(),
): Promise<Result<{ featureId: string }, PlaceRefusal>> {
  return shownAtOnce(
    once(db, `staff ${staff.userId}`, formKey, async (trx) => {
      const refusal = whyNotFeature({ startsAt, endsAt }, now);
      if (refusal) return refused(refusal);
      await lockSlot(trx, slot);
      if (!(await isPublic(trx, slot, subjectId))) return refused("subject-missing");
      const unfinished = await listUnfinished(trx, slot, now);
      if (unfinished.length >= MOST_IN_SLOT) return refused("slot-full");
      const position = Math.max(-1, ...unfinished.map((feature) => feature.position)) + 1;
      const placed = await unlessOverlapping(() =>
        trx
          .insertInto("features")
          .values({ slot, position, [COLUMNS[slot]]: subjectId, reason, startsAt, endsAt })
          .returning("id")
          .executeTakeFirstOrThrow(),
      );
      if (placed === undefined) return refused("overlaps");
      await recordAudit(trx, {
        actor: { kind: "staff", id: staff.userId },
        action: "place-feature",
        subject: { kind: "feature", id: placed.id },
        after: { slot, subjectId, startsAt, endsAt, reason },
      });
      return done({ featureId: placed.id });
    }),
  );
}

export type ChangeRefusal = WindowRefusal | "feature-missing" | "already-started" | "changed-elsewhere" | "overlaps";

/** Gives a feature that has not begun another time or reason. */
export function changeFeature(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { featureId, version, startsAt, endsAt, reason }: Window & { featureId: string; version: number; reason: string },
  now = clock(),
): Promise<Result<null, ChangeRefusal>> {
  return shownAtOnce(
    once(db, `staff ${staff.userId}`, formKey, async (trx) => {
      const feature = await lockFeature(trx, featureId);
      if (!feature) return refused("feature-missing");
      if (stateOf(feature, now) !== "coming") return refused("already-started");
      if (feature.version !== version) return refused("changed-elsewhere");
      const refusal = whyNotFeature({ startsAt, endsAt }, now);
      if (refusal) return refused(refusal);
      const changed = await unlessOverlapping(() =>
        trx
          .updateTable("features")
          .set({ startsAt, endsAt, reason, version: version + 1 })
          .where("id", "=", featureId)
          .execute(),
      );
      if (changed === undefined) return refused("overlaps");
      await recordAudit(trx, {
        actor: { kind: "staff", id: staff.userId },
        action: "change-feature",
        subject: { kind: "feature", id: featureId },
        before: { startsAt: feature.startsAt, endsAt: feature.endsAt, reason: feature.reason },
        after: { startsAt, endsAt, reason },
      });
      return done(null);
    }),
  );
}

/** Ends a running feature now; one that has not begun is taken away. What has ended already stays as it was. */
export function endFeature(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  featureId: string,
  now = clock(),
): Promise<Result<null, "feature-missing" | "already-ended">> {
  return shownAtOnce(
    once(db, `staff ${staff.userId}`, formKey, async (trx) => {
      const feature = await lockFeature(trx, featureId);
      if (!feature) return refused("feature-missing");
      if (feature.endsAt <= now) return refused("already-ended");
      const hasBegun = feature.startsAt < now;
      if (hasBegun) {
        await trx
          .updateTable("features")
          .set({ endsAt: now, version: feature.version + 1 })
          .where("id", "=", featureId)
          .execute();
      } else {
        await trx.deleteFrom("features").where("id", "=", featureId).execute();
      }
      await recordAudit(trx, {
        actor: { kind: "staff", id: staff.userId },
        action: hasBegun ? "end-feature" : "withdraw-feature",
        subject: { kind: "feature", id: featureId },
        before: { endsAt: feature.endsAt },
        after: { endsAt: hasBegun ? now : undefined },
      });
      return done(null);
    }),
  );
}

/** Moves a feature a place up (-1) or down (1) among those of its slot that have not ended. */
export function moveFeature(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { featureId, by }: { featureId: string; by: -1 | 1 },
  now = clock(),
): Promise<Result<null, "feature-missing" | "already-ended">> {
  return shownAtOnce(
    once(db, `staff ${staff.userId}`, formKey, async (trx) => {
      const feature = await lockFeature(trx, featureId);
      if (!feature) return refused("feature-missing");
      if (feature.endsAt <= now) return refused("already-ended");
      const before = (await listUnfinished(trx, feature.slot, now)).map(({ id }) => id);
      const after = moved(before, before.indexOf(featureId), by);
      if (after.indexOf(featureId) === before.indexOf(featureId)) return done(null);
      await sql`
        update features set position = placed.position - 1
        from unnest(${after}::uuid[]) with ordinality as placed (id, position)
        where features.id = placed.id`.execute(trx);
      await recordAudit(trx, {
        actor: { kind: "staff", id: staff.userId },
        action: "move-feature",
        subject: { kind: "feature", id: featureId },
        before: { position: before.indexOf(featureId) },
        after: { position: after.indexOf(featureId) },
      });
      return done(null);
    }),
  );
}

async function shownAtOnce<Value, Refusal extends string>(
  deed: Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const result = await deed;
  if (result.ok) forgetHome();
  return result;
}

async function lockSlot(trx: Trx, slot: Slot): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SLOT_LOCK}, ${SLOTS.indexOf(slot)})`.execute(trx);
}

/** A feature as it stays until the transaction ends, with its whole slot: moving one moves others. */
async function lockFeature(trx: Trx, featureId: string) {
  const found = await trx.selectFrom("features").select("slot").where("id", "=", featureId).executeTakeFirst();
  const slot = SLOTS.find((name) => name === found?.slot);
  if (!slot) return undefined;
  await lockSlot(trx, slot);
  const feature = await trx
    .selectFrom("features")
    .select(["startsAt", "endsAt", "reason", "version"])
    .where("id", "=", featureId)
    .executeTakeFirst();
  return feature && { ...feature, slot };
}

function listUnfinished(trx: Trx, slot: Slot, now: Date) {
  return trx
    .selectFrom("features")
    .select(["id", "position"])
    .where("slot", "=", slot)
    .where("endsAt", ">", now)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

async function isPublic(trx: Trx, slot: Slot, subjectId: string): Promise<boolean> {
  const found =
    slot === "home_listing"
      ? selectPublicListings(trx).select("listings.id as id").where("listings.id", "=", subjectId)
      : slot === "home_seller"
        ? trx.selectFrom("sellers").select("id").where("id", "=", subjectId).where("status", "=", "approved")
        : trx.selectFrom("collections").select("id").where("id", "=", subjectId).where("status", "=", "published");
  return (await found.executeTakeFirst()) !== undefined;
}

/** PostgreSQL, appendix A: exclusion_violation. */
const EXCLUSION_VIOLATION = "23P01";

/** The caller refuses, which rolls back to before the statement that failed. */
async function unlessOverlapping<Value>(write: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code === EXCLUSION_VIOLATION) return undefined;
    throw error;
  }
}
