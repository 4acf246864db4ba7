import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { outline, shading, type Profile } from "../objects/vessels";
import { cast, filled, linear, lit, moved, radial, slab, standing, star, times, to1 } from "../paint";
import type { Drawn } from "../scene";

/** Veins of marble: broken lines that fork, over a `w` × `h` area around the origin. */
function veins(w: number, h: number, colour: string, random: Random, count = 7): string {
  let d = "";
  for (let i = 0; i < count; i++) {
    let [x, y] = [random.between(-w / 2, w / 2), -h / 2];
    d += `M${to1(x)} ${to1(y)}`;
    const lean = random.between(-0.6, 0.9);
    while (y < h / 2) {
      x += random.between(-40, 40) + lean * 40;
      y += random.between(30, 80);
      d += `L${to1(x)} ${to1(y)}`;
      if (random.next() < 0.3)
        d += `l${to1(random.between(-90, 90))} ${to1(random.between(20, 70))}M${to1(x)} ${to1(y)}`;
    }
  }
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-opacity=".14" stroke-width="20" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${colour}" stroke-opacity=".5" stroke-width="3"/>`;
}

/** Mortar with its pestle leaning in it. */
export function mortar({ palette }: PictureSubject, random: Random): Drawn {
  const [stone = "#d5d0c6", mid = "#a39d92", dark = "#7a7469"] = palette;
  const body: Profile = [
    [0, 250],
    [26, 262],
    [60, 230],
    [120, 270],
    [330, 372],
    [470, 392],
    [500, 384],
  ];
  const pestle: Profile = [
    [0, 70],
    [40, 92],
    [110, 84],
    [220, 46],
    [470, 36],
    [560, 48],
    [610, 50],
    [640, 20],
    [646, 0],
  ];
  const ear = (side: number) =>
    `<path d="M${side * 370} -420H${side * 452}Q${side * 462} -340 ${side * 376} -330Z" fill="${side > 0 ? darken(stone, 0.4) : mix(stone, mid, 0.5)}"/>`;
  const shape = outline(body);
  return standing(
    `<defs>${shading("mtB", stone, "glaze")}${shading("mtP", lighten(stone, 0.2), "glaze")}${linear("mtI", [
      [0, darken(dark, 0.55)],
      [1, mid],
    ])}</defs>${ear(-1)}${ear(1)}${filled("mtC", shape, "url(#mtB)", `<g transform="translate(0 -260)">${veins(820, 560, dark, random)}</g><path d="M-420 -420Q0 -360 420 -420M-420 -396Q0 -336 420 -396" stroke="${dark}" stroke-width="7" fill="none"/>${times(19, (i) => `<path d="M${-400 + i * 44} -330l16 34l16 -34" transform="translate(0 ${to1(30 - ((i - 9) / 9) ** 2 * 34)})" fill="none" stroke="${dark}" stroke-width="6"/>`)}`)}
<ellipse cy="-500" rx="386" ry="92" fill="${lighten(stone, 0.4)}"/><ellipse cy="-496" rx="330" ry="70" fill="url(#mtI)"/>${times(40, () => `<circle cx="${to1(random.between(-200, 160))}" cy="${to1(-470 + random.between(-12, 22))}" r="${random.whole(5, 11)}" fill="${random.pick(["#8a2f2b", "#c98a2b", "#3f5a3a", "#5a3a1e"])}"/>`)}
<g transform="translate(40 -452) rotate(32)"><path d="${outline(pestle)}" fill="url(#mtP)"/><path d="M-40 -480Q0 -470 40 -480M-44 -540Q0 -530 44 -540" stroke="${dark}" stroke-width="5" fill="none"/></g><path d="M-330 -496A330 70 0 0 0 330 -496L386 -500A386 92 0 0 1 -386 -500Z" fill="${lighten(stone, 0.25)}"/><path d="M-330 -496A330 70 0 0 0 330 -496" fill="none" stroke="${dark}" stroke-width="4"/>`,
    960,
    960,
  );
}

/** A stepped, eight-sided foot of marble under a thin lit candle. */
export function candleHolder({ palette }: PictureSubject, random: Random): Drawn {
  const [stone = "#d5d0c6", , dark = "#7a7469", pale = "#f4f1ec"] = palette;
  const body: Profile = [
    [0, 330],
    [50, 340],
    [70, 320],
    [90, 236],
    [210, 196],
    [300, 214],
    [320, 230],
    [346, 232],
  ];
  const facets = times(
    5,
    (i) =>
      `<path d="M${-200 + i * 100} -90L${-160 + i * 80} -300" stroke="${dark}" stroke-opacity=".5" stroke-width="5"/><path d="M${-194 + i * 100} -90L${-154 + i * 80} -300" stroke="#fff" stroke-opacity=".6" stroke-width="4"/>`,
  );
  return standing(
    `<defs>${shading("chS", stone, "glaze")}${linear("chC", [
      [0, darken("#f6ead0", 0.2)],
      [0.35, "#fffaf0"],
      [1, darken("#f0dfbd", 0.3)],
    ])}${radial(
      "chH",
      [
        [0, "#ffdf9a", 0.6],
        [1, "#ffdf9a", 0],
      ],
      [0.5, 0.5, 0.5],
    )}${linear(
      "chF",
      [
        [0, "#fff3b0"],
        [0.6, "#ffb13d"],
        [1, "#d9541e"],
      ],
      [0, 1, 0, 0],
    )}</defs>${filled("chX", outline(body), "url(#chS)", `<g transform="translate(0 -170)">${veins(700, 380, dark, random, 6)}</g>${facets}`)}<ellipse cy="-346" rx="232" ry="44" fill="${pale}"/><ellipse cy="-346" rx="76" ry="15" fill="${darken(dark, 0.4)}"/><path d="M-46 -350V-900Q0 -916 46 -900V-350Q0 -338 -46 -350Z" fill="url(#chC)"/><ellipse cy="-900" rx="46" ry="11" fill="#fff6df"/><path d="M-46 -890C-60 -840 -54 -760 -40 -742C-30 -760 -36 -850 -30 -896Z" fill="#fff8ea"/><path d="M0 -900V-932" stroke="#2b1b10" stroke-width="6"/><circle cy="-975" r="190" fill="url(#chH)"/><path d="M0 -1066C26 -1010 34 -970 0 -926C-34 -970 -26 -1010 0 -1066Z" fill="url(#chF)"/><path d="M0 -1000C12 -970 12 -950 0 -930C-12 -950 -12 -970 0 -1000Z" fill="#fffbe0"/>`,
    700,
    1090,
  );
}

/** Two carved ends holding a row of books. */
export function bookends({ palette }: PictureSubject, random: Random): Drawn {
  const [stone = "#d5d0c6", , dark = "#7a7469"] = palette;
  const end = (side: number, id: string) => {
    const shape = "M-110 0V-380C-110 -470 -60 -520 0 -560C60 -520 110 -470 110 -380V0Z";
    return `<g transform="translate(${side * 372} 0)"><path d="M${side * -110} 0L${side * -150} -20V-396C${side * -150} -470 ${side * -70} -530 0 -560Z" fill="${darken(stone, 0.45)}"/>${filled(id, shape, `url(#beG${id})`, `<g transform="translate(0 -280)">${veins(240, 600, dark, random, 4)}</g>`)}<path d="M-80 -34V-370C-80 -440 -40 -480 0 -512C40 -480 80 -440 80 -370V-34Z" fill="none" stroke="${dark}" stroke-width="9"/><g transform="translate(0 -330)" fill="none" stroke="${darken(dark, 0.2)}" stroke-width="8"><path d="${star(8, 66, 46)}"/><path d="${star(8, 36, 22)}"/></g><path d="M-50 -60Q0 -230 0 -232Q0 -230 50 -60M0 -60V-230M-50 -60Q-70 -140 -30 -170M50 -60Q70 -140 30 -170" fill="none" stroke="${darken(dark, 0.2)}" stroke-width="8"/><path d="M-46 -56Q4 -226 4 -228" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="4"/></g>`;
  };
  const books: readonly (readonly [number, number, string, string])[] = [
    [-222, 430, "#7d2f2c", "#e5c07a"],
    [-148, 390, "#264653", "#d9cdb4"],
    [-82, 460, "#d8cbb0", "#7d2f2c"],
    [-10, 410, "#3e5c46", "#e0a030"],
    [66, 440, "#5a3a26", "#d8b78a"],
    [142, 380, "#8f4a54", "#f0e3cf"],
    [212, 420, "#35546a", "#e5c07a"],
  ];
  const spines = books
    .map(([x, h, tone, gilt], i) => {
      const w = 68 + (i % 3) * 4;
      return `<g transform="translate(${x} 0)"><rect x="${-w / 2}" y="${-h}" width="${w}" height="${h}" rx="6" fill="${tone}"/><path d="M${-w / 2 + 4} ${-h + 60}H${w / 2 - 4}M${-w / 2 + 4} ${-h + 76}H${w / 2 - 4}M${-w / 2 + 4} -60H${w / 2 - 4}M${-w / 2 + 4} -44H${w / 2 - 4}" stroke="${gilt}" stroke-width="6"/><path d="${star(8, 20, 12)}" transform="translate(0 ${-h * 0.55})" fill="${gilt}"/><rect x="${-w / 2 + 6}" y="${-h}" width="10" height="${h}" fill="#fff" opacity=".22"/><rect x="${w / 2 - 16}" y="${-h}" width="16" height="${h}" fill="#000" opacity=".28"/></g>`;
    })
    .join("");
  return standing(
    `<defs>${lit("beGbeL", stone, 0.4, 0.25)}${lit("beGbeR", stone, 0.25, 0.35)}</defs>${spines}${end(-1, "beL")}${end(1, "beR")}`,
    1000,
    580,
  );
}

/** Capital letters and digits of carved strokes on a 60 × 100 field, since no font may be relied on. */
const CUT: Readonly<Record<string, string>> = {
  E: "M54 0H0V100H54M0 50H44",
  V: "M0 0L30 100L60 0",
  İ: "M30 4V100M30 -30h.1",
  M: "M0 100V0L30 52L60 0V100",
  Z: "M2 0H58L2 100H58",
  "1": "M10 22L34 0V100",
  "8": "M30 48C-4 46 0 0 30 0C60 0 64 46 30 48C-10 50 -8 100 30 100C68 100 70 50 30 48Z",
  "9": "M54 36C54 -12 4 -12 4 30C4 64 54 62 54 30V60C54 96 26 102 8 90",
};

function carvedText(text: string, colour: string): string {
  const letters = Array.from(
    text,
    (letter, i) => `<path d="${CUT[letter] ?? ""}" transform="translate(${i * 92 - text.length * 46 + 16} -50)"/>`,
  );
  const d = letters.join("");
  return `<g fill="none" stroke-linecap="square" stroke-width="15"><g stroke="#fff" stroke-opacity=".65" transform="translate(4 5)">${d}</g><g stroke="${colour}">${d}</g></g>`;
}

/** A door plaque of tuff: "our house" and a year, a band of stars around. */
export function plaque({ palette }: PictureSubject, random: Random): Drawn {
  const [stone = "#d5d0c6", , dark = "#7a7469"] = palette;
  const tuff = mix(stone, "#c98f6a", 0.55);
  const cut = darken(mix(dark, "#7a4a30", 0.5), 0.4);
  const shape = slab(0, 0, 1080, 720, 16);
  const pores = times(
    150,
    () =>
      `<circle cx="${to1(random.between(-530, 530))}" cy="${to1(random.between(-350, 350))}" r="${to1(random.between(1.5, 6))}" fill="${random.next() < 0.6 ? darken(tuff, 0.5) : lighten(tuff, 0.5)}" opacity=".5"/>`,
  );
  const around = times(26, (i) => {
    const onTop = i < 13;
    return `<path d="${star(8, 34, 19)}" transform="translate(${-456 + (i % 13) * 76} ${onTop ? -286 : 286})"/>`;
  });
  const sides = times(
    12,
    (i) => `<path d="${star(8, 34, 19)}" transform="translate(${i < 6 ? -468 : 468} ${-206 + (i % 6) * 82})"/>`,
  );
  const bolt = (x: number, y: number) =>
    `<circle cx="${x}" cy="${y}" r="19" fill="#5a4a34"/><circle cx="${x - 4}" cy="${y - 5}" r="12" fill="#c9a45c"/>`;
  return {
    svg: `<defs>${lit("pqS", tuff, 0.35, 0.3)}</defs>${cast(shape)}<path d="${shape}" transform="translate(6 12)" fill="${darken(tuff, 0.5)}"/>${filled("pqC", shape, "url(#pqS)", pores)}<g fill="#fff" opacity=".5" transform="translate(3 4)">${around}${sides}</g><g fill="${cut}">${around}${sides}</g><path d="${slab(0, 0, 850, 490, 4)}" fill="none" stroke="${cut}" stroke-width="10"/><path d="${slab(4, 5, 850, 490, 4)}" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="4"/>${moved(0, -58, carvedText("EVİMİZ", cut), 0, 1.12)}${moved(0, 112, carvedText("1898", cut), 0, 1.3)}<path d="M-380 112H-210M380 112H210" stroke="${cut}" stroke-width="10"/><g fill="${cut}"><path d="${star(4, 40, 14)}" transform="translate(-296 112)"/><path d="${star(4, 40, 14)}" transform="translate(296 112)"/></g>${bolt(-505, -324)}${bolt(505, -324)}${bolt(-505, 324)}${bolt(505, 324)}`,
    width: 1080,
    height: 720,
    stance: "hanging",
  };
}

/** A bird at rest, drawn from one curve, on a block of darker stone. */
export function bird({ palette }: PictureSubject, random: Random): Drawn {
  const [stone = "#dcd8d0", mid = "#9a958c", dark = "#6a665f"] = palette;
  const body =
    "M-470 -250C-380 -270 -330 -330 -250 -420C-190 -500 -60 -540 60 -520C120 -620 210 -680 300 -650C360 -630 384 -584 386 -552L470 -520L384 -506C370 -430 350 -380 300 -310C210 -190 60 -160 -60 -176C-200 -196 -330 -220 -470 -250Z";
  const wing = "M-420 -258C-300 -300 -240 -420 -100 -450C20 -476 110 -430 120 -370C60 -250 -180 -230 -420 -258Z";
  const plinth = "M-250 -110H250L280 0H-280Z";
  return standing(
    `<defs>${linear(
      "mbB",
      [
        [0, "#ffffff"],
        [0.4, stone],
        [0.75, mid],
        [1, darken(dark, 0.2)],
      ],
      [0.3, 0, 0.62, 1],
    )}${linear(
      "mbW",
      [
        [0, "#ffffff"],
        [0.5, stone],
        [1, mid],
      ],
      [0.4, 0, 0.5, 1],
    )}${linear("mbP", [
      [0, darken(dark, 0.2)],
      [0.3, lighten(dark, 0.3)],
      [1, darken(dark, 0.6)],
    ])}</defs>${filled("mbQ", plinth, "url(#mbP)", `<g transform="translate(0 -55)">${veins(560, 120, "#fff", random, 5)}</g>`)}<path d="M-250 -110H250L230 -132H-230Z" fill="${lighten(dark, 0.3)}"/><path d="M-40 -200L-30 -116H46L60 -190Z" fill="${mid}"/><ellipse cy="-122" rx="150" ry="14" fill="#140d07" opacity=".4"/>${filled("mbC", body, "url(#mbB)", `<g transform="translate(0 -400)">${veins(960, 560, dark, random, 7)}</g>`)}<path d="${wing}" fill="${darken(mid, 0.3)}" opacity=".55" transform="translate(6 14)"/><path d="${wing}" fill="url(#mbW)"/><path d="M-360 -266C-240 -290 -120 -330 40 -346M-280 -300C-180 -330 -80 -380 70 -392" stroke="${dark}" stroke-opacity=".55" stroke-width="6" fill="none"/><circle cx="306" cy="-572" r="13" fill="${darken(dark, 0.5)}"/><circle cx="302" cy="-577" r="4" fill="#fff"/><path d="M384 -552L470 -520L384 -526Z" fill="${mid}"/><path d="M110 -560C150 -610 210 -640 270 -632" stroke="#fff" stroke-width="16" stroke-opacity=".9" fill="none" stroke-linecap="round"/>`,
    980,
    700,
  );
}
