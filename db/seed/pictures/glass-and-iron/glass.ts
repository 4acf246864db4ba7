import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { outline, type Profile } from "../objects/vessels";
import { bead, cast, filled, linear, lit, moved, radial, slab, standing, times, to1 } from "../paint";
import type { Drawn } from "../scene";

/** Clear glass: light edges, an almost empty middle, one long gleam. */
function clear(id: string, tint: string): string {
  return linear(id, [
    [0, darken(tint, 0.25), 0.75],
    [0.1, lighten(tint, 0.6), 0.5],
    [0.26, "#fff", 0.75],
    [0.36, lighten(tint, 0.4), 0.24],
    [0.72, tint, 0.26],
    [0.9, darken(tint, 0.2), 0.6],
    [1, lighten(tint, 0.5), 0.8],
  ]);
}

const ARMUDU: Profile = [
  [0, 74],
  [16, 84],
  [70, 100],
  [130, 86],
  [190, 62],
  [250, 76],
  [320, 98],
];

/** Six tea glasses on their saucers, three behind three, tea in every one. */
export function teaGlasses({ palette }: PictureSubject, _random: Random): Drawn {
  const [blue = "#2a7f9e", pale = "#7fc4c9", , red = "#b5463c"] = palette;
  const shape = outline(ARMUDU);
  const glass = (id: string, x: number, y: number, size: number) =>
    moved(
      x,
      y,
      `<ellipse cx="20" cy="6" rx="190" ry="34" fill="#140d07" opacity=".28"/><ellipse cy="-6" rx="176" ry="34" fill="${lighten(pale, 0.5)}" stroke="${blue}" stroke-width="5"/><ellipse cy="-10" rx="150" ry="25" fill="none" stroke="${red}" stroke-width="4" stroke-dasharray="14 10"/><ellipse cy="-12" rx="112" ry="17" fill="${darken(pale, 0.2)}" opacity=".6"/><g transform="translate(0 -18)">${filled(id, shape, "url(#agG)", `<path d="M-120 -8H120V-268H-120Z" fill="url(#agT)"/><path d="M-120 -268H120V-340H-120Z" fill="#fff" opacity=".14"/>`)}<ellipse cy="-268" rx="81" ry="15" fill="#d2692c"/><path d="${shape}" fill="url(#agG)" opacity=".5"/><path d="M-56 -36C-76 -90 -44 -140 -42 -196C-42 -230 -60 -260 -74 -300" stroke="#fff" stroke-opacity=".85" stroke-width="11" fill="none" stroke-linecap="round"/><ellipse cy="-320" rx="98" ry="19" fill="#fff" fill-opacity=".2" stroke="#c9a45c" stroke-width="6"/><path d="M-66 -190Q0 -172 66 -190" stroke="#c9a45c" stroke-width="5" fill="none"/>${times(7, (i) => `<circle cx="${-72 + i * 24}" cy="${-66 + 10 - Math.abs(i - 3) * 3}" r="6" fill="#e5c87a"/>`)}</g>`,
      0,
      size,
    );
  return standing(
    `<defs>${clear("agG", blue)}${linear("agT", [
      [0, "#7a2408", 0.95],
      [0.3, "#d9662a", 0.9],
      [0.7, "#a83d12", 0.92],
      [1, "#6d1f06", 0.95],
    ])}</defs>${[-1, 0, 1].map((k, i) => glass(`agA${i}`, k * 350, -190, 0.86)).join("")}${[-1, 0, 1].map((k, i) => glass(`agB${i}`, k * 390, 0, 1.06)).join("")}`,
    1120,
    540,
  );
}

