import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { bead, cast, disc, filled, linear, lit, moved, radial, slab, times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { polished, wire } from "./metal";

/** Dents of a small hammer over an area. */
function dents(w: number, h: number, random: Random, count: number): string {
  return times(
    count,
    () =>
      `<ellipse cx="${to1(random.between(-w / 2, w / 2))}" cy="${to1(random.between(-h / 2, h / 2))}" rx="${random.whole(12, 24)}" ry="${random.whole(10, 20)}" fill="${random.next() < 0.5 ? "#fff" : "#000"}" opacity="${random.between(0.06, 0.2).toFixed(2)}"/>`,
  );
}

/** Pieces of sea glass wired to a cord, worn by a linen bust. */
export function necklace({ palette }: PictureSubject, random: Random): Drawn {
  const [teal = "#2f6f73", copper = "#b5652b", pale = "#a7d0cd"] = palette;
  const bust =
    "M-96 -900C-70 -920 70 -920 96 -900C88 -800 100 -742 170 -700C290 -640 400 -600 410 -470C416 -300 330 -150 240 -60Q0 -10 -240 -60C-330 -150 -416 -300 -410 -470C-400 -600 -290 -640 -170 -700C-100 -742 -88 -800 -96 -900Z";
  const cord = "M-120 -730C-170 -560 -120 -330 0 -300C120 -330 170 -560 120 -730";
  const tones = [teal, mix(teal, pale, 0.5), "#6f9f7a", pale, "#4f8fa8", lighten(teal, 0.2), "#8fb8a0"];
  const piece = (i: number, x: number, y: number, size: number, turn: number) => {
    const tone = tones[i % tones.length] ?? teal;
    const p = () => to1(size * random.between(0.8, 1.1));
    const d = `M0 ${-Number(p())}Q${p()} ${-Number(p())} ${p()} 0Q${p()} ${p()} 0 ${to1(size * 1.35)}Q${-Number(p())} ${p()} ${-Number(p())} 0Q${-Number(p())} ${-Number(p())} 0 ${-size}Z`;
    return moved(
      x,
      y,
      `<path d="${d}" transform="translate(6 10)" fill="#140d07" opacity=".3"/><path d="${d}" fill="${tone}"/><path d="${d}" fill="url(#slF)"/><path d="M${to1(-size * 0.5)} ${to1(-size * 0.1)}Q${to1(-size * 0.4)} ${to1(-size * 0.6)} ${to1(size * 0.1)} ${to1(-size * 0.66)}" stroke="#fff" stroke-opacity=".7" stroke-width="6" fill="none" stroke-linecap="round"/>${wire(`M${to1(-size * 0.86)} ${to1(-size * 0.3)}L${to1(size * 0.86)} ${to1(-size * 0.1)}M${to1(-size * 0.84)} 0L${to1(size * 0.84)} ${to1(size * 0.2)}${disc(0, -size * 1.18, size * 0.2)}`, copper, 6)}`,
      turn,
    );
  };
  const spots = [-3, -2, -1, 0, 1, 2, 3].map((k, i) => {
    const y = -252 - Math.abs(k) ** 1.5 * 52;
    return piece(
      i,
      k * 46 - Math.sign(k) * Math.max(0, Math.abs(k) - 1) * 5,
      y,
      k === 0 ? 58 : 40 - Math.abs(k) * 3,
      k * -11,
    );
  });
  return {
    svg: `<defs>${linear("slB", [
      [0, "#b7a88c"],
      [0.32, "#f3ead8"],
      [0.6, "#dccfb6"],
      [1, "#8f8064"],
    ])}${radial("slF", [
      [0, "#fff", 0.5],
      [0.7, "#fff", 0.1],
      [1, "#06272a", 0.35],
    ])}${lit("slW", "#6d4a2e", 0.4, 0.4)}</defs><path d="M-190 -40Q0 -8 190 -40L230 0H-230Z" fill="url(#slW)"/>${filled(
      "slC",
      bust,
      "url(#slB)",
      times(80, (i) => `<path d="M-420 ${-910 + i * 11}H420" stroke="#7a6a4a" stroke-opacity=".13" stroke-width="3"/>`),
    )}<ellipse cy="-902" rx="96" ry="20" fill="#8f7a58"/><path d="${cord}" stroke="#140d07" stroke-opacity=".3" stroke-width="13" fill="none" transform="translate(8 10)"/><path d="${cord}" stroke="#4a3a2c" stroke-width="11" fill="none"/><path d="${cord}" stroke="#b39a78" stroke-width="6" stroke-dasharray="7 6" fill="none"/>${spots.join("")}`,
    width: 840,
    height: 930,
    stance: "standing",
  };
}

/** A gull in flight cut from hammered copper, pinned to woollen cloth. */
export function gullBrooch({ palette }: PictureSubject, random: Random): Drawn {
  const [teal = "#2f6f73", copper = "#b5652b", pale = "#a7d0cd"] = palette;
  const gull =
    "M0 -250C26 -250 44 -228 44 -200C44 -176 40 -150 44 -120C110 -180 170 -206 240 -200C350 -180 440 -90 500 60C410 -20 330 -60 250 -56C180 -50 120 10 66 70C62 110 52 150 40 176L84 268Q0 300 -84 268L-40 176C-52 150 -62 110 -66 70C-120 10 -180 -50 -250 -56C-330 -60 -410 -20 -500 60C-440 -90 -350 -180 -240 -200C-170 -206 -110 -180 -44 -120C-40 -150 -44 -176 -44 -200C-44 -228 -26 -250 0 -250Z";
  const beak = "M-16 -246L2 -306L20 -246Z";
  const feathers = [1, -1]
    .map(
      (s) =>
        `M${s * 66} 40C${s * 120} -40 ${s * 190} -100 ${s * 260} -108C${s * 340} -100 ${s * 400} -50 ${s * 440} -10M${s * 300} -176L${s * 290} -66M${s * 350} -146L${s * 334} -50M${s * 400} -104L${s * 380} -30M${s * 240} -190L${s * 236} -66M${s * 180} -180L${s * 170} -30M${s * 16} 190L${s * 26} 276M${s * 44} 200L${s * 60} 266`,
    )
    .join("");
  const cloth = slab(0, 0, 1120, 900, 8);
  const twill = times(60, (i) => `M${-1100 + i * 37} -460l920 920`);
  return {
    svg: `<defs>${polished("gbC", copper)}${lit("gbW", darken(teal, 0.35), 0.16, 0.3)}</defs>${cast(cloth)}${filled("gbK", cloth, "url(#gbW)", `<path d="${twill}" stroke="${lighten(teal, 0.25)}" stroke-opacity=".3" stroke-width="9"/><path d="${twill}" transform="scale(-1 1)" stroke="#000" stroke-opacity=".12" stroke-width="5"/>`)}<path d="M-552 -442V442M552 -442V442M-552 -442H552M-552 442H552" stroke="${pale}" stroke-opacity=".5" stroke-width="8" stroke-dasharray="4 14"/><g transform="rotate(-14) translate(0 10)">${cast(gull, 12, 20)}<path d="${beak}" fill="#d9a441" stroke="#6d4d17" stroke-width="4"/>${filled("gbG", gull, "url(#gbC)", dents(960, 540, random, 170))}<path d="${feathers}" fill="none" stroke="${darken(copper, 0.6)}" stroke-width="8" stroke-linecap="round"/><path d="${feathers}" fill="none" stroke="${lighten(copper, 0.6)}" stroke-width="3" transform="translate(-2 -4)"/><path d="${gull}" fill="none" stroke="${darken(copper, 0.5)}" stroke-width="6"/><path d="M-490 36C-430 -90 -350 -172 -240 -190C-170 -196 -110 -170 -44 -110" fill="none" stroke="${lighten(copper, 0.8)}" stroke-width="6"/><circle cx="-18" cy="-212" r="7" fill="${darken(copper, 0.75)}"/><circle cx="20" cy="-212" r="7" fill="${darken(copper, 0.75)}"/></g>`,
    width: 1120,
    height: 900,
    stance: "flat",
    span: 960,
  };
}

/** An open copper bangle that rises and falls like a wave, lying on a flat stone. */
export function bangle({ palette }: PictureSubject, random: Random): Drawn {
  const [teal = "#2f6f73", copper = "#b5652b"] = palette;
  const at = (t: number, lift = 0): string => {
    const a = (t * Math.PI) / 180;
    const wave = 30 * (1 - Math.cos(a * 4));
    return `${to1(Math.cos(a) * 400)} ${to1(-168 + Math.sin(a) * 132 - wave * (1 - lift))}`;
  };
  const along = (from: number, to: number, lift = 0): string => {
    let d = "";
    for (let t = from; t <= to; t += 3) d += `${d ? "L" : "M"}${at(t, lift)}`;
    return d;
  };
  const band = (d: string, tone: string) =>
    `<g fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="${d}" stroke="${darken(tone, 0.6)}" stroke-width="62"/><path d="${d}" stroke="${tone}" stroke-width="54" transform="translate(0 -3)"/><path d="${d}" stroke="${lighten(tone, 0.35)}" stroke-width="22" transform="translate(-2 -12)"/><path d="${d}" stroke="${lighten(tone, 0.8)}" stroke-width="7" transform="translate(-3 -20)"/><path d="${d}" stroke="${darken(tone, 0.4)}" stroke-width="40" stroke-dasharray="3 23" stroke-opacity=".35" stroke-linecap="butt"/></g>`;
  const end = (t: number) => {
    const [x = "0", y = "0"] = at(t).split(" ");
    return bead(Number(x), Number(y) - 4, 46, copper);
  };
  const top = disc(0, -86, 590, 196);
  const specks = times(
    90,
    () =>
      `<circle cx="${random.whole(-540, 540)}" cy="${random.whole(-250, 90)}" r="${random.whole(2, 6)}" fill="${random.next() < 0.5 ? "#fff" : "#2a2620"}" opacity=".22"/>`,
  );
  const veins = `<path d="M-560 -60C-300 -150 -60 -30 180 -110S480 -190 580 -150M-420 40C-200 -20 60 80 330 30" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="9"/>`;
  const stone = mix(teal, "#b9bdb6", 0.72);
  return {
    svg: `<defs>${radial(
      "bgT",
      [
        [0, lighten(stone, 0.5)],
        [0.6, stone],
        [1, darken(stone, 0.3)],
      ],
      [0.36, 0.3, 0.8],
    )}${linear("bgE", [
      [0, darken(stone, 0.2)],
      [0.3, darken(stone, 0.05)],
      [1, darken(stone, 0.6)],
    ])}</defs><path d="M-590 -86V-44A590 196 0 0 0 590 -44V-86Z" transform="translate(0 6)" fill="url(#bgE)"/>${filled("bgS", top, "url(#bgT)", veins + specks)}<g fill="none" stroke="#140d07" stroke-linejoin="round" stroke-linecap="round" transform="translate(10 26)"><path d="${along(102, 438, 1)}" stroke-opacity=".16" stroke-width="84"/><path d="${along(102, 438, 1)}" stroke-opacity=".26" stroke-width="52"/></g>${band(along(186, 354), darken(copper, 0.26))}${band(along(102, 192), copper)}${band(along(348, 438), copper)}${end(102)}${end(438)}`,
    width: 1190,
    height: 520,
    stance: "standing",
    span: 860,
  };
}
