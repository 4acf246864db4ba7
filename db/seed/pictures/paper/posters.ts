import type { Drawn } from "../scene";
import { archPath, disc, group, line, path, rect, rectPath, SHADES, times, within } from "../shapes";

const PAPER = "#f4efe2";

const WINDOWS = [
  ["#e7c873", "#27496d", "#b5463c"],
  ["#f1d9c4", "#2f6b5e", "#c96f3b"],
  ["#bcd3d6", "#7d2c3b", "#e7b74f"],
  ["#e3b3a2", "#3a3f6b", "#4f7f52"],
] as const;

function windowPoster(index: number): string {
  const [ground, frame, accent] = WINDOWS[index % 4] ?? WINDOWS[0];
  const opening = index % 2 ? archPath(-120, 190, 240, 430) : rectPath(-120, -200, 240, 390);
  const lattice =
    index === 0
      ? times(7, (i) => `M-120 ${-200 + i * 65}L120 ${-40 + i * 65}M120 ${-200 + i * 65}L-120 ${-40 + i * 65}`)
      : index === 1
        ? "M0 190V-240M-120 0H120M-120 100H120M-120 -60Q0 -150 120 -60"
        : index === 2
          ? `M-40 190V-200M40 190V-200${times(6, (i) => `M-120 ${-140 + i * 66}H120`)}`
          : times(5, (i) => `M${-120 + i * 60} 190V-240`) + "M-120 40H120";
  const extra =
    index === 2
      ? rect(-160, 190, 320, 26, accent) +
        times(
          5,
          (i) =>
            line(`M${-130 + i * 65} 190q-10 -60 ${i % 2 ? 24 : -24} -90`, "#3e6b4a", 12) +
            disc(-130 + i * 65 + (i % 2 ? 18 : -28), 92, 20, accent),
        )
      : index === 3
        ? path("M-190 -180L-120 -200V190L-190 210ZM190 -180L120 -200V190L190 210Z", accent) +
          line(
            times(8, (i) => `M-182 ${-140 + i * 44}l54 -10M182 ${-140 + i * 44}l-54 -10`),
            ground,
            6,
          )
        : rect(-170, 190, 340, 30, accent);
  return (
    rect(-215, -310, 430, 620, PAPER) +
    rect(-195, -290, 390, 540, ground) +
    within(
      `win${index}`,
      opening,
      rect(-140, -280, 280, 500, accent) + disc(40, -60, 90, ground) + line(lattice, frame, 11),
    ) +
    line(opening, frame, 20) +
    extra +
    rect(-195, 266, 150, 16, frame) +
    rect(120, 266, 75, 16, accent)
  );
}

/** Four posters of a series, hung together. */
export function posterSeries(): Drawn {
  const one = (i: number, x: number, y: number) =>
    group(x, y, 1, rect(-209, -296, 430, 620, "#00000038") + windowPoster(i));
  return {
    svg: SHADES + one(0, -235, -335) + one(1, 235, -335) + one(2, -235, 335) + one(3, 235, 335),
    width: 900,
    height: 1290,
    stance: "hanging",
    outline: "free",
  };
}
