import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { cast, disc, filled, linear, lit, lying, moved, radial, slab, standing, star, times, to1 } from "../paint";
import type { Drawn } from "../scene";

/** Pores and creases of hide over a `w` × `h` area around the origin. */
function hide(w: number, h: number, colour: string, random: Random, count = 110): string {
  const d = times(
    count,
    () =>
      `M${to1(random.between(-w / 2, w / 2))} ${to1(random.between(-h / 2, h / 2))}q${random.whole(-14, 14)} ${random.whole(-8, 8)} ${random.whole(-22, 22)} ${random.whole(-12, 12)}`,
  );
  return `<path d="${d}" fill="none" stroke="${darken(colour, 0.6)}" stroke-opacity=".2" stroke-width="3"/><path d="${d}" fill="none" stroke="${lighten(colour, 0.5)}" stroke-opacity=".16" stroke-width="2" transform="translate(2 3)"/>`;
}

/** A line of saddle stitch along a path. */
function stitch(d: string, thread: string, leather: string): string {
  return `<g fill="none" stroke-linecap="round"><path d="${d}" stroke="${darken(leather, 0.5)}" stroke-width="9"/><path d="${d}" stroke="${thread}" stroke-width="5" stroke-dasharray="13 11"/></g>`;
}

/** A strap along a path, stitched at both edges. */
function strap(d: string, leather: string, thread: string, width: number): string {
  const line = (stroke: string, w: number, more = "") =>
    `<path d="${d}" stroke="${stroke}" stroke-width="${to1(w)}" ${more}/>`;
  return `<g fill="none" stroke-linejoin="round">${line(darken(leather, 0.55), width)}${line(leather, width - 6)}${line(thread, width - 20, `stroke-dasharray="13 10"`)}${line(leather, width - 30)}${line(lighten(leather, 0.3), width * 0.3, `stroke-opacity=".45" transform="translate(-3 -5)"`)}</g>`;
}

/** A shoulder bag with a deep flap, its strap looped over it. */
export function bag({ palette }: PictureSubject, random: Random): Drawn {
  const [leather = "#7a4a24", tan = "#a76b3a", dark = "#2b1b10", thread = "#e6d3b8"] = palette;
  const body = "M-400 -560H400Q436 -300 424 -60Q416 0 350 0H-350Q-416 0 -424 -60Q-436 -300 -400 -560Z";
  const flap = "M-412 -580Q0 -610 412 -580Q440 -360 400 -240Q250 -130 0 -130Q-250 -130 -400 -240Q-440 -360 -412 -580Z";
  const seam = "M-388 -566Q-414 -360 -378 -252Q-240 -156 0 -156Q240 -156 378 -252Q414 -360 388 -566";
  const loop = "M-376 -540C-400 -820 -230 -960 0 -960C230 -960 400 -820 376 -540";
  const ring = (x: number) =>
    `<path d="${disc(x, -566, 34)}" fill="none" stroke="#6d4d17" stroke-width="16"/><path d="${disc(x, -567, 34)}" fill="none" stroke="#d9b45c" stroke-width="9"/>`;
  return standing(
    `<defs>${lit("bagB", darken(leather, 0.12), 0.1, 0.45)}${linear(
      "bagF",
      [
        [0, lighten(tan, 0.2)],
        [0.3, mix(leather, tan, 0.6)],
        [1, darken(leather, 0.3)],
      ],
      [0.2, 0, 0.7, 1],
    )}</defs>${strap(loop, leather, thread, 64)}${filled("bagC", body, "url(#bagB)", `<g transform="translate(0 -280)">${hide(860, 580, leather, random)}</g><path d="M-420 -40Q0 10 420 -40" stroke="${dark}" stroke-opacity=".4" stroke-width="26" fill="none"/>`)}${stitch("M-396 -200Q-404 -90 -390 -60Q-380 -28 -340 -28H340Q380 -28 390 -60Q404 -90 396 -200", thread, leather)}<path d="${flap}" transform="translate(4 26)" fill="#140d07" opacity=".4"/>${filled("bagG", flap, "url(#bagF)", `<g transform="translate(0 -360)">${hide(860, 500, tan, random, 150)}</g><path d="M-420 -560Q0 -520 420 -560" stroke="#fff" stroke-opacity=".22" stroke-width="40" fill="none"/>`)}<path d="${flap}" fill="none" stroke="${darken(leather, 0.55)}" stroke-width="7"/>${stitch(seam, thread, leather)}<g transform="translate(0 -360)" fill="none" stroke="${darken(leather, 0.45)}" stroke-width="6"><path d="${star(8, 120, 82)}"/><path d="${star(8, 66, 44)}"/><circle r="140" stroke-dasharray="2 16" stroke-linecap="round" stroke-width="9"/></g>${ring(-376)}${ring(376)}<path d="${slab(-376, -490, 66, 110, 12)}${slab(376, -490, 66, 110, 12)}" fill="${leather}" stroke="${darken(leather, 0.5)}" stroke-width="5"/><path d="${slab(0, -130, 96, 150, 20)}" fill="${leather}" stroke="${darken(leather, 0.55)}" stroke-width="6"/><path d="${slab(0, -116, 72, 56, 12)}" fill="#d9b45c" stroke="#6d4d17" stroke-width="5"/><path d="${slab(0, -116, 14, 34, 6)}" fill="#6d4d17"/>`,
    900,
    1000,
  );
}

