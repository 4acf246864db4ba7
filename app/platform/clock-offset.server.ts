import { setClockOffset } from "./clock.server";
import type { Db } from "./db/db.server";
import type { AppMode } from "./settings.server";

/** Sets this process's clock as far ahead as the database says. Production has the true time, whatever is stored. */
export async function loadClockOffset(db: Db, mode: AppMode): Promise<void> {
  if (mode === "production") return;
  const stored = await db.selectFrom("clockOffsets").select("offsetMs").executeTakeFirst();
  setClockOffset(Number(stored?.offsetMs ?? 0n));
}

/** Keeps for all processes of this database how far ahead they are; the demo alone asks for it. Loaded by each as it starts. */
export async function keepClockOffset(db: Db, offsetMs: number): Promise<void> {
  const row = { offsetMs: BigInt(offsetMs) };
  await db
    .insertInto("clockOffsets")
    .values(row)
    .onConflict((conflict) => conflict.column("isOnly").doUpdateSet(row))
    .execute();
}
