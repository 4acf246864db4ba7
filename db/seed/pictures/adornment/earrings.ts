import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { bead, cast, disc, filled, grain, lit, moved, radial, slab, times } from "../paint";
import type { Drawn } from "../scene";
import { gem, spiral, velvet, wire } from "./metal";

const HOOK = "M0 0C0 -40 -4 -70 -34 -76C-66 -78 -70 -30 -52 10";

/** A wooden bar on a foot, with two things hung from it at (±170, -640). */
function stand(wood: string, random: Random, left: string, right: string): string {
  return `<defs>${lit("jsW", wood, 0.4, 0.4)}${lit("jsB", wood, 0.5, 0.35)}</defs><ellipse cy="-26" rx="250" ry="46" fill="${darken(wood, 0.5)}"/><ellipse cy="-42" rx="250" ry="46" fill="url(#jsW)"/><path d="M-20 -44V-700H20V-44Q0 -34 -20 -44Z" fill="url(#jsB)"/>${filled("jsC", slab(0, -704, 620, 46, 22), "url(#jsW)", `<g transform="translate(0 -704) rotate(90)">${grain(50, 620, darken(wood, 0.6), random, 9, 0.4)}</g>`)}${moved(-170, -622, left)}${moved(170, -622, right)}`;
}

/** Copper wire bent to a buta round a frosted drop of sea glass. */
export function butaEarrings({ palette }: PictureSubject, random: Random): Drawn {
  const [teal = "#2f6f73", copper = "#b5652b", pale = "#a7d0cd"] = palette;
  const buta =
    "M24 24C70 70 118 150 118 236C118 330 50 372 -8 366C-86 360 -126 288 -110 214C-92 140 -10 128 18 76C30 52 20 34 24 24C10 10 30 -20 52 -4C64 12 48 30 36 22";
  const drop = "M6 168C60 200 74 250 60 292C44 330 -36 332 -56 290C-72 244 -40 200 6 168Z";
  const one = (side: 1 | -1) =>
    `<g transform="scale(${side} 1)">${wire(HOOK, "#c9ced2", 8)}${wire(disc(0, 10, 15), copper, 9)}${wire(buta, copper, 19)}<path d="${drop}" fill="${darken(teal, 0.3)}" opacity=".35" transform="translate(6 10)"/><path d="${drop}" fill="url(#beD)"/><path d="M-34 250C-32 226 -16 206 2 196" stroke="#fff" stroke-opacity=".8" stroke-width="10" fill="none" stroke-linecap="round"/>${wire("M-74 226C-20 250 40 236 76 250M-76 256C-20 282 40 268 78 276", copper, 8)}${wire(spiral(54, 128, 28, 2, 1), copper, 8)}${wire(spiral(-70, 318, 22, 1.6, -1), copper, 7)}${wire("M-8 366C-2 390 6 396 4 420", copper, 8)}${bead(4, 436, 20, pale)}</g>`;
  return {
    svg: `<defs>${radial("beD", [
      [0, lighten(pale, 0.5)],
      [0.5, mix(teal, pale, 0.55)],
      [1, darken(teal, 0.15)],
    ])}</defs>${stand("#8a6342", random, one(-1), one(1))}`,
    width: 640,
    height: 760,
    stance: "standing",
    span: 540,
  };
}

