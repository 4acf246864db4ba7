import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { linear } from "../paint";
import type { Drawn } from "../scene";

/** Fibres of felt: short strokes in every direction. */
function fibres(w: number, h: number, colour: string, random: Random): string {
  let d = "";
  for (let i = 0; i < 420; i++) {
    const [x, y, t] = [random.between(-w / 2, w / 2), random.between(-h / 2, h / 2), random.between(0, 6.3)];
    d += `M${x.toFixed(0)} ${y.toFixed(0)}l${(Math.cos(t) * 16).toFixed(0)} ${(Math.sin(t) * 16).toFixed(0)}`;
  }
  return `<path d="${d}" stroke="${colour}" stroke-opacity=".3" stroke-width="2"/>`;
}

/** A ram's-horn scroll, 200 units across. */
function horn(fill: string): string {
  return `<path d="M0 90C0 20 -14 -20 -54 -30C-92 -36 -100 14 -68 20C-46 22 -44 -4 -60 -6" fill="none" stroke="${fill}" stroke-width="22" stroke-linecap="round"/><path d="M0 90C0 20 14 -20 54 -30C92 -36 100 14 68 20C46 22 44 -4 60 -6" fill="none" stroke="${fill}" stroke-width="22" stroke-linecap="round"/>`;
}

/** Rolled-in felt: rug, coasters, slippers, hat. */
export function felt(subject: PictureSubject, random: Random): Drawn {
  const [a = "#d8cfc0", b = "#8a4b3a", c = "#3f5a52", d = "#d9a441"] = subject.palette;
  const title = subject.title.en;
  if (/coaster/i.test(title)) {
    const disc = (x: number, y: number, ground: string, figure: string) =>
      `<g transform="translate(${x} ${y})"><circle r="190" fill="${ground}" stroke="${darken(ground, 0.25)}" stroke-width="12"/>${[0, 90, 180, 270].map((t) => `<g transform="rotate(${t}) translate(0 -80) scale(.62)">${horn(figure)}</g>`).join("")}</g>`;
    return {
      svg:
        disc(-200, -210, a, b) +
        disc(210, -170, c, d) +
        disc(-190, 200, b, a) +
        disc(200, 240, d, c) +
        fibres(760, 800, "#fff", random),
      width: 860,
      height: 900,
      stance: "flat",
      outline: "free",
    };
  }
  if (/slipper/i.test(title)) {
    const slipper = (sx: number, x: number, turn: number) =>
      `<g transform="translate(${x} 0) scale(${sx} 1) rotate(${turn})"><path d="M-140 300C-170 120 -170 -120 -110 -300C-60 -420 90 -420 130 -290C170 -130 150 140 120 300C100 400 -120 400 -140 300Z" fill="${a}" stroke="${darken(a, 0.3)}" stroke-width="12"/><path d="M-110 120C-100 -20 100 -20 105 120C110 280 90 350 -10 352C-110 350 -118 270 -110 120Z" fill="${darken(b, 0.35)}"/><g transform="translate(0 -220) scale(.9)">${horn(b)}</g></g>`;
    return {
      svg: slipper(1, -200, -6) + slipper(-1, 200, -6) + fibres(700, 760, darken(a, 0.4), random),
      width: 860,
      height: 860,
      stance: "flat",
      outline: "free",
    };
  }
  if (/hat/i.test(title))
    return {
      svg: `<defs>${linear("feltD", [
        [0, "#140d07", 0.34],
        [0.32, "#fff", 0.12],
        [0.6, "#140d07", 0.04],
        [1, "#140d07", 0.42],
      ])}</defs><path d="M-330 -90C-250 -20 250 -20 330 -90C400 -40 380 10 300 30C150 70 -150 70 -300 30C-380 10 -400 -40 -330 -90Z" fill="${darken(a, 0.18)}"/><path d="M-250 -60C-270 -420 -120 -560 0 -560C120 -560 270 -420 250 -60C120 0 -120 0 -250 -60Z" fill="${a}"/><path d="M-252 -120C-120 -60 120 -60 252 -120L250 -40C120 20 -120 20 -250 -40Z" fill="${b}"/><g transform="translate(0 -290) scale(1.1)">${horn(c)}</g><path d="M-250 -60C-270 -420 -120 -560 0 -560C120 -560 270 -420 250 -60C120 0 -120 0 -250 -60Z" fill="url(#feltD)"/><g transform="translate(0 -280)">${fibres(440, 480, "#fff", random)}</g>`,
      width: 760,
      height: 640,
      stance: "standing",
    };
  const small = /small/i.test(title);
  const [w, h] = small ? [760, 760] : [820, 1180];
  const rows = small ? 2 : 3;
  const horns = Array.from(
    { length: rows * 2 },
    (_, i) =>
      `<g transform="translate(${i % 2 ? w * 0.2 : -w * 0.2} ${(Math.floor(i / 2) - (rows - 1) / 2) * (h / (rows + 0.6))}) translate(0 -34) scale(1.25)">${horn(i % 2 ? c : b)}</g>`,
  ).join("");
  const edge = Array.from({ length: 22 }, (_, i) => {
    const t = i / 22;
    return `<g transform="translate(${Math.cos(t * 6.283) * w * 0.42} ${Math.sin(t * 6.283) * h * 0.42}) rotate(${t * 360 + 90}) scale(.36)">${horn(d)}</g>`;
  }).join("");
  const outline = `M${-w / 2 + 20} ${-h / 2 + 6}C${-w * 0.1} ${-h / 2 - 14} ${w * 0.2} ${-h / 2 + 16} ${w / 2 - 12} ${-h / 2 + 8}C${w / 2 + 14} ${-h * 0.1} ${w / 2 - 14} ${h * 0.2} ${w / 2 - 6} ${h / 2 - 14}C${w * 0.1} ${h / 2 + 12} ${-w * 0.2} ${h / 2 - 12} ${-w / 2 + 12} ${h / 2 - 4}C${-w / 2 - 12} ${h * 0.2} ${-w / 2 + 14} ${-h * 0.2} ${-w / 2 + 20} ${-h / 2 + 6}Z`;
  return {
    svg: `<path d="${outline}" fill="${a}" stroke="${lighten(a, 0.2)}" stroke-width="14"/>${edge}${horns}${fibres(w, h, darken(a, 0.5), random)}`,
    width: w,
    height: h,
    stance: "flat",
  };
}
