import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { unique } from "~db/factories";
import { addSecondFactor, makeAccount, PASSWORD } from "~tests/support/account";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { linkTo, makeVisitor, messagesTo } from "~tests/support/visitor";

const site = siteForTests();
const FOR_ORDER = "Did you order without an account? Open the link in our latest letter about your order.";

describe("signing in by password", () => {
  it("goes on to the page that was asked for, and to no other site", async () => {
    const { email } = await makeAccount(testDb);

    const own = await makeVisitor(site).post("/en/login", { email, password: PASSWORD, next: "/en/account/profile" });
    const foreign = await makeVisitor(site).post("/en/login", { email, password: PASSWORD, next: "//evil.example" });

    expect(own.location).toBe("/en/account/profile");
    expect(foreign.location).toBe("/en/account");
  });

  it.each([
    ["?next=%2Fen%2Fseller%2Fopen%3Fto%3DDE", ["To open a shop, sign in first."]],
    ["?next=%2Fen%2Faccount%2Fsaved%3Fadd%3D1", ["To save this listing, sign in first."]],
    [`?next=%2Fen%2Forders%2F${randomUUID()}`, [FOR_ORDER]],
    [`?next=%2Fen%2Fcheckout%2F${randomUUID()}%3Fto%3DDE`, [FOR_ORDER]],
    ["?next=%2Fen%2Faccount", []],
    ["", []],
  ])("says at %s what it is for: %j", async (query, expected) => {
    const html = await (await site.get(`/en/login${query}`)).text();

    expect(
      ["To open a shop, sign in first.", "To save this listing, sign in first.", FOR_ORDER].filter((words) =>
        html.includes(words),
      ),
    ).toEqual(expected);
  });

  it("says the same of a wrong password and of an address without an account", async () => {
    const { email } = await makeAccount(testDb);

    const wrong = await makeVisitor(site).post("/en/login", { email, password: "some other words" });
    const unknown = await makeVisitor(site).post("/en/login", { email: `${unique()}@example.org`, password: PASSWORD });

    const sentence = "E-mail or password is not right.";
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(wrong.html).toContain(sentence);
    expect(unknown.html).toContain(sentence);
  });

  it("stops after ten wrong tries at one account, and then refuses the right password as well", async () => {
    const { email } = await makeAccount(testDb);
    const visitor = makeVisitor(site);
    for (let at = 0; at < 10; at += 1) await visitor.post("/en/login", { email, password: `wrong ${at} words` });

    const right = await visitor.post("/en/login", { email: email.toUpperCase(), password: PASSWORD });

    expect(right.status).toBe(422);
    expect(right.html).toContain("too many tries");
  });

  it("records who came in and, by a digest, who did not", async () => {
    const { userId, email } = await makeAccount(testDb);
    await makeVisitor(site).post("/en/login", { email, password: "some other words" });
    await makeVisitor(site).post("/en/login", { email, password: PASSWORD });

    const entries = await testDb
      .selectFrom("auditEntries")
      .leftJoin("auditValues", "auditValues.entryId", "auditEntries.id")
      .select(["action", "actorKind", "subjectId", "clientAddress"])
      .orderBy("id", "desc")
      .limit(2)
      .execute();
    expect(entries[0]).toMatchObject({ action: "sign-in", actorKind: "buyer", subjectId: userId });
    expect(entries[1]).toMatchObject({ action: "refuse-sign-in", actorKind: "guest" });
    expect(entries[1]?.subjectId).not.toContain("@");
    expect(entries[0]?.clientAddress).toMatch(/127\.0\.0\.1/);
  });

  it("is over at once when one signs out", async () => {
    const { email } = await makeAccount(testDb);
    const visitor = makeVisitor(site);
    await visitor.post("/en/login", { email, password: PASSWORD });
    const kept = new Map(visitor.cookies);

    await visitor.post("/en/logout");
    for (const [name, value] of kept) visitor.cookies.set(name, value);

    expect((await visitor.get("/en/account")).status).toBe(302);
  });

  it("gives a lost session's form back with what was typed and what to do, but no password", async () => {
    const visitor = makeVisitor(site);

    const address = await visitor.post("/en/account/addresses/new.data", { recipient: "Aygün Tağızadə" });
    const password = await visitor.post("/en/account/password.data", { password: PASSWORD, newPassword: PASSWORD });

    expect([address.status, password.status]).toEqual([401, 401]);
    expect(address.html).toContain("Aygün Tağızadə");
    expect(address.html).toContain("Sign in again in another tab");
    expect(password.html).not.toContain(PASSWORD);
  });
});