/** Discs of felt closed with rings of glass beads, on a card. */
export function beadEarrings({ palette }: PictureSubject, random: Random): Drawn {
  const [teal = "#2f6f73", copper = "#b5652b", pale = "#a7d0cd", white = "#f6f3ec"] = palette;
  const ring = (count: number, r: number, size: number, tone: (i: number) => string) =>
    times(count, (i) => {
      const a = (i / count) * Math.PI * 2;
      return bead(Math.sin(a) * r, -Math.cos(a) * r, size, tone(i));
    });
  const one = () =>
    `${wire(HOOK, "#c9ced2", 8)}<g transform="translate(0 170)">${wire(disc(0, -160, 13), "#c9ced2", 7)}<path d="${disc(0, 0, 158)}" fill="#140d07" opacity=".3" transform="translate(10 16)"/><path d="${disc(0, 0, 156)}" fill="url(#bdF)"/><circle r="146" fill="none" stroke="${lighten(teal, 0.5)}" stroke-width="4" stroke-dasharray="9 9"/>${ring(34, 128, 11, (i) => (i % 2 ? copper : lighten(copper, 0.4)))}${ring(26, 103, 11, () => white)}${ring(20, 78, 11, (i) => (i % 4 < 2 ? pale : lighten(teal, 0.25)))}${ring(8, 50, 14, (i) => (i % 2 ? "#d9a441" : "#b5463c"))}${bead(0, 0, 26, pale)}${[-64, 0, 64].map((x) => times(5, (k) => bead(x, 172 - Math.abs(x) * 0.28 + k * 24, 11, [copper, white, pale, "#b5463c", copper][k] ?? white))).join("")}</g>`;
  const card = slab(0, 0, 820, 900, 14);
  return {
    svg: `<defs>${radial("bdF", [
      [0, lighten(teal, 0.12)],
      [1, darken(teal, 0.35)],
    ])}${lit("bdC", "#e4d7bf", 0.4, 0.12)}</defs>${cast(card)}<path d="${card}" fill="url(#bdC)"/>${times(60, () => `<path d="M${random.whole(-400, 390)} ${random.whole(-440, 430)}l${random.whole(8, 34)} ${random.whole(-3, 3)}" stroke="#9a8560" stroke-opacity=".35" stroke-width="2"/>`)}<path d="${slab(0, 0, 770, 850, 8)}" fill="none" stroke="${copper}" stroke-width="3" stroke-dasharray="14 10"/><path d="${slab(0, -380, 120, 26, 13)}" fill="#8a7a60"/><path d="M-236 -262h30M140 -262h30" stroke="#7a6a4e" stroke-width="9" stroke-linecap="round"/>${moved(-186, -200, one(), -2)}${moved(190, -200, one(), 2)}`,
    width: 820,
    height: 900,
    stance: "flat",
    span: 520,
  };
}

/** Pomegranates of silver filigree, crown down, three garnets in each; on a velvet rest. */
export function pomegranateEarrings({ palette }: PictureSubject, _random: Random): Drawn {
  const [silver = "#c9ccd1", , garnet = "#7a1f2b"] = palette;
  const fruit =
    "M0 0C84 0 132 66 132 140C132 214 84 262 44 276L74 336L30 314L0 346L-30 314L-74 336L-44 276C-84 262 -132 214 -132 140C-132 66 -84 0 0 0Z";
  const scrolls = `${spiral(-62, 84, 36, 2, 1)}${spiral(62, 84, 36, 2, -1, 180)}${spiral(-74, 172, 32, 2, -1)}${spiral(74, 172, 32, 2, 1, 180)}${spiral(0, 52, 30, 2, 1, 90)}${spiral(-26, 236, 24, 2, 1)}${spiral(26, 236, 24, 2, -1, 180)}${spiral(0, 292, 15, 1.4)}`;
  const granules = times(22, (i) => {
    const a = (i / 22) * Math.PI * 2;
    return bead(Math.sin(a) * 132, 140 - Math.cos(a) * 136, 8, silver);
  });
  const one = `${wire("M0 0C0 -44 -6 -92 -40 -98C-78 -98 -80 -40 -62 6", silver, 9)}${wire(disc(0, 12, 16), silver, 9)}<g transform="translate(0 60)">${wire("M-28 -26C-10 -44 10 -44 28 -26L16 -2H-16Z", silver, 9)}${bead(0, -22, 12, silver)}<path d="${fruit}" fill="#0d1016" opacity=".38" transform="translate(10 14)"/>${wire(scrolls, silver, 8, true)}${wire(fruit, silver, 14, true)}${granules}${gem(0, 128, 30, garnet)}${gem(-34, 186, 24, garnet)}${gem(34, 186, 24, garnet)}${wire("M0 346V368", silver, 7)}${bead(0, 384, 16, silver)}</g>`;
  const board = "M-330 -780Q-330 -800 -310 -800H310Q330 -800 330 -780L390 -60H-390Z";
  return {
    svg: `<defs>${velvet("peV", "#243447")}${velvet("peF", "#1b2836")}</defs><path d="M-390 -60H390L420 0H-420Z" fill="url(#peF)"/><path d="${board}" fill="url(#peV)"/><path d="M-390 -60H390" stroke="#5b7088" stroke-width="4"/><path d="M-300 -790L-356 -70" stroke="#fff" stroke-opacity=".12" stroke-width="16"/><path d="M-206 -664h44M134 -664h44" stroke="#0b121a" stroke-width="10" stroke-linecap="round"/>${moved(-170, -594, one)}${moved(176, -594, one)}`,
    width: 860,
    height: 810,
    stance: "standing",
    span: 560,
  };
}
