import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { cast, disc, filled, grain, linear, lit, lying, moved, radial, slab, standing, times, to1 } from "../paint";
import type { Drawn } from "../scene";

/** Five spoons laid out like a fan: ladle, serving spoon, slotted, spatula, tasting spoon. */
export function spoons({ palette }: PictureSubject, random: Random): Drawn {
  const [mid = "#a9784a", dark = "#7a4f2a", pale = "#d8b78a"] = palette;
  const stick = "M-17 -120C-12 40 -13 260 -22 420Q0 452 22 420C13 260 12 40 17 -120Z";
  const oval = (rx: number, ry: number, cy: number) => disc(0, cy, rx, ry);
  const heads = [
    { d: oval(92, 96, -200), bowl: oval(72, 76, -204) },
    { d: oval(74, 128, -240), bowl: oval(54, 104, -246) },
    { d: oval(82, 124, -236), bowl: "M-34 -320V-170M0 -336V-156M34 -320V-170" },
    { d: "M-76 -340Q-70 -366 -40 -366H56Q82 -362 78 -330L40 -120Q0 -84 -36 -120Z", bowl: "" },
    { d: oval(56, 82, -196), bowl: oval(40, 64, -200) },
  ];
  const tones = [darken(dark, 0.15), mid, darken(mid, 0.18), mix(mid, pale, 0.45), dark];
  const spoon = (i: number, x: number, y: number, turn: number) => {
    const { d = "", bowl: scoop = "" } = heads[i] ?? {};
    const wood = tones[i] ?? mid;
    const shape = `${stick}${d}`;
    const hollow = scoop.includes("V")
      ? `<path d="${scoop}" stroke="${darken(wood, 0.75)}" stroke-width="17" stroke-linecap="round"/><path d="${scoop}" transform="translate(4 2)" stroke="${lighten(wood, 0.4)}" stroke-width="3" stroke-linecap="round"/>`
      : scoop &&
        `<path d="${scoop}" fill="url(#spB${i})"/><path d="${scoop}" fill="none" stroke="${darken(wood, 0.5)}" stroke-opacity=".6" stroke-width="4"/>`;
    return moved(
      x,
      y,
      `<defs>${linear(`spG${i}`, [
        [0, lighten(wood, 0.34)],
        [0.5, wood],
        [1, darken(wood, 0.42)],
      ])}${linear(
        `spB${i}`,
        [
          [0, darken(wood, 0.55)],
          [0.5, darken(wood, 0.15)],
          [1, lighten(wood, 0.38)],
        ],
        [0, 0, 1, 1],
      )}</defs>${cast(shape, 14, 16)}${filled(`sp${i}`, shape, `url(#spG${i})`, grain(200, 860, darken(wood, 0.65), random, 30, 0.42))}${hollow}<circle cy="398" r="8" fill="${darken(wood, 0.75)}"/>`,
      turn,
    );
  };
  return lying(
    `${spoon(0, -330, 20, -24)}${spoon(1, -172, -36, -12)}${spoon(2, 0, -60, 0)}${spoon(3, 178, -40, 12)}${spoon(4, 320, 30, 24)}`,
    1000,
    960,
  );
}

/** A turned bowl seen a little from above, so that its rings show. */
export function bowl({ palette }: PictureSubject, random: Random): Drawn {
  const [mid = "#a9784a", dark = "#7a4f2a", pale = "#d8b78a"] = palette;
  const beech = mix(pale, mid, 0.28);
  const shape = "M-480 -330C-470 -130 -300 -30 -190 -24H190C300 -30 470 -130 480 -330Z";
  const rings = times(
    9,
    (i) =>
      `<ellipse cx="${to1(random.between(-14, 14))}" cy="${-290 + i * 3}" rx="${to1(430 - i * 46)}" ry="${to1(112 - i * 12)}" stroke-width="${random.whole(2, 6)}"/>`,
  );
  return standing(
    `<defs>${linear("wbB", [
      [0, darken(beech, 0.35)],
      [0.26, lighten(beech, 0.4)],
      [0.55, beech],
      [1, darken(beech, 0.5)],
    ])}${radial(
      "wbI",
      [
        [0, lighten(beech, 0.3)],
        [0.55, darken(beech, 0.1)],
        [1, darken(beech, 0.5)],
      ],
      [0.62, 0.75, 0.8],
    )}</defs><path d="M-200 -34H200L184 0H-184Z" fill="${darken(beech, 0.45)}"/>
${filled("wbC", shape, "url(#wbB)", `${times(16, (i) => `<path d="M-500 ${-316 + i * 20}Q${to1(random.between(-60, 60))} ${to1(-230 + i * 24 + random.between(-12, 12))} 500 ${-316 + i * 20}" stroke="${darken(mid, 0.3)}" stroke-opacity=".34" stroke-width="${random.whole(2, 6)}" fill="none"/>`)}<path d="M-500 -262Q0 -150 500 -262" stroke="${darken(dark, 0.2)}" stroke-width="7" fill="none"/><path d="M-500 -246Q0 -134 500 -246" stroke="${darken(dark, 0.2)}" stroke-width="4" fill="none"/>`)}
<ellipse cy="-330" rx="480" ry="146" fill="${lighten(beech, 0.3)}"/><path d="M-480 -330A480 146 0 0 1 480 -330" fill="none" stroke="${darken(beech, 0.3)}" stroke-width="5"/>${filled("wbD", disc(0, -326, 450, 128), "url(#wbI)", `<g fill="none" stroke="${darken(mid, 0.4)}" stroke-opacity=".38">${rings}</g>`)}<path d="M-440 -300A450 128 0 0 0 100 -200" fill="none" stroke="#fff" stroke-opacity=".4" stroke-width="10" stroke-linecap="round"/>`,
    960,
    480,
  );
}

/** A board of walnut and beech strips with a juice groove and a hole to hang it by. */
export function board({ palette }: PictureSubject, random: Random): Drawn {
  const [mid = "#a9784a", dark = "#7a4f2a", pale = "#d8b78a"] = palette;
  const widths = [110, 70, 130, 50, 130, 70, 110];
  const whole = widths.reduce((sum, w) => sum + w, 0);
  let x = -whole / 2;
  const strips = widths
    .map((w, i) => {
      const tone = i % 2 ? darken(dark, 0.28) : mix(pale, mid, random.between(0, 0.28));
      const strip = `<g transform="translate(${x + w / 2} 0)"><rect x="${-w / 2}" y="-540" width="${w}" height="1080" fill="${tone}"/>${grain(w, 1080, darken(tone, 0.6), random, 12, 0.34)}<path d="M${-w / 2} -540V540" stroke="${darken(dark, 0.6)}" stroke-width="2.5"/></g>`;
      x += w;
      return strip;
    })
    .join("");
  const edge = slab(0, 0, whole, 1040, 46);
  const groove = slab(0, 50, whole - 110, 840, 30);
  return lying(
    `<defs>${linear(
      "cbL",
      [
        [0, "#fff", 0.3],
        [0.5, "#fff", 0],
        [1, "#000", 0.3],
      ],
      [0, 0, 1, 1],
    )}${lit("cbR", "#8a5a2e", 0.4, 0.4)}</defs>${cast(edge)}<path d="${edge}" transform="translate(8 16)" fill="${darken(dark, 0.6)}"/>${filled("cbC", edge, pale, strips)}<path d="${edge}" fill="url(#cbL)"/><path d="${groove}" fill="none" stroke="${darken(dark, 0.5)}" stroke-opacity=".75" stroke-width="22"/><path d="${groove}" fill="none" stroke="${lighten(pale, 0.4)}" stroke-opacity=".55" stroke-width="5" transform="translate(7 8)"/><circle cy="-448" r="34" fill="${darken(dark, 0.7)}"/><path d="M0 -448C-70 -540 -40 -640 10 -630C60 -616 40 -520 2 -448" fill="none" stroke="${darken(dark, 0.5)}" stroke-width="17"/><path d="M0 -448C-70 -540 -40 -640 10 -630C60 -616 40 -520 2 -448" fill="none" stroke="url(#cbR)" stroke-width="11"/>`,
    720,
    1200,
  );
}

/** A round beech seat on three splayed walnut legs, wedges showing in the seat. */
export function stool({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#6b4423", mid = "#a9784a", pale = "#d8b78a"] = palette;
  const beech = mix(pale, "#f0d29a", 0.4);
  const leg = (id: string, d: string) =>
    `<defs>${linear(id, [
      [0, darken(wood, 0.2)],
      [0.3, lighten(wood, 0.32)],
      [0.6, wood],
      [1, darken(wood, 0.5)],
    ])}</defs><path d="${d}" fill="url(#${id})"/>`;
  const seat = "M-400 -790A400 104 0 0 0 400 -790V-738A400 104 0 0 1 -400 -738Z";
  const top = disc(0, -790, 400, 104);
  const wedge = (x: number, y: number) =>
    `<g transform="translate(${x} ${y})"><ellipse rx="46" ry="17" fill="${wood}" stroke="${darken(wood, 0.5)}" stroke-width="3"/><path d="M-46 0L46 -3L46 3Z" fill="${lighten(beech, 0.3)}"/></g>`;
  const rung = (d: string) =>
    `<path d="${d}" stroke="${darken(wood, 0.5)}" stroke-width="28" fill="none"/><path d="${d}" stroke="${wood}" stroke-width="20" fill="none"/><path d="${d}" stroke="${lighten(wood, 0.4)}" stroke-width="5" fill="none" transform="translate(0 -5)"/>`;
  return {
    svg: `<defs>${linear("stS", [
      [0, darken(beech, 0.3)],
      [0.3, lighten(beech, 0.3)],
      [1, darken(beech, 0.45)],
    ])}${lit("stT", beech, 0.4, 0.25)}</defs>${leg("stA", "M6 -760H66L76 -50H34Z")}${rung("M-230 -250L54 -300M240 -240L54 -300")}${leg("stB", "M-214 -730H-138L-270 0H-322Z")}${leg("stC", "M142 -730H218L326 0H274Z")}${rung("M-250 -190Q0 -170 258 -190")}<path d="${seat}" fill="url(#stS)"/>${filled("stD", top, "url(#stT)", `<g transform="translate(0 -790) rotate(84)">${grain(230, 820, darken(mid, 0.35), random, 30, 0.4)}</g>`)}<path d="${top}" fill="none" stroke="${lighten(beech, 0.5)}" stroke-width="4"/>${wedge(-176, -764)}${wedge(176, -764)}${wedge(30, -842)}`,
    width: 840,
    height: 900,
    stance: "standing",
    ground: "floor",
  };
}
