import { darken, lighten } from "../colour";
import type { Random } from "../contract";
import { times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { band, hammered, handle, TINNED, vessel, widthAt, type Profile } from "./vessels";

/** Lozenges, one within another, engraved around a body at `y`. */
function lozenges(profile: Profile, y: number, rise: number, colour: string): string {
  const half = widthAt(profile, y);
  return times(13, (i) => {
    const a = ((i - 6) / 6.4) * 1.4;
    const [x, squeeze] = [Math.sin(a) * half, Math.cos(a)];
    const w = half * 0.2 * squeeze;
    const one = (k: number) => `M0 ${to1(-rise * k)}L${to1(w * k)} 0L0 ${to1(rise * k)}L${to1(-w * k)} 0Z`;
    return `<path d="${one(1)}${one(0.62)}${one(0.25)}" transform="translate(${to1(x)} ${to1(-y + half * 0.1 * squeeze)})" fill="none" stroke="${colour}" stroke-width="4.5"/>`;
  });
}

/** The water jug of Lahij: a full body, a narrow neck, a mouth drawn out to a lip, and one riveted handle. */
export function dolcha(copper: string, random: Random): Drawn {
  const dark = darken(copper, 0.6);
  const profile: Profile = [
    [0, 168],
    [20, 176],
    [44, 146],
    [96, 196],
    [230, 252],
    [350, 232],
    [480, 140],
    [590, 84],
    [680, 76],
    [760, 96],
    [806, 128],
  ];
  const body = vessel("dol", profile, {
    colour: copper,
    surface: "copper",
    open: false,
    decoration:
      hammered(profile, random, 36) +
      band(profile, 120, 164, 0, dark) +
      lozenges(profile, 250, 58, dark) +
      band(profile, 334, 384, 1, dark) +
      lozenges(profile, 466, 40, dark) +
      band(profile, 600, 648, 0, dark),
  });
  // The mouth is a leaf seen from a little above: round behind, drawn out in front to pour.
  const mouth =
    "M128 -808C124 -838 40 -848 -30 -842C-110 -836 -178 -846 -236 -884C-226 -830 -170 -784 -96 -776C-20 -766 122 -770 128 -808Z";
  const lip =
    "M-236 -884C-226 -830 -170 -784 -96 -776C-40 -770 40 -770 96 -782C110 -744 92 -730 84 -714H-78C-96 -752 -192 -776 -236 -884Z";
  const grip = "M92 -770C250 -812 344 -640 296 -470C276 -404 240 -370 214 -352";
  const rivet = (x: number, y: number) =>
    `<circle cx="${x}" cy="${y + 3}" r="15" fill="${dark}"/><circle cx="${x}" cy="${y}" r="14" fill="${lighten(copper, 0.15)}"/><circle cx="${x - 4}" cy="${y - 5}" r="5" fill="#fff" opacity=".75"/>`;
  const plate = (d: string) => `<path d="${d}" fill="${darken(copper, 0.15)}" stroke="${dark}" stroke-width="4"/>`;
  return {
    svg: `<g transform="translate(-24 0)"><defs><linearGradient id="dolL"><stop offset="0" stop-color="${lighten(copper, 0.5)}"/><stop offset=".4" stop-color="${copper}"/><stop offset="1" stop-color="${darken(copper, 0.5)}"/></linearGradient></defs>${body}<path d="${lip}" fill="url(#dolL)"/><path d="${mouth}" fill="${darken(TINNED, 0.25)}"/><path d="M96 -806C60 -826 -20 -832 -90 -826C-140 -824 -180 -830 -206 -850C-180 -806 -120 -790 -60 -786C0 -782 80 -784 96 -806Z" fill="${darken(TINNED, 0.6)}"/><path d="${mouth}" fill="none" stroke="${lighten(copper, 0.55)}" stroke-width="8"/>${plate("M150 -300C190 -340 240 -400 262 -400C270 -360 236 -290 186 -254C160 -246 146 -270 150 -300Z")}${handle(grip, copper, 46)}${plate("M62 -796C84 -812 124 -806 132 -776C132 -744 96 -724 66 -730Z")}${rivet(92, -768)}${rivet(176, -284)}${rivet(216, -334)}<path d="M-178 -150C-206 -230 -196 -320 -140 -400" stroke="#fff" stroke-opacity=".35" stroke-width="18" fill="none" stroke-linecap="round"/></g>`,
    width: 640,
    height: 900,
    stance: "standing",
    focus: [0, -420],
  };
}
