import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { shownAt } from "~/modules/inquiries/index.server";
import { clock } from "~/platform/clock.server";
import { makeBuyer, makePublishedListing } from "~db/factories";
import { DOT, makeAskForm, withFiles } from "~tests/support/ask-form";
import { testDb } from "~tests/support/database";
import { redAndBlueHeic } from "~tests/support/heic";
import { siteForTests } from "~tests/support/site";
import { linkTo, makeSignedInVisitor, makeVisitor, messagesTo } from "~tests/support/visitor";

const site = siteForTests();

const PAGE = "/ru/inquiries/new";
const inquiriesOf = (sellerId: string) =>
  testDb
    .selectFrom("inquiries")
    .select(["id", "status", "kind", "source", "sourceDetail", "targetAmountMinor", "destination"])
    .where("sellerId", "=", sellerId)
    .execute();

describe("the page that asks a seller", () => {
  it("carries over what was chosen on the listing, and is kept by nobody", async () => {
    const { listing } = await makeAskForm();
    const page = await makeVisitor(site).get(`/en/inquiries/new?listing=${listing.slug}&qty=40&by=2027-02-01&to=DE`);

    expect(page.headers.get("cache-control")).toContain("no-store");
    expect(page.html).toContain(`name="listing" value="${listing.listingId}"`);
    expect(page.html).toMatch(/name="quantity"[^>]*value="40"/);
    expect(page.html).toContain('value="2027-02-01"');
  });

  it("takes a guest's question without scripts and writes to her mailbox", async () => {
    const { listing, email, fields } = await makeAskForm({ target: "21,50", sourceDetail: "медь" });
    const sent = await makeVisitor(site).post(PAGE, fields);

    expect([sent.status, sent.location]).toEqual([303, "/ru/inquiries/sent"]);
    expect(await linkTo(testDb, email)).toMatch(/^\/ru\/links\/[\w-]{43}$/);
    expect(await inquiriesOf(listing.sellerId)).toMatchObject([
      { status: "unconfirmed", source: "search", sourceDetail: "медь", targetAmountMinor: 2150n, destination: "DE" },
    ]);
  });

  it("takes a signed-in buyer's at once and shows her the thread", async () => {
    const { listing, fields } = await makeAskForm({ name: "", email: "" });
    const buyer = await makeSignedInVisitor(testDb, site, (await makeBuyer(testDb)).userId);

    const sent = await buyer.post(PAGE, fields);

    const [inquiry] = await inquiriesOf(listing.sellerId);
    expect(sent.location).toBe(`/ru/inquiries/${inquiry?.id ?? ""}?news=sent`);
    expect(inquiry?.status).toBe("open");
  });

  it("takes a form as browsers post it when no file was chosen: with a file that has no name", async () => {
    const { email, fields } = await makeAskForm();
    const body = withFiles(fields, [new File([], "", { type: "application/octet-stream" })]);
    const sent = await site.ask(PAGE, { method: "POST", body, redirect: "manual" });

    expect(sent.status).toBe(303);
    expect(await messagesTo(testDb, email)).toHaveLength(1);
  });

  it("makes one inquiry of a form that is posted twice", async () => {
    const { listing, email, fields } = await makeAskForm();
    const guest = makeVisitor(site);
    const form = { ...fields, formKey: randomUUID() };
    await Promise.all([guest.post(PAGE, form), guest.post(PAGE, form)]);

    expect(await inquiriesOf(listing.sellerId)).toHaveLength(1);
    expect(await messagesTo(testDb, email)).toHaveLength(1);
  });

  it.each([
    [{ message: "" }, "Напишите, о чём хотите спросить"],
    [{ name: "" }, "Напишите своё имя"],
    [{ email: "" }, "Укажите адрес почты"],
    [{ email: "nobody" }, "name@example.com"],
    [{ quantity: "0" }, "Укажите количество целым числом"],
    [{ target: "дёшево" }, "Укажите сумму цифрами"],
    [{ target: "1.250" }, "не разделяя тысячи"],
    [{ target: "12 50" }, "не разделяя тысячи"],
    [{ neededBy: "2020-01-01" }, "Эта дата уже прошла"],
  ])("gives %j back with a sentence, and everything else as it was typed", async (changes, sentence) => {
    const { listing, fields } = await makeAskForm({ company: "Лавка ремёсел", ...changes });
    const answer = await makeVisitor(site).post(PAGE + `?listing=${listing.slug}`, fields);

    expect(answer.status).toBe(422);
    expect(answer.html).toContain(sentence);
    expect(answer.html).toContain("Лавка ремёсел");
    expect(await inquiriesOf(listing.sellerId)).toEqual([]);
  });

  it("asks again when a form comes back faster than anybody types, and keeps nothing of what fills in everything", async () => {
    const quick = await makeAskForm({ shown: shownAt(clock()) });
    const answer = await makeVisitor(site).post(`${PAGE}?listing=${quick.listing.slug}`, quick.fields);
    expect(answer.html).toContain("Форма отправлена слишком быстро");

    const forged = await makeAskForm({ shown: `${clock().getTime() - 60_000}.c2VhbA` });
    const second = await makeVisitor(site).post(`${PAGE}?listing=${forged.listing.slug}`, forged.fields);
    expect(second.status).toBe(422);

    const trapped = await makeAskForm({ website: "https://spam.example" });
    const sent = await makeVisitor(site).post(PAGE, trapped.fields);
    expect(sent.location).toBe("/ru/inquiries/sent");
    for (const { listing } of [quick, forged, trapped]) expect(await inquiriesOf(listing.sellerId)).toEqual([]);
  });

  it("adds and removes listings of the same seller and loses nothing that is typed", async () => {
    const { listing, fields } = await makeAskForm();
    const other = await makePublishedListing(testDb, { sellerId: listing.sellerId, title: "Mis ləyən" });
    const guest = makeVisitor(site);
    const address = `${PAGE}?listing=${listing.slug}`;

    const added = await guest.post(address, { ...fields, intent: `add:${other.listingId}` });
    expect(added.status).toBe(200);
    expect(added.html).toContain(`name="listing" value="${other.listingId}"`);
    expect(added.html).toContain("Можно сорок штук к февралю?");

    const removed = await guest.post(address, { ...fields, intent: "remove:0" });
    expect(removed.html).not.toContain(`name="listing" value="${listing.listingId}"`);
    expect(removed.html).toContain("Можно сорок штук к февралю?");
  });

  it("keeps files while the rest is mended, names those that it does not take, and sends them with the message", async () => {
    const { listing, email, fields } = await makeAskForm();
    const form = { ...fields, formKey: randomUUID() };
    const address = `${PAGE}?listing=${listing.slug}`;
    const files = [new File([DOT], "logo.png"), new File(["#!/bin/sh"], "run.pdf")];
    const refused = await site.ask(address, { method: "POST", body: withFiles(form, files) });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain("run.pdf:");
    expect(html).toMatch(/logo\.png[^<]*</);

    // The browser chooses nothing again: the good file is there already.
    const sent = await site.ask(address, { method: "POST", body: withFiles(form, []), redirect: "manual" });

    expect(sent.status).toBe(303);
    expect(await messagesTo(testDb, email)).toHaveLength(1);
    const kept = await testDb
      .selectFrom("inquiryMessageFiles")
      .innerJoin("inquiryMessages", "inquiryMessages.id", "inquiryMessageFiles.messageId")
      .innerJoin("inquiries", "inquiries.id", "inquiryMessages.inquiryId")
      .innerJoin("privateFiles", "privateFiles.id", "inquiryMessageFiles.fileId")
      .select(["privateFiles.name", "privateFiles.ownerKind"])
      .where("inquiries.sellerId", "=", listing.sellerId)
      .execute();
    expect(kept).toEqual([{ name: "logo.png", ownerKind: "inquiry" }]);
  });

  it("counts a file once that a browser sends again with the form", async () => {
    const { listing, fields } = await makeAskForm();
    const form = { ...fields, formKey: randomUUID() };
    const address = `${PAGE}?listing=${listing.slug}`;
    const files = Array.from({ length: 6 }, (_, at) => new File([DOT, `${at}`], `dot-${at}.png`));
    const refused = await site.ask(address, {
      method: "POST",
      body: withFiles({ ...form, email: "no address" }, files),
    });
    const again = await refused.text();
    expect(again.match(/dot-\d\.png/g)?.length).toBeGreaterThanOrEqual(6);
    const sent = await site.ask(address, { method: "POST", body: withFiles(form, files) });
    expect(sent.status).toBe(303);
    const kept = await testDb
      .selectFrom("inquiryMessageFiles")
      .innerJoin("inquiryMessages", "inquiryMessages.id", "inquiryMessageFiles.messageId")
      .innerJoin("inquiries", "inquiries.id", "inquiryMessages.inquiryId")
      .where("inquiries.sellerId", "=", listing.sellerId)
      .select("inquiryMessageFiles.position")
      .execute();
    expect(kept).toHaveLength(6);
  });

  it("counts a picture of an iPhone once, too, of which a JPEG is kept", async () => {
    const { fields } = await makeAskForm({ email: "no address" });
    const form = { ...fields, formKey: randomUUID() };
    const post = () =>
      site.ask(PAGE, { method: "POST", body: withFiles(form, [new File([redAndBlueHeic()], "sketch.heic")]) });
    expect([(await post()).status, (await post()).status]).toEqual([422, 422]);

    const kept = await testDb
      .selectFrom("privateFiles")
      .select(["name", "contentType"])
      .where("ownerId", "=", form.formKey)
      .execute();
    expect(kept).toEqual([{ name: "sketch.jpg", contentType: "image/jpeg" }]);
  });

  it("refuses more files than ten, and more than twenty megabytes", async () => {
    const { listing, fields } = await makeAskForm();
    const address = `${PAGE}?listing=${listing.slug}`;
    const many = Array.from({ length: 11 }, (_, at) => new File([DOT, `${at}`], `dot-${at}.png`));
    const tooMany = await site.ask(address, { method: "POST", body: withFiles(fields, many) });
    expect(await tooMany.text()).toContain("не больше 10 файлов");

    const large = [new File([new Uint8Array(20_500_000)], "large.pdf")];
    const tooLarge = await site.ask(address, { method: "POST", body: withFiles(fields, large) });
    expect(await tooLarge.text()).toContain("больше 20 МБ");
  });

  it("is missing for a listing or a seller that is not public", async () => {
    expect((await makeVisitor(site).get("/ru/inquiries/new?listing=nothing")).status).toBe(404);
    expect((await makeVisitor(site).get("/ru/inquiries/new?seller=nobody")).status).toBe(404);
  });
});