/** A vase that passes from sea green to blue, with bubbles in its wall. */
export function caspianVase({ palette }: PictureSubject, random: Random): Drawn {
  const [blue = "#2a7f9e", green = "#7fc4c9"] = palette;
  const body: Profile = [
    [0, 150],
    [20, 166],
    [160, 262],
    [360, 300],
    [540, 220],
    [680, 116],
    [800, 92],
    [900, 130],
    [960, 178],
  ];
  const shape = outline(body);
  const waves = times(6, (i) => {
    const y = -120 - i * 90;
    return `<path d="M-340 ${y}Q-250 ${y - 50} -170 ${y}T0 ${y}T170 ${y}T340 ${y}" stroke="#fff" stroke-opacity="${to1(0.34 - i * 0.03)}" stroke-width="${14 - i}" fill="none" transform="rotate(-9 0 ${y})"/>`;
  });
  const bubbles = times(54, () => {
    const [x, y, r] = [random.between(-240, 240), random.between(-640, -40), random.between(3, 13)];
    return `<circle cx="${to1(x)}" cy="${to1(y)}" r="${to1(r)}" fill="#fff" fill-opacity=".16" stroke="#fff" stroke-opacity=".6" stroke-width="2"/><circle cx="${to1(x - r * 0.3)}" cy="${to1(y - r * 0.3)}" r="${to1(r * 0.3)}" fill="#fff" opacity=".9"/>`;
  });
  return standing(
    `<defs>${linear(
      "cvG",
      [
        [0, lighten(green, 0.35), 0.82],
        [0.35, mix(green, "#3f9f86", 0.55), 0.9],
        [0.68, blue, 0.95],
        [1, darken(blue, 0.45)],
      ],
      [0, 0, 0, 1],
    )}${linear("cvS", [
      [0, "#04222c", 0.55],
      [0.14, "#fff", 0.2],
      [0.24, "#fff", 0.6],
      [0.34, "#fff", 0.05],
      [0.7, "#04222c", 0.02],
      [0.92, "#04222c", 0.5],
      [1, "#dff", 0.5],
    ])}${radial("cvB", [
      [0, "#bff3e6", 0.55],
      [1, "#bff3e6", 0],
    ])}</defs><ellipse cx="150" cy="24" rx="330" ry="36" fill="${blue}" opacity=".3"/>${filled("cvC", shape, "url(#cvG)", `<ellipse cx="90" cy="-250" rx="190" ry="220" fill="url(#cvB)"/>${waves}${bubbles}`)}<path d="${shape}" fill="url(#cvS)"/><ellipse cy="-960" rx="178" ry="34" fill="${darken(green, 0.45)}" opacity=".75"/><ellipse cy="-960" rx="178" ry="34" fill="none" stroke="#fff" stroke-opacity=".85" stroke-width="9"/><path d="M-216 -420C-226 -300 -190 -200 -150 -120" stroke="#fff" stroke-opacity=".8" stroke-width="20" fill="none" stroke-linecap="round"/><path d="M-72 -780C-96 -700 -130 -640 -170 -580" stroke="#fff" stroke-opacity=".65" stroke-width="13" fill="none" stroke-linecap="round"/><path d="M-140 -10Q0 16 140 -10" stroke="#bff" stroke-opacity=".6" stroke-width="7" fill="none"/>`,
    620,
    1000,
  );
}

/** A flower of the pomegranate made at the lamp, in a box lined with paper. */
export function glassFlower({ palette }: PictureSubject, _random: Random): Drawn {
  const [, , , red = "#b5463c"] = palette;
  const scarlet = mix(red, "#ff3a1e", 0.5);
  const petal = "M0 0C-96 -50 -120 -170 -60 -236C-30 -264 30 -264 60 -236C120 -170 96 -50 0 0Z";
  const petals = (count: number, size: number, shade: string, from: number) =>
    times(
      count,
      (i) =>
        `<g transform="rotate(${from + (i * 360) / count}) scale(${size})"><path d="${petal}" fill="${shade}" fill-opacity=".82" stroke="#ffd9cc" stroke-opacity=".75" stroke-width="5"/><path d="M0 -20C-30 -90 -40 -150 -24 -214M0 -20C20 -90 34 -150 26 -210M0 -20V-224" stroke="${darken(shade, 0.45)}" stroke-opacity=".5" stroke-width="4" fill="none"/><path d="M-56 -120Q-64 -190 -26 -226" stroke="#fff" stroke-opacity=".8" stroke-width="12" fill="none" stroke-linecap="round"/></g>`,
    );
  const stem = "M0 0C40 160 -60 330 20 560C34 600 20 640 -10 650";
  const leaf = (x: number, y: number, turn: number) =>
    moved(
      x,
      y,
      `<path d="M0 0C-60 -40 -60 -150 0 -210C60 -150 60 -40 0 0Z" fill="#3e8f5c" fill-opacity=".85" stroke="#d6f5dc" stroke-opacity=".7" stroke-width="4"/><path d="M0 0V-190" stroke="#1d5234" stroke-width="4"/><path d="M-26 -60Q-32 -120 -6 -170" stroke="#fff" stroke-opacity=".8" stroke-width="8" fill="none" stroke-linecap="round"/>`,
      turn,
    );
  const box = slab(0, 0, 720, 1240, 14);
  const flower = `<path d="${stem}" transform="translate(14 18)" stroke="#140d07" stroke-opacity=".3" stroke-width="16" fill="none"/><path d="${stem}" stroke="#3b4a3a" stroke-width="15" fill="none" stroke-linecap="round"/><path d="${stem}" stroke="#9fb59a" stroke-width="5" fill="none" stroke-linecap="round"/>${leaf(-6, 330, -56)}${leaf(10, 420, 62)}${leaf(0, 220, 48)}<circle cx="20" cy="26" r="220" fill="#5a0f08" opacity=".26"/>${petals(6, 1.02, darken(scarlet, 0.22), 0)}${petals(6, 0.78, scarlet, 30)}${petals(5, 0.5, lighten(scarlet, 0.25), 12)}<circle r="42" fill="#e0a030"/>${times(14, (i) => bead(Math.cos(i * 2.4) * (12 + i * 3.4), Math.sin(i * 2.4) * (12 + i * 3.4), 10, i % 2 ? "#f6d25a" : "#e8b03a"))}`;
  return {
    svg: `<defs>${lit("lfB", "#a8845a", 0.4, 0.3)}${linear(
      "lfV",
      [
        [0, "#fff", 0.45],
        [0.3, "#fff", 0.04],
        [0.32, "#fff", 0.24],
        [0.46, "#fff", 0.03],
        [1, "#fff", 0.12],
      ],
      [0, 0, 1, 0.7],
    )}</defs>${cast(box)}<path d="${box}" fill="url(#lfB)"/><path d="${slab(0, 0, 640, 1160, 8)}" fill="#f6f1e6"/><path d="${times(34, (i) => `M${-290 + ((i * 137) % 500)} ${-550 + ((i * 211) % 1100)}q${20 + (i % 5) * 6} -${14 + (i % 3) * 10} ${40 + (i % 4) * 10} 6`)}" stroke="#ddd0b6" stroke-width="8" fill="none" stroke-linecap="round"/><path d="M-320 -580H320V-540H-280V580H-320Z" fill="#140d07" opacity=".22"/>${moved(0, -240, flower, 0, 1.04)}<path d="${slab(0, 0, 640, 1160, 8)}" fill="url(#lfV)"/><path d="${slab(0, 0, 640, 1160, 8)}" fill="none" stroke="#7d5f38" stroke-width="6"/>`,
    width: 720,
    height: 1240,
    stance: "flat",
  };
}

