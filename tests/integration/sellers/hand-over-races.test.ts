import { describe, expect, it } from "vitest";
import { listInvitations } from "~/modules/accounts/index.server";
import {
  acceptInvitation,
  openShopForMaker,
  sendHandOver,
  stopWorkingForShop,
  submitShop,
  workForShop,
} from "~/modules/sellers/index.server";
import { clock } from "~/platform/clock.server";
import { findCaredShop } from "~/platform/session/membership.server";
import { unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { shopOf } from "~tests/support/shop";
import { fillInCare, makeMaker, makePhone, makeShopInCare, openInCare, sendLink } from "~tests/support/shop-in-care";
import { waitFor } from "~tests/support/waiting";

describe("two windows of one person who has several shops in her care", () => {
  async function makeThree() {
    const first = await makeShopInCare();
    const { staff } = first;
    const [second, third] = [await openInCare(staff), await openInCare(staff)];
    const chooseSecond = (trx: typeof testDb) => workForShop(trx, staff, newKey(), second.sellerId);
    return { staff, first, second, third, chooseSecond };
  }

  it("choose one after another: she works where she chose last", async () => {
    const { staff, first, chooseSecond } = await makeThree();

    const chosen = await waitFor(chooseSecond, () => workForShop(testDb, staff, newKey(), first.sellerId));

    expect(chosen.ok).toBe(true);
    expect((await findCaredShop(testDb, staff.userId))?.sellerId).toBe(first.sellerId);
  });

  it("open one each: she works in the one that was opened last", async () => {
    const { staff } = await makeThree();
    const open = (db: typeof testDb, name: string) =>
      openShopForMaker(db, staff, newKey(), { name, offering: "goods", placeId: "baki-seher", phone: makePhone() });
    const [first, last] = [`Usta ${unique()}`, `Usta ${unique()}`];

    const opened = await waitFor(
      (trx) => open(trx, first),
      () => open(testDb, last),
    );

    expect(opened.ok).toBe(true);
    expect((await findCaredShop(testDb, staff.userId))?.name).toBe(last);
  });

  it("open one while a row that names her is written, and neither blocks the other", async () => {
    const { staff, chooseSecond } = await makeThree();
    const input = { name: `Usta ${unique()}`, offering: "goods" as const, placeId: "baki-seher", phone: makePhone() };

    const opened = await waitFor(
      (trx) => trx.selectFrom("users").select("id").where("id", "=", staff.userId).forKeyShare().execute(),
      () => openShopForMaker(testDb, staff, newKey(), input),
      chooseSecond,
    );

    expect(opened.ok).toBe(true);
    expect((await findCaredShop(testDb, staff.userId))?.name).toBe(input.name);
  });

  it("choose and stop: who stops last works in none", async () => {
    const { staff, chooseSecond } = await makeThree();

    await waitFor(chooseSecond, () => stopWorkingForShop(testDb, staff, newKey()));

    expect(await findCaredShop(testDb, staff.userId)).toBeUndefined();
  });
});

describe("a maker who is just taking her shop over", () => {
  async function makeTakingOver() {
    const made = await makeShopInCare();
    const maker = await makeMaker(made.phone);
    const token = await sendLink(made.staff, made.sellerId, made.phone);
    return { ...made, takeOver: (db: typeof testDb) => acceptInvitation(db, maker, newKey(), { token }) };
  }

  it("keeps its caretaker from working in it", async () => {
    const { staff, sellerId, takeOver } = await makeTakingOver();

    const chosen = await waitFor(takeOver, () => workForShop(testDb, staff, newKey(), sellerId));

    expect(chosen).toEqual({ ok: false, refusal: "shop-missing" });
  });

  it("keeps its caretaker from sending another link to it", async () => {
    const { staff, sellerId, takeOver } = await makeTakingOver();

    const phone = makePhone();
    const sent = await waitFor(takeOver, () => sendHandOver(testDb, staff, newKey(), { sellerId, phone }));

    expect(sent).toEqual({ ok: false, refusal: "shop-missing" });
  });

  it("leaves what its caretaker has just sent to the Federation in the state that was sent", async () => {
    const { caretaker, sellerId, takeOver } = await makeTakingOver();
    await fillInCare(caretaker);

    const taken = await waitFor(
      (trx) => submitShop(trx, caretaker, newKey()),
      () => takeOver(testDb),
    );

    expect(taken.ok).toBe(true);
    expect(await shopOf(testDb, sellerId)).toMatchObject({ status: "submitted", version: 4 });
  });
});

it("two links that are sent at the same moment are one: the last", async () => {
  const { staff, sellerId, phone } = await makeShopInCare();
  const other = makePhone();

  const sent = await waitFor(
    (trx) => sendHandOver(trx, staff, newKey(), { sellerId, phone: other }),
    () => sendHandOver(testDb, staff, newKey(), { sellerId, phone }),
  );

  expect(sent.ok).toBe(true);
  const { teamId = "" } = await shopOf(testDb, sellerId);
  expect(await listInvitations(testDb, teamId, clock())).toMatchObject([{ role: "owner", contact: phone }]);
});
