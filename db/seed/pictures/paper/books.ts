import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import {
  disc,
  group,
  line,
  oval,
  path,
  rect,
  rectPath,
  shade,
  SHADES,
  shadow,
  solid,
  textRows,
  times,
  within,
  word,
} from "../shapes";

/** A hard cover standing a little turned, so that the spine shows; origin at the middle of its foot. */
function standing(w: number, h: number, thick: number, cover: string, spine: string): string {
  return (
    shadow(30, -4, w * 0.75, 70) +
    path(`M${-w / 2} ${-h}L${-w / 2 - thick} ${-h + 26}V-26L${-w / 2} 0Z`, spine) +
    `<g transform="translate(${-w / 2} ${-h}) skewY(-1.6)">${cover}${rect(0, 0, w, h, shade("glass"))}${rect(0, 0, 26, h, shade("leaf"))}</g>` +
    path(`M${-w / 2} ${-h}L${-w / 2 - thick} ${-h + 26}V-26L${-w / 2} 0Z`, shade("down"))
  );
}

function carpetCover(random: Random): string {
  const tooth = (n: number, y: number, colour: string) =>
    times(n, (i) => path(`M${40 + i * 40} ${y}l20 -24l20 24Z`, colour));
  const medallion = times(6, (i) => {
    const r = 190 - i * 32;
    const colour = ["#27496d", "#e7c873", "#b5463c", "#f6f1e6", "#27496d", "#e7c873"][i] ?? "#fff";
    return path(
      `M0 ${-r * 1.2}L${r * 0.3} ${-r * 0.9}H${r * 0.6}V${-r * 0.5}L${r} 0L${r * 0.6} ${r * 0.5}V${r * 0.9}H${r * 0.3}L0 ${r * 1.2}L${-r * 0.3} ${r * 0.9}H${-r * 0.6}V${r * 0.5}L${-r} 0L${-r * 0.6} ${-r * 0.5}V${-r * 0.9}H${-r * 0.3}Z`,
      colour,
    );
  });
  return (
    rect(0, 0, 720, 920, "#7a1f2b") +
    rect(30, 30, 660, 860, "#f6f1e6") +
    rect(38, 38, 644, 844, "#27496d") +
    tooth(16, 80, "#e7c873") +
    tooth(16, 868, "#e7c873") +
    rect(84, 96, 552, 728, "#b5463c") +
    times(4, (i) => group(i % 2 ? 560 : 160, i < 2 ? 180 : 740, 0.34, medallion)) +
    group(360, 400, 1.1, medallion) +
    rect(150, 660, 420, 130, "#f6f1e6") +
    textRows(random, [190, 706, 340], 1, 56, "#27496d") +
    textRows(random, [230, 752, 260], 1, 30, "#b5463c")
  );
}