/** Six footed dishes, a different jam in each. */
export function jamDishes({ palette }: PictureSubject, random: Random): Drawn {
  const [blue = "#2a7f9e", pale = "#7fc4c9"] = palette;
  const dish: Profile = [
    [0, 96],
    [12, 100],
    [26, 34],
    [84, 26],
    [110, 60],
    [150, 128],
    [210, 158],
  ];
  const shape = outline(dish);
  const jams = ["#9a1f2b", "#d9772a", "#5a1f4a", "#e0a93a", "#6f8f3a", "#7d2f1a"];
  const one = (i: number, x: number, y: number, size: number) => {
    const jam = jams[i] ?? "#9a1f2b";
    const fruit = times(9, (k) =>
      bead(
        -84 + (k % 5) * 42 + (k > 4 ? 20 : 0),
        -208 - (k > 4 ? 26 : 0) + Math.abs((k % 5) - 2) * 5 + random.between(-4, 4),
        25,
        lighten(jam, 0.08),
      ),
    );
    return moved(
      x,
      y,
      `<ellipse cx="18" cy="2" rx="124" ry="20" fill="#140d07" opacity=".3"/><path d="M-150 -208Q0 -262 150 -208V-190H-150Z" fill="${jam}"/>${fruit}${filled(`jd${i}`, shape, "url(#jdG)", `<path d="M-170 -206H170L100 -128Q0 -104 -100 -128Z" fill="${jam}" opacity=".8"/>${times(13, (k) => `<path d="M${-150 + k * 25} -212L${-62 + k * 10.4} -110" stroke="#fff" stroke-opacity=".5" stroke-width="4"/><path d="M${-150 + k * 25} -112L${-62 + k * 10.4} -212" stroke="#fff" stroke-opacity=".28" stroke-width="4"/>`)}`)}<path d="${shape}" fill="url(#jdG)" opacity=".55"/><path d="M-158 -210A158 24 0 0 0 158 -210" fill="none" stroke="#fff" stroke-opacity=".9" stroke-width="7"/><path d="M-120 -190Q-110 -150 -80 -130" stroke="#fff" stroke-width="10" stroke-opacity=".8" fill="none" stroke-linecap="round"/><path d="M-96 -4Q0 12 96 -4" stroke="#fff" stroke-opacity=".7" stroke-width="5" fill="none"/>`,
      0,
      size,
    );
  };
  const spoon = `<g transform="translate(520 -6) rotate(16)"><path d="M-280 10H-40" stroke="#140d07" stroke-opacity=".3" stroke-width="12" stroke-linecap="round" transform="translate(4 12)"/><path d="M-280 10H-40" stroke="#8a8f98" stroke-width="12" stroke-linecap="round"/><path d="M-280 7H-40" stroke="#f5f5f3" stroke-width="4" stroke-linecap="round"/><ellipse rx="56" ry="22" cy="8" fill="#8a8f98"/><ellipse rx="44" ry="14" cx="-4" cy="4" fill="#e4e6e9"/></g>`;
  return standing(
    `<defs>${clear("jdG", mix(blue, pale, 0.4))}</defs>${[0, 1, 2].map((i) => one(i, -340 + i * 340, -200, 0.88)).join("")}${[3, 4, 5].map((i) => one(i, -380 + (i - 3) * 380, 0, 1.08)).join("")}${moved(-20, 40, spoon, 0, 0.9)}`,
    1120,
    480,
  );
}
