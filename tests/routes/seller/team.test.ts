import { describe, expect, it } from "vitest";
import { inviteMember } from "~/modules/sellers/index.server";
import type { SellerActor } from "~/platform/session/actors.server";
import type { ShopRole } from "~/platform/session/roles";
import { makeBuyer, makeSeller, makeSellerActor, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { siteForTests } from "~tests/support/site";
import { linkTo, makeSignedInVisitor, makeVisitor, messagesTo, type Visitor } from "~tests/support/visitor";

const site = siteForTests();

const enter = (userId: string): Promise<Visitor> => makeSignedInVisitor(testDb, site, userId);

async function makeTeam() {
  const { sellerId } = await makeSeller(testDb, { name: `Atelye ${unique()}` });
  return { sellerId, owner: await makeSellerActor(testDb, sellerId, "owner") };
}

const idOf = async ({ userId }: SellerActor) =>
  (await testDb.selectFrom("members").select("id").where("userId", "=", userId).executeTakeFirstOrThrow()).id;

describe("the team's page", () => {
  it("invites by mail, says so, and lists the invitation", async () => {
    const { owner } = await makeTeam();
    const visitor = await enter(owner.userId);
    const email = `${unique()}@example.org`;

    const sent = await visitor.post("/en/seller/team", { contact: email, role: "manager" });

    expect(sent.location).toBe("/en/seller/team?done=invited");
    const page = await visitor.get("/en/seller/team?done=invited");
    expect(page.html).toContain("The invitation is on its way.");
    expect(page.html).toContain(email);
    expect((await messagesTo(testDb, email))[0]?.subject).toContain("invites you to its team");
  });

  it.each(["not a contact", "05012", "a@b"])(
    "asks for a mailbox or a number instead of %j, and keeps it",
    async (contact) => {
      const { owner } = await makeTeam();
      const visitor = await enter(owner.userId);

      const answer = await visitor.post("/en/seller/team", { contact, role: "editor" });

      expect(answer.status).toBe(422);
      expect(answer.html).toContain("Write an e-mail address or a phone number");
      expect(answer.html).toContain(`value="${contact}"`);
    },
  );

  it.each([
    ["editor", 404],
    ["manager", 303],
    ["owner", 303],
  ] as const)("lets a %s invite: %i", async (role: ShopRole, status) => {
    const { sellerId } = await makeSeller(testDb);
    const visitor = await enter((await makeSellerActor(testDb, sellerId, role)).userId);

    const answer = await visitor.post("/en/seller/team", { contact: `${unique()}@example.org`, role: "editor" });

    expect(answer.status).toBe(status);
  });

  it("puts a member out who is in the workspace just now", async () => {
    const { sellerId, owner } = await makeTeam();
    const editor = await makeSellerActor(testDb, sellerId, "editor");
    const [visitor, other] = [await enter(owner.userId), await enter(editor.userId)];
    expect((await other.get("/en/seller")).status).toBe(200);

    await visitor.post(`/en/seller/team/members/${await idOf(editor)}`, { deed: "remove" });

    expect((await other.get("/en/seller")).status).toBe(404);
  });

  it("shows and changes members of one's own shop only", async () => {
    const [mine, other] = [await makeTeam(), await makeTeam()];
    const id = await idOf(await makeSellerActor(testDb, other.sellerId, "editor"));
    const visitor = await enter(mine.owner.userId);

    expect((await visitor.get(`/en/seller/team/members/${id}`)).status).toBe(404);
    const changed = await visitor.post(`/en/seller/team/members/${id}`, { deed: "manager" });
    expect(changed.location).toBe("/en/seller/team?refused=member-missing");
    const { role } = await testDb.selectFrom("members").select("role").where("id", "=", id).executeTakeFirstOrThrow();
    expect(role).toBe("editor");
  });

  it("sends again and takes back one's own invitations only", async () => {
    const [mine, other] = [await makeTeam(), await makeTeam()];
    const contact = { email: `${unique()}@example.org` };
    const invited = await inviteMember(testDb, other.owner, newKey(), { role: "editor", contact });
    const id = invited.ok ? invited.value.invitationId : "";
    const [stranger, visitor] = [await enter(mine.owner.userId), await enter(other.owner.userId)];

    for (const deed of ["resend", "revoke"]) {
      const answer = await stranger.post(`/en/seller/team/invitations/${id}`, { deed });
      expect(answer.location).toBe("/en/seller/team?refused=invitation-missing");
    }
    const resent = await visitor.post(`/en/seller/team/invitations/${id}`, { deed: "resend" });
    const revoked = await visitor.post(`/en/seller/team/invitations/${id}`, { deed: "revoke" });
    expect([resent.location, revoked.location]).toEqual([
      "/en/seller/team?done=invited",
      "/en/seller/team?done=revoked",
    ]);
  });

  it("lets a member leave, and tells an owner why not", async () => {
    const { sellerId, owner } = await makeTeam();
    const editor = await enter((await makeSellerActor(testDb, sellerId, "editor")).userId);

    expect((await editor.post("/en/seller/team/leave")).location).toBe("/en/account");
    expect((await editor.get("/en/seller")).status).toBe(404);
    const stays = await (await enter(owner.userId)).post("/en/seller/team/leave");
    expect(stays.location).toBe("/en/seller/team?refused=owner-stays");
  });
});

describe("an invitation's link", () => {
  async function makeLink() {
    const { owner, sellerId } = await makeTeam();
    const email = `${unique()}@example.org`;
    await inviteMember(testDb, owner, newKey(), { role: "editor", contact: { email } });
    const link = (await linkTo(testDb, email)).replace("/az/", "/en/");
    return { link, sellerId, token: new URL(link, "http://site").searchParams.get("token") ?? "" };
  }

  it("joins nothing when it is opened, only when its button is pressed", async () => {
    const { link, token, sellerId } = await makeLink();
    const buyer = await makeBuyer(testDb);
    const visitor = await enter(buyer.userId);
    const members = () => testDb.selectFrom("members").select("id").where("userId", "=", buyer.userId).execute();

    expect((await visitor.get(link)).html).toContain("Accept the invitation");
    expect(await members()).toEqual([]);
    expect((await visitor.post(link, { token })).location).toBe("/en/seller");
    expect(await members()).toHaveLength(1);
    expect(sellerId).not.toBe("");
  });

  it("asks a stranger to sign in, by ways that lead back to it", async () => {
    const { link, token } = await makeLink();
    const page = await makeVisitor(site).get(link);

    const back = encodeURIComponent(`/en/invitation?token=${token}`);
    expect(page.html).toContain(`/en/login?next=${back}`);
    expect(page.html).toContain(`/en/login/phone?next=${back}`);
    expect(page.headers.get("cache-control")).toContain("no-store");
  });

  it("says in words that it was used, or is none of ours", async () => {
    const { link, token } = await makeLink();
    const [first, second] = [await makeBuyer(testDb), await makeBuyer(testDb)];
    await (await enter(first.userId)).post(link, { token });
    const late = await enter(second.userId);

    expect((await late.get(link)).html).toContain("This link has been used already.");
    const posted = await late.post(link, { token });
    expect(posted.status).toBe(422);
    expect(posted.html).toContain("This link has been used already.");
    expect((await late.get("/en/invitation?token=none")).html).toContain("This link is not right.");
  });

  it("tells somebody of another shop that a person works in one", async () => {
    const { link, token } = await makeLink();
    const { owner } = await makeTeam();

    const answer = await (await enter(owner.userId)).post(link, { token });

    expect(answer.status).toBe(422);
    expect(answer.html).toContain("You are a member of a shop already.");
  });
});
