import { disc, group, line, oval, path, shade, shadow, solid, times, within } from "../shapes";
import { studio, type Work } from "./kit";
import { fist, leftHand } from "./hands";

const COPPER = "#b8662f";

/** The hammer's marks in rows over a bowl, `rise` units up from its foot at each row. */
const marks = (rows: number, from: number, wider: number, rise: number): string =>
  times(rows * 14, (i) => {
    const row = Math.floor(i / 14);
    const half = from + row * wider;
    const x = -half + ((i % 14) + 0.5 + (row % 2) * 0.5) * ((half * 2) / 14);
    return oval(Math.round(x), -30 - row * rise, 17, 13, i % 3 ? "#ffffff24" : "#00000026");
  });

/** A finished bowl, tinned within: origin at the middle of its foot. */
function copperBowl(): string {
  const d = "M-130 0Q-280 -60 -320 -250H320Q280 -60 130 0Q0 22 -130 0Z";
  return (
    solid(d, COPPER) +
    within("bowl", d, marks(6, 150, 30, 38)) +
    oval(0, -250, 320, 62, "#8a4a20") +
    oval(0, -244, 300, 50, "#c9b9a4") +
    oval(-70, -240, 150, 26, "#ffffff44")
  );
}

/** A bowl being raised, mouth down over the stake that `inside` draws: origin at the middle of its rim. */
function raisedBowl(inside: string): string {
  const d = "M-340 0C-340 -150 -262 -300 -130 -344Q0 -372 130 -344C262 -300 340 -150 340 0A340 92 0 0 0 -340 0Z";
  const rows = times(5, (row) => {
    const half = 322 - row * row * 7 - row * 8;
    return times(17, (i) => {
      const a = ((i - 8 + (row % 2) * 0.5) / 8.5) * 1.35;
      const [x, squeeze] = [Math.sin(a) * half, Math.cos(a)];
      const y = -30 - row * 48 - 74 * squeeze * (1 - row / 5.5);
      const tone = (i + row) % 3 ? "#ffffff2e" : "#0000002e";
      return oval(Math.round(x), Math.round(y), Math.round(20 * squeeze + 3), 18, tone);
    });
  });
  const gleam = "M-246 -240C-206 -306 -130 -330 -70 -338C-150 -290 -210 -200 -236 -90C-276 -100 -284 -170 -246 -240Z";
  return (
    oval(0, 0, 340, 92, "#8a4a20") +
    `<ellipse rx="318" ry="80" fill="#5a2c12"/><path d="M-318 0A318 80 0 0 0 318 0Q0 40 -318 0Z" fill="#c9854f" opacity=".55"/>` +
    '<ellipse rx="338" ry="91" fill="none" stroke="#e8a870" stroke-width="9"/>' +
    inside +
    solid(d, COPPER) +
    within("raised", d, rows + path(gleam, "#ffffff38")) +
    line("M-338 0A338 91 0 0 1 338 0", "#e8a870", 9)
  );
}

/** A hammer whose face strikes the origin from above, its shaft level to the right. */
const hammer = (): string =>
  line("M20 -150H560", "#6b4020", 46) +
  line("M20 -160H550", "#a8703f", 14) +
  solid("M-46 -250Q0 -268 46 -250L52 -196H-52Z", "#7d848a") +
  solid("M-58 -206H58V-96H-58Z", "#6f767c") +
  solid("M-44 -100H44L62 -14Q0 10 -62 -14Z", "#8b9298") +
  oval(0, -10, 61, 11, "#d5dadd") +
  line("M-36 -196V-106", "#ffffff", 9, 0.35);

/** The block of wood that an iron stake is driven into; origin at the middle of the block's top. */
function block(): string {
  const log = "M-250 0H250L270 430H-270Z";
  const bark = times(9, (i) =>
    line(`M${-220 + i * 55} 20Q${-228 + i * 56} 210 ${-236 + i * 59} 430`, "#3a2415", 7, 0.55),
  );
  const rings = times(
    4,
    (i) => `<ellipse rx="${212 - i * 52}" ry="${52 - i * 13}" fill="none" stroke="#8a6342" stroke-width="6"/>`,
  );
  return (
    solid(log, "#6b4a30") +
    within("log", log, bark) +
    oval(0, 0, 250, 62, "#b98d5f") +
    rings +
    oval(0, 8, 92, 20, "#00000055")
  );
}

const stake = (): string =>
  solid("M-44 -400H44L74 0Q0 18 -74 0Z", "#555b61") + line("M-22 -390L-40 -6", "#aeb4b9", 8, 0.5);

/** A bowl under the hammer on its stake. */
export function coppersmith(): Work {
  const scene =
    studio("#3d2f28", "#6d4a31", 1230) +
    line("M60 96H1220", "#1f1712", 16) +
    times(4, (i) =>
      group(
        190 + i * 300,
        270 + (i % 2) * 40,
        0.62,
        line("M0 -270V-110", "#1f1712", 8) +
          (i % 2
            ? solid("M-60 -120H60Q160 10 110 190H-110Q-160 10 -60 -120Z", COPPER)
            : disc(0, 40, 160, COPPER) + disc(0, 40, 160, shade("ball")) + disc(0, 40, 110, "#00000022")),
      ),
    ) +
    shadow(640, 1560, 430, 60) +
    group(640, 1210, 1, block()) +
    group(620, 950, 1.1, raisedBowl(group(0, 0, 1, group(40, 246, 0.95, stake()), 8)), -8) +
    group(258, 906, 1.15, leftHand("#31485c"), -18) +
    group(612, 560, 1, hammer(), -10) +
    group(990, 336, 1.12, fist("#31485c"), -8) +
    line("M506 552l-58 -40M536 510l-28 -62M492 602l-72 -12", "#f3d9a0", 11, 0.85) +
    group(176, 1420, 0.4, copperBowl()) +
    group(
      1090,
      1430,
      0.9,
      shadow(0, 60, 190, 50) +
        line("M-130 40L120 0M-130 70L130 60", "#8d9499", 16) +
        line("M60 10L190 -10M60 64L190 62", "#7a4a26", 30),
    );
  return {
    scene,
    close: [620, 740, 1.7],
    piece: { svg: copperBowl(), width: 660, height: 320, stance: "standing" },
    cm: 24,
    room: "table",
  };
}
