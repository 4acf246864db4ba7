import { describe, expect, it } from "vitest";
import { listMembers } from "~/modules/accounts/index.server";
import {
  acceptInvitation,
  changeMember,
  findInvitedShop,
  findTeam,
  inviteMember,
  leaveShop,
  resendInvitation,
  takeInvitationBack,
} from "~/modules/sellers/index.server";
import { closeAccount } from "~/modules/reporting/index.server";
import type { BuyerActor, SellerActor } from "~/platform/session/actors.server";
import { findMembership } from "~/platform/session/membership.server";
import { makeBuyer, makeSeller, makeSellerActor, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { linkTo, messagesTo } from "~tests/support/visitor";

const DAY_MS = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * DAY_MS);

async function makeTeam() {
  const { sellerId } = await makeSeller(testDb, { name: `Emalatxana ${unique()}` });
  return { sellerId, owner: await makeSellerActor(testDb, sellerId, "owner") };
}

const tokenIn = (link: string) => new URL(link, "http://site").searchParams.get("token") ?? "";

/** Invites somebody. @returns what the link holds, and the invitation's id */
async function invite(seller: SellerActor, role: "manager" | "editor" = "editor", email = `${unique()}@example.org`) {
  const invited = await inviteMember(testDb, seller, newKey(), { role, contact: { email } });
  if (!invited.ok) throw new Error(invited.refusal);
  return { email, token: tokenIn(await linkTo(testDb, email)), invitationId: invited.value.invitationId };
}

const accept = (buyer: BuyerActor, token: string, now?: Date) =>
  acceptInvitation(testDb, buyer, newKey(), { token }, now);

async function membersOf(sellerId: string) {
  const team = await findTeam(testDb, sellerId);
  return team?.members ?? [];
}

async function memberIdOf({ sellerId, userId }: SellerActor): Promise<string> {
  const member = (await membersOf(sellerId)).find((own) => own.userId === userId);
  return member?.memberId ?? "";
}

