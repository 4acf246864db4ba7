import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { FileStore } from "~/platform/files/port";
import { refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { approvePayoutBatch, discardPayoutBatch } from "../payouts/batches.server";
import { markPayoutsSettled } from "../payouts/outcomes.server";
import type { PayoutProvider } from "../payouts/provider";
import { sendPayoutBatch } from "../payouts/send-batch.server";

type Parts = { files: FileStore; provider: PayoutProvider | undefined };
type Asked = { batchId: string; isSure: boolean };
type Deed = (db: Db, parts: Parts, staff: StaffActor, key: FormKey, asked: Asked) => Promise<Result<null, string>>;

/** What is done with a batch as a whole, by the name in the address. */
const BATCH_DEEDS: Readonly<Record<string, Deed>> = {
  approve: (db, _parts, staff, key, { batchId }) => approvePayoutBatch(db, staff, key, batchId),
  discard: (db, _parts, staff, key, { batchId }) => discardPayoutBatch(db, staff, key, batchId),
  send: (db, parts, staff, key, { batchId }) => sendPayoutBatch(db, parts, staff, key, batchId),
  // Books every payout that is still on its way, which nothing takes back in one press.
  settle: (db, _parts, staff, key, { batchId, isSure }) =>
    isSure
      ? markPayoutsSettled(db, staff, key, { batchId, payoutId: undefined })
      : Promise.resolve(refused("not-confirmed")),
};

export const batchDeedOf = (name: string | undefined): Deed | undefined =>
  name !== undefined && Object.hasOwn(BATCH_DEEDS, name) ? BATCH_DEEDS[name] : undefined;
