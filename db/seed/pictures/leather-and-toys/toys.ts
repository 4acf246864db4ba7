import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { bead, cast, disc, filled, grain, lit, moved, radial, slab, standing, star, times, to1 } from "../paint";
import type { Drawn } from "../scene";

/** A lamb of felted wool: curls all over, a ribbon with a bell. */
export function lamb({ palette }: PictureSubject, random: Random): Drawn {
  const [gold = "#e7b93c", red = "#b5463c", , wool = "#f7f1e3"] = palette;
  const dark = "#4a3b33";
  const curl = (x: number, y: number, r: number, tone: string) =>
    `<circle cx="${to1(x)}" cy="${to1(y)}" r="${to1(r)}" fill="${tone}"/><path d="M${to1(x - r * 0.5)} ${to1(y)}a${to1(r * 0.5)} ${to1(r * 0.5)} 0 1 1 ${to1(r * 0.6)} ${to1(r * 0.45)}" fill="none" stroke="${darken(wool, 0.25)}" stroke-opacity=".55" stroke-width="5" stroke-linecap="round"/>`;
  const cloud = (rx: number, ry: number, cx: number, cy: number, count: number) => {
    let out = "";
    for (let i = 0; i < count; i++) {
      const a = i * 2.399;
      const r = Math.sqrt(1 - i / count);
      const [x, y] = [cx + Math.cos(a) * rx * r, cy + Math.sin(a) * ry * r];
      const shade = Math.max(0, Math.min(0.34, ((y - cy) / ry + (x - cx) / rx) * 0.16 + 0.1));
      out += curl(x, y, random.between(42, 60), darken(wool, shade));
    }
    return out;
  };
  const leg = (x: number, tone: string) =>
    `<path d="M${x - 42} -230H${x + 42}L${x + 36} -16Q${x} 6 ${x - 36} -16Z" fill="${tone}"/><path d="M${x - 36} -60H${x + 37}L${x + 36} -16Q${x} 6 ${x - 36} -16Z" fill="${darken(dark, 0.4)}"/>`;
  const face = `<path d="M-96 -60C-100 -120 -50 -150 0 -150C50 -150 100 -120 96 -60C92 30 60 90 0 92C-60 90 -92 30 -96 -60Z" fill="url(#lmF)"/><path d="M-94 -70C-160 -90 -210 -60 -214 -20C-180 10 -120 0 -90 -34Z" fill="${dark}"/><path d="M94 -70C160 -90 210 -60 214 -20C180 10 120 0 90 -34Z" fill="${darken(dark, 0.2)}"/><path d="M-106 -62C-150 -74 -184 -54 -190 -26C-164 -8 -126 -14 -100 -38Z" fill="#c98f86"/>${bead(-42, -40, 17, "#17130f")}${bead(42, -40, 17, "#17130f")}<path d="M-16 36Q0 50 16 36L0 56Z" fill="#d98f86"/><path d="M0 56V70M0 70Q-20 84 -34 70M0 70Q20 84 34 70" stroke="#17130f" stroke-width="5" fill="none" stroke-linecap="round"/>`;
  return standing(
    `<defs>${radial("lmF", [
      [0, lighten(dark, 0.3)],
      [1, darken(dark, 0.2)],
    ])}</defs>${leg(-230, darken(dark, 0.35))}${leg(190, darken(dark, 0.35))}${leg(-140, dark)}${leg(110, dark)}${cloud(370, 210, -20, -400, 74)}${curl(-420, -470, 60, wool)}${curl(-450, -420, 46, darken(wool, 0.1))}${cloud(130, 130, 300, -610, 22)}${moved(320, -560, face, 4)}${moved(
      0,
      0,
      times(9, (i) => curl(250 + (i % 5) * 34, -720 + Math.floor(i / 5) * 36 + Math.abs((i % 5) - 2) * 12, 36, wool)),
    )}<path d="M206 -500Q310 -420 430 -494L440 -456Q310 -376 196 -462Z" fill="${red}"/><path d="M206 -500Q310 -420 430 -494" fill="none" stroke="${lighten(red, 0.4)}" stroke-width="5"/>${bead(316, -396, 34, gold)}<path d="M316 -396v26" stroke="${darken(gold, 0.6)}" stroke-width="6"/>`,
    980,
    780,
  );
}