describe("an invitation", () => {
  it("brings whoever holds its link into the team, with the right it names", async () => {
    const { sellerId, owner } = await makeTeam();
    const { token } = await invite(owner, "manager");
    const buyer = await makeBuyer(testDb);

    expect(await accept(buyer, token)).toEqual({ ok: true, value: { role: "manager" } });
    expect(await findMembership(testDb, buyer.userId)).toEqual({ sellerId, role: "manager" });
  });

  it("goes by SMS to a number", async () => {
    const { owner } = await makeTeam();
    const phone = `+99455${String(Math.floor(1_000_000 + Math.random() * 8_999_999))}`;

    await inviteMember(testDb, owner, newKey(), { role: "editor", contact: { phone } });

    expect((await messagesTo(testDb, phone))[0]?.text).toContain("/az/invitation?token=");
  });

  it("keeps its token to its holder: the database has a digest only", async () => {
    const { owner } = await makeTeam();
    const { token, invitationId } = await invite(owner);
    const row = await testDb
      .selectFrom("teamInvitations")
      .select("tokenDigest")
      .where("id", "=", invitationId)
      .executeTakeFirstOrThrow();
    expect(row.tokenDigest).not.toContain(token);
  });

  it("is used once, also when two people open it at the same moment", async () => {
    const { sellerId, owner } = await makeTeam();
    const { token } = await invite(owner);
    const people = await Promise.all([1, 2, 3].map(() => makeBuyer(testDb)));

    const results = await Promise.all(people.map((buyer) => accept(buyer, token)));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.refusal === "link-used")).toHaveLength(2);
    expect(await membersOf(sellerId)).toHaveLength(2);
  });

  it("answers a second post of one form with the first one's result", async () => {
    const { owner } = await makeTeam();
    const { token } = await invite(owner);
    const buyer = await makeBuyer(testDb);
    const key = newKey();

    const results = await Promise.all([1, 2].map(() => acceptInvitation(testDb, buyer, key, { token })));

    expect(results).toEqual([1, 2].map(() => ({ ok: true, value: { role: "editor" } })));
  });

  it("makes nobody a member of two shops, also of two links at the same moment", async () => {
    const [first, second] = [await makeTeam(), await makeTeam()];
    const links = [await invite(first.owner), await invite(second.owner)];
    const buyer = await makeBuyer(testDb);

    const results = await Promise.all(links.map(({ token }) => accept(buyer, token)));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "has-shop" });
  });

  it("opens nothing when it is taken back, when its time is over, or when it is not ours", async () => {
    const { owner } = await makeTeam();
    const [taken, old] = [await invite(owner), await invite(owner)];
    const buyer = await makeBuyer(testDb);
    expect((await takeInvitationBack(testDb, owner, newKey(), taken.invitationId)).ok).toBe(true);

    expect(await accept(buyer, taken.token)).toEqual({ ok: false, refusal: "link-revoked" });
    expect(await accept(buyer, old.token, later(7.01))).toEqual({ ok: false, refusal: "link-expired" });
    expect(await accept(buyer, "nonsense")).toEqual({ ok: false, refusal: "link-wrong" });
    expect((await accept(buyer, old.token, later(6.99))).ok).toBe(true);
  });

  it("is either accepted or taken back when both happen at once", async () => {
    const { sellerId, owner } = await makeTeam();
    const { token, invitationId } = await invite(owner);
    const buyer = await makeBuyer(testDb);

    const [joined, revoked] = await Promise.all([
      accept(buyer, token),
      takeInvitationBack(testDb, owner, newKey(), invitationId),
    ]);

    expect([joined.ok, revoked.ok].filter(Boolean)).toHaveLength(1);
    expect(await membersOf(sellerId)).toHaveLength(joined.ok ? 2 : 1);
  });

  it("sent again has a new link, and the old one opens nothing", async () => {
    const { owner } = await makeTeam();
    const { token, email, invitationId } = await invite(owner);

    expect((await resendInvitation(testDb, owner, newKey(), invitationId)).ok).toBe(true);

    const fresh = tokenIn(await linkTo(testDb, email));
    const buyer = await makeBuyer(testDb);
    expect(await accept(buyer, token)).toEqual({ ok: false, refusal: "link-wrong" });
    expect((await accept(buyer, fresh)).ok).toBe(true);
  });

  it("shows its holder which shop it is, and whether it still holds", async () => {
    const { owner } = await makeTeam();
    const { token } = await invite(owner);

    expect(await findInvitedShop(testDb, token)).toMatchObject({ role: "editor", state: "open" });
    expect(await findInvitedShop(testDb, token, later(8))).toMatchObject({ state: "expired" });
    expect(await findInvitedShop(testDb, "nonsense")).toBeUndefined();
  });

  it("is refused for who is in the team already, and by who may not invite", async () => {
    const { sellerId, owner } = await makeTeam();
    const editor = await makeSellerActor(testDb, sellerId, "editor");
    const [member] = await listMembers(testDb, (await findTeam(testDb, sellerId))?.teamId ?? "");
    const contact = { email: member?.contact ?? "" };

    expect(await inviteMember(testDb, owner, newKey(), { role: "editor", contact })).toEqual({
      ok: false,
      refusal: "already-member",
    });
    const other = { email: `${unique()}@example.org` };
    expect(await inviteMember(testDb, editor, newKey(), { role: "editor", contact: other })).toEqual({
      ok: false,
      refusal: "not-allowed",
    });
  });

  it("is neither sent again nor taken back by an editor", async () => {
    const { sellerId, owner } = await makeTeam();
    const { invitationId } = await invite(owner);
    const editor = await makeSellerActor(testDb, sellerId, "editor");

    const refused = { ok: false, refusal: "not-allowed" };
    expect(await resendInvitation(testDb, editor, newKey(), invitationId)).toEqual(refused);
    expect(await takeInvitationBack(testDb, editor, newKey(), invitationId)).toEqual(refused);
  });

  it("of another shop can neither be sent again nor taken back", async () => {
    const [mine, other] = [await makeTeam(), await makeTeam()];
    const { invitationId, token } = await invite(other.owner);

    const missing = { ok: false, refusal: "invitation-missing" };
    expect(await resendInvitation(testDb, mine.owner, newKey(), invitationId)).toEqual(missing);
    expect(await takeInvitationBack(testDb, mine.owner, newKey(), invitationId)).toEqual(missing);
    expect((await accept(await makeBuyer(testDb), token)).ok).toBe(true);
  });

  it("is not sent again more often than its mailbox can stand", async () => {
    const { owner } = await makeTeam();
    const { invitationId } = await invite(owner);
    const outcomes = [];
    for (let times = 0; times < 6; times += 1) {
      outcomes.push(await resendInvitation(testDb, owner, newKey(), invitationId));
    }
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
    expect(outcomes.at(-1)).toEqual({ ok: false, refusal: "throttled" });
  });

  it("is not sent to one mailbox more often than it can stand", async () => {
    const email = `${unique()}@example.org`;
    const outcomes = [];
    for (let times = 0; times < 6; times += 1) {
      const { owner } = await makeTeam();
      outcomes.push(await inviteMember(testDb, owner, newKey(), { role: "editor", contact: { email } }));
    }
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
    expect(outcomes.at(-1)).toEqual({ ok: false, refusal: "throttled" });
  });
});

