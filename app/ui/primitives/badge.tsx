import { Icon, type IconName } from "./icon";

const TONES = {
  verified: "bg-verified-wash text-verified",
  featured: "bg-saffron-wash text-on-saffron",
  plain: "bg-sunken text-ink",
  warning: "bg-pomegranate-wash text-pomegranate",
} as const;

/** A short fact with its meaning in words; the colour only repeats it. */
export function Badge({ tone, icon, children }: { tone: keyof typeof TONES; icon?: IconName; children: string }) {
  return (
    <span className={`inline-flex items-center gap-1 rounded-sm px-2 py-0.5 text-xs font-semibold ${TONES[tone]}`}>
      {icon ? <Icon name={icon} className="size-3.5 shrink-0" /> : null}
      {children}
    </span>
  );
}
