import { describe, expect, it } from "vitest";
import { makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makeApprovedShop, makeFilledShop, makeShop, makeSubmittedShop, shopOf } from "~tests/support/shop";
import { signIn } from "~tests/support/sign-in";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

type Sent = { status: number; location: string | null; html: string };

async function send(userId: string | undefined, path: string, fields: Record<string, string>): Promise<Sent> {
  const cookie = userId === undefined ? undefined : await signIn(testDb, userId);
  const answer = await site.ask(path, {
    method: "POST",
    body: new URLSearchParams({ formKey: newKey(), version: "1", ...fields }),
    ...(cookie === undefined ? {} : { headers: { cookie } }),
  });
  return { status: answer.status, location: answer.headers.get("location"), html: await answer.text() };
}

const show = async (userId: string, path: string) => {
  const answer = await site.get(path, { cookie: await signIn(testDb, userId) });
  return { status: answer.status, html: await answer.text() };
};

describe("the form of", () => {
  it.each([
    ["making", { offering: "goods" }, "Choose at least one"],
    ["contacts", { phone: "", email: "" }, "How do buyers reach you?"],
    ["contacts", { phone: "12345", email: "usta@example.org" }, "Write the whole number"],
    ["contacts", { phone: "", email: "usta@" }, "e-mail"],
    ["legal", { legalForm: "llc", voen: "14015550" }, "A VÖEN has ten digits"],
    ["legal", { legalForm: "llc", voen: "1401555081" }, "its check digit does not fit"],
    ["legal", { legalForm: "individual_entrepreneur", voen: "1401555071" }, "An individual entrepreneur’s ends in 2"],
    ["legal", { legalForm: "llc", voen: "1401555072" }, "a person’s VÖEN"],
    ["bank", { iban: "AZ21 NABZ 0000 0000 1370 1000 194" }, "28 characters; this one has 27"],
    ["bank", { iban: "AZ22 NABZ 0000 0000 1370 1000 1944" }, "check digits do not fit"],
    ["bank", { iban: "4169 7388 1234 5678" }, "This is no IBAN"],
  ] as const)(
    "%s with %j says in a sentence what is wrong, and keeps all that was typed",
    async (step, fields, sentence) => {
      const { seller } = await makeShop(testDb);

      const { status, html } = await send(seller.userId, `/en/seller/shop/${step}`, fields);

      expect(status).toBe(422);
      expect(html).toContain(sentence);
      for (const typed of Object.values(fields)) expect(html).toContain(typed);
    },
  );

  it("contacts takes a landline and a mailbox as people write them", async () => {
    const { seller, sellerId } = await makeShop(testDb);

    const sent = await send(seller.userId, "/en/seller/shop/contacts", {
      phone: "012 345 67 89",
      email: " Usta@Example.org ",
    });

    expect(sent.location).toBe("/en/seller/shop/story");
    expect(await shopOf(testDb, sellerId)).toMatchObject({ phone: "+994123456789", email: "usta@example.org" });
  });

  it("contacts offers a person's own mailbox, which buyers do not see before she saves it", async () => {
    const { seller, sellerId } = await makeShop(testDb);
    const { email } = await testDb
      .selectFrom("users")
      .select("email")
      .where("id", "=", seller.userId)
      .executeTakeFirstOrThrow();

    const { html } = await show(seller.userId, "/en/seller/shop/contacts");

    expect(html).toContain(email);
    expect((await shopOf(testDb, sellerId)).email).toBeUndefined();
  });

  it("legal facts says beside the number that another shop has it", async () => {
    const [first, second] = [await makeShop(testDb), await makeShop(testDb)];
    const fields = { legalForm: "llc", voen: "1700 767 721" };
    expect((await send(first.seller.userId, "/en/seller/shop/legal", fields)).location).toBe("/en/seller/shop/paper");

    const { status, html } = await send(second.seller.userId, "/en/seller/shop/legal", fields);

    expect(status).toBe(422);
    expect(html).toContain("Another shop has given this VÖEN.");
    expect((await shopOf(testDb, first.sellerId)).voen).toBe("1700767721");
  });

  it("the bank account shows it in groups with the bank's name", async () => {
    const { seller, sellerId } = await makeShop(testDb);

    await send(seller.userId, "/en/seller/shop/bank", { iban: "az37nabz01350100000000001944" });

    expect((await shopOf(testDb, sellerId)).iban).toBe("AZ37NABZ01350100000000001944");
    const { html } = await show(seller.userId, "/en/seller/shop/bank");
    expect(html).toContain("AZ37 NABZ 0135 0100 0000 0000 1944");
    expect(html).toContain("Mərkəzi Bankı");
  });

  it.each(["legal", "paper", "bank"])(
    "%s is missing for an editor, whose stepper does not lead there",
    async (step) => {
      const { sellerId } = await makeShop(testDb);
      const { userId } = await makeSellerActor(testDb, sellerId, "editor");

      expect((await show(userId, `/en/seller/shop/${step}`)).status).toBe(404);
      expect((await show(userId, "/en/seller/shop/making")).html).not.toContain(`/en/seller/shop/${step}`);
    },
  );

  it.each([
    ["legal", { legalForm: "llc", voen: "1401555071" }],
    ["bank", { iban: "AZ37NABZ01350100000000001944" }],
  ] as const)("%s, posted by who is not signed in any more, comes back as it was typed", async (step, fields) => {
    const answer = await site.ask(`/en/seller/shop/${step}.data`, {
      method: "POST",
      body: new URLSearchParams({ formKey: newKey(), version: "1", ...fields }),
    });

    const text = await answer.text();
    for (const typed of Object.values(fields)) expect(text).toContain(typed);
  });

  it("a language that the site does not have is missing", async () => {
    const { seller } = await makeShop(testDb);
    expect((await show(seller.userId, "/en/seller/shop/texts/az")).status).toBe(404);
  });

  it("a translation without a name but with a story asks for the name", async () => {
    const { seller } = await makeShop(testDb);

    const sent = await send(seller.userId, "/en/seller/shop/texts/ru", { name: "", story: "Кованая медь." });

    expect(sent.status).toBe(422);
    expect(sent.html).toContain("Кованая медь.");
  });
});

