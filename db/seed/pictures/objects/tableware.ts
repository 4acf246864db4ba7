import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { pomegranate } from "../cloth/motifs";
import type { Drawn } from "../scene";
import { turquoisePlate } from "./girih";
import { teaSet } from "./tea-set";
import { band, handle, vessel, widthAt, type Profile } from "./vessels";
import { drips, rings } from "./wheel";

/** Table pottery: piti pot, bowls, jar, plate, tea set, mug, spice jars. */
export function tableware(subject: PictureSubject, random: Random): Drawn {
  const [a = "#b5703f", b = "#2f7f86", c = "#f0e4cc"] = subject.palette;
  const title = subject.title.en;
  const turned = (id: string, profile: Profile, colour: string, glaze?: string, bands: [number, number][] = []) =>
    vessel(id, profile, {
      colour,
      surface: glaze ? "glaze" : "clay",
      decoration:
        rings(profile, darken(colour, 0.6), random) +
        (glaze ? drips(profile.at(-1)?.[0] ?? 0, glaze, random) : "") +
        bands.map(([x, y], i) => band(profile, x, y, i + subject.seed, darken(glaze ?? colour, 0.5))).join(""),
    });
  if (/piti/i.test(title)) {
    const profile: Profile = [
      [0, 170],
      [24, 190],
      [140, 280],
      [300, 270],
      [420, 190],
      [470, 200],
    ];
    return {
      svg: `${handle("M-260 -330C-380 -330 -380 -190 -276 -190", a, 36)}${handle("M260 -330C380 -330 380 -190 276 -190", a, 36)}${turned("pot", profile, a, darken(a, 0.3))}<g transform="translate(0 -470)">${vessel(
        "plid",
        [
          [0, 216],
          [20, 210],
          [70, 120],
          [90, 50],
          [130, 46],
        ],
        { colour: a, surface: "clay", open: false },
      )}</g>`,
      width: 760,
      height: 640,
      stance: "standing",
    };
  }
  if (/plate/i.test(title)) return turquoisePlate();
  if (/bowl/i.test(title)) {
    const profile: Profile = [
      [0, 104],
      [26, 112],
      [60, 150],
      [120, 236],
      [220, 306],
      [262, 322],
    ];
    const bowl = (id: string, glaze: string) => turned(id, profile, mix(a, c, 0.35), glaze);
    // What stands in a bowl is seen above its rim and before its inner wall, not through its front.
    const mouth = `<clipPath id="bm"><path d="M-700 -1600H700V-262H322A322 51.5 0 0 1 -322 -262H-700Z"/></clipPath>`;
    const nested = (ids: readonly string[]): string => {
      const [id, ...rest] = ids;
      if (id === undefined) return "";
      const glaze = [b, darken(b, 0.22), lighten(b, 0.16)][ids.length % 3] ?? b;
      return (
        bowl(id, glaze) +
        (rest.length > 0
          ? `<g clip-path="url(#bm)"><ellipse cy="-268" rx="300" ry="44" fill="#140d07" opacity=".4"/><g transform="translate(0 -92) scale(.985)">${nested(rest)}</g></g>`
          : "")
      );
    };
    return {
      svg: `<defs>${mouth}</defs><g transform="translate(-210 -24)">${nested(["b1", "b2", "b3"])}</g><ellipse cx="270" cy="34" rx="290" ry="44" fill="url(#pool)"/><ellipse cx="250" cy="28" rx="140" ry="20" fill="url(#pool)"/><g transform="translate(250 30)">${bowl("b4", mix(a, b, 0.72))}</g>`,
      width: 1120,
      height: 560,
      stance: "standing",
    };
  }
  if (/tea set/i.test(title)) return teaSet();
  if (/mug/i.test(title)) {
    const profile: Profile = [
      [0, 200],
      [26, 214],
      [420, 220],
      [460, 226],
    ];
    return {
      svg: `${handle(`M${widthAt(profile, 375) - 8} -375C420 -392 414 -84 ${widthAt(profile, 108) - 8} -104`, c, 44)}${turned("mug", profile, c)}<g transform="translate(-20 -220) scale(2)">${pomegranate("#a8323a", "#6b1a22")}</g>`,
      width: 700,
      height: 540,
      stance: "standing",
    };
  }
  if (/spice/i.test(title)) {
    const profile: Profile = [
      [0, 150],
      [20, 164],
      [150, 196],
      [290, 186],
      [370, 142],
      [392, 150],
    ];
    const jar = (i: number, glaze: string, spice: string) =>
      `<ellipse cx="20" cy="2" rx="240" ry="34" fill="url(#pool)"/><ellipse rx="160" ry="20" fill="url(#pool)"/>${turned(`sp${i}`, profile, a, glaze)}<path d="M-92 -262Q0 -250 92 -262V-124Q0 -112 -92 -124Z" fill="${c}" stroke="${darken(c, 0.35)}" stroke-width="4"/>${[-226, -196, -166].map((y, k) => `<path d="M${-54 + k * 10} ${y}Q0 ${y + 6} ${54 - k * 10} ${y}" stroke="${k ? darken(c, 0.55) : spice}" stroke-width="${k ? 8 : 14}" fill="none"/>`).join("")}<g transform="translate(0 -386)">${vessel(
        `sl${i}`,
        [
          [0, 158],
          [30, 156],
          [52, 84],
          [70, 36],
          [100, 44],
          [120, 20],
        ],
        { colour: "#9c7247", surface: "wood", open: false },
      )}</g>`;
    return {
      svg: `<g transform="translate(4 -84) scale(.96)">${jar(1, b, "#d9a02c")}</g><g transform="translate(-216 0)">${jar(0, darken(a, 0.25), "#8e1f2f")}</g><g transform="translate(220 12)">${jar(2, lighten(a, 0.3), "#7a2432")}</g>`,
      width: 860,
      height: 610,
      stance: "standing",
    };
  }
  const profile: Profile = [
    [0, 170],
    [24, 180],
    [160, 290],
    [400, 330],
    [600, 220],
    [700, 110],
    [800, 104],
    [850, 150],
  ];
  return {
    svg: `${handle("M-120 -790C-330 -780 -360 -560 -260 -520", a, 40)}${handle("M120 -790C330 -780 360 -560 260 -520", a, 40)}${turned("jar", profile, a, undefined, [[430, 520]])}`,
    width: 760,
    height: 900,
    stance: "standing",
  };
}
