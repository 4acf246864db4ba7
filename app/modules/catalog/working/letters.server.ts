import { letterTo, type TeamNews } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import type { Locale } from "~/platform/i18n/locales";

type Words = (inputs: { title: string }, options: { locale: Locale }) => string;

/** What the Federation decided of a listing. What is to be mended stands in the workspace, beside each field. */
const NEWS: Readonly<Record<"approved" | "changes_requested", { kind: string; subject: Words; text: Words }>> = {
  approved: {
    kind: "listing-approved",
    subject: m["catalog.letter.approved.subject"],
    text: m["catalog.letter.approved.text"],
  },
  changes_requested: {
    kind: "listing-changes",
    subject: m["catalog.letter.changes.subject"],
    text: m["catalog.letter.changes.text"],
  },
};

export function listingNews(
  decision: keyof typeof NEWS,
  { listingId, title }: { listingId: string; title: string },
): TeamNews {
  const { kind, subject, text } = NEWS[decision];
  const url = (lang: Locale) =>
    `${env.SITE_URL}${pathsFor({ lang, to: undefined, cur: undefined }).ownListing(listingId)}`;
  return {
    kind,
    letter: (to) => {
      const { locale } = to;
      return letterTo(to, {
        subject: subject({ title }, { locale }),
        paragraphs: [text({ title }, { locale })],
        action: { label: m["catalog.letter.open"]({}, { locale }), url: url(locale) },
      });
    },
    sms: (locale) => `${subject({ title }, { locale })} ${url(locale)}`,
  };
}