function jirtdanCover(): string {
  const trees = times(8, (i) => {
    const x = i * 100 - 10;
    return path(`M${x - 70} 560L${x} ${170 + (i % 3) * 60}L${x + 70} 560Z`, i % 2 ? "#1f4a4f" : "#2b5f58");
  });
  const giant =
    path("M420 640Q400 340 500 300Q480 190 580 180Q690 190 660 300Q770 340 760 640Z", "#6b4a7a") +
    path("M520 210Q486 150 512 110Q540 150 548 196ZM636 200Q672 150 650 108Q618 150 610 194Z", "#e7c873") +
    disc(552, 256, 20, "#fff4d0") +
    disc(618, 256, 20, "#fff4d0") +
    disc(556, 260, 9, "#222222") +
    disc(614, 260, 9, "#222222") +
    path("M530 310Q584 350 640 310L626 326L612 316L598 332L584 318L570 332L556 316L544 326Z", "#fbf7ec") +
    line("M440 460Q400 520 430 590M744 460Q790 520 762 590", "#6b4a7a", 56);
  const boy =
    line("M196 720L190 800M236 720L246 800", "#3a2a20", 30) +
    path("M150 730Q150 590 216 580Q280 590 284 730Z", "#b5463c") +
    line("M160 640Q110 650 96 600M270 640Q330 630 340 570", "#b5463c", 34) +
    disc(95, 596, 18, "#e8bf98") +
    disc(341, 566, 18, "#e8bf98") +
    line("M150 690H284", "#e7c873", 16) +
    disc(216, 520, 66, "#e8bf98") +
    path("M146 506Q150 400 216 396Q284 400 288 506Q216 470 146 506Z", "#3b2a20") +
    times(7, (i) => disc(152 + i * 22, 492 - (i % 2) * 8, 18, "#3b2a20")) +
    disc(194, 526, 8, "#222222") +
    disc(240, 526, 8, "#222222") +
    line("M200 554Q218 570 238 552", "#a5503f", 6) +
    disc(178, 546, 11, "#e59a80") +
    disc(256, 546, 11, "#e59a80");
  return within(
    "jirtdan",
    rectPath(0, 0, 780, 900),
    rect(0, 0, 780, 900, "#27496d") +
      disc(200, 190, 110, "#f3e3ae") +
      disc(246, 170, 96, "#27496d") +
      times(22, (i) => disc((i * 173) % 770, (i * 97) % 330, i % 3 ? 4 : 7, "#f3e3ae")) +
      trees +
      giant +
      path("M0 620Q200 560 420 630T780 600V900H0Z", "#4f8a52") +
      path("M0 740Q240 690 480 760T780 740V900H0Z", "#3b6f45") +
      boy +
      times(
        9,
        (i) =>
          line(`M${360 + i * 44} ${800 + (i % 2) * 40}v26`, "#2b5434", 6) +
          disc(360 + i * 44, 796 + (i % 2) * 40, 14, i % 2 ? "#e7c873" : "#f6d5d2"),
      ) +
      word(392, 86, 92, "Cırtdan", "#f6f1e6"),
  );
}

/** Tea, jam and sweets as a photograph on a page. */
function teaPhoto(): string {
  const glass = (x: number, y: number, s: number) =>
    group(
      x,
      y,
      s,
      oval(0, 0, 120, 26, "#f7f3ea") +
        oval(0, -4, 80, 14, "#d9cdb8") +
        solid(
          "M-46 -8C-72 -70 -30 -110 -36 -150C-40 -190 -64 -214 -64 -250H64C64 -214 40 -190 36 -150C30 -110 72 -70 46 -8Z",
          "#a8481a",
        ) +
        oval(0, -250, 64, 12, "#d9783a"),
    );
  const bowl = (x: number, y: number, jam: string) =>
    oval(x, y + 10, 90, 40, "#00000033") +
    oval(x, y, 86, 46, "#f6f1e6") +
    oval(x, y - 6, 68, 34, jam) +
    times(5, (i) => disc(x - 36 + i * 18, y - 10 + (i % 2) * 12, 12, "#00000030")) +
    disc(x - 16, y - 18, 7, "#ffffff88");
  const pakhlava = (x: number, y: number) =>
    path(`M${x} ${y - 46}L${x + 62} ${y}L${x} ${y + 46}L${x - 62} ${y}Z`, "#c98a3a") +
    path(`M${x - 62} ${y}L${x} ${y + 46}L${x + 62} ${y}V${y + 22}L${x} ${y + 68}L${x - 62} ${y + 22}Z`, "#8f5a22") +
    line(`M${x - 30} ${y - 22}L${x + 32} ${y + 24}`, "#e8b86a", 5) +
    oval(x, y, 13, 18, "#6b3a1e");
  return (
    rect(-200, -330, 400, 640, "#5d3326") +
    oval(0, 160, 330, 260, "#7d4a34") +
    group(
      -74,
      -170,
      0.62,
      solid("M-110 60Q-150 -60 -70 -110H70Q150 -60 110 60Z", "#27496d", "ball") +
        line("M104 -40Q180 -70 190 -130", "#27496d", 26) +
        line("M-116 -60Q-190 -30 -116 40", "#27496d", 18) +
        oval(0, -112, 70, 16, "#e7c873") +
        disc(0, -134, 16, "#e7c873"),
    ) +
    glass(88, -20, 0.82) +
    bowl(-90, 60, "#8c1f2f") +
    bowl(60, 130, "#d98c2a") +
    pakhlava(-84, 210) +
    pakhlava(20, 250)
  );
}

