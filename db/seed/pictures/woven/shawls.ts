import { hangingFolds, hungOutline, rod } from "../cloth/silk-folds";
import { darken, lighten, mix } from "../colour";
import { makeRandom, type PictureSubject, type Random } from "../contract";
import { cast, filled, linear, lit, times, to1 } from "../paint";
import type { Drawn } from "../scene";

/** Short threads that lean to and fro from column to column. */
function herringbone(w: number, h: number, colour: string): string {
  let d = "";
  for (let x = -w / 2, i = 0; x < w / 2; x += 24, i++)
    for (let y = -h / 2; y < h / 2; y += 11) d += `M${x} ${y + (i % 2 ? 12 : 0)}l24 ${i % 2 ? -12 : 12}`;
  return `<path d="${d}" stroke="${colour}" stroke-opacity=".26" stroke-width="4"/>`;
}

/** The down that fulling raises: hairs in every direction. */
function nap(w: number, h: number, colour: string): string {
  const random = makeRandom("nap");
  const d = times(700, () => {
    const t = random.between(0, 6.3);
    return `M${to1(random.between(-w / 2, w / 2))} ${to1(random.between(-h / 2, h / 2))}q${to1(Math.cos(t) * 9)} ${to1(Math.sin(t) * 3)} ${to1(Math.cos(t) * 17)} ${to1(Math.sin(t) * 17)}`;
  });
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-opacity=".22" stroke-width="2"/>`;
}

/** A shawl from the narrow loom over a rod: grey ground, white ends, tassels twisted of its own warp. */
export function fulledShawl({ palette }: PictureSubject, random: Random): Drawn {
  const [white = "#d9d4c7", dark = "#6c6a66"] = palette;
  const grey = mix(white, dark, 0.62);
  const [w, top, foot] = [600, -520, 430];
  const front = hungOutline(random, w, top, foot, 5);
  const back = hungOutline(random, w - 30, top, foot - 130, 5);
  const across = (y: number, h: number, colour: string) =>
    `<rect x="-420" y="${y}" width="840" height="${h}" fill="${colour}"/>`;
  const bands = (end: number) =>
    across(end - 236, 120, white) +
    across(end - 196, 14, dark) +
    across(end - 164, 14, dark) +
    across(end - 280, 20, white) +
    across(end - 86, 20, white) +
    across(end - 52, 8, white);
  const edges = [-1, 1].map(
    (side) => `<rect x="${side * 286 - 16}" y="-700" width="32" height="1400" fill="${white}"/>`,
  );
  const cloth = (end: number) =>
    `${edges.join("")}${bands(end)}${herringbone(w + 60, 1240, darken(dark, 0.35))}${nap(w, 1100, "#fff")}`;
  const tassels = (width: number, y: number) =>
    times(26, (i) => {
      const x = -width / 2 + 12 + (i * (width - 24)) / 25;
      const d = `M${to1(x)} ${y - 50}q${(i % 3) - 1} 60 ${(i % 5) - 2} ${130 + (i % 4) * 5}`;
      return `<path d="${d}" stroke="${darken(dark, 0.25)}" stroke-width="12" fill="none" stroke-linecap="round"/><path d="${d}" stroke="${i % 4 ? grey : white}" stroke-width="9" fill="none" stroke-linecap="round"/><path d="${d}" stroke="${darken(dark, 0.2)}" stroke-opacity=".32" stroke-width="9" stroke-dasharray="4 8" fill="none"/>`;
    });
  return {
    svg: `${rod(w + 240, top + 4)}<g transform="translate(46 0)">${cast(back, 14, 22)}${tassels(w - 30, foot - 130)}${filled("shB", back, grey, `${cloth(foot - 130)}<rect x="-420" y="-700" width="840" height="1400" fill="#140d07" opacity=".4"/>`)}</g>${cast(front, 14, 22)}${tassels(w, foot)}${filled("shF", front, grey, `${cloth(foot)}${hangingFolds(random, w, top, foot + 40, 5)}`)}`,
    width: w + 270,
    height: 1130,
    stance: "hanging",
    outline: "cast",
    span: 1900,
    focus: [0, 250],
  };
}

/** Lace over a square around the origin: a net of yarn, and on it lozenges of leaves knitted close. */
function lace(half: number, yarn: string, shade: string): string {
  let net = "";
  for (let t = -2 * half; t < 2 * half; t += 25)
    net += `M${t - half} ${-half}l${2 * half} ${2 * half}M${t + half} ${-half}l${-2 * half} ${2 * half}`;
  const leaf = (turn: number) =>
    `<g transform="rotate(${turn})"><path d="M0 -6C-20 -30 -16 -58 0 -76C16 -58 20 -30 0 -6Z"/><path d="M0 -12V-66M-8 -30l8 9l8 -9M-8 -46l8 9l8 -9" stroke="${shade}" stroke-width="3" fill="none"/></g>`;
  const flower = `<g fill="${yarn}" stroke="${shade}" stroke-opacity=".55" stroke-width="2">${[0, 90, 180, 270].map(leaf).join("")}</g><circle r="7" fill="${shade}" opacity=".5"/>`;
  const step = 168;
  let [rows, flowers, knots] = ["", "", ""];
  for (let t = -2 * half; t < 2 * half; t += step)
    rows += `M${t - half} ${-half}l${2 * half} ${2 * half}M${t + half} ${-half}l${-2 * half} ${2 * half}`;
  for (let t = -2 * half; t < 2 * half; t += step)
    for (let u = -2 * half; u < 2 * half; u += step) knots += `M${(t + u) / 2} ${(u - t) / 2}h.1`;
  for (let j = Math.floor(-half / step) * 2; j * (step / 2) < half; j++)
    for (let x = -half - ((half % step) + (j % 2 ? step / 2 : 0)); x < half + step; x += step)
      flowers += `<g transform="translate(${to1(x)} ${to1(j * (step / 2))})">${flower}</g>`;
  return `<path d="${net}" fill="none" stroke="${shade}" stroke-width="9"/><path d="${net}" fill="none" stroke="${yarn}" stroke-width="7"/><g transform="translate(0 ${to1(step / 2)})"><path d="${rows}" fill="none" stroke="${shade}" stroke-width="25"/><path d="${rows}" fill="none" stroke="${yarn}" stroke-width="22"/><path d="${rows}" fill="none" stroke="${shade}" stroke-opacity=".5" stroke-width="16" stroke-dasharray="3 9"/><path d="${knots}" stroke="${yarn}" stroke-width="27" stroke-linecap="round"/></g>${flowers}`;
}

/** A lace shawl around the shoulders of a linen dress form: what it is worn over shows through its holes. */
export function laceShawl({ palette }: PictureSubject): Drawn {
  const [white = "#d9d4c7", dark = "#6c6a66"] = palette;
  const grey = mix(white, dark, 0.4);
  const linen = "#cdb798";
  const form =
    "M-74 -830Q-70 -760 -100 -730C-190 -700 -258 -660 -270 -590C-282 -500 -236 -440 -230 -360C-226 -290 -262 -220 -270 -150Q0 -110 270 -150C262 -220 226 -290 230 -360C236 -440 282 -500 270 -590C258 -660 190 -700 100 -730Q70 -760 74 -830Q0 -850 -74 -830Z";
  const under =
    "M62 -770C150 -752 270 -690 318 -600C366 -500 392 -380 398 -270C330 -262 262 -242 204 -206C120 -250 -10 -330 -92 -420C-40 -540 20 -650 62 -770Z";
  const over =
    "M-62 -770C-150 -752 -270 -690 -318 -600C-366 -500 -396 -360 -400 -230C-300 -190 -180 -150 -60 -70C20 -150 110 -290 132 -420C70 -520 -10 -650 -62 -770Z";
  const hem = (d: string) =>
    `<path d="${d}" fill="none" stroke="${darken(grey, 0.35)}" stroke-width="52" stroke-linecap="round" stroke-dasharray="0 43"/><path d="${d}" fill="none" stroke="${grey}" stroke-width="46" stroke-linecap="round" stroke-dasharray="0 43"/><path d="${d}" fill="none" stroke="${darken(dark, 0.3)}" stroke-width="17" stroke-linecap="round" stroke-dasharray="0 43"/>`;
  const wing = (id: string, d: string, turn: number, shade: string) => {
    const turned = `<g transform="translate(0 -420) rotate(${turn})">${lace(450, grey, darken(dark, 0.25))}</g>`;
    return `${cast(d, 8, 14)}${filled(id, d, darken(mix(dark, linen, 0.3), 0.4), `${turned}<path d="${d}" fill="url(#lsR)"/>${shade}`)}<path d="${d}" fill="none" stroke="${lighten(grey, 0.3)}" stroke-width="7"/>`;
  };
  // Strokes over one another have no hard edge, as a fold of wool has none.
  const fold = (d: string, width: number, colour: string, opacity: number) =>
    [1.3, 1, 0.72, 0.45, 0.2]
      .map(
        (share) =>
          `<path d="${d}" fill="none" stroke="${colour}" stroke-opacity="${(opacity / 3).toFixed(3)}" stroke-width="${to1(width * share)}" stroke-linecap="round"/>`,
      )
      .join("");
  return {
    svg: `<defs>${lit("lsF", linen, 0.3, 0.45)}${linear("lsR", [
      [0, "#fff", 0.2],
      [0.4, "#fff", 0],
      [1, "#140d07", 0.36],
    ])}${lit("lsW", "#6d5640", 0.3, 0.4)}</defs><path d="M-22 -160H22V-30H-22Z" fill="url(#lsW)"/><path d="M-190 0C-180 -44 -80 -60 0 -60C80 -60 180 -44 190 0Q0 26 -190 0Z" fill="url(#lsW)"/><path d="${form}" fill="url(#lsF)"/><path d="M0 -836V-130" stroke="${darken(linen, 0.4)}" stroke-opacity=".5" stroke-width="4"/><ellipse cy="-834" rx="75" ry="17" fill="#6d5640"/><path d="M-18 -834Q-24 -880 0 -892Q24 -880 18 -834Z" fill="url(#lsW)"/>
${hem("M398 -270C330 -262 262 -242 204 -206C120 -250 -10 -330 -92 -420")}${wing("lsB", under, -24, fold("M110 -700C200 -560 250 -430 260 -260", 46, "#140d07", 0.16) + fold("M60 -690C120 -540 140 -440 130 -300", 34, "#fff", 0.12))}
${hem("M-400 -230C-300 -190 -180 -150 -60 -70C20 -150 110 -290 132 -420")}${wing("lsA", over, 24, fold("M-120 -700C-210 -560 -260 -400 -262 -220", 50, "#140d07", 0.18) + fold("M-60 -700C-60 -540 -80 -330 -90 -110", 40, "#140d07", 0.14) + fold("M-90 -700C-150 -540 -180 -360 -180 -170", 34, "#fff", 0.16) + fold("M-200 -690C-300 -580 -330 -420 -344 -260", 30, "#fff", 0.12))}`,
    width: 850,
    height: 900,
    stance: "standing",
    wornCm: 80,
    focus: [-90, -400],
  };
}