describe("a sample", () => {
  it("is one tap for who is signed in, and the same one for a second tap", async () => {
    const { listing } = await makeAskForm();
    const buyer = await makeSignedInVisitor(testDb, site, (await makeBuyer(testDb)).userId);
    const tap = () => buyer.post("/en/inquiries/sample", { listing: listing.listingId });

    const [first, second] = await Promise.all([tap(), tap()]);

    expect(first.location).toMatch(/^\/en\/inquiries\/[\da-f-]{36}\?news=sent$/);
    expect(second.location).toBe(first.location);
    expect(await inquiriesOf(listing.sellerId)).toMatchObject([{ kind: "sample", status: "open" }]);
  });

  it("leads a guest to the form, worded already", async () => {
    const { listing } = await makeAskForm();
    const guest = makeVisitor(site);
    const sent = await guest.post("/en/inquiries/sample", { listing: listing.listingId });

    expect(sent.location).toBe(`/en/inquiries/new?listing=${listing.slug}&kind=sample`);
    expect((await guest.get(sent.location ?? "")).html).toContain("I would like to order one piece as a sample");
  });

  it("is one piece, for which the minimum order does not hold, and the form says so", async () => {
    const { slug } = await makePublishedListing(testDb, { minimumOrderQuantity: 40 });
    const { html } = await makeVisitor(site).get(`/en/inquiries/new?listing=${slug}&kind=sample&qty=40`);

    expect(html).toContain("A sample is one piece: no minimum order holds for it.");
    expect(html).toContain('<input type="hidden" name="quantity" value="1"/>');
    expect(html.slice(0, html.indexOf("</main>"))).not.toMatch(/minimum (?:of )?40|at least 40|40 pieces/i);
    const question = await makeVisitor(site).get(`/en/inquiries/new?listing=${slug}`);
    expect(question.html).not.toContain("A sample is one piece");
  });
});
