import { darken, lighten } from "../colour";
import { makeRandom, type PictureSubject } from "../contract";
import { times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { outline, shading, vessel, type Profile } from "./vessels";
import { rings } from "./wheel";

/** A vase from the wood kiln: bare clay, flashed by the flame, dusted and run over by ash. */
export function woodFired({ listingId }: PictureSubject): Drawn {
  const random = makeRandom(`${listingId}/kiln`);
  const clay = "#a5714a";
  const profile: Profile = [
    [0, 146],
    [22, 158],
    [220, 236],
    [430, 258],
    [590, 150],
    [720, 92],
    [780, 100],
    [806, 128],
  ];
  const spots = (count: number, [y0, y1]: readonly [number, number], colours: readonly string[], size: number) =>
    times(
      count,
      () =>
        `<circle cx="${to1(random.between(-262, 262))}" cy="${to1(-random.between(y0, y1))}" r="${to1(random.between(1.2, size))}" fill="${random.pick(colours)}" opacity="${random.between(0.35, 0.9).toFixed(2)}"/>`,
    );
  const blush = (x: number, y: number, rx: number, ry: number, id: string) =>
    `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="url(#${id})"/>`;
  const glow = (id: string, colour: string, strength: number) =>
    `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/><stop offset=".55" stop-color="${colour}" stop-opacity="${strength * 0.6}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
  // Where much ash fell it melted a little and ran off the shoulder.
  let run = "M-300 -830H300V-560";
  for (let x = 280; x > -300; x -= 40)
    run += `q-8 ${to1(random.between(20, 130) * (x > 60 ? 0.4 : 1))} -18 ${to1(random.between(-6, 6))}q-10 ${to1(-random.between(8, 36))} -22 0`;
  const decoration = `${blush(-150, -170, 300, 250, "wfO")}${blush(210, -330, 230, 330, "wfK")}${blush(-40, -60, 300, 110, "wfK")}${blush(-120, -470, 250, 210, "wfR")}${rings(profile, darken(clay, 0.6), random)}<path d="${run}Z" fill="url(#wfA)"/>${spots(240, [380, 800], ["#e6dcc0", "#c9c09a", "#8f8a5f", "#6d6a4a"], 6)}${spots(160, [40, 480], ["#3a2418", "#5a3a26", "#d8b58a"], 4.5)}<path d="M150 -160C190 -240 176 -330 214 -420" stroke="#1f1410" stroke-opacity=".35" stroke-width="60" stroke-linecap="round" fill="none"/>`;
  return {
    svg: `<defs>${glow("wfO", "#d9773a", 0.75)}${glow("wfK", "#1f1512", 0.8)}${glow("wfR", "#b5482c", 0.55)}<linearGradient id="wfA" x2="0" y2="1"><stop offset="0" stop-color="#cfc6a2" stop-opacity=".95"/><stop offset=".6" stop-color="#a9a47a" stop-opacity=".8"/><stop offset="1" stop-color="#7d7a52" stop-opacity=".5"/></linearGradient></defs>${vessel("wf", profile, { colour: clay, surface: "clay", inside: "#2a1b13", decoration })}<path d="${outline(profile)}" fill="url(#wfS)"/><defs><linearGradient id="wfS"><stop offset="0" stop-color="#140d07" stop-opacity=".5"/><stop offset=".26" stop-color="#fff" stop-opacity=".12"/><stop offset=".6" stop-color="#140d07" stop-opacity=".05"/><stop offset="1" stop-color="#140d07" stop-opacity=".62"/></linearGradient></defs><ellipse cy="-806" rx="128" ry="20.5" fill="#2a1b13"/><path d="M-128 -806A128 20.5 0 0 0 128 -806" fill="none" stroke="#d8cfae" stroke-width="8"/><path d="M-128 -806A128 20.5 0 0 1 128 -806" fill="none" stroke="#8a7a5a" stroke-width="7"/>`,
    width: 620,
    height: 830,
    stance: "standing",
    focus: [0, -470],
  };
}

/** Capitals of brush strokes on a 60 × 100 field: no font may be relied on. */
const DUZ = ["M0 0V100H20C64 96 64 4 20 0Z", "M0 0V64C0 112 58 112 58 64V0", "M2 0H58L2 100H58"];

/** A salt cellar whose lid is the mountain: white crystal above, the layers of the mine below; a spoon of salt beside. */
export function saltCellar({ palette }: PictureSubject): Drawn {
  const [teal = "#1f8a8a", , cream = "#e8dcc5", blue = "#27496d"] = palette;
  const random = makeRandom("salt");
  const profile: Profile = [
    [0, 188],
    [20, 200],
    [90, 236],
    [200, 240],
    [280, 214],
    [300, 218],
  ];
  const ring = (y: number, half: number, width: number, colour: string) =>
    `<path d="M${-half} ${-y}A${half} ${to1(half * 0.14)} 0 0 0 ${half} ${-y}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
  const letters = DUZ.map((d, i) => `<path d="${d}" transform="translate(${(i - 1) * 92 - 30} 0)"/>`).join("");
  const body = vessel("scB", profile, {
    colour: cream,
    surface: "glaze",
    decoration:
      ring(24, 210, 18, teal) +
      ring(54, 226, 6, blue) +
      ring(252, 236, 6, blue) +
      ring(280, 226, 18, teal) +
      `<g transform="translate(-6 -176) scale(1.02 .96)" fill="none" stroke="${blue}" stroke-width="17" stroke-linecap="round" stroke-linejoin="round">${letters}</g>`,
  });
  const mountain =
    "M-228 0C-226 -40 -204 -66 -184 -84L-146 -150L-118 -136L-70 -238L-42 -214L6 -322L48 -240L66 -252L112 -150L134 -160L178 -84C204 -66 226 -40 228 0Q0 62 -228 0Z";
  const facets: readonly (readonly [string, string])[] = [
    ["M6 -322L-42 -214L-30 -110L16 -60L28 -190Z", "#ffffff"],
    ["M6 -322L48 -240L66 -120L16 -60L28 -190Z", "#cfd8dc"],
    ["M-70 -238L-118 -136L-96 -50L-30 -110L-42 -214Z", "#eef2f2"],
    ["M66 -252L112 -150L100 -60L66 -120L48 -240Z", "#b4c2c9"],
    ["M-146 -150L-184 -84L-150 -30L-96 -50L-118 -136Z", "#f7f8f6"],
    ["M134 -160L178 -84L150 -30L100 -60L112 -150Z", "#9fb0b9"],
    ["M-96 -50L-30 -110L16 -60L-20 40L-150 10Z", "#dfe6e7"],
    ["M16 -60L66 -120L100 -60L150 -20L60 36L-20 40Z", "#a9b8bf"],
  ];
  const strata = [-74, -40, -6].map(
    (y, i) =>
      `<path d="M-240 ${y}L-150 ${y + 22}L-60 ${y + 14}L20 ${y + 34}L120 ${y + 16}L240 ${y}" fill="none" stroke="${["#c98f86", "#b9a08a", "#8f7a6a"][i] ?? ""}" stroke-opacity=".75" stroke-width="${9 + i * 3}"/>`,
  );
  const crystal = (x: number, y: number, s: number) =>
    `<path d="M${x} ${y - s}L${x + s} ${y - s * 0.4}V${y + s * 0.4}L${x} ${y + s}L${x - s} ${y + s * 0.4}V${y - s * 0.4}Z" fill="#eef2f2"/><path d="M${x} ${y - s}L${x + s} ${y - s * 0.4}L${x} ${y + s * 0.2}L${x - s} ${y - s * 0.4}Z" fill="#fff"/><path d="M${x} ${y + s * 0.2}L${x + s} ${y - s * 0.4}V${y + s * 0.4}L${x} ${y + s}Z" fill="#b9c6cb"/>`;
  const grains = times(46, () =>
    crystal(Math.round(330 + random.between(-96, 110)), Math.round(14 + random.between(-18, 26)), random.whole(3, 8)),
  );
  const wood = "#9c7247";
  const spoon = `<path d="M344 2L520 -44Q546 -46 544 -30Q540 -18 520 -14L356 30Z" fill="${wood}"/><path d="M350 8L524 -36" stroke="${lighten(wood, 0.4)}" stroke-width="6"/><ellipse cx="296" cy="14" rx="74" ry="30" transform="rotate(-12 296 14)" fill="${darken(wood, 0.25)}"/><ellipse cx="296" cy="8" rx="72" ry="26" transform="rotate(-12 296 8)" fill="${wood}"/><path d="M236 18C254 -36 330 -46 354 -4Q300 30 236 18Z" fill="#fbfbf8"/><path d="M256 8l16 -14M286 -2l14 -16M312 2l14 -12" stroke="#c3cdd1" stroke-width="4"/>`;
  return {
    svg: `<g transform="translate(-96 0)"><defs>${shading("scL", cream, "glaze")}</defs><ellipse cx="330" cy="24" rx="230" ry="34" fill="url(#pool)"/><ellipse cx="16" cy="8" rx="280" ry="44" fill="url(#pool)"/>${body}<g transform="translate(0 -306)"><path d="M-236 0A236 36 0 0 0 236 0V-22A236 36 0 0 0 -236 -22Z" fill="url(#scL)"/><path d="M-236 0A236 36 0 0 0 236 0" fill="none" stroke="${darken(cream, 0.6)}" stroke-width="6"/><path d="M-234 -11A234 36 0 0 0 234 -11" fill="none" stroke="${teal}" stroke-width="9"/><ellipse cy="-22" rx="236" ry="36" fill="${lighten(cream, 0.35)}"/><ellipse cy="-22" rx="212" ry="30" fill="${blue}" opacity=".28"/><g transform="translate(0 -34) scale(.9)"><clipPath id="scM"><path d="${mountain}"/></clipPath><g clip-path="url(#scM)"><path d="${mountain}" fill="#dfe6e7"/>${facets.map(([d, tone]) => `<path d="${d}" fill="${tone}"/>`).join("")}${strata.join("")}</g><path d="M6 -322L-42 -214L-30 -110M-70 -238L-118 -136M48 -240L66 -120" stroke="#fff" stroke-opacity=".8" stroke-width="5" fill="none"/></g></g>${grains}${spoon}</g>`,
    width: 780,
    height: 640,
    stance: "standing",
    span: 625,
    focus: [-96, -330],
  };
}