/** A wallet lying open on its slots, a second one closed before it. */
export function wallet({ palette }: PictureSubject, random: Random): Drawn {
  const [leather = "#7a4a24", tan = "#a76b3a", dark = "#2b1b10", thread = "#e6d3b8"] = palette;
  const open = slab(0, 0, 1040, 520, 34);
  const cards = ["#35546a", "#d9cdb4", "#7d2f2c", "#3e5c46"];
  const slots = (x: number, first: number) =>
    times(4, (i) => {
      const y = -190 + i * 84;
      return `<path d="${slab(x, y + 60, 380, 130, 12)}" fill="${cards[(i + first) % 4] ?? tan}"/><path d="M${x - 214} ${y + 22}Q${x} ${y + 54} ${x + 214} ${y + 22}V250H${x - 214}Z" fill="${i % 2 ? tan : mix(leather, tan, 0.75)}"/><path d="M${x - 214} ${y + 22}Q${x} ${y + 54} ${x + 214} ${y + 22}" fill="none" stroke="${darken(leather, 0.55)}" stroke-width="6"/><path d="M${x - 214} ${y + 34}Q${x} ${y + 66} ${x + 214} ${y + 34}" fill="none" stroke="${thread}" stroke-width="4" stroke-dasharray="11 9"/>`;
    });
  const closed = slab(0, 0, 520, 420, 30);
  return lying(
    `<defs>${lit("wlO", leather, 0.14, 0.35)}${lit("wlC", darken(leather, 0.2), 0.36, 0.4)}</defs><g transform="translate(0 -230)">${cast(open)}<path d="M-470 -240L-440 -330H430L470 -240Z" fill="#9db59a"/><path d="M-470 -240L-430 -304H400L470 -240Z" fill="#c9b58a"/>${filled("wlX", open, "url(#wlO)", `${slots(-262, 0)}${slots(262, 2)}<path d="M-30 -260H30V260H-30Z" fill="${darken(leather, 0.3)}"/><path d="M0 -260V260" stroke="${dark}" stroke-opacity=".5" stroke-width="10"/>`)}<g>${stitch(slab(0, 0, 996, 476, 22), thread, leather)}</g><path d="${open}" fill="none" stroke="${darken(leather, 0.6)}" stroke-width="9"/></g><g transform="translate(130 270) rotate(-11)">${cast(closed, 18, 26)}<path d="${closed}" transform="translate(-6 14)" fill="${darken(leather, 0.65)}"/>${filled("wlY", closed, "url(#wlC)", hide(540, 440, leather, random, 150))}${stitch(slab(0, 0, 474, 374, 20), thread, leather)}<g fill="none" stroke="${darken(leather, 0.6)}" stroke-width="7" transform="translate(140 90)"><path d="M22 -50C34 -38 22 -24 8 -20C44 -8 48 48 2 50C-44 50 -42 -4 -12 -22C2 -32 4 -44 22 -50Z"/></g><path d="M-230 -180Q-100 -160 60 -190" stroke="#fff" stroke-opacity=".2" stroke-width="30" fill="none"/></g>`,
    1080,
    1080,
  );
}

