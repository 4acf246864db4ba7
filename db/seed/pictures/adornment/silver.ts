import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { bead, cast, disc, filled, grain, lit, moved, radial, slab, star, times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { gem, polished, spiral, velvet, wire } from "./metal";

const PAISLEY = "M-8 66C-58 60 -68 0 -34 -30C-8 -54 2 -62 4 -88C34 -70 40 -40 48 -8C58 36 34 72 -8 66Z";

const BUTA = "M22 -50C34 -38 22 -24 8 -20C44 -8 48 48 2 50C-44 50 -42 -4 -12 -22C2 -32 4 -44 22 -50Z";

/** A ring with a black buta on its face, in an open velvet box. */
export function ring({ palette }: PictureSubject, _random: Random): Drawn {
  const [silver = "#c9ccd1", , garnet = "#7a1f2b"] = palette;
  const niello = "#17181c";
  const hoop = "M-150 0A150 150 0 1 1 150 0A150 150 0 1 1 -150 0ZM-118 4A118 122 0 1 0 118 4A118 122 0 1 0 -118 4Z";
  const leaf = (side: number) =>
    `<path d="M${side * 92} 84C${side * 130} 60 ${side * 140} 10 ${side * 136} -30" fill="none" stroke="${niello}" stroke-width="7"/><path d="M${side * 132} 30q${side * -26} 0 ${side * -14} -24q${side * 20} 4 ${side * 14} 24M${side * 122} 62q${side * -26} 0 ${side * -16} -24q${side * 20} 4 ${side * 16} 24" fill="${niello}"/>`;
  const jewel = `<path d="${hoop}" fill="url(#rgS)" fill-rule="evenodd"/><path d="${disc(0, 0, 150)}" fill="none" stroke="${darken(silver, 0.5)}" stroke-width="3"/>${leaf(1)}${leaf(-1)}<g transform="translate(0 -170)"><path d="${disc(0, 8, 116, 142)}" fill="${darken(silver, 0.6)}"/><path d="${disc(0, 0, 116, 142)}" fill="url(#rgT)"/>${times(30, (i) => bead(Math.sin(i * 0.2094) * 104, -Math.cos(i * 0.2094) * 130, 9, silver))}<path d="${disc(0, 0, 88, 114)}" fill="${niello}"/><path d="${disc(0, 0, 88, 114)}" fill="none" stroke="${lighten(silver, 0.5)}" stroke-width="4"/><g transform="translate(2 8) scale(1.08)"><path d="${PAISLEY}" fill="${lighten(silver, 0.35)}"/><path d="${PAISLEY}" transform="translate(-1 10) scale(.72)" fill="none" stroke="${niello}" stroke-width="6"/><path d="${star(8, 20, 10)}" transform="translate(-6 18)" fill="${niello}"/><path d="M8 -46Q14 -62 28 -68" stroke="${niello}" stroke-width="5" fill="none"/></g><path d="${spiral(-50, -60, 14, 1.5)}${spiral(58, -40, 13, 1.5, -1)}" fill="none" stroke="${lighten(silver, 0.3)}" stroke-width="5"/><path d="M-70 -60Q-50 -110 0 -124" stroke="#fff" stroke-width="8" stroke-opacity=".7" fill="none" stroke-linecap="round"/></g>`;
  return {
    svg: `<defs>${polished("rgS", silver)}${polished("rgT", lighten(silver, 0.1))}${velvet("rgV", garnet)}${velvet("rgL", darken(garnet, 0.35))}${lit("rgB", "#2a1d1a", 0.3, 0.4)}</defs><path d="M-400 -260L-360 -760Q-356 -800 -320 -800H320Q356 -800 360 -760L400 -260Z" fill="url(#rgB)"/><path d="M-350 -290L-318 -740Q-316 -758 -296 -758H296Q316 -758 318 -740L350 -290Z" fill="url(#rgL)"/><path d="${star(8, 70, 48)}" transform="translate(0 -700) scale(.5 .42)" fill="none" stroke="#d8b46a" stroke-width="5" opacity=".7"/><path d="M-410 -270H410L430 -190H-430Z" fill="${darken(garnet, 0.5)}"/><path d="M-392 -264Q0 -320 392 -264L404 -196Q0 -240 -404 -196Z" fill="url(#rgV)"/><ellipse cy="-252" rx="190" ry="26" fill="#1c0609"/><clipPath id="rgC"><path d="M-400 -900H400V-250Q0 -226 -400 -250Z"/></clipPath><g clip-path="url(#rgC)">${moved(0, -376, jewel)}</g><path d="M-190 -250A190 26 0 0 0 190 -250L200 -216Q0 -236 -200 -216Z" fill="url(#rgV)"/><path d="M-430 -200H430L410 0H-410Z" fill="url(#rgB)"/><path d="M-430 -200H430" stroke="#8a6a55" stroke-width="5"/><path d="${slab(0, -112, 60, 44, 8)}" fill="#d8b46a" stroke="#7d5f24" stroke-width="4"/>`,
    width: 870,
    height: 810,
    stance: "standing",
    span: 840,
  };
}

/** Seven hinged plates of filigree laid in an arc on a velvet tray. */
export function bracelet({ palette }: PictureSubject, random: Random): Drawn {
  const [silver = "#c9ccd1", , garnet = "#7a1f2b"] = palette;
  const plate = (i: number) => {
    const h = 176 - Math.abs(i - 3) * 9;
    const edge = slab(0, 0, 132, h, 22);
    const scrolls = [1, -1]
      .map((s) => [1, -1].map((t) => spiral(s * 33, t * h * 0.27, 25, 2, s * t > 0 ? 1 : -1, s > 0 ? 180 : 0)).join(""))
      .join("");
    const middle =
      i % 2
        ? `${bead(0, 0, 20, silver)}${times(8, (k) => bead(Math.sin(k * 0.785) * 29, Math.cos(k * 0.785) * 29, 7, silver))}`
        : gem(0, 0, 20, garnet);
    return `<path d="${edge}" fill="#07090d" opacity=".5" transform="translate(10 16)"/><path d="${edge}" fill="#2a2d33"/>${wire(scrolls, silver, 8, true)}${wire(edge, silver, 14, true)}${middle}${[-1, 1].map((s) => [-1, 1].map((t) => bead(s * 58, t * (h / 2 - 10), 9, silver)).join("")).join("")}`;
  };
  const parts = times(7, (i) => {
    const a = (i - 3) * 17.5;
    const r = (a * Math.PI) / 180;
    const link =
      i < 6
        ? moved(
            Math.sin(r + 0.153) * 520,
            300 - Math.cos(r + 0.153) * 520,
            [-48, 0, 48]
              .map((y) => `<path d="${slab(0, y, 30, 34, 8)}" fill="url(#brS)" stroke="#4b4f56" stroke-width="3"/>`)
              .join(""),
            a + 8.75,
          )
        : "";
    return link + moved(Math.sin(r) * 520, 300 - Math.cos(r) * 520, plate(i), a);
  });
  const clasp = (side: 1 | -1) => {
    const a = (side * 61.4 * Math.PI) / 180;
    const rings = wire(disc(side * 2, 0, 15) + disc(side * 28, 2, 15), silver, 9);
    const last =
      side > 0
        ? wire(disc(66, 4, 25), silver, 11)
        : `${wire("M-42 2H-78C-116 2 -116 48 -82 48Q-58 46 -62 26", silver, 13)}${bead(-62, 24, 9, silver)}`;
    return moved(Math.sin(a) * 520, 300 - Math.cos(a) * 520, rings + last, side * 61.4);
  };
  const tray = slab(0, 0, 1160, 760, 40);
  return {
    svg: `<defs>${polished("brS", silver)}${velvet("brV", "#3a1420")}${lit("brT", "#5a3a26", 0.35, 0.4)}</defs>${cast(tray)}${filled("brW", tray, "url(#brT)", `<g transform="rotate(90)">${grain(760, 1160, "#2b1b10", random, 36, 0.4)}</g>`)}<path d="${slab(0, 0, 1080, 680, 26)}" fill="#140609"/><path d="${slab(4, 6, 1066, 664, 24)}" fill="url(#brV)"/><g transform="translate(0 74)">${parts}${clasp(-1)}${clasp(1)}</g>`,
    width: 1160,
    height: 760,
    stance: "flat",
    span: 1060,
  };
}

/** A two-part buckle, granules along its rim, on the belt of a national dress. */
export function buckle({ palette }: PictureSubject, _random: Random): Drawn {
  const [silver = "#c9ccd1", , garnet = "#7a1f2b"] = palette;
  const leaf = "M30 -40C60 -170 190 -250 330 -210C440 -176 500 -80 490 0C500 80 440 176 330 210C190 250 60 170 30 40Z";
  const rim = times(38, (i) => {
    const a = (i / 38) * Math.PI * 2;
    const [c, s] = [Math.cos(a), Math.sin(a)];
    return bead(268 + c * (c < 0 ? 208 : 200), s * (c < 0 ? 196 - Math.abs(c) ** 3 * 90 : 196), 14, silver);
  });
  const half = (side: 1 | -1) =>
    `<g transform="scale(${side} 1)"><path d="${leaf}" fill="#06080c" opacity=".5" transform="translate(${12 * side} 20)"/><path d="${leaf}" fill="url(#bkS)"/><path d="${leaf}" fill="#1d2026" transform="translate(40 0) scale(.86)"/>${wire(`${spiral(150, -100, 50, 2.4)}${spiral(150, 100, 50, 2.4, -1)}${spiral(262, -146, 40, 2, -1)}${spiral(262, 146, 40, 2)}${spiral(392, -92, 50, 2.4, -1, 180)}${spiral(392, 92, 50, 2.4, 1, 180)}${spiral(110, 0, 36, 2, 1, 180)}${spiral(432, 0, 30, 2)}`, silver, 11, true)}<g transform="translate(270 0)"><circle r="96" fill="#1d2026"/><path d="${star(8, 96, 62)}" fill="url(#bkS)" stroke="#4b4f56" stroke-width="3"/>${times(16, (i) => bead(Math.sin(i * 0.3927) * 58, Math.cos(i * 0.3927) * 58, 9, silver))}</g>${gem(270, 0, 40, garnet)}${rim}</g>`;
  const stitches = times(31, (i) =>
    moved(-600 + i * 40, 0, `<path d="M0 -156L16 -136L0 -116L-16 -136ZM0 156L16 136L0 116L-16 136Z" fill="#d8b46a"/>`),
  );
  return {
    svg: `<defs>${polished("bkS", silver)}${velvet("bkV", garnet)}</defs>${cast(slab(0, 0, 1240, 350, 4), 10, 16)}<path d="${slab(0, 0, 1240, 350, 4)}" fill="url(#bkV)"/><path d="M-620 -164H620M-620 164H620M-620 -108H620M-620 108H620" stroke="#d8b46a" stroke-width="6"/>${stitches}${half(-1)}${half(1)}<path d="${slab(0, 0, 92, 130, 20)}" fill="url(#bkS)" stroke="#4b4f56" stroke-width="4"/>${gem(0, 0, 24, garnet)}${bead(0, -44, 11, silver)}${bead(0, 44, 11, silver)}`,
    width: 1240,
    height: 520,
    stance: "flat",
    outline: "cast",
    span: 1000,
  };
}

/** Six teaspoons in a walnut box lined with velvet. */
export function teaspoons({ palette }: PictureSubject, random: Random): Drawn {
  const [silver = "#c9ccd1", , garnet = "#7a1f2b"] = palette;
  const spoonShape =
    "M0 -340C66 -340 84 -250 72 -190C62 -140 30 -120 14 -96L10 300H-10L-14 -96C-30 -120 -62 -140 -72 -190C-84 -250 -66 -340 0 -340Z";
  const spoon = (i: number) =>
    moved(
      -340 + i * 136,
      i % 2 ? 6 : -6,
      `<path d="${spoonShape}" fill="#0d0306" opacity=".55" transform="translate(10 14)"/><path d="${spoonShape}" fill="url(#tsS)"/><ellipse cy="-232" rx="52" ry="84" fill="url(#tsB)"/><path d="M-34 -268Q-26 -312 4 -316" stroke="#fff" stroke-width="8" stroke-opacity=".9" fill="none" stroke-linecap="round"/><path d="M-3 -80V290" stroke="#fff" stroke-opacity=".8" stroke-width="4"/><g transform="translate(0 322) rotate(180) scale(.92)"><path d="${BUTA}" fill="url(#tsS)" stroke="#5a5e65" stroke-width="4"/><path d="M4 -2C24 6 26 34 2 36C-22 36 -22 6 -6 -4Z" fill="none" stroke="#5a5e65" stroke-width="4"/></g>${gem(-2, 308, 9, garnet)}`,
    );
  const box = slab(0, 0, 1080, 880, 22);
  return {
    svg: `<defs>${polished("tsS", silver)}${radial(
      "tsB",
      [
        [0, darken(silver, 0.5)],
        [0.6, silver],
        [1, "#fff"],
      ],
      [0.4, 0.35, 0.75],
    )}${velvet("tsV", garnet)}${lit("tsW", "#5a3a22", 0.35, 0.4)}</defs>${cast(box)}${filled("tsX", box, "url(#tsW)", grain(1080, 880, "#22140a", random, 60, 0.45))}<path d="${slab(0, 0, 970, 770, 10)}" fill="#1c0509"/><path d="${slab(5, 8, 956, 754, 8)}" fill="url(#tsV)"/><path d="M-470 -60H478M-470 40H478" stroke="#2c070d" stroke-width="22" opacity=".55"/><path d="M-470 -72H478M-470 28H478" stroke="#b7525e" stroke-width="4" opacity=".6"/>${times(6, spoon)}<path d="${slab(0, 10, 950, 64, 10)}" fill="${darken(garnet, 0.35)}" opacity=".92"/><path d="M-470 -20H470" stroke="#b7525e" stroke-width="3" opacity=".7"/>${times(12, (i) => `<circle cx="${to1(-434 + i * 79)}" cy="10" r="5" fill="#d8b46a"/>`)}${[-1, 1].map((s) => `<path d="${slab(s * 300, -440, 110, 22, 4)}" fill="#c9973a" stroke="#6d4d17" stroke-width="3"/>`).join("")}`,
    width: 1080,
    height: 880,
    stance: "flat",
  };
}
