import { createHash } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { sealed } from "~/modules/accounts/second-factor.server";
import type { StaffRole } from "~/platform/session/roles";
import type { Row } from "../bulk";
import type { SeedCatalogue } from "./catalogue";
import { demoBuyers, type DemoBuyer } from "./buyers";
import { APPLICANTS } from "./desk-work";
import { instantBefore, seedUuid } from "./ids";

/** The one password of every demo account; a database with the demo's marker is the only place that knows it. */
export const DEMO_PASSWORD = "karvan-demo-2026";

export type DemoAccount = { email: string; name: string; what: string };

type DemoPerson = DemoAccount & {
  key: string;
  buyer?: DemoBuyer;
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

const HELPERS: readonly DemoPerson[] = [
  {
    key: "manager-s01",
    email: "satis@niyal-misgerlik-emalatxanasi.example",
    name: "Fidan Hacıyeva",
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

function applicants(): DemoPerson[] {
  return APPLICANTS.map(({ key, email, owner, name }) => ({
    key,
    email,
    name: owner,
    what: `${name} waits for the Federation`,
  }));
}

function buyers(): DemoPerson[] {
  return demoBuyers.map((buyer) => ({ ...buyer, buyer }));
}

/** Accounts that the demo prints: one of each role, a few owners, the buyers. */
export function demoAccounts(catalogue: SeedCatalogue): DemoAccount[] {
  const shown = new Set(["s01", "s36", "s41", "s24"]);
  const some = owners(catalogue).filter(({ shop }) => shop && shown.has(shop.seller));
  return [...STAFF, ...some, ...HELPERS, ...applicants(), ...buyers()].map(({ email, name, what }) => ({
    email,
    name,
    what,
  }));
}

/** Users with their passwords and second factors, what they say of themselves, and who is a member of which shop. */
export async function peopleRows(catalogue: SeedCatalogue, now: Date): Promise<Record<string, Row[]>> {
  const people = [...STAFF, ...buyers(), ...HELPERS, ...applicants(), ...owners(catalogue)];
  const joinedAt = instantBefore(now, 330).toISOString();
  // One hash serves all: they share the password, and hashing fifty times would hold up the first start.
  const password = await hash(DEMO_PASSWORD);
  return {
    users: people.map(({ key, email, name, role }, index) => ({
      id: seedUuid("user", key),
      name,
      email,
      email_verified: true,
      role: role ?? null,
      two_factor_enabled: role !== undefined,
      ...(role === undefined
        ? { phone_number: `+99450${String(9_000_000 + index)}`, phone_number_verified: true }
        : { phone_number: null, phone_number_verified: null }),
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
    two_factors: await Promise.all(
      people
        .filter(({ role }) => role !== undefined)
        .map(async ({ key }) => ({
          id: seedUuid("two-factor", key),
          user_id: seedUuid("user", key),
          secret: await sealed(demoSecret(key)),
          backup_codes: await sealed(JSON.stringify(demoRecoveryCodes(key))),
          verified: true,
          failed_verification_count: 0,
        })),
    ),
    people: people.map(({ key, buyer }) => ({
      user_id: seedUuid("user", key),
      locale: buyer?.locale ?? "az",
      currency: buyer?.currency ?? "AZN",
      destination: buyer?.destination ?? "AZ",
      company_name: buyer?.company?.name ?? null,
      company_tax_id: buyer?.company?.taxId ?? null,
      company_country: buyer?.company?.country ?? null,
      version: 1,
      created_at: joinedAt,
      updated_at: joinedAt,
    })),
    addresses: people.flatMap(({ key, name, buyer }) =>
      (buyer?.addresses ?? []).map((address, index) => ({
        id: seedUuid("address", `${key} ${index}`),
        user_id: seedUuid("user", key),
        is_default: index === 0,
        recipient: name,
        company: buyer?.company?.name ?? null,
        line1: address.line1,
        line2: null,
        city: address.city,
        region: null,
        postal_code: address.postalCode,
        country: address.country,
        phone: null,
        created_at: joinedAt,
        updated_at: joinedAt,
      })),
    ),
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

/** As long as the identity library's own secrets; what a demo's staff use is known to everybody at this machine. */
function demoSecret(key: string): string {
  return createHash("sha256").update(`karvan demo/totp/${key}`).digest("base64url").slice(0, 32);
}

function demoRecoveryCodes(key: string): string[] {
  const letters = createHash("sha256").update(`karvan demo/recovery/${key}`).digest("hex");
  return Array.from(
    { length: 6 },
    (_, at) => `${letters.slice(at * 10, at * 10 + 5)}-${letters.slice(at * 10 + 5, at * 10 + 10)}`,
  );
}
