import { darken } from "../colour";
import { times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { handle, vessel, widthAt, type Profile } from "./vessels";

const SLIP = "#f1eee4";
const BLUE = "#2b5fa8";

/** Lines of the brush around a turned body at the given heights, thick and thin. */
const ringsAt = (profile: Profile, list: readonly (readonly [number, number])[]): string =>
  list
    .map(([y, width]) => {
      const half = widthAt(profile, y) + 4;
      return `<path d="M${to1(-half)} ${-y}A${to1(half)} ${to1(half * 0.13)} 0 0 0 ${to1(half)} ${-y}" fill="none" stroke="${BLUE}" stroke-width="${width}"/>`;
    })
    .join("");

/** A wave of the brush between two heights. */
function wave(profile: Profile, y: number, rise: number): string {
  const half = widthAt(profile, y);
  const points = times(49, (i) => {
    const a = ((i / 48) * 2 - 1) * 1.45;
    const sag = half * 0.13 * Math.cos(a);
    return `${i ? "L" : "M"}${to1(Math.sin(a) * half)} ${to1(-y + sag + Math.sin(i * 1.05) * rise)}`;
  });
  return `<path d="${points}" fill="none" stroke="${BLUE}" stroke-width="7" stroke-linejoin="round"/>`;
}

/** A teapot and six cups without handles: white slip, blue lines. */
export function teaSet(): Drawn {
  const pot: Profile = [
    [0, 130],
    [20, 146],
    [70, 206],
    [170, 246],
    [270, 214],
    [350, 124],
    [372, 122],
  ];
  const cup: Profile = [
    [0, 54],
    [16, 58],
    [30, 70],
    [84, 112],
    [132, 126],
  ];
  const one = (id: string, x: number, y: number, scale: number) =>
    `<g transform="translate(${x} ${y}) scale(${scale})"><ellipse cx="14" cy="4" rx="150" ry="26" fill="url(#pool)"/><ellipse rx="74" ry="12" fill="url(#pool)"/>${vessel(
      id,
      cup,
      {
        colour: SLIP,
        surface: "glaze",
        inside: darken(SLIP, 0.12),
        decoration:
          ringsAt(cup, [
            [20, 5],
            [56, 5],
            [112, 10],
          ]) + wave(cup, 84, 10),
      },
    )}<ellipse cy="-130" rx="108" ry="15" fill="#9a4a1c"/><path d="M-126 -132A126 20.2 0 0 0 126 -132" fill="none" stroke="${BLUE}" stroke-width="5"/></g>`;
  const spout = "M196 -150C290 -170 312 -280 372 -342C386 -352 404 -346 402 -332C360 -270 350 -120 214 -86Z";
  const teapot = `<ellipse cx="24" cy="6" rx="330" ry="52" fill="url(#pool)"/>${handle("M-206 -282C-372 -330 -384 -92 -222 -110", SLIP, 40)}<path d="${spout}" fill="${SLIP}"/><path d="${spout}" fill="url(#tsS)"/><path d="M352 -318L382 -296M336 -292L368 -270" stroke="${BLUE}" stroke-width="8"/>${vessel(
    "tsP",
    pot,
    {
      colour: SLIP,
      surface: "glaze",
      decoration:
        ringsAt(pot, [
          [34, 6],
          [110, 6],
          [124, 12],
          [228, 12],
          [242, 6],
          [330, 8],
        ]) + wave(pot, 178, 20),
    },
  )}<g transform="translate(0 -374)">${vessel(
    "tsL",
    [
      [0, 132],
      [12, 130],
      [50, 84],
      [72, 30],
    ],
    {
      colour: SLIP,
      surface: "glaze",
      open: false,
      decoration: ringsAt(
        [
          [0, 132],
          [12, 130],
          [50, 84],
          [72, 30],
        ],
        [
          [14, 8],
          [44, 5],
        ],
      ),
    },
  )}<circle cy="-92" r="27" fill="${darken(BLUE, 0.3)}"/><circle cx="-2" cy="-94" r="23" fill="${BLUE}"/><circle cx="-9" cy="-102" r="7" fill="#fff" opacity=".7"/></g>`;
  return {
    svg: `<defs><linearGradient id="tsS" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".5"/><stop offset=".5" stop-color="#140d07" stop-opacity=".08"/><stop offset="1" stop-color="#140d07" stop-opacity=".5"/></linearGradient></defs><g transform="translate(-16 -150)">${teapot}</g>${one("tc0", -400, -120, 0.96)}${one("tc1", 424, -120, 0.96)}${one("tc2", -430, 10, 1.06)}${one("tc3", -146, 40, 1.08)}${one("tc4", 146, 40, 1.08)}${one("tc5", 436, 10, 1.06)}`,
    width: 1120,
    height: 690,
    stance: "standing",
    wornCm: 42,
    focus: [-40, -300],
  };
}
