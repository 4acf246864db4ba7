import type { Random } from "../contract";
import type { Profile } from "./vessels";

/** Rings of the wheel, as thin lines around a body. */
export function rings(profile: Profile, colour: string, random: Random): string {
  const top = profile.at(-1)?.[0] ?? 0;
  let out = "";
  for (let y = 16; y < top; y += random.between(16, 34))
    out += `<path d="M-600 ${-y}Q0 ${-y + 60} 600 ${-y}" fill="none" stroke="${colour}" stroke-opacity=".18" stroke-width="5"/>`;
  return out;
}

/** Glaze that ran down from the rim. */
export function drips(top: number, colour: string, random: Random): string {
  let d = `M-700 ${-top - 40}H700V${-top * 0.72}`;
  for (let x = 660; x > -700; x -= 46)
    d += `q-12 ${random.between(20, 130).toFixed(0)} -23 ${random.between(-4, 4).toFixed(0)}q-12 ${(-random.between(10, 50)).toFixed(0)} -23 0`;
  return `<path d="${d}Z" fill="${colour}" opacity=".9"/>`;
}
