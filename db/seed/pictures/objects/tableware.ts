import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { buta, pomegranate, rosette } from "../cloth/motifs";
import type { Drawn } from "../scene";
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
  if (/plate/i.test(title)) {
    const petals = Array.from(
      { length: 16 },
      (_, i) =>
        `<g transform="rotate(${i * 22.5}) translate(0 -330) scale(.9)">${buta(lighten(b, 0.6), darken(b, 0.4), b)}</g>`,
    ).join("");
    return {
      svg: `<defs><radialGradient id="pl" cx=".36" cy=".3" r=".85"><stop offset="0" stop-color="${lighten(b, 0.6)}"/><stop offset=".5" stop-color="${b}"/><stop offset="1" stop-color="${darken(b, 0.45)}"/></radialGradient></defs><circle r="480" fill="${darken(b, 0.4)}"/><circle r="474" fill="url(#pl)"/><circle r="420" fill="none" stroke="${c}" stroke-width="10"/>${petals}<circle r="230" fill="none" stroke="${c}" stroke-width="9"/><g transform="scale(4)">${rosette(8, c, darken(b, 0.4))}</g>`,
      width: 960,
      height: 960,
      stance: "flat",
      outline: "free",
    };
  }
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
  if (/tea set/i.test(title)) {
    const pot: Profile = [
      [0, 150],
      [20, 164],
      [120, 250],
      [260, 240],
      [360, 130],
      [380, 136],
    ];
    const cup: Profile = [
      [0, 60],
      [14, 64],
      [90, 120],
      [150, 132],
    ];
    return {
      svg: `<ellipse cx="-10" cy="-70" rx="290" ry="44" fill="url(#pool)"/><g transform="translate(-20 -76)"><path d="M230 -200C340 -230 360 -330 420 -390L450 -366C400 -280 380 -160 220 -130Z" fill="${darken(b, 0.15)}"/>${handle("M-220 -300C-400 -320 -400 -110 -230 -120", b, 34)}${turned("tp", pot, b, undefined, [[140, 210]])}<g transform="translate(0 -380)">${vessel(
        "tl",
        [
          [0, 144],
          [14, 138],
          [60, 70],
          [76, 26],
        ],
        { colour: b, surface: "glaze", open: false },
      )}<circle cy="-92" r="26" fill="${a}"/></g></g>${[-225, 255].map((x, i) => `<g transform="translate(${x} ${34 + i * 14})"><ellipse cx="10" cy="14" rx="196" ry="36" fill="url(#pool)"/><ellipse cy="4" rx="178" ry="32" fill="${darken(b, 0.3)}"/><ellipse rx="176" ry="29" fill="${lighten(b, 0.3)}"/><ellipse cy="2" rx="90" ry="14" fill="${darken(b, 0.2)}"/>${turned(`tc${i}`, cup, mix(b, c, 0.2))}</g>`).join("")}`,
      width: 1000,
      height: 600,
      stance: "standing",
    };
  }
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