/** A belt thrown in a loop: bronze buckle at one end, holes at the other. */
export function belt({ palette }: PictureSubject, _random: Random): Drawn {
  const [leather = "#8a5a2e", dark = "#5a371b", , thread = "#f0e3cf"] = palette;
  const d =
    "M-400 -330C-120 -470 260 -440 400 -220C540 20 380 330 60 350C-220 364 -380 200 -340 10C-300 -160 -80 -220 90 -130C240 -40 220 130 90 170C-20 196 -100 120 -70 40C-50 0 0 -10 30 20";
  const bronze = "#b98a3e";
  const holes = [
    [58, 175],
    [2, 168],
    [-42, 145],
    [-69, 108],
    [-75, 72],
  ];
  return lying(
    `<defs>${lit("blB", bronze, 0.6, 0.4)}</defs><g transform="translate(14 26)"><path d="${d}" fill="none" stroke="#140d07" stroke-opacity=".28" stroke-width="120" stroke-linejoin="round"/></g>${strap(d, leather, thread, 104)}<path d="M30 20C0 -10 -50 0 -70 40" fill="none" stroke="${dark}" stroke-width="60" opacity=".35"/>${holes.map(([x = 0, y = 0]) => `<ellipse cx="${x}" cy="${y}" rx="14" ry="12" fill="${darken(dark, 0.7)}"/><path d="M${x - 14} ${y + 3}a14 12 0 0 0 28 0" stroke="${lighten(leather, 0.4)}" stroke-width="3" fill="none"/>`).join("")}<g transform="translate(-430 -316) rotate(-26)"><path d="${slab(6, 16, 190, 220, 40)}" fill="none" stroke="#140d07" stroke-opacity=".3" stroke-width="34"/><path d="${slab(0, 0, 190, 220, 40)}" fill="none" stroke="${darken(bronze, 0.55)}" stroke-width="36"/><path d="${slab(0, 0, 190, 220, 40)}" fill="none" stroke="url(#blB)" stroke-width="28"/><path d="M-80 -60Q-80 -96 -44 -96H40" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="7" stroke-linecap="round"/>${times(5, (i) => `<circle cx="-95" cy="${-72 + i * 36}" r="8" fill="${darken(bronze, 0.5)}"/>`)}<path d="M86 0H-100" stroke="${darken(bronze, 0.55)}" stroke-width="24" stroke-linecap="round"/><path d="M86 -3H-98" stroke="${lighten(bronze, 0.4)}" stroke-width="12" stroke-linecap="round"/></g><g transform="translate(-268 -378) rotate(-22)"><path d="${slab(4, 8, 62, 140, 12)}" fill="#140d07" opacity=".3"/><path d="${slab(0, 0, 62, 134, 12)}" fill="${dark}" stroke="${darken(dark, 0.5)}" stroke-width="5"/><path d="M-20 -56V56" stroke="${thread}" stroke-width="4" stroke-dasharray="11 9"/></g>`,
    1130,
    960,
  );
}