describe("the overview", () => {
  it("tells what a shop lacks before buyers may order, to who can bring it", async () => {
    const { seller, sellerId } = await makeApprovedShop(testDb);
    const { userId } = await makeSellerActor(testDb, sellerId, "editor");

    expect((await show(seller.userId, "/en/seller")).html).toContain("Before you can take orders");
    expect((await show(userId, "/en/seller")).html).not.toContain("Before you can take orders");
  });

  it("lets a filled shop be sent without number, paper and account", async () => {
    const { seller } = await makeFilledShop(testDb);
    expect((await show(seller.userId, "/en/seller")).html).toContain("Send it to the Federation");
  });

  it("asks a shop that nobody can reach for its contacts", async () => {
    const { seller } = await makeShop(testDb);
    await send(seller.userId, "/en/seller/shop/making", { offering: "goods", categoryIds: "copperware" });
    expect((await show(seller.userId, "/en/seller")).html).toContain("How do buyers reach you?");
  });
});

describe("the steps of a shop", () => {
  it.each([
    ["legal", "/en/seller/shop/paper", "I will fill this in later"],
    ["bank", "/en/seller", "go on and send the shop"],
  ])("lead on from %s without filling it, as long as the shop is not sent", async (step, path, words) => {
    const [draft, approved] = await Promise.all([makeFilledShop(testDb), makeApprovedShop(testDb)]);
    const linksOf = async (userId: string) => {
      const { html } = await show(userId, `/en/seller/shop/${step}`);
      return [...html.matchAll(/<a[^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g)]
        .filter(([, , text]) => text?.includes(words))
        .map(([, href]) => href);
    };

    expect(await linksOf(draft.seller.userId)).toEqual([path]);
    expect(await linksOf(approved.seller.userId)).toEqual([]);
  });

  it("are closed by the state of the shop, but for how it is reached and registered", async () => {
    const { seller } = await makeSubmittedShop(testDb);
    const isOpen = async (step: string) =>
      (await show(seller.userId, `/en/seller/shop/${step}`)).html.includes('name="formKey"');

    const open = await Promise.all(["making", "place", "story", "contacts", "legal", "paper", "bank"].map(isOpen));

    expect(open).toEqual([false, false, false, true, true, true, true]);
  });

  it("stay open after the approval, and say that the Federation looks afterwards", async () => {
    const { seller } = await makeApprovedShop(testDb);

    const story = await show(seller.userId, "/en/seller/shop/story");

    expect(story.html).toContain("the Federation looks at it afterwards");
    const sent = await send(seller.userId, "/en/seller/shop/making", {
      version: "4",
      offering: "both",
      categoryIds: "copperware",
    });
    expect(sent.location).toBe("/en/seller?saved=1");
  });
});