/** The rag doll Jirtdan, the small hero: cap, patched coat, stitched smile. */
export function doll({ palette }: PictureSubject, random: Random): Drawn {
  const [gold = "#e7b93c", red = "#b5463c", teal = "#2f7f73", cream = "#f7f1e3"] = palette;
  const skin = "#eac9a6";
  const shadowOf = (d: string) => `<path d="${d}" transform="translate(14 18)" fill="#140d07" opacity=".26"/>`;
  const seam = (d: string, tone: string) =>
    `<path d="${d}" fill="none" stroke="${tone}" stroke-width="5" stroke-dasharray="12 9" stroke-linecap="round"/>`;
  const limb = (d: string, tone: string) =>
    `${shadowOf(d)}<path d="${d}" fill="${tone}" stroke="${darken(tone, 0.3)}" stroke-width="4"/>`;
  const coat = "M-110 -130C-150 -60 -190 120 -200 210Q0 250 200 210C190 120 150 -60 110 -130Q0 -160 -110 -130Z";
  const dots = times(
    26,
    () =>
      `<circle cx="${to1(random.between(-190, 190))}" cy="${to1(random.between(-110, 220))}" r="9" fill="${gold}" opacity=".85"/>`,
  );
  return {
    svg: `<defs>${radial("dlH", [
      [0, lighten(skin, 0.4)],
      [1, darken(skin, 0.16)],
    ])}${lit("dlC", teal, 0.2, 0.3)}</defs>
${limb("M-130 190L-140 440Q-150 500 -90 500H-30L-20 200Z", darken(red, 0.05))}${limb("M130 190L140 440Q150 500 90 500H30L20 200Z", darken(red, 0.05))}${seam("M-126 300L-26 300M26 300L126 300", cream)}
${limb("M-150 440H-24Q-20 520 -60 540H-190Q-220 500 -150 440Z", "#5a3a26")}${limb("M150 440H24Q20 520 60 540H190Q220 500 150 440Z", "#5a3a26")}
${limb("M-116 -120C-220 -80 -290 20 -320 120Q-300 160 -250 150C-220 60 -170 20 -120 -10Z", cream)}${limb("M116 -120C220 -80 290 20 320 120Q300 160 250 150C220 60 170 20 120 -10Z", cream)}<circle cx="-288" cy="158" r="44" fill="${skin}"/><circle cx="288" cy="158" r="44" fill="${skin}"/>
${shadowOf(coat)}${filled("dlX", coat, "url(#dlC)", dots)}<path d="M0 -150V230" stroke="${darken(teal, 0.5)}" stroke-width="6"/><path d="M-174 96Q0 130 174 96L180 140Q0 176 -180 140Z" fill="${red}"/>${seam("M-176 118Q0 152 176 118", gold)}${[-60, 0, 60].map((y) => bead(26, y - 20, 13, gold)).join("")}<path d="M60 -70l74 -10l10 70l-76 10Z" fill="${gold}"/>${seam("M66 -62l60 -8l8 56l-62 8Z", darken(gold, 0.6))}
<circle cx="10" cy="-286" r="176" fill="#140d07" opacity=".2"/><circle cy="-300" r="172" fill="url(#dlH)" stroke="${darken(skin, 0.3)}" stroke-width="4"/>
<path d="${times(22, (i) => `M${-160 + i * 15} -372q${random.whole(-12, 12)} 40 ${random.whole(-14, 14)} ${random.whole(46, 84)}`)}" stroke="#3a2414" stroke-width="13" stroke-linecap="round" fill="none"/>
<path d="M-186 -366C-180 -520 -90 -570 0 -572C90 -570 180 -520 186 -366Q0 -426 -186 -366Z" fill="#6d4a2e"/>${times(60, () => `<path d="M${random.whole(-150, 150)} ${random.whole(-540, -410)}q14 -12 20 4q-2 14 -16 8" fill="none" stroke="#3a2414" stroke-width="4"/>`)}<path d="M-192 -380Q0 -440 192 -380L188 -334Q0 -392 -188 -334Z" fill="${lighten("#6d4a2e", 0.25)}"/>
${bead(-62, -282, 22, "#2b1b10")}${bead(62, -282, 22, "#2b1b10")}<path d="M-90 -326q26 -18 52 -4M38 -330q28 -14 52 4" stroke="#3a2414" stroke-width="8" fill="none" stroke-linecap="round"/><circle cx="-96" cy="-228" r="30" fill="${red}" opacity=".35"/><circle cx="96" cy="-228" r="30" fill="${red}" opacity=".35"/><path d="M-10 -252q12 14 22 0" stroke="${darken(skin, 0.5)}" stroke-width="6" fill="none"/>${seam("M-62 -212Q0 -158 62 -212", darken(red, 0.2))}`,
    width: 720,
    height: 1130,
    stance: "flat",
    outline: "cast",
  };
}