function openBook(random: Random): string {
  const page = (side: 1 | -1) => `M0 -400Q${side * 90} -436 ${side * 560} -410V400Q${side * 90} 380 0 420Z`;
  return (
    path("M-584 -420H584V424H-584Z", "#b5463c") +
    times(5, (i) =>
      path(`M-${578 - i * 4} -414H${578 - i * 4}V${418 - i * 4}H-${578 - i * 4}Z`, i % 2 ? "#dcd0b8" : "#fffaf0"),
    ) +
    path(page(-1), "#fbf6ea") +
    path(page(1), "#fdf9f0") +
    within("photo", rectPath(-520, -360, 440, 700), group(-300, 0, 1.14, teaPhoto())) +
    word(300, -290, 52, "Çay", "#b5463c") +
    line("M120 -250H480", "#e7c873", 5) +
    textRows(random, [90, -200, 400], 8, 30, "#6b6257") +
    group(300, 120, 0.3, solid("M-110 60Q-150 -60 -70 -110H70Q150 -60 110 60Z", "#e7c873", "ball")) +
    textRows(random, [90, 200, 190], 5, 28, "#8b8170") +
    textRows(random, [310, 200, 180], 5, 28, "#8b8170") +
    path("M0 -400Q60 -424 110 -424V392Q60 388 0 420Z", "url(#gutter)") +
    `<g transform="scale(-1 1)">${path("M0 -400Q60 -424 110 -424V392Q60 388 0 420Z", "url(#gutter)")}</g>` +
    `<defs><linearGradient id="gutter"><stop offset="0" stop-color="#2a1d10" stop-opacity=".45"/><stop offset="1" stop-color="#2a1d10" stop-opacity="0"/></linearGradient></defs>` +
    path("M20 418L26 520L44 498L62 520L56 412Z", "#27496d")
  );
}

/** Books: an album standing with its spine, a picture book by its cover, and one lying open. */
export function bookSpine(subject: PictureSubject, random: Random): Drawn {
  const title = subject.title.en;
  if (/tea/i.test(title)) {
    const saucer = group(
      -250,
      -560,
      1,
      disc(10, 16, 150, "#00000030") +
        disc(0, 0, 146, "#f7f3ea") +
        disc(0, 0, 96, "#e2d8c6") +
        disc(0, 0, 84, "#7d2f10") +
        disc(0, 0, 70, "#a8481a") +
        oval(-20, -24, 26, 14, "#e8a56a88"),
    );
    const sugar =
      rect(90, -600, 70, 60, "#fffdf6", 6) +
      rect(150, -560, 66, 58, "#efe8da", 6) +
      rect(60, -530, 60, 54, "#f7f2e6", 6);
    return {
      svg: SHADES + saucer + sugar + group(0, 90, 1, openBook(random), -4),
      width: 1180,
      height: 1330,
      stance: "flat",
      outline: "free",
    };
  }
  if (/picture/i.test(title))
    return {
      svg: SHADES + standing(780, 900, 34, jirtdanCover(), "#1b3550"),
      width: 860,
      height: 930,
      stance: "standing",
    };
  const spine = "#5b1520";
  const second = group(
    60,
    0,
    1,
    solid("M-420 -6H420V-96H-420Z", "#27496d", "down") +
      rect(-420, -86, 800, 70, "#f2e9d6") +
      line(
        times(6, (i) => `M-410 ${-76 + i * 11}H376`),
        "#cdbf9f",
        2,
      ) +
      rect(-420, -96, 840, 12, "#27496d") +
      rect(-420, -18, 840, 14, "#27496d") +
      rect(-440, -96, 40, 92, "#1b3550", 8),
  );
  return {
    svg:
      SHADES +
      second +
      group(0, -96, 1, standing(720, 920, 70, carpetCover(random), spine) + line("M-414 -860V-60", "#e7c873", 4)),
    width: 880,
    height: 1040,
    stance: "standing",
  };
}
