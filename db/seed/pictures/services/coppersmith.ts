import { disc, group, line, oval, shade, shadow, solid, times, within } from "../shapes";
import { studio, type Work } from "./kit";
import { fist, leftHand } from "./hands";

const COPPER = "#b8662f";

/** A bowl half hammered: origin at the middle of its foot. */
function copperBowl(): string {
  const d = "M-130 0Q-280 -60 -320 -250H320Q280 -60 130 0Q0 22 -130 0Z";
  const marks = times(84, (i) => {
    const row = Math.floor(i / 14);
    const y = -30 - row * 38;
    const half = 150 + row * 30;
    const x = -half + ((i % 14) + 0.5) * ((half * 2) / 14);
    return oval(Math.round(x), y, 17, 13, i % 3 ? "#ffffff24" : "#00000026");
  });
  return (
    solid(d, COPPER) +
    within("bowl", d, marks) +
    oval(0, -250, 320, 62, "#8a4a20") +
    oval(0, -244, 300, 50, "#c9b9a4") +
    oval(-70, -240, 150, 26, "#ffffff44")
  );
}

const hammer = (): string =>
  line("M0 0L420 60", "#7a4a26", 44) +
  line("M0 -8L420 52", "#a8703f", 14) +
  solid("M-50 -120H44V120Q0 140 -50 120Z", "#6f757a") +
  oval(-3, 124, 48, 14, "#c3c8cb");

/** A bowl under the hammer on its stake. */
export function coppersmith(): Work {
  const scene =
    studio("#3d2f28", "#6d4a31", 1120) +
    times(4, (i) =>
      group(
        190 + i * 300,
        250 + (i % 2) * 60,
        0.62,
        line("M0 -400V-250", "#1f1712", 8) +
          (i % 2
            ? solid("M-60 -250H60Q160 -120 110 60H-110Q-160 -120 -60 -250Z", COPPER)
            : disc(0, -100, 160, COPPER) + disc(0, -100, 160, shade("ball")) + disc(0, -100, 110, "#00000022")),
      ),
    ) +
    solid("M520 1130H780L740 1500H560Z", "#4d5257") +
    solid("M470 1060H830V1140H470Z", "#6b7176", "down") +
    shadow(640, 1070, 380, 50) +
    group(620, 1060, 1.25, copperBowl()) +
    group(348, 846, 1.1, leftHand("#31485c"), -16) +
    group(720, 640, 1, group(-60, -20, 1.15, hammer(), -14) + group(330, -40, 1.1, fist("#31485c"), 0)) +
    line("M560 720l-40 -50M610 700l-6 -64M520 770l-64 -18", "#f3d9a0", 10, 0.8) +
    group(
      1040,
      1330,
      1,
      shadow(0, 60, 190, 60) +
        line("M-130 40L120 0M-130 70L130 60", "#8d9499", 16) +
        line("M60 10L190 -10M60 64L190 62", "#7a4a26", 30),
    ) +
    group(230, 1360, 0.42, copperBowl());
  return {
    scene,
    close: [600, 800, 1.9],
    piece: { svg: copperBowl(), width: 660, height: 320, stance: "standing" },
    cm: 24,
    room: "table",
  };
}