/** An unpainted engine with four wagons on a bend of track. */
export function train({ palette }: PictureSubject, random: Random): Drawn {
  const [, red = "#b5463c"] = palette;
  const beech = "#d9b27c";
  const wood = (id: string, d: string, tone = beech) => {
    const g = `url(#tr${tone === beech ? "L" : "D"})`;
    return (
      filled(
        id,
        d,
        g,
        `<g transform="translate(0 -130) rotate(90)">${grain(300, 480, darken(beech, 0.55), random, 15, 0.36)}</g>`,
      ) + `<path d="${d}" fill="none" stroke="${darken(tone, 0.45)}" stroke-width="4"/>`
    );
  };
  const wheel = (x: number, r: number) =>
    `<circle cx="${x + 5}" cy="${-r + 2}" r="${r}" fill="${darken(beech, 0.7)}"/><circle cx="${x}" cy="${-r}" r="${r}" fill="url(#trW)" stroke="${darken(beech, 0.6)}" stroke-width="4"/><circle cx="${x}" cy="${-r}" r="${r * 0.66}" fill="none" stroke="${darken(beech, 0.35)}" stroke-width="4"/><circle cx="${x}" cy="${-r}" r="${r * 0.22}" fill="${darken(beech, 0.65)}"/>`;
  const wagon = (i: number) =>
    `${wood(`trA${i}`, "M-130 -50H130V-86H-130Z", "#b98a55")}${i % 2 ? wood(`trB${i}`, "M-120 -86H120V-180H-120Z") + times(5, (k) => `<path d="M${-90 + k * 45} -176V-90" stroke="${darken(beech, 0.5)}" stroke-width="5"/>`) : `${wood(`trB${i}`, "M-120 -86H120V-110H-120Z")}${[-66, 0, 66].map((x) => `<path d="${disc(x, -142, 32)}" fill="url(#trW)" stroke="${darken(beech, 0.5)}" stroke-width="4"/><path d="${disc(x, -142, 19)}${disc(x, -142, 8)}" fill="none" stroke="${darken(beech, 0.4)}" stroke-width="3"/>`).join("")}<path d="${disc(-33, -196, 32)}${disc(33, -196, 32)}" fill="url(#trW)" stroke="${darken(beech, 0.5)}" stroke-width="4"/><path d="${disc(-33, -196, 18)}${disc(33, -196, 18)}" fill="none" stroke="${darken(beech, 0.4)}" stroke-width="3"/>`}${wheel(-80, 42)}${wheel(80, 42)}<path d="M128 -66H172" stroke="${darken(beech, 0.6)}" stroke-width="11"/><circle cx="170" cy="-66" r="11" fill="${red}"/>`;
  const engine = `${wood("trE1", "M-210 -54H220V-96H-210Z", "#b98a55")}${wood("trE2", "M-60 -96H190Q214 -96 214 -126V-190Q214 -222 184 -222H-60Z")}${wood("trE3", "M-200 -96H-50V-330H-200Z")}${wood("trE4", "M-226 -330H-24L-40 -366H-210Z", "#b98a55")}<path d="${slab(-125, -254, 90, 84, 10)}" fill="${darken(beech, 0.8)}"/><path d="${slab(-122, -251, 80, 74, 8)}" fill="#f3e4c4" opacity=".35"/>${wood("trE5", "M116 -222V-306H104L100 -340H190L186 -306H174V-222Z", "#b98a55")}${wood("trE6", "M10 -222Q10 -270 46 -270Q82 -270 82 -222Z", "#b98a55")}<path d="M-20 -216V-100M70 -220V-98M160 -220V-98" stroke="${darken(beech, 0.5)}" stroke-width="6"/><circle cx="216" cy="-160" r="24" fill="url(#trW)" stroke="${darken(beech, 0.5)}" stroke-width="4"/><path d="M216 -70L262 -20H190V-60Z" fill="${darken(beech, 0.3)}"/>${wheel(-130, 66)}${wheel(30, 48)}${wheel(150, 48)}<path d="M-130 -66L150 -48" stroke="${red}" stroke-width="13" stroke-linecap="round"/><path d="M-210 -74H-250" stroke="${darken(beech, 0.6)}" stroke-width="11"/>`;
  const ties = times(44, (i) => {
    const a = (i / 44) * Math.PI * 2;
    const [c, q] = [Math.cos(a), Math.sin(a)];
    return `M${to1(c * 430)} ${to1(q * 104)}L${to1(c * 556)} ${to1(q * 150)}`;
  });
  const rail = (rx: number, ry: number) =>
    `<ellipse rx="${rx}" ry="${ry}" stroke="${darken(beech, 0.5)}" stroke-width="15"/><ellipse cy="-4" rx="${rx}" ry="${ry}" stroke="${lighten(beech, 0.15)}" stroke-width="9"/>`;
  return standing(
    `<defs>${lit("trL", beech, 0.4, 0.25)}${lit("trD", "#b98a55", 0.3, 0.35)}${radial("trW", [
      [0, lighten(beech, 0.4)],
      [1, darken(beech, 0.25)],
    ])}</defs><g transform="translate(0 -90)" fill="none"><path d="${ties}" stroke="${darken(beech, 0.35)}" stroke-width="17" stroke-linecap="round"/>${rail(456, 114)}${rail(530, 140)}</g>${moved(200, -188, wagon(3), 0, 0.74)}${moved(-80, -192, wagon(2), 0, 0.76)}${moved(-400, -120, wagon(1), 0, 0.86)}${moved(-210, 24, wagon(4), 0, 1)}${moved(170, 44, engine, 0, 1.14)}`,
    1120,
    520,
  );
}