describe("a member", () => {
  it("who is removed is out at once", async () => {
    const { sellerId, owner } = await makeTeam();
    const editor = await makeSellerActor(testDb, sellerId, "editor");

    const removed = await changeMember(testDb, owner, newKey(), { memberId: await memberIdOf(editor), deed: "remove" });

    expect(removed.ok).toBe(true);
    expect(await findMembership(testDb, editor.userId)).toBeUndefined();
    const contact = { email: `${unique()}@example.org` };
    expect(await inviteMember(testDb, editor, newKey(), { role: "editor", contact })).toEqual({
      ok: false,
      refusal: "not-allowed",
    });
  });

  it("of another shop, and one who is gone, is missing", async () => {
    const [mine, other] = [await makeTeam(), await makeTeam()];
    const memberId = await memberIdOf(await makeSellerActor(testDb, other.sellerId, "editor"));

    expect(await changeMember(testDb, mine.owner, newKey(), { memberId, deed: "remove" })).toEqual({
      ok: false,
      refusal: "member-missing",
    });
    expect(await membersOf(other.sellerId)).toHaveLength(2);
  });

  it("is changed by the owner only, and the owner by nobody", async () => {
    const { sellerId, owner } = await makeTeam();
    const manager = await makeSellerActor(testDb, sellerId, "manager");
    const editor = await makeSellerActor(testDb, sellerId, "editor");
    const [ownerId, editorId] = [await memberIdOf(owner), await memberIdOf(editor)];

    expect(await changeMember(testDb, manager, newKey(), { memberId: editorId, deed: "manager" })).toEqual({
      ok: false,
      refusal: "not-allowed",
    });
    for (const deed of ["remove", "editor", "owner"] as const) {
      expect(await changeMember(testDb, owner, newKey(), { memberId: ownerId, deed })).toEqual({
        ok: false,
        refusal: "owner-stays",
      });
    }
    expect(await changeMember(testDb, owner, newKey(), { memberId: editorId, deed: "owner" })).toEqual({
      ok: false,
      refusal: "not-a-manager",
    });
  });

  it("may leave, except the owner", async () => {
    const { sellerId, owner } = await makeTeam();
    const editor = await makeSellerActor(testDb, sellerId, "editor");

    expect((await leaveShop(testDb, editor, newKey())).ok).toBe(true);
    expect(await leaveShop(testDb, owner, newKey())).toEqual({ ok: false, refusal: "owner-stays" });
    expect(await membersOf(sellerId)).toMatchObject([{ userId: owner.userId, role: "owner" }]);
  });

  it("of another shop, whose owner she is, has no say about this one's team", async () => {
    const [mine, other] = [await makeTeam(), await makeTeam()];
    const stranger = { ...other.owner, sellerId: mine.sellerId };
    const contact = { email: `${unique()}@example.org` };
    expect(await inviteMember(testDb, stranger, newKey(), { role: "editor", contact })).toEqual({
      ok: false,
      refusal: "not-allowed",
    });
  });

  it("who is staff in whose care a shop is has no say about its team", async () => {
    const { sellerId } = await makeTeam();
    const { userId } = await makeStaff(testDb, "reviewer");
    const caretaker = { userId, sellerId, role: "manager", isCaretaker: true } as SellerActor;
    const contact = { email: `${unique()}@example.org` };
    expect(await inviteMember(testDb, caretaker, newKey(), { role: "editor", contact })).toEqual({
      ok: false,
      refusal: "not-allowed",
    });
  });
});

describe("the ownership", () => {
  const ownersOf = async (sellerId: string) => (await membersOf(sellerId)).filter(({ role }) => role === "owner");

  it("goes to a manager, and the owner remains a manager", async () => {
    const { sellerId, owner } = await makeTeam();
    const manager = await makeSellerActor(testDb, sellerId, "manager");

    await changeMember(testDb, owner, newKey(), { memberId: await memberIdOf(manager), deed: "owner" });

    expect(await findMembership(testDb, manager.userId)).toEqual({ sellerId, role: "owner" });
    expect(await findMembership(testDb, owner.userId)).toEqual({ sellerId, role: "manager" });
  });

  it("is somebody's at any moment, when the owner leaves while it moves", async () => {
    const { sellerId, owner } = await makeTeam();
    const manager = await makeSellerActor(testDb, sellerId, "manager");
    const memberId = await memberIdOf(manager);

    const [moved] = await Promise.all([
      changeMember(testDb, owner, newKey(), { memberId, deed: "owner" }),
      leaveShop(testDb, owner, newKey()),
    ]);

    expect(moved.ok).toBe(true);
    expect(await ownersOf(sellerId)).toMatchObject([{ userId: manager.userId }]);
  });

  it("goes to one of two managers when two windows hand it over", async () => {
    const { sellerId, owner } = await makeTeam();
    const managers = [
      await makeSellerActor(testDb, sellerId, "manager"),
      await makeSellerActor(testDb, sellerId, "manager"),
    ];
    const ids = await Promise.all(managers.map(memberIdOf));

    const results = await Promise.all(
      ids.map((memberId) => changeMember(testDb, owner, newKey(), { memberId, deed: "owner" })),
    );

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await ownersOf(sellerId)).toHaveLength(1);
  });

  it("never goes to an account that is being closed", async () => {
    for (let times = 0; times < 4; times += 1) {
      const { sellerId, owner } = await makeTeam();
      const manager = await makeSellerActor(testDb, sellerId, "manager");
      const memberId = await memberIdOf(manager);
      const leaving = { userId: manager.userId, sessionId: unique() } as BuyerActor;
      const visit = { headers: new Headers(), clientAddress: "203.0.113.7" };

      await Promise.all([
        changeMember(testDb, owner, newKey(), { memberId, deed: "owner" }),
        closeAccount(testDb, visit, leaving, undefined),
      ]);

      expect(await ownersOf(sellerId)).toHaveLength(1);
    }
  });
});
