import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { outline, shading, vessel, type Profile } from "../objects/vessels";
import { bead, filled, linear, moved, radial, standing, star, times, to1 } from "../paint";
import type { Drawn } from "../scene";

const FLAME = `<circle cy="-50" r="120" fill="url(#nzH)"/><path d="M0 -118C24 -70 30 -36 0 0C-30 -36 -24 -70 0 -118Z" fill="url(#nzF)"/><path d="M0 -62C11 -36 11 -18 0 -2C-11 -18 -11 -36 0 -62Z" fill="#fffbe0"/>`;

const flameShades = () =>
  `${radial(
    "nzH",
    [
      [0, "#ffdf9a", 0.55],
      [1, "#ffdf9a", 0],
    ],
    [0.5, 0.5, 0.5],
  )}${linear(
    "nzF",
    [
      [0, "#fff3b0"],
      [0.6, "#ffb13d"],
      [1, "#d9541e"],
    ],
    [0, 1, 0, 0],
  )}`;

function paintedEgg(x: number, y: number, tone: string, mark: string, turn: number, id: string): string {
  const egg = "M0 -92C46 -92 70 -30 70 10C70 58 38 80 0 80C-38 80 -70 58 -70 10C-70 -30 -46 -92 0 -92Z";
  return `<defs>${radial(id, [
    [0, lighten(tone, 0.55)],
    [0.5, tone],
    [1, darken(tone, 0.45)],
  ])}</defs><ellipse cx="${x + 10}" cy="${y + 78}" rx="76" ry="15" fill="#140d07" opacity=".35"/>${moved(
    x,
    y,
    filled(
      `${id}c`,
      egg,
      `url(#${id})`,
      `<path d="M-80 -26Q0 0 80 -26M-80 34Q0 60 80 34" stroke="${mark}" stroke-width="8" fill="none"/>${[-44, 0, 44].map((dx) => `<path d="${star(8, 20, 9)}" transform="translate(${dx} ${12 - Math.abs(dx) * 0.12})" fill="${mark}"/>`).join("")}<path d="M-70 -60l20 20l20 -20l20 20l20 -20l20 20l20 -20l20 20" stroke="${mark}" stroke-width="6" fill="none" transform="translate(0 4)"/>`,
    ),
    turn,
  )}`;
}

/** Sprouted wheat bound with a ribbon, two candles and three bowls of sweets. */
export function khoncha({ palette }: PictureSubject, random: Random): Drawn {
  const [green = "#4f8f4a", gold = "#e7b93c", red = "#b5463c", cream = "#f7f1e3"] = palette;
  const glaze = "#2f7f86";
  const dish: Profile = [
    [0, 190],
    [26, 196],
    [60, 250],
    [150, 300],
    [170, 306],
  ];
  const cup: Profile = [
    [0, 60],
    [14, 66],
    [70, 118],
    [110, 124],
  ];
  const holder: Profile = [
    [0, 96],
    [20, 100],
    [44, 40],
    [120, 32],
    [150, 64],
    [170, 66],
  ];
  const blades = (count: number, tone: string, spread: number) => {
    let d = "";
    for (let i = 0; i < count; i++) {
      const x = random.between(-262, 262);
      const tip = x * spread + random.between(-44, 44);
      const y = -430 - random.between(0, 190) + (x / 262) ** 2 * 80;
      d += `M${to1(x - 6)} -170Q${to1(x)} ${to1((y - 170) / 2)} ${to1(tip)} ${to1(y)}Q${to1(x + 14)} ${to1((y - 170) / 2)} ${to1(x + 6)} -170Z`;
    }
    return `<path d="${d}" fill="${tone}"/>`;
  };
  const heap = (tones: readonly string[], r: number) =>
    times(15, (i) =>
      bead(
        (i % 5) * 42 - 84 + (Math.floor(i / 5) % 2) * 20,
        -118 - Math.floor(i / 5) * 26 + Math.abs((i % 5) - 2) * 8,
        r,
        tones[i % tones.length] ?? gold,
      ),
    );
  const bowl = (x: number, y: number, id: string, tones: readonly string[], r: number) =>
    moved(
      x,
      y,
      `<ellipse cx="12" rx="130" ry="18" fill="#140d07" opacity=".3"/>${heap(tones, r)}${vessel(id, cup, { colour: glaze, surface: "glaze", open: false })}<path d="M-118 -84Q0 -54 118 -84" fill="none" stroke="${cream}" stroke-width="9"/>`,
    );
  const candle = (x: number, id: string) =>
    moved(
      x,
      -20,
      `<ellipse cx="10" rx="120" ry="16" fill="#140d07" opacity=".3"/>${vessel(id, holder, { colour: glaze, surface: "glaze" })}<path d="M-30 -166V-540Q0 -552 30 -540V-166Q0 -154 -30 -166Z" fill="url(#nzC)"/><path d="M-30 -520C-36 -480 -26 -460 -18 -470Q-14 -500 -10 -544" fill="#fff8ea"/><path d="M0 -544V-566" stroke="#2b1b10" stroke-width="5"/><g transform="translate(0 -560)">${FLAME}</g>`,
    );
  const ribbon = `<path d="M-272 -320Q0 -262 272 -320L268 -262Q0 -206 -268 -262Z" fill="${red}"/><path d="M-272 -320Q0 -262 272 -320" stroke="${lighten(red, 0.4)}" stroke-width="6" fill="none"/><path d="M0 -264C-70 -340 -150 -320 -130 -262C-116 -224 -50 -232 0 -264C70 -340 150 -320 130 -262C116 -224 50 -232 0 -264Z" fill="${lighten(red, 0.1)}" stroke="${darken(red, 0.3)}" stroke-width="5"/><path d="M-10 -254L-70 -130L-30 -146L-14 -120L8 -250L50 -116L70 -146L104 -130L20 -256Z" fill="${darken(red, 0.12)}"/><circle cy="-260" r="24" fill="${red}" stroke="${darken(red, 0.3)}" stroke-width="5"/>`;
  return standing(
    `<defs>${flameShades()}${linear("nzC", [
      [0, darken(gold, 0.1)],
      [0.35, lighten(gold, 0.55)],
      [1, darken(gold, 0.4)],
    ])}</defs>${candle(-400, "khA")}${candle(400, "khB")}<g transform="translate(0 -60)">${blades(90, darken(green, 0.35), 1.24)}${blades(110, green, 1.16)}${blades(60, lighten(green, 0.3), 1.08)}${ribbon}${vessel("khD", dish, { colour: glaze, surface: "glaze", open: false, decoration: `<path d="M-320 -96Q0 -20 320 -96" stroke="${cream}" stroke-width="10" fill="none"/>${times(9, (i) => `<path d="${star(8, 24, 13)}" transform="translate(${-232 + i * 58} ${-96 + 30 - ((i - 4) / 4) ** 2 * 26})" fill="${gold}"/>`)}` })}<path d="M-306 -170Q0 -110 306 -170" fill="none" stroke="${lighten(glaze, 0.5)}" stroke-width="8"/></g>${bowl(-330, 20, "khE", ["#8a5a34", "#b98a5a", "#6d4426"], 26)}${bowl(320, 20, "khF", [red, gold, cream], 24)}${bowl(-20, 70, "khG", ["#d9b45c", cream, "#c98f6a"], 25)}`,
    1060,
    800,
  );
}

/** Three felt hats of the hat game and the painted eggs hidden under them. */
export function hats({ palette }: PictureSubject, random: Random): Drawn {
  const [green = "#4f8f4a", gold = "#e7b93c", red = "#b5463c", cream = "#f7f1e3"] = palette;
  const hat = (id: string, tone: string, mark: string) => {
    const shape = "M-230 -30C-236 -200 -150 -450 -40 -488Q0 -500 40 -488C150 -450 236 -200 230 -30Q0 40 -230 -30Z";
    const fluff = times(
      60,
      () => `M${random.whole(-220, 220)} ${random.whole(-460, 0)}l${random.whole(-16, 16)} ${random.whole(-12, 12)}`,
    );
    return `<defs>${shading(id, tone, "clay")}</defs>${filled(`${id}c`, shape, `url(#${id})`, `<path d="${fluff}" stroke="#fff" stroke-opacity=".4" stroke-width="3"/>${[-1, 0, 1].map((k) => `<g transform="translate(${k * 130} ${-210 + Math.abs(k) * -16}) scale(${k ? 0.62 : 0.9} .9)"><path d="M0 70C0 10 -12 -20 -44 -26C-74 -30 -80 10 -56 16C-38 18 -36 -2 -48 -6M0 70C0 10 12 -20 44 -26C74 -30 80 10 56 16C38 18 36 -2 48 -6" fill="none" stroke="${mark}" stroke-width="15" stroke-linecap="round"/></g>`).join("")}<path d="M-200 -340Q0 -300 200 -340" stroke="${mark}" stroke-width="12" fill="none" stroke-dasharray="24 14"/>`)}<path d="M-252 -64Q0 20 252 -64C270 -40 268 0 246 14Q0 84 -246 14C-268 0 -270 -40 -252 -64Z" fill="${darken(tone, 0.18)}"/><path d="M-252 -64Q0 20 252 -64" fill="none" stroke="${lighten(tone, 0.35)}" stroke-width="7"/><path d="M-240 -20Q0 54 240 -20" fill="none" stroke="${cream}" stroke-width="6" stroke-dasharray="18 13"/><circle cy="-500" r="34" fill="${mark}"/>${times(16, (i) => `<path d="M0 -500l${to1(Math.cos(i) * 42)} ${to1(Math.sin(i) * 42)}" stroke="${lighten(mark, 0.2)}" stroke-width="6" stroke-linecap="round"/>`)}`;
  };
  return standing(
    `${moved(0, -190, hat("htA", gold, red), 0, 0.9)}${moved(-290, -50, hat("htB", green, cream), -3, 0.92)}${moved(300, -80, hat("htC", red, gold), 14, 0.88)}${paintedEgg(-90, -60, mix(red, "#8f3f6a", 0.4), cream, -16, "egA")}${paintedEgg(70, -84, "#35749a", gold, 20, "egB")}${paintedEgg(500, -66, gold, red, 74, "egC")}${paintedEgg(-10, -30, green, cream, 84, "egD")}`,
    1080,
    700,
  );
}

/** Four candles rolled from honeycomb, one for each Tuesday, the first already low. */
export function candles({ palette }: PictureSubject, random: Random): Drawn {
  const [green = "#4f8f4a", gold = "#e7b93c", red = "#b5463c", cream = "#f7f1e3"] = palette;
  const tones = [gold, mix(gold, "#b5742c", 0.45), mix(gold, cream, 0.4), darken(gold, 0.2)];
  const ribbons = ["#35749a", red, "#8a6f54", green];
  const cells = `<pattern id="nzX" width="36" height="62" patternUnits="userSpaceOnUse"><path d="M18 0V10L36 21V41L18 52V62M18 10L0 21V41L18 52" fill="none" stroke="#6d4710" stroke-opacity=".5" stroke-width="4"/><path d="M21 12L36 23M3 23L18 13" stroke="#fff" stroke-opacity=".4" stroke-width="3"/></pattern>`;
  const candle = (i: number, x: number, height: number) => {
    const tone = tones[i] ?? gold;
    const ribbon = ribbons[i] ?? red;
    const body: Profile = [
      [0, 92],
      [height, 92],
    ];
    const shape = outline(body);
    return moved(
      x,
      i % 2 ? 26 : 0,
      `<defs>${shading(`nzB${i}`, tone, "clay")}</defs><ellipse cx="24" cy="2" rx="120" ry="20" fill="#140d07" opacity=".35"/>${filled(`nzK${i}`, shape, tone, `<rect x="-92" y="${-height}" width="184" height="${height}" fill="url(#nzX)"/><rect x="-92" y="${-height}" width="184" height="${height}" fill="url(#nzB${i})" opacity=".55"/><path d="M58 ${-height}C48 ${-height * 0.6} 66 ${-height * 0.3} 56 0" stroke="${darken(tone, 0.5)}" stroke-width="7" fill="none"/>`)}<ellipse cy="${-height}" rx="92" ry="24" fill="${lighten(tone, 0.3)}"/><path d="M0 ${-height}m-6 0a8 4 0 1 1 14 2a26 9 0 1 1 -36 -4a46 14 0 1 1 70 6a62 18 0 1 1 -100 -6" fill="none" stroke="${darken(tone, 0.4)}" stroke-width="4"/><path d="M0 ${-height}V${-height - 40}" stroke="#3a2a1a" stroke-width="7"/><g transform="translate(0 ${-height - 34}) scale(1.1)">${FLAME}</g><path d="M-95 -150Q0 -112 95 -150V-106Q0 -68 -95 -106Z" fill="${ribbon}"/><path d="M0 -104C-50 -160 -96 -130 -78 -96C-60 -70 -20 -84 0 -104C50 -160 96 -130 78 -96C60 -70 20 -84 0 -104ZM-6 -100L-40 -24L-12 -36L4 -96L30 -20L48 -40L12 -100Z" fill="${lighten(ribbon, 0.15)}" stroke="${darken(ribbon, 0.35)}" stroke-width="4"/>`,
    );
  };
  const plate = `<ellipse cy="20" rx="520" ry="66" fill="#8a6342"/><ellipse cy="8" rx="520" ry="62" fill="#b98d5f"/><ellipse cy="8" rx="470" ry="50" fill="none" stroke="#6d4a2e" stroke-width="4"/>`;
  return standing(
    `<defs>${flameShades()}${cells}</defs>${plate}${candle(0, -372, 420)}${candle(1, -124, 540)}${candle(2, 124, 640)}${candle(3, 372, 740 + random.whole(-10, 10))}`,
    1060,
    920,
  );
}