/** A notebook in an embossed cover, held by a thong. */
export function notebook({ palette }: PictureSubject, random: Random): Drawn {
  const [leather = "#8a5a2e", dark = "#5a371b", gold = "#c99a62", paper = "#f0e3cf"] = palette;
  const cover = slab(0, 0, 800, 1100, 26);
  const emboss = (d: string, width = 9) =>
    `<path d="${d}" fill="none" stroke="${lighten(leather, 0.45)}" stroke-opacity=".7" stroke-width="${width}" transform="translate(4 5)"/><path d="${d}" fill="none" stroke="${darken(leather, 0.6)}" stroke-width="${width}"/>`;
  const corner = (x: number, y: number, turn: number) =>
    moved(
      x,
      y,
      emboss(
        "M-90 -90H90C40 -60 40 -30 0 -20C-10 10 -60 40 -90 90ZM-60 -60C-20 -60 10 -50 30 -60M-60 -60C-60 -20 -50 10 -60 30",
        7,
      ),
      turn,
    );
  const lobes = times(8, (i) => {
    const a = (i * Math.PI) / 4;
    return `M${to1(Math.sin(a) * 60)} ${to1(-Math.cos(a) * 80)}Q${to1(Math.sin(a + 0.4) * 150)} ${to1(-Math.cos(a + 0.4) * 210)} ${to1(Math.sin(a) * 176)} ${to1(-Math.cos(a) * 250)}Q${to1(Math.sin(a - 0.4) * 150)} ${to1(-Math.cos(a - 0.4) * 210)} ${to1(Math.sin(a) * 60)} ${to1(-Math.cos(a) * 80)}`;
  });
  return {
    svg: `<defs>${lit("nbC", leather, 0.3, 0.4)}${radial("nbM", [
      [0, dark, 0.9],
      [1, darken(dark, 0.3), 0.9],
    ])}</defs>${cast(cover, 16, 24)}<path d="${slab(16, 14, 786, 1074, 10)}" fill="${paper}"/>${times(7, (i) => `<path d="M${396 + i * 2} -520V540" stroke="${darken(paper, 0.3)}" stroke-width="1"/>`)}${filled("nbX", cover, "url(#nbC)", `${hide(800, 1100, leather, random, 240)}<path d="M-400 -550H-320V550H-400Z" fill="#000" opacity=".16"/><path d="M-316 -550V550" stroke="${darken(leather, 0.6)}" stroke-width="6"/>`)}<path d="M-366 -520V520" stroke="${gold}" stroke-width="6" stroke-dasharray="18 14"/>${emboss(slab(40, 0, 630, 1010, 12))}${emboss(slab(40, 0, 586, 966, 8), 5)}${corner(-170, -410, 0)}${corner(250, -410, 90)}${corner(250, 410, 180)}${corner(-170, 410, 270)}<g transform="translate(40 0)"><ellipse rx="200" ry="280" fill="url(#nbM)"/>${emboss(disc(0, 0, 200, 280))}${emboss(lobes, 7)}<g transform="scale(1 1.3)">${emboss(star(8, 58, 40), 7)}<path d="${star(8, 40, 22)}" fill="${gold}"/></g>${[-1, 1].map((s) => moved(0, s * 356, emboss("M0 -46C30 -20 30 20 0 46C-30 20 -30 -20 0 -46Z", 7))).join("")}</g><path d="M-404 250H404" stroke="#140d07" stroke-opacity=".3" stroke-width="26" transform="translate(0 8)"/><path d="M-404 250H404" stroke="${darken(dark, 0.4)}" stroke-width="22"/><path d="M-404 246H404" stroke="${lighten(dark, 0.2)}" stroke-width="7"/><path d="M300 250C340 300 330 380 372 440M300 250C360 280 400 330 420 420" stroke="${darken(dark, 0.3)}" stroke-width="14" fill="none" stroke-linecap="round"/>${moved(300, 250, `<path d="${disc(0, 0, 30)}" fill="${gold}" stroke="${dark}" stroke-width="6"/>`)}`,
    width: 840,
    height: 1110,
    stance: "flat",
  };
}