describe("the second factor", () => {
  it("is asked for after the password, and only then is one signed in", async () => {
    const { userId, email } = await makeAccount(testDb);
    const code = await addSecondFactor(testDb, userId);
    const visitor = makeVisitor(site);

    const first = await visitor.post("/en/login", { email, password: PASSWORD });
    expect(first.location).toBe("/en/login/second-factor");
    expect((await visitor.get("/en/account")).status).toBe(302);

    const second = await visitor.post("/en/login/second-factor", { code: await code() });
    expect(second.location).toBe("/en/account");
    expect((await visitor.get("/en/account")).status).toBe(200);
  });

  it("takes a code once: who looked over the shoulder comes too late", async () => {
    const { userId, email } = await makeAccount(testDb);
    const code = await (await addSecondFactor(testDb, userId))();
    const enter = async () => {
      const visitor = makeVisitor(site);
      await visitor.post("/en/login", { email, password: PASSWORD });
      return { answer: await visitor.post("/en/login/second-factor", { code }), visitor };
    };

    const first = await enter();
    const second = await enter();

    expect([first.answer.status, second.answer.status]).toEqual([303, 422]);
    expect((await second.visitor.get("/en/account")).status).toBe(302);
    const sessions = await testDb.selectFrom("sessions").select("id").where("userId", "=", userId).execute();
    expect(sessions).toHaveLength(1);
  });

  it("refuses a wrong code", async () => {
    const { userId, email } = await makeAccount(testDb);
    const code = await addSecondFactor(testDb, userId);
    const visitor = makeVisitor(site);
    await visitor.post("/en/login", { email, password: PASSWORD });
    const wrong = String((Number(await code()) + 1) % 1_000_000).padStart(6, "0");

    const answer = await visitor.post("/en/login/second-factor", { code: wrong });

    expect(answer.status).toBe(422);
    expect((await visitor.get("/en/account")).status).toBe(302);
  });

  it("takes each recovery code once", async () => {
    const { userId, email } = await makeAccount(testDb);
    await addSecondFactor(testDb, userId);
    const enter = async () => {
      const visitor = makeVisitor(site);
      await visitor.post("/en/login", { email, password: PASSWORD });
      return visitor.post("/en/login/recovery-code", { code: "aaaaa-11111" });
    };

    expect((await enter()).location).toBe("/en/account");
    expect((await enter()).status).toBe(422);
  });

  it("is not gone round by a code by SMS: the phone gets a word instead, and even the right code opens nothing", async () => {
    const { userId } = await makeAccount(testDb);
    await addSecondFactor(testDb, userId);
    const phone = "+994501112233";
    await testDb
      .updateTable("users")
      .set({ phoneNumber: phone, phoneNumberVerified: true })
      .where("id", "=", userId)
      .execute();
    const visitor = makeVisitor(site);
    await visitor.post("/en/login/phone", { phone });

    const [message] = await messagesTo(testDb, phone);
    expect(message?.text).not.toMatch(/\d{6}/);
    const { value } = await testDb
      .selectFrom("verifications")
      .select("value")
      .where("identifier", "like", `%${phone}%`)
      .executeTakeFirstOrThrow();
    const answer = await visitor.post("/en/login/phone/code", { phone, code: value.slice(0, 6) });

    expect(answer.status).toBe(422);
    expect((await visitor.get("/en/account")).status).toBe(302);
  });
});

