import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { outline, type Profile } from "../objects/vessels";
import { bead, filled, linear, lit, moved, radial, standing, times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { rope, roundness, wicker } from "./weave";

/** Rows of coiled bundles round a body, stitched; light from the left. */
function coils(profile: Profile, tones: readonly string[], step: number): string {
  const top = profile.at(-1)?.[0] ?? 0;
  const count = Math.floor(top / step);
  return times(count + 1, (i) => {
    const y = -i * step;
    const tone = tones[i % tones.length] ?? "#c9a45c";
    const d = `M-600 ${y}Q0 ${y + 90} 600 ${y}`;
    return `<path d="${d}" stroke="${darken(tone, 0.6)}" stroke-width="${step}" fill="none"/><path d="${d}" stroke="${tone}" stroke-width="${to1(step * 0.86)}" fill="none" stroke-dasharray="26 5" stroke-dashoffset="${i * 11}"/><path d="${d}" stroke="#fff" stroke-opacity=".32" stroke-width="${to1(step * 0.2)}" fill="none" transform="translate(0 ${to1(-step * 0.18)})" stroke-dasharray="24 7" stroke-dashoffset="${i * 11}"/>`;
  });
}

/** A round basket with its lid tilted against it, flat bread inside. */
export function breadBasket({ palette }: PictureSubject, random: Random): Drawn {
  const [reed = "#c9a45c", olive = "#9a7a3a", pale = "#efe0bd", brown = "#5a4724"] = palette;
  const body: Profile = [
    [0, 300],
    [30, 330],
    [160, 400],
    [300, 410],
    [370, 396],
  ];
  const shape = outline(body);
  const bread = (x: number, y: number, turn: number) =>
    moved(
      x,
      y,
      `<ellipse rx="230" ry="92" fill="#8a4f1f"/><ellipse cy="-8" rx="226" ry="86" fill="url(#bbB)"/>${times(5, (i) => `<path d="M${-140 + i * 70} -58q14 50 0 104" stroke="#8a4f1f" stroke-opacity=".6" stroke-width="9" fill="none"/>`)}${times(26, () => `<circle cx="${random.whole(-170, 170)}" cy="${random.whole(-52, 34)}" r="${random.whole(4, 9)}" fill="${random.pick(["#2b1b10", "#fff3d6", "#7a3f14"])}" opacity=".75"/>`)}`,
      turn,
    );
  const lid = `<g transform="translate(330 -150) rotate(64)"><ellipse cx="10" cy="16" rx="350" ry="128" fill="#140d07" opacity=".3"/><ellipse rx="344" ry="124" fill="${darken(brown, 0.3)}"/><g fill="none">${times(
    9,
    (i) => {
      const k = 1 - i * 0.108;
      const tone = [2, 5].includes(i) ? brown : i % 2 ? reed : lighten(reed, 0.25);
      return `<ellipse rx="${to1(334 * k)}" ry="${to1(116 * k)}" stroke="${darken(tone, 0.55)}" stroke-width="36"/><ellipse cy="-2" rx="${to1(334 * k)}" ry="${to1(116 * k)}" stroke="${tone}" stroke-width="30" stroke-dasharray="22 5"/>`;
    },
  )}</g><ellipse cy="-14" rx="46" ry="26" fill="${olive}" stroke="${darken(brown, 0.3)}" stroke-width="6"/></g>`;
  return standing(
    `<defs>${roundness("bbR")}${radial("bbB", [
      [0, "#f3c77f"],
      [0.6, "#d9953f"],
      [1, "#a8641f"],
    ])}</defs>${moved(140, 0, lid)}<g transform="translate(-110 0)"><ellipse cy="-370" rx="396" ry="96" fill="${darken(brown, 0.4)}"/>${bread(60, -410, -8)}${bread(-90, -440, 6)}<path d="M-396 -372C-340 -420 -300 -330 -236 -360C-180 -400 -130 -300 -60 -330C20 -370 60 -300 130 -326C200 -350 280 -320 396 -372L380 -300Q0 -200 -380 -300Z" fill="#fbf4e4"/><path d="M-236 -360C-180 -400 -130 -300 -60 -330M130 -326C200 -350 280 -320 396 -372" stroke="#c9b99a" stroke-width="6" fill="none"/><path d="M-320 -334Q0 -238 320 -334" stroke="#b5463c" stroke-width="9" fill="none"/>${filled("bbC", shape, reed, coils(body, [reed, lighten(reed, 0.2), reed, brown, lighten(reed, 0.2), brown, pale], 40))}<path d="${shape}" fill="url(#bbR)"/>${rope("M-398 -362A396 96 0 0 0 398 -362", lighten(reed, 0.1), 42)}</g>`,
    1100,
    620,
  );
}

/** A shopping basket with two hooped handles and greens in it. */
export function marketBasket({ palette }: PictureSubject, random: Random): Drawn {
  const [reed = "#c9a45c", olive = "#9a7a3a", , brown = "#5a4724"] = palette;
  const shape = "M-460 -470H460L380 -20Q376 0 350 0H-350Q-376 0 -380 -20Z";
  const hoop = (y: number, tone: string, x: number) =>
    rope(`M${-290 + x} ${y}C${-290 + x} ${y - 470} ${290 + x} ${y - 470} ${290 + x} ${y}`, tone, 46);
  const greens = times(26, (i) => {
    const x = -380 + i * 30;
    const h = random.between(90, 210);
    const tone = ["#4f8f4a", "#3e6f3f", "#7fae52"][i % 3] ?? "#4f8f4a";
    return `<path d="M${x} -440C${to1(x - 50)} ${to1(-440 - h * 0.6)} ${to1(x + random.between(-60, 20))} ${to1(-440 - h)} ${to1(x + random.between(-40, 60))} ${to1(-450 - h)}C${to1(x + 60)} ${to1(-440 - h * 0.5)} ${x + 30} -480 ${x} -440Z" fill="${tone}" stroke="#2f4f2c" stroke-width="3"/>`;
  });
  const fruit = [
    bead(-250, -510, 66, "#b5463c"),
    bead(-120, -490, 58, "#e0952f"),
    bead(160, -500, 70, "#b5463c"),
    bead(290, -490, 56, "#d9b03a"),
    bead(30, -490, 60, "#7d2f4a"),
  ];
  return standing(
    `<defs>${wicker("mkW", reed, 44)}${wicker("mkD", darken(olive, 0.15), 44)}${roundness("mkR")}</defs>${hoop(-470, darken(reed, 0.25), 30)}${greens}${fruit.join("")}${filled("mkC", shape, "url(#mkW)", `<path d="M-460 -300H460V-212H-460ZM-460 -88H460V0H-460Z" fill="url(#mkD)"/>`)}<path d="${shape}" fill="url(#mkR)"/>${rope("M-462 -468H462", lighten(reed, 0.1), 48)}${rope("M-376 -14H376", olive, 36)}${hoop(-440, lighten(reed, 0.05), -20)}${[-310, 270].map((x) => `<path d="M${x - 26} -500h52v150h-52Z" fill="${darken(brown, 0.05)}"/><path d="M${x - 26} -480h52M${x - 26} -440h52M${x - 26} -400h52" stroke="${lighten(brown, 0.4)}" stroke-width="7"/>`).join("")}`,
    960,
    860,
  );
}

/** A picnic hamper: lid ajar over checked lining, two leather straps. */
export function picnic({ palette }: PictureSubject, _random: Random): Drawn {
  const [reed = "#c9a45c", olive = "#9a7a3a"] = palette;
  const willow = mix(olive, "#a86a34", 0.4);
  const leather = "#7a3f1c";
  const front = "M-470 -360H470L448 -14Q446 0 430 0H-430Q-446 0 -448 -14Z";
  const lid = "M-440 -760H440Q456 -760 460 -742L492 -452H-492L-460 -742Q-456 -760 -440 -760Z";
  const strap = (x: number) =>
    `<path d="M${x - 40} -700L${x - 46} -452H${x + 46}L${x + 40} -700Z" fill="${darken(leather, 0.3)}"/><path d="M${x - 44} -366H${x + 44}V-150Q${x} -110 ${x - 44} -150Z" fill="url(#pcL)" stroke="${darken(leather, 0.5)}" stroke-width="5"/><path d="M${x - 32} -360V-160M${x + 32} -360V-160" stroke="#e6d3b8" stroke-width="4" stroke-dasharray="13 10"/><path d="M${x - 56} -292h112v74h-112Z" fill="none" stroke="#6d4d17" stroke-width="20"/><path d="M${x - 56} -292h112v74h-112Z" fill="none" stroke="#e0bd62" stroke-width="11"/><path d="M${x} -292v70" stroke="#e0bd62" stroke-width="11"/>`;
  return standing(
    `<defs>${wicker("pcW", willow, 46)}${wicker("pcD", mix(reed, willow, 0.4), 46)}${roundness("pcR")}${lit("pcL", leather, 0.3, 0.35)}${linear(
      "pcI",
      [
        [0, "#140d07", 0.5],
        [0.5, "#140d07", 0.12],
        [1, "#140d07", 0.5],
      ],
    )}<pattern id="pcG" width="60" height="60" patternUnits="userSpaceOnUse"><rect width="60" height="60" fill="#fbf4e4"/><path d="M0 0H30V60H0Z" fill="#b5463c" opacity=".55"/><path d="M0 0H60V30H0Z" fill="#b5463c" opacity=".55"/></pattern></defs>${filled("pcA", lid, "url(#pcD)", `<path d="M-420 -720H420L452 -480H-452Z" fill="url(#pcG)"/><path d="M-420 -720H420L452 -480H-452Z" fill="url(#pcI)"/>`)}${rope("M-492 -452L-460 -742Q-456 -762 -440 -762H440Q456 -762 460 -742L492 -452", mix(reed, willow, 0.3), 34)}${[-300, 300].map((x) => `<ellipse cx="${x}" cy="-600" rx="104" ry="92" fill="#f6f2ea" stroke="#c9bda6" stroke-width="6"/><ellipse cx="${x}" cy="-600" rx="66" ry="58" fill="none" stroke="#35546a" stroke-width="7"/><path d="M${x - 116} -604H${x + 116}" stroke="${darken(leather, 0.2)}" stroke-width="22"/>`).join("")}<path d="M-40 -700V-540M0 -700V-540M40 -700V-540" stroke="#c9ced2" stroke-width="13" stroke-linecap="round"/><path d="M-70 -620H70" stroke="${leather}" stroke-width="22"/>
<path d="M-492 -452H492L470 -360H-470Z" fill="#2a1a10"/><path d="M-470 -440H470L452 -366H-452Z" fill="url(#pcG)"/>${bead(-180, -412, 64, "#b5463c")}${bead(-60, -402, 56, "#d9b03a")}<path d="M70 -380V-520Q70 -540 80 -548V-600H116V-548Q126 -540 126 -520V-380Z" fill="#3e5c46"/><path d="M84 -510V-390" stroke="#fff" stroke-opacity=".4" stroke-width="9"/><path d="M180 -380Q200 -470 330 -450Q400 -430 380 -380Z" fill="#d9953f"/><path d="M220 -430l26 40M270 -446l26 50M320 -446l22 46" stroke="#8a4f1f" stroke-width="9"/>${filled("pcF", front, "url(#pcW)", `<path d="M-480 -220H480V-176H-480Z" fill="url(#pcD)"/>`)}<path d="${front}" fill="url(#pcR)"/>${rope("M-474 -356H474", mix(reed, willow, 0.3), 42)}${rope("M-444 -14H444", darken(willow, 0.2), 32)}${strap(-250)}${strap(250)}<path d="M-120 -250C-120 -130 120 -130 120 -250" fill="none" stroke="${darken(leather, 0.5)}" stroke-width="36"/><path d="M-120 -250C-120 -130 120 -130 120 -250" fill="none" stroke="${lighten(leather, 0.1)}" stroke-width="26"/><path d="M-110 -240C-104 -146 104 -146 110 -240" fill="none" stroke="#e6d3b8" stroke-width="4" stroke-dasharray="13 10"/><circle cx="-120" cy="-256" r="20" fill="#e0bd62"/><circle cx="120" cy="-256" r="20" fill="#e0bd62"/>`,
    1020,
    790,
  );
}

/** An open-work basket on a foot, heaped with citrus and pomegranates. */
export function fruitBasket({ palette }: PictureSubject, random: Random): Drawn {
  const [reed = "#c9a45c", olive = "#9a7a3a"] = palette;
  const rush = lighten(reed, 0.1);
  const lattice = times(19, (i) => {
    const t = (i - 9) / 9;
    const x = (k: number, y: number) => to1(Math.sin(k * 1.45) * (300 + ((y - 40) / 300) * 190));
    const a = t;
    const left = Math.max(-1, t - 0.24);
    const right = Math.min(1, t + 0.24);
    return `M${x(a, 40)} ${to1(-50 + (1 - t * t) * 24)}L${x(left, 340)} ${to1(-330 + (1 - left * left) * 84)}M${x(a, 40)} ${to1(-50 + (1 - t * t) * 24)}L${x(right, 340)} ${to1(-330 + (1 - right * right) * 84)}`;
  });
  const pomegranate = (x: number, y: number, size: number, turn: number) =>
    moved(
      x,
      y,
      `<path d="M-24 -88L-44 -132L-14 -118L0 -142L14 -118L44 -132L24 -88Z" fill="#a83a2c"/><circle r="104" fill="url(#fbP)"/><path d="M-70 -20Q-60 -70 -14 -80" stroke="#fff" stroke-opacity=".65" stroke-width="14" fill="none" stroke-linecap="round"/>`,
      turn,
      size,
    );
  const citrus = (x: number, y: number, r: number, id: string) =>
    `<circle cx="${x}" cy="${y}" r="${r}" fill="url(#${id})"/>${times(16, () => `<circle cx="${to1(x + random.between(-r * 0.6, r * 0.6))}" cy="${to1(y + random.between(-r * 0.6, r * 0.6))}" r="3" fill="#7a3f0a" opacity=".28"/>`)}<path d="M${x - 8} ${y - r + 14}l8 -12l8 12Z" fill="#3e6f3f"/>`;
  const leaf = (x: number, y: number, turn: number) =>
    moved(
      x,
      y,
      `<path d="M0 0C-40 -30 -40 -100 0 -140C40 -100 40 -30 0 0Z" fill="#3e7c49"/><path d="M0 0V-130" stroke="#2a5230" stroke-width="4"/>`,
      turn,
    );
  const globe = (id: string, tone: string) =>
    radial(id, [
      [0, lighten(tone, 0.6)],
      [0.4, tone],
      [1, darken(tone, 0.5)],
    ]);
  const back = "M-490 -330A490 110 0 0 1 490 -330";
  return standing(
    `<defs>${globe("fbP", "#b5383c")}${globe("fbO", "#e8892a")}${globe("fbL", "#ecc63a")}</defs><ellipse cy="-330" rx="480" ry="104" fill="${darken(olive, 0.5)}"/>${rope(back, darken(reed, 0.2), 40)}${leaf(-330, -420, -50)}${leaf(300, -440, 46)}${citrus(-240, -440, 96, "fbO")}${citrus(230, -450, 96, "fbL")}${pomegranate(0, -480, 1.04, 6)}${leaf(96, -560, 30)}${citrus(-350, -350, 92, "fbL")}${citrus(346, -352, 92, "fbO")}${pomegranate(-150, -370, 0.96, -16)}${citrus(30, -350, 96, "fbO")}${pomegranate(196, -350, 0.94, 18)}<path d="M-320 -60Q0 10 320 -60L300 0H-300Z" fill="${darken(olive, 0.45)}"/><path d="${lattice}" stroke="${darken(reed, 0.65)}" stroke-width="30" stroke-linecap="round"/><path d="${lattice}" stroke="${reed}" stroke-width="21" stroke-linecap="round"/><path d="${lattice}" stroke="${lighten(rush, 0.5)}" stroke-width="6" stroke-linecap="round" transform="translate(-3 -3)"/>${rope("M-396 -190Q0 -60 396 -190", olive, 30)}${rope("M-490 -330A490 110 0 0 0 490 -330", rush, 50)}${rope("M-310 -56Q0 16 310 -56", olive, 40)}${rope("M-300 -8H300", darken(reed, 0.15), 34)}`,
    1040,
    640,
  );
}