/** A pair of laced charyk with turned-up toes. */
export function shoes({ palette }: PictureSubject, random: Random): Drawn {
  const [leather = "#8a5a2e", dark = "#5a371b", gold = "#c99a62", thread = "#f0e3cf"] = palette;
  const upper =
    "M-400 -40C-440 -140 -420 -250 -380 -300C-330 -330 -220 -320 -180 -296C-120 -250 40 -200 200 -180C300 -168 370 -190 400 -250C420 -300 470 -290 462 -230C450 -120 400 -40 330 -34H-380Z";
  const sole = "M-410 -44H340C400 -44 440 -90 456 -150L470 -130C456 -50 410 0 340 0H-390Q-420 -10 -410 -44Z";
  const shoe = (id: string, tone: string) =>
    `<defs>${linear(
      id,
      [
        [0, lighten(tone, 0.45)],
        [0.4, tone],
        [1, darken(tone, 0.5)],
      ],
      [0.2, 0, 0.4, 1],
    )}</defs><ellipse cx="10" cy="-2" rx="430" ry="26" fill="#140d07" opacity=".35"/><path d="M-380 -300C-330 -340 -220 -340 -176 -296C-230 -262 -330 -262 -380 -300Z" fill="${darken(dark, 0.65)}"/>${filled(`${id}c`, upper, `url(#${id})`, `<g transform="translate(0 -170)">${hide(880, 340, tone, random, 110)}</g><path d="M-400 -210Q-300 -160 -220 -60" stroke="${darken(tone, 0.4)}" stroke-width="5" fill="none"/>`)}<path d="${upper}" fill="none" stroke="${darken(tone, 0.6)}" stroke-width="6"/><path d="M-380 -300C-330 -262 -230 -262 -176 -296L-166 -270C-230 -236 -330 -236 -392 -274Z" fill="${gold}" stroke="${darken(gold, 0.5)}" stroke-width="4"/>${stitch("M-150 -262C-80 -220 40 -168 200 -148C290 -140 360 -156 410 -220", thread, tone)}${stitch("M-406 -80H340", thread, tone)}<path d="M-190 -250Q-100 -120 20 -92Q110 -110 150 -176" fill="none" stroke="${darken(tone, 0.5)}" stroke-width="7"/>${times(
      5,
      (i) => {
        const [x, y] = [-150 + i * 54, -252 + i * 17];
        return `<path d="M${x - 30} ${y + 66}L${x + 26} ${y - 4}M${x + 30} ${y + 74}L${x - 24} ${y - 14}" stroke="${darken(dark, 0.55)}" stroke-width="13" stroke-linecap="round"/><path d="M${x - 30} ${y + 64}L${x + 26} ${y - 6}M${x + 30} ${y + 72}L${x - 24} ${y - 16}" stroke="${thread}" stroke-width="7" stroke-linecap="round"/>`;
      },
    )}<path d="M-170 -270C-240 -330 -250 -390 -200 -386C-170 -376 -176 -310 -166 -272C-140 -330 -80 -380 -60 -350C-50 -320 -110 -290 -166 -272M-166 -272C-180 -220 -220 -180 -236 -150M-166 -272C-150 -230 -130 -190 -136 -150" fill="none" stroke="${thread}" stroke-width="9" stroke-linecap="round"/><path d="${sole}" fill="${darken(dark, 0.35)}"/><path d="M-408 -40H340C390 -42 436 -86 458 -140" fill="none" stroke="${gold}" stroke-width="5" stroke-dasharray="14 9"/>`;
  return standing(
    `${moved(196, -190, shoe("shA", lighten(leather, 0.16)), 0, 0.84)}<path d="${upper}" transform="translate(-136 -6) scale(1.04 1.03)" fill="#140d07" opacity=".3"/>${moved(-150, 0, shoe("shB", darken(leather, 0.06)))}`,
    1170,
    560,
  );
}
