import type { ReactNode } from "react";

/** A part of an order's page under its heading. */
export function OrderSection({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="mt-8 scroll-mt-24" {...(id === undefined ? {} : { id })}>
      <h2 className="text-xl">{title}</h2>
      <div className="mt-3">{children}</div>
    </section>
  );
}
