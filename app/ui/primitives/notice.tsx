import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

const TONES = {
  info: "border-indigo bg-indigo-wash",
  warning: "border-saffron bg-saffron-wash",
  error: "border-pomegranate bg-pomegranate-wash",
} as const;

const takeFocus = (element: HTMLDivElement | null) => element?.focus();

/**
 * Above a page: what was just done. It takes the focus, so that it is seen and read out wherever on the page the deed's button
 * was.
 */
export function DoneNotice({ children }: { children: ReactNode }) {
  const { key } = useLocation();
  return (
    <div key={key} ref={takeFocus} tabIndex={-1} className="mb-5 outline-none">
      <Notice tone="info" icon="check">
        {children}
      </Notice>
    </div>
  );
}

export function Notice({
  tone,
  icon = "info",
  children,
}: {
  tone: keyof typeof TONES;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <div role="status" className={`flex gap-3 rounded border-l-4 px-4 py-3 text-base ${TONES[tone]}`}>
      <Icon name={icon} className="mt-0.5 size-5 shrink-0" />
      <div>{children}</div>
    </div>
  );
}