describe("signing in by phone", () => {
  const codeIn = (text: string | undefined) => /\d{6}/.exec(text ?? "")?.[0] ?? "";

  it("makes an account of a number as people write it, and asks for a name", async () => {
    const visitor = makeVisitor(site);

    const sent = await visitor.post("/az/login/phone", { phone: "050 222 33 44" });
    expect(sent.location).toBe("/az/login/phone/code");
    const [message] = await messagesTo(testDb, "+994502223344");
    const entered = await visitor.post("/az/login/phone/code", {
      phone: "+994502223344",
      code: codeIn(message?.text),
    });

    expect(entered.location).toBe("/az/account/profile?welcome=1");
    expect((await visitor.get("/az/account/profile?welcome=1")).status).toBe(200);
  });

  it("takes a code once", async () => {
    const phone = "+994502223355";
    const visitor = makeVisitor(site);
    await visitor.post("/az/login/phone", { phone });
    const code = codeIn((await messagesTo(testDb, phone))[0]?.text);
    const number = new Map(visitor.cookies);

    const first = await visitor.post("/az/login/phone/code", { phone, code });
    for (const [name, value] of number) visitor.cookies.set(name, value);
    const second = await visitor.post("/az/login/phone/code", { phone, code });

    expect([first.status, second.status]).toEqual([303, 422]);
  });

  it("lets nobody guess: after three wrong codes the right one is refused", async () => {
    const phone = "+994502223366";
    const visitor = makeVisitor(site);
    await visitor.post("/en/login/phone", { phone });
    const code = codeIn((await messagesTo(testDb, phone))[0]?.text);
    const wrong = String((Number(code) + 7) % 1_000_000).padStart(6, "0");
    for (let at = 0; at < 4; at += 1) await visitor.post("/en/login/phone/code", { phone, code: wrong });

    const answer = await visitor.post("/en/login/phone/code", { phone, code });

    expect(answer.status).toBe(422);
  });

  it("sends at most five codes an hour to one number", async () => {
    const phone = "+994502223377";
    const statuses: number[] = [];
    for (let at = 0; at < 6; at += 1) {
      statuses.push((await makeVisitor(site).post("/en/login/phone", { phone })).status);
    }

    expect(statuses).toEqual([303, 303, 303, 303, 303, 422]);
    expect(await messagesTo(testDb, phone)).toHaveLength(5);
  });

  it("refuses what is no number, in words", async () => {
    const answer = await makeVisitor(site).post("/en/login/phone", { phone: "12" });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("Write a mobile number");
  });
});

describe("a forgotten password", () => {
  it("is set anew by a letter's link, which ends every session and works once", async () => {
    const { email } = await makeAccount(testDb);
    const elsewhere = makeVisitor(site);
    await elsewhere.post("/en/login", { email, password: PASSWORD });
    const visitor = makeVisitor(site);

    expect((await visitor.post("/en/reset-password", { email })).location).toBe("/en/reset-password?sent=1");
    const link = await linkTo(testDb, email);
    const token = new URL(link, "http://site").searchParams.get("token") ?? "";
    expect((await visitor.get(link)).status).toBe(200);
    const set = await visitor.post("/en/reset-password/new", { token, password: "a new sentence of mine" });
    const again = await visitor.post("/en/reset-password/new", { token, password: "yet another sentence" });

    expect(set.location).toBe("/en/login?news=password");
    expect(again.status).toBe(422);
    expect((await elsewhere.get("/en/account")).status).toBe(302);
    expect((await visitor.post("/en/login", { email, password: "a new sentence of mine" })).status).toBe(303);
  });

  it("answers the same for an address without an account, to which nothing is sent", async () => {
    const email = `${unique()}@example.org`;
    const answer = await makeVisitor(site).post("/en/reset-password", { email });

    expect(answer.location).toBe("/en/reset-password?sent=1");
    expect(await messagesTo(testDb, email)).toEqual([]);
  });

  it("floods no mailbox: after five letters an hour the answer stays and nothing goes out", async () => {
    const { email } = await makeAccount(testDb);
    for (let at = 0; at < 7; at += 1) {
      expect((await makeVisitor(site).post("/en/reset-password", { email })).status).toBe(303);
    }
    expect(await messagesTo(testDb, email)).toHaveLength(5);
  });
});
