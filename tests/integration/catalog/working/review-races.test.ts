import { describe, expect, it } from "vitest";
import {
  createListing,
  decideListing,
  saveListingPart,
  submitListing,
  withdrawListing,
} from "~/modules/catalog/index.server";
import { makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import {
  APPROVED,
  claimed,
  fill,
  later,
  makeChecked,
  makeDraft,
  makeWorkshop,
  publishedOf,
  SENT_BACK,
  submit,
  waitingOf,
  workingOf,
} from "~tests/support/workshop";

const reviewer = await makeStaff(testDb, "reviewer");
const TIMES = Array.from({ length: 20 }, (_, at) => at);

/** With the look at it claimed. */
async function makeClaimed() {
  const { listingId, ...workshop } = await makeChecked();
  return { workshop, listingId, item: await claimed(reviewer, listingId) };
}

describe("at the same moment", () => {
  it("a seller who takes a listing back and a reviewer who decides it: one of them does", async () => {
    for (const said of [APPROVED, SENT_BACK, APPROVED, SENT_BACK]) {
      const workshop = await makeWorkshop();
      const listingId = await makeDraft(workshop);
      await submit(workshop, listingId);
      const { itemId, subjectVersion } = await claimed(reviewer, listingId);

      const [withdrawn, decided] = await Promise.all([
        withdrawListing(testDb, workshop.seller, newKey(), listingId, later()),
        decideListing(testDb, reviewer, newKey(), { itemId, subjectVersion, ...said }, later()),
      ]);

      expect([withdrawn.ok, decided.ok].filter(Boolean)).toHaveLength(1);
      const after = said === APPROVED ? "published" : "changes_requested";
      expect(await workingOf(listingId)).toMatchObject({
        status: decided.ok ? after : "draft",
        submittedAt: undefined,
      });
      expect(await waitingOf(listingId)).toEqual([]);
    }
  });

  it("a trusted seller who sends a change and a reviewer who looks at what is public never block each other", async () => {
    const made = await Promise.all(TIMES.map(makeClaimed));

    const answers = await Promise.all(
      made.flatMap(({ workshop, listingId, item }, at) => {
        const said = at % 2 === 0 ? APPROVED : SENT_BACK;
        const { itemId, subjectVersion } = item;
        return [
          submitListing(testDb, workshop.seller, newKey(), listingId, later()),
          decideListing(testDb, reviewer, newKey(), { itemId, subjectVersion, ...said }, later()),
        ];
      }),
    );

    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
    // What was sent first is judged in its new state.
    expect(refusals.filter((refusal) => refusal !== "subject-changed")).toEqual([]);
    expect(answers.length).toBe(40);
  });

  it("a seller who writes on a listing and a reviewer who looks at it never block each other", async () => {
    const made = await Promise.all(TIMES.map(makeClaimed));
    const forms = await Promise.all(
      made.map(async ({ workshop: { seller }, listingId }) => ({
        seller,
        form: await fill(listingId, "about", { title: "Yeni ad" }),
      })),
    );

    const answers = await Promise.all([
      ...forms.map(({ seller, form }) => saveListingPart(testDb, seller, newKey(), form, later())),
      ...made.map(({ item: { itemId, subjectVersion } }) =>
        decideListing(testDb, reviewer, newKey(), { itemId, subjectVersion, ...APPROVED }, later()),
      ),
    ]);

    expect(answers.filter(({ ok }) => ok)).toHaveLength(40);
  });

  it("a seller who begins and sends other listings and a reviewer never block each other", async () => {
    const made = await Promise.all(TIMES.map(makeClaimed));
    const others = await Promise.all(made.map(({ workshop }) => makeDraft(workshop)));
    const first = {
      kind: "good" as const,
      title: "Mis sini",
      categoryId: "copperware",
      price: undefined,
      stock: undefined,
      leadTimeDays: undefined,
    };

    const answers = await Promise.all(
      made.flatMap(({ workshop, item: { itemId, subjectVersion } }, at) => [
        submitListing(testDb, workshop.seller, newKey(), others[at] ?? "", later()),
        decideListing(testDb, reviewer, newKey(), { itemId, subjectVersion, ...APPROVED }, later()),
        createListing(testDb, workshop.seller, newKey(), first, later()),
      ]),
    );

    expect(answers.filter(({ ok }) => ok)).toHaveLength(60);
  });

  it("two reviewers who decide one listing: the second is refused", async () => {
    const { listingId, item } = await makeClaimed();
    const { itemId, subjectVersion } = item;
    const post = () => decideListing(testDb, reviewer, newKey(), { itemId, subjectVersion, ...APPROVED }, later());

    const answers = await Promise.all([post(), post()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toEqual(expect.arrayContaining([{ ok: false, refusal: "item-decided" }]));
    expect(await publishedOf(listingId)).toBeDefined();
  });
});
