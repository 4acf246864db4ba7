import type { PictureSubject, Random } from "../contract";
import { disc, group, line, path, rect, shade, solid, textRows, times, word } from "../shapes";
import { phone } from "./devices";
import { type Work } from "./kit";
import { hand, leftHand } from "./hands";

const INK = "#3b352e";
const jug = "M-60 60Q-130 -20 -90 -80Q-60 -110 -40 -130H40Q60 -110 90 -80Q130 -20 60 60Z";

/** A month of posts on a phone in a ring light, with its printed pictures around. */
function social(random: Random): Work {
  const tile = (i: number) => {
    const [x, y] = [-188 + (i % 3) * 127, -190 + Math.floor(i / 3) * 127];
    const inner =
      [
        disc(61, 61, 40, "#e7c873"),
        group(61, 80, 0.42, solid(jug, "#b8662f")),
        path("M20 100L61 20L102 100Z", "#f6f1e6"),
        disc(61, 61, 44, "#7d2c3b") + disc(61, 61, 26, "#e7c873"),
        path("M46 36L92 61L46 86Z", "#fffaf0"),
        line("M20 30H100M20 60H100M20 90H70", "#fffaf0", 12),
      ][i % 6] ?? "";
    return group(
      x,
      y,
      1,
      rect(
        0,
        0,
        122,
        122,
        ["#27496d", "#ead9c4", "#b5463c", "#d9c3a4", "#2f7a62", "#7a5a9a"][(i * 5 + Math.floor(i / 3)) % 6] ?? "#000",
      ) + inner,
    );
  };
  const feed =
    rect(-190, -400, 380, 800, "#fffdf8") +
    disc(-120, -290, 50, "#e2574c") +
    disc(-120, -290, 42, "#fffdf8") +
    disc(-120, -290, 36, "#27496d") +
    textRows(random, [-46, -320, 200], 3, 30, INK) +
    rect(-170, -226, 340, 24, "#e7e0d2", 12) +
    times(15, tile);
  const photo = (x: number, y: number, t: number, c: string, inner: string) =>
    group(
      x,
      y,
      1,
      rect(-150, -170, 320, 370, "#00000038") +
        rect(-160, -180, 320, 370, "#fffdf8") +
        rect(-140, -160, 280, 280, c) +
        inner,
      t,
    );
  const heart = (x: number, y: number, s: number, t: number) =>
    group(
      x,
      y,
      s,
      path("M-110 -90H110V50H20L0 90L-20 50H-110Z", "#e2574c") +
        path("M0 30Q-60 -10 -50 -46Q-30 -76 0 -46Q30 -76 50 -46Q60 -10 0 30Z", "#fffaf0"),
      t,
    );
  const ring =
    `<circle r="500" fill="none" stroke="#3a3f44" stroke-width="96"/><circle r="500" fill="none" stroke="#fff7e0" stroke-width="76"/>` +
    disc(0, 0, 452, "#fff7e022");
  const scene =
    rect(0, 0, 1280, 1600, "#c98f8a") +
    rect(0, 0, 1280, 1600, shade("up")) +
    line("M640 1200V1600", "#2b2f33", 34) +
    group(640, 700, 1, ring) +
    photo(210, 1340, -12, "#27496d", disc(0, -20, 90, "#e7c873") + disc(0, -20, 60, "#b5463c")) +
    photo(1060, 1350, 10, "#e2c9a4", group(0, 60, 1, solid(jug, "#b8662f"))) +
    photo(170, 250, 9, "#2f7a62", path("M-100 90L0 -110L100 90Z", "#f0e2c4")) +
    group(640, 740, 1.12, phone(feed)) +
    heart(1010, 300, 1.1, 8) +
    heart(1090, 960, 0.8, -6);
  return {
    scene,
    close: [640, 820, 1.9],
    piece: { svg: phone(feed), width: 410, height: 850, stance: "flat", outline: "free" },
    cm: 16,
    room: "table",
  };
}

/** Rows of fruit and tiles to match, 380 × 800. */
function matchGame(): string {
  const piece = [
    disc(0, 0, 30, "#d8344a") + path("M-10 -28l-4 -14l8 8l6 -10l6 10l8 -8l-4 14Z", "#d8344a"),
    path("M0 -34L34 0L0 34L-34 0Z", "#3f98d0") + path("M0 -34L34 0H-34Z", "#ffffff44"),
    path("M-30 -30H30V30H-30Z", "#e7b24f") + path("M-14 -14H14V14H-14Z", "#b5762a"),
    path("M0 32C-26 30 -28 4 -10 -12C0 -22 12 -26 8 -38C26 -24 32 4 22 22C16 30 8 33 0 32Z", "#4fb06a"),
    times(4, (k) => group(0, 0, 1, path("M0 0Q20 -24 0 -38Q-20 -24 0 0Z", "#a86ad0"), k * 90)) +
      disc(0, 0, 9, "#f7e6b0"),
  ];
  return (
    rect(-190, -400, 380, 800, "#2b3f7a") +
    path("M-190 -400H190V-180Q0 -110 -190 -190Z", "#f2a65a") +
    path("M-190 -210L-90 -320L-10 -240L70 -340L190 -220V-150H-190Z", "#7a4a8a") +
    rect(-166, -346, 150, 56, "#00000055", 28) +
    disc(-138, -318, 20, "#f7d56b") +
    word(-70, -302, 40, "120", "#fffaf0") +
    times(3, (i) =>
      path(
        `M${60 + i * 44} -336l7 14l16 2l-12 11l3 16l-14 -8l-14 8l3 -16l-12 -11l16 -2Z`,
        i < 2 ? "#f7d56b" : "#00000055",
      ),
    ) +
    rect(-180, -150, 360, 500, "#1b2a58", 24) +
    times(30, (i) => {
      const [x, y] = [-145 + (i % 5) * 72.5, -110 + Math.floor(i / 5) * 82];
      return (
        rect(x - 33, y - 37, 66, 74, "#ffffff18", 12) +
        group(x, y, 0.92, piece[(i * 7 + Math.floor(i / 5) * 3) % 5] ?? "")
      );
    }) +
    line("M-145 54H72", "#fff7c0", 14, 0.75) +
    times(6, (i) => disc(-150 + i * 44, 54 + (i % 2 ? -34 : 34), 6, "#fff7c0"))
  );
}

function mobileGame(): Work {
  const scene =
    rect(0, 0, 1280, 1600, "#f2c75f") +
    rect(0, 0, 1280, 1600, shade("up")) +
    times(12, (i) =>
      group(130 + (i % 3) * 510, 150 + Math.floor(i / 3) * 430, 1, path("M0 -60L60 0L0 60L-60 0Z", "#e0a93a"), i * 13),
    ) +
    group(650, 740, 1.55, rect(-190, -396, 408, 848, "#00000044", 56) + phone(matchGame())) +
    group(330, 1310, 1.2, leftHand("#27496d"), -24) +
    group(940, 1290, 1.2, hand("#27496d"), 24);
  return {
    scene,
    close: [640, 800, 1.7],
    piece: { svg: phone(matchGame()), width: 410, height: 850, stance: "flat", outline: "free" },
    cm: 16,
    room: "table",
  };
}

export const advertising = (_subject: PictureSubject, random: Random): Work => social(random);
export const phoneGame = (): Work => mobileGame();
