import type { Random } from "../contract";
import { BUTA, disc, faded, group, line, oval, path, rect, shade, shadow, solid, times } from "../shapes";
import { surface, type Work } from "./kit";
import { hand } from "./hands";

const STAMP =
  solid("M-90 20Q-96 -60 -60 -96H60Q96 -60 90 20Z", "#8a5a32") +
  solid("M-46 -96Q-60 -190 0 -200Q60 -190 46 -96Z", "#a8703f") +
  rect(-96, 16, 192, 30, "#5a3820", 6);

function kerchief(full: boolean): string {
  const ground = "#7d1f33";
  return (
    rect(-480, -480, 960, 960, ground) +
    faded(
      0.35,
      path("M-480 -480L480 -200V60L-480 -260Z", shade("up")) + path("M-480 100L480 300V420L-480 200Z", shade("up")),
    ) +
    line("M-440 -440H440V440H-440Z", "#f0d9a6", 10) +
    line("M-340 -340H340V340H-340Z", "#f0d9a6", 6) +
    times(4, (i) =>
      group(
        0,
        0,
        1,
        times(11, (k) =>
          full || i < 2 || k < 4
            ? group(-390 + k * 78, -390, 0.5, path(BUTA, "#f0d9a6") + group(0, 6, 0.5, path(BUTA, ground)))
            : "",
        ),
        i * 90,
      ),
    ) +
    times(16, (i) =>
      full || i < 9
        ? group(
            -225 + (i % 4) * 150,
            -225 + Math.floor(i / 4) * 150,
            1,
            path(BUTA, "#e9b45c") + group(0, 6, 0.55, path(BUTA, ground)) + disc(0, 10, 9, "#f0d9a6"),
          )
        : "",
    )
  );
}

/** A kerchief half stamped, with the hand and the pot of wax. */
export function stamping(random: Random): Work {
  const pot =
    shadow(20, 30, 200, 190) +
    disc(0, 0, 168, "#3f444a") +
    disc(0, 0, 142, "#c9973f") +
    oval(-30, -30, 80, 60, "#ffffff33") +
    line("M160 -20L330 -60", "#5a3820", 34);
  const scene =
    surface("#b08a60", random) +
    shadow(560, 940, 720, 700) +
    group(520, 900, 1.12, kerchief(false), -5) +
    group(1010, 230, 1, pot) +
    group(250, 210, 1.05, shadow(10, 30, 130, 110) + STAMP, 20) +
    group(640, 1090, 1.25, shadow(0, 30, 130, 60) + STAMP) +
    group(660, 880, 1.05, hand("#e9e0cf"), 34);
  return {
    scene,
    close: [640, 960, 1.9],
    piece: { svg: kerchief(true), width: 960, height: 960, stance: "flat" },
    cm: 44,
    room: "table",
  };
}
