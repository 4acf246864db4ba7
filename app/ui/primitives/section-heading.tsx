import { Link } from "@remix-run/react";
import { linkStyle } from "./button";

type Props = { title: string; text?: string; link?: { href: string; label: string } };

export function SectionHeading({ title, text, link }: Props) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div className="measure">
        <h2 className="text-2xl">{title}</h2>
        {text ? <p className="mt-1 text-muted">{text}</p> : null}
      </div>
      {link ? (
        <Link to={link.href} prefetch="intent" className={`${linkStyle} py-2 font-semibold`}>
          {link.label}
        </Link>
      ) : null}
    </div>
  );
}
