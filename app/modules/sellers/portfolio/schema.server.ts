import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { EARLIEST_WORK_YEAR, LONGEST_WORK_TEXT, MOST_WORKS, type WorkRefusal, type WorkText } from "./types";

const said = (message: () => string) => ({ error: message });
const MOST_URL = 300;

const text = (missing: () => string) =>
  z
    .string(said(missing))
    .trim()
    .min(2, said(missing))
    .max(
      LONGEST_WORK_TEXT,
      said(() => m["accounts.mend.tooLong"]({ most: LONGEST_WORK_TEXT })),
    );
const someText = z
  .string()
  .trim()
  .max(
    LONGEST_WORK_TEXT,
    said(() => m["accounts.mend.tooLong"]({ most: LONGEST_WORK_TEXT })),
  )
  .optional();

const year = z
  .string(said(m["portfolio.mend.yearMissing"]))
  .trim()
  .transform((typed, context) => {
    const latest = Number(dayInBaku(clock()).slice(0, 4));
    const value = Number(typed);
    if (/^\d{4}$/.test(typed) && value >= EARLIEST_WORK_YEAR && value <= latest) return value;
    context.addIssue({
      code: "custom",
      message: m["portfolio.mend.year"]({ earliest: String(EARLIEST_WORK_YEAR), latest: String(latest) }),
    });
    return z.NEVER;
  });

/** An address on the web as people type it; only pages of the web are linked to. */
const url = z
  .string()
  .trim()
  .max(
    MOST_URL,
    said(() => m["accounts.mend.tooLong"]({ most: MOST_URL })),
  )
  .optional()
  .transform((typed, context) => {
    if (!typed) return undefined;
    const whole = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]+:\d/.test(typed) ? typed : `https://${typed}`;
    const read = URL.canParse(whole) ? new URL(whole) : undefined;
    const isPage = read !== undefined && ["http:", "https:"].includes(read.protocol) && read.hostname.includes(".");
    if (isPage && read.username === "" && read.password === "") return read.href;
    context.addIssue({ code: "custom", message: m["portfolio.mend.url"]() });
    return z.NEVER;
  });

export const workInput = z
  .object({
    version: z.coerce.number().int().nonnegative().default(0),
    year,
    url,
    title: text(m["portfolio.mend.title"]),
    role: text(m["portfolio.mend.role"]),
    client: someText,
    titleEn: someText,
    roleEn: someText,
    clientEn: someText,
    titleRu: someText,
    roleRu: someText,
    clientRu: someText,
  })
  .superRefine((form, context) => {
    for (const [title, role, client] of [
      ["titleEn", "roleEn", "clientEn"],
      ["titleRu", "roleRu", "clientRu"],
    ] as const) {
      if (!form[title] && !form[role] && !form[client]) continue;
      if (!form[title]) context.addIssue({ code: "custom", path: [title], message: m["portfolio.mend.title"]() });
      if (!form[role]) context.addIssue({ code: "custom", path: [role], message: m["portfolio.mend.role"]() });
    }
  })
  .transform(({ version, year: made, url: link, ...form }) => ({
    version,
    year: made,
    url: link,
    texts: {
      az: { title: form.title, role: form.role, client: form.client || undefined },
      ...textIn("en", form.titleEn, form.roleEn, form.clientEn),
      ...textIn("ru", form.titleRu, form.roleRu, form.clientRu),
    },
  }));

export type WorkForm = z.output<typeof workInput>;

function textIn<const Language extends "en" | "ru">(
  language: Language,
  title: string | undefined,
  role: string | undefined,
  client: string | undefined,
): { [Key in Language]?: WorkText } {
  const found: { [Key in Language]?: WorkText } = {};
  if (title && role) found[language] = { title, role, client: client || undefined };
  return found;
}

export const moveWorkInput = z.object({ by: z.enum(["up", "down"]) });

export const workRefusalText: Readonly<Record<WorkRefusal, () => string>> = {
  "work-missing": m["portfolio.refusal.missing"],
  "too-many-works": () => m["portfolio.refusal.tooMany"]({ most: MOST_WORKS }),
  "changed-elsewhere": m["accounts.refusal.changedElsewhere"],
  "shop-suspended": m["catalog.refusal.shopSuspended"],
};
