import { hash } from "@node-rs/argon2";
import type { StaffRole } from "~/platform/session/signed-in.server";
import type { Row } from "../bulk";
import type { SeedCatalogue } from "./catalogue";
import { instantBefore, seedUuid } from "./ids";

/** The one password of every demo account; a database with the demo's marker is the only place that knows it. */
export const DEMO_PASSWORD = "karvan-demo-2026";

export type DemoAccount = { email: string; name: string; what: string };

type DemoPerson = DemoAccount & {
  key: string;
  role?: StaffRole;
  /** Seed id of the shop and the person's right in it. */
  shop?: { seller: string; role: "owner" | "manager" | "editor" };
};

const STAFF: readonly DemoPerson[] = [
  staff("reviewer", "Sevinc Rəhimli", "verifies sellers, listings and papers"),
  staff("curator", "Orxan Talıbov", "collections and features"),
  staff("broker", "Leyla Məmmədzadə", "offers of several sellers"),
  staff("treasurer", "Kamran İsgəndərli", "refunds, transfers, payouts"),
  staff("admin", "Nigar Qasımzadə", "everything that staff may"),
];

const BUYERS: readonly DemoPerson[] = [
  {
    key: "buyer-hamburg",
    email: "jonas@elbkontor.example",
    name: "Jonas Petersen",
    what: "buyer, Hamburg, for a café supplier",
  },
  {
    key: "buyer-lyon",
    email: "claire@maison-buta.example",
    name: "Claire Fontaine",
    what: "buyer, Lyon, for a concept shop",
  },
  { key: "buyer-almaty", email: "aigerim@tumar.example", name: "Айгерим Сейткали", what: "buyer, Almaty, private" },
  { key: "buyer-baku", email: "rauf@abseron.example", name: "Rauf Əlizadə", what: "buyer, Baku, private" },
];

const HELPERS: readonly DemoPerson[] = [
  {
    key: "manager-s01",
    email: "satis@niyal-misgerlik-emalatxanasi.example",
    name: "Fidan Haciyeva",
    what: "manager of Niyal Coppersmiths",
    shop: { seller: "s01", role: "manager" },
  },
  {
    key: "editor-s36",
    email: "metn@kunc-dizayn.example",
    name: "Toğrul Səfərov",
    what: "editor of Kunj Design",
    shop: { seller: "s36", role: "editor" },
  },
];

/** Invented names; a shop's owner takes them in turn. */
const FIRST_NAMES = "Elçin Aygün Rəşad Nərmin Tural Səbinə Vüqar Günel Emin Lalə Fərid Ülkər Anar Zəhra Samir".split(
  " ",
);
const LAST_NAMES = ["Misirxanlı", "Qədirzadə", "Ağabəyli", "Nuruzadə", "Xəlilbəyli", "Şirvanlı", "Tağızadə"];

function staff(role: StaffRole, name: string, what: string): DemoPerson {
  return { key: `staff-${role}`, email: `${role}@karvan.example`, name, what: `staff, ${what}`, role };
}

function owners({ sellers }: SeedCatalogue): DemoPerson[] {
  return sellers.map((seller, index) => ({
    key: `owner-${seller.id}`,
    email: `sahib@${seller.slug}.example`,
    name: `${FIRST_NAMES[index % FIRST_NAMES.length]} ${LAST_NAMES[index % LAST_NAMES.length]}`,
    what: `owner of ${seller.name.en}`,
    shop: { seller: seller.id, role: "owner" },
  }));
}

/** Accounts that the demo prints: one of each role, a few owners, the buyers. */
export function demoAccounts(catalogue: SeedCatalogue): DemoAccount[] {
  const shown = new Set(["s01", "s36", "s41", "s24"]);
  const some = owners(catalogue).filter(({ shop }) => shop && shown.has(shop.seller));
  return [...STAFF, ...some, ...HELPERS, ...BUYERS].map(({ email, name, what }) => ({ email, name, what }));
}

/** Users with their passwords, the shops' organisations, and who is a member of which. */
export async function peopleRows(catalogue: SeedCatalogue, now: Date): Promise<Record<string, Row[]>> {
  const people = [...STAFF, ...BUYERS, ...HELPERS, ...owners(catalogue)];
  const joinedAt = instantBefore(now, 330).toISOString();
  // One hash serves all: they share the password, and hashing fifty times would hold up the first start.
  const password = await hash(DEMO_PASSWORD);
  return {
    users: people.map(({ key, email, name, role }) => ({
      id: seedUuid("user", key),
      name,
      email,
      email_verified: true,
      role: role ?? null,
      created_at: joinedAt,
      updated_at: joinedAt,
    })),
    auth_accounts: people.map(({ key }) => ({
      id: seedUuid("account", key),
      account_id: seedUuid("user", key),
      provider_id: "credential",
      user_id: seedUuid("user", key),
      password,
      created_at: joinedAt,
      updated_at: joinedAt,
    })),
    organisations: catalogue.sellers.map((seller) => ({
      id: seedUuid("organisation", seller.id),
      name: seller.name.az,
      slug: seller.slug,
      created_at: joinedAt,
    })),
    members: people.flatMap(({ key, shop }) => {
      if (!shop) return [];
      return [
        {
          id: seedUuid("member", key),
          organisation_id: seedUuid("organisation", shop.seller),
          user_id: seedUuid("user", key),
          role: shop.role,
          created_at: joinedAt,
        },
      ];
    }),
  };
}
