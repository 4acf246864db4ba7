import { Link, useSearchParams } from "@remix-run/react";
import type { FactRow } from "~/modules/catalog";
import type { PublicSeller } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";

export function SellerFacts({ facts }: { facts: readonly FactRow[] }) {
  return (
    <dl className="mt-6 grid grid-cols-1 gap-x-8 gap-y-3 border-t border-line pt-4 sm:grid-cols-2">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt className="text-sm text-muted">{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Contacts = { email: string | undefined; phone: string | undefined; website: string | undefined };

/** The seller's public contacts: the one action until inquiries are open. */
export function ContactList({ slug, email, phone, website }: Contacts & { slug: string }) {
  const paths = usePaths();
  const [query] = useSearchParams();
  return (
    <section aria-labelledby="contact-heading" className="rounded border border-line p-5">
      <h2 id="contact-heading" className="text-lg">
        {m["sellers.contact"]()}
      </h2>
      <div className="mt-3 flex flex-col gap-1">
        <Link
          to={paths.newInquiry({ seller: slug, src: query.get("src") ?? undefined })}
          rel="nofollow"
          className={buttonStyle.primary}
        >
          <Icon name="mail" />
          {m["inquiries.ask.button"]()}
        </Link>
        {email ? <p className="break-words px-3 pt-2 text-sm select-all">{email}</p> : null}
        {phone ? (
          <a href={`tel:${phone}`} className={buttonStyle.quiet}>
            <Icon name="phone" className="size-4" />
            {phone}
          </a>
        ) : null}
        {website ? (
          <a href={website} rel="nofollow noopener" className={buttonStyle.quiet}>
            <Icon name="external" className="size-4" />
            {m["sellers.website"]()}
          </a>
        ) : null}
      </div>
    </section>
  );
}

export function Works({ works }: { works: PublicSeller["works"] }) {
  if (works.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="text-2xl">{m["sellers.works"]()}</h2>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {works.map((work) => (
          <li key={`${work.title}-${work.year}`} className="grid grid-cols-[3.5rem_minmax(0,1fr)] py-3">
            <span className="text-muted tabular-nums">{work.year}</span>
            <span>
              {work.url ? (
                <a href={work.url} rel="nofollow noopener" className={`font-medium ${linkStyle}`}>
                  {work.title}
                </a>
              ) : (
                <span className="font-medium">{work.title}</span>
              )}
              <span className="block text-sm text-muted">
                {work.role}
                {work.client ? ` · ${work.client}` : ""}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