/** Kechal and Kosa, card figures on sticks, before the lit screen. */
export function shadowFigures({ palette }: PictureSubject, _random: Random): Drawn {
  const [gold = "#e7b93c", red = "#b5463c", teal = "#2f7f73"] = palette;
  const ink = "#1d1613";
  const cut = (d: string, tone: string) => `<path d="${d}" fill="${tone}"/>`;
  const pins = (...at: readonly (readonly [number, number])[]) =>
    at.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="9" fill="#f6e2b4"/>`).join("");
  const kechal = `<path d="M0 380V560" stroke="#6d4a2e" stroke-width="13"/><path d="M-90 -200C-100 -300 -50 -340 6 -338C70 -336 92 -280 86 -240L116 -206L88 -196C90 -160 60 -140 40 -138L30 -110H-40L-50 -150C-80 -160 -86 -180 -90 -200Z" fill="${ink}"/><path d="M40 -170Q80 -196 120 -170Q90 -160 44 -156Z" fill="${ink}"/>${cut("M30 -262a14 10 0 1 0 28 0a14 10 0 1 0 -28 0Z", "#f6e2b4")}<path d="M-100 -112H80C110 0 120 120 150 210H-160C-140 110 -130 0 -100 -112Z" fill="${ink}"/>${cut("M-70 -80H-10V180H-110Z", red)}${cut("M16 -80H62L100 180H16Z", teal)}${times(4, (i) => cut(star(4, 22, 8), gold).replace("<path", `<path transform="translate(-52 ${-40 + i * 58})"`))}<path d="M-120 190H110L96 250H-110Z" fill="${ink}"/>${cut("M-104 208H96V230H-104Z", gold)}<path d="M-100 250L-120 400H-170L-176 430H-60L-20 250ZM30 250L70 400H120Q150 410 140 430H30L0 250Z" fill="${ink}"/><path d="M60 -90C150 -60 200 -140 250 -210L280 -190C240 -80 170 0 70 -20Z" fill="${ink}"/><path d="M230 -330L300 -130" stroke="${ink}" stroke-width="16" stroke-linecap="round"/><path d="M-80 -90C-160 -40 -200 40 -210 110L-176 120C-150 50 -110 20 -70 0Z" fill="${ink}"/>${pins([-80, -60], [70, -56], [-60, 262], [20, 262])}`;
  const kosa = `<path d="M0 380V560" stroke="#6d4a2e" stroke-width="13"/><path d="M70 -220L30 -440L-50 -400C-100 -330 -110 -260 -90 -220Z" fill="${ink}"/>${cut("M-70 -260L56 -262L50 -290L-66 -290ZM-50 -320L44 -326L36 -366L-34 -352Z", gold)}<circle cx="30" cy="-446" r="24" fill="${red}"/><path d="M-84 -222H74C90 -200 90 -180 84 -170L-4 -20L-120 -166L-90 -196Z" fill="${ink}"/>${times(5, (i) => `<path d="M${-70 + i * 26} -140Q${-60 + i * 24} -60 ${-30 + i * 10} -20" stroke="#f6e2b4" stroke-width="5" fill="none"/>`)}${cut("M-62 -204a14 9 0 1 0 28 0a14 9 0 1 0 -28 0Z", "#f6e2b4")}<path d="M-88 -190L-126 -170L-90 -164Z" fill="${ink}"/><path d="M-130 -100C-190 40 -190 140 -180 260H180C190 140 180 20 120 -100Q0 -60 -130 -100Z" fill="${ink}"/>${cut("M-20 -60H20V240H-20Z", gold)}${times(6, (i) => `<path d="M${-140 + (i % 2) * 190} ${-20 + Math.floor(i / 2) * 80}q24 -30 50 0q24 30 50 0" transform="translate(-8 10)" stroke="${i % 2 ? teal : red}" stroke-width="20" fill="none"/>`)}<path d="M-110 260L-130 400Q-190 400 -190 430H-50L-20 260ZM110 260L130 400Q190 400 190 430H50L20 260Z" fill="${ink}"/><path d="M-120 -80C-200 -90 -240 -150 -290 -160L-296 -126C-250 -70 -200 -10 -120 -10Z" fill="${ink}"/><path d="M110 -80C180 -40 220 40 226 110L190 118C170 60 140 20 100 0Z" fill="${ink}"/>${bead(-300, -140, 24, gold)}${pins([-110, -50], [100, -50], [-60, 276], [60, 276])}`;
  return {
    svg: `<defs>${radial(
      "shL",
      [
        [0, "#fffbe9"],
        [0.5, "#fbe3ab"],
        [1, "#c98a3e"],
      ],
      [0.5, 0.42, 0.75],
    )}${lit("shW", "#6d2f2a", 0.25, 0.4)}</defs>${cast(slab(0, 0, 1120, 1180, 10))}<path d="${slab(0, 0, 1120, 1180, 10)}" fill="url(#shW)"/><path d="${slab(0, -20, 1000, 1040, 4)}" fill="url(#shL)"/><path d="${times(9, (i) => `M${-500 + i * 125} -540V500`)}${times(9, (i) => `M-500 ${-500 + i * 120}H500`)}" stroke="#a8702e" stroke-opacity=".12" stroke-width="3"/>${moved(-246, 10, kechal, -3, 0.98)}${moved(256, 14, kosa, 3, 0.96)}<path d="M-560 -590H560V-520Q${times(8, (i) => `${490 - i * 140} -440 ${420 - i * 140} -520${i < 7 ? "Q" : ""}`)}H-560Z" fill="${mix(red, ink, 0.1)}"/><path d="${slab(0, 545, 1120, 90, 8)}" fill="url(#shW)"/><path d="M-540 512H540" stroke="${gold}" stroke-width="6"/>`,
    width: 1120,
    height: 1180,
    stance: "hanging",
  };
}
