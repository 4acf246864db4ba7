import type { PictureSubject } from "../contract";
import { archPath, disc, group, line, path, rect, rectPath, shade, solid, textRows, times, within } from "../shapes";
import type { Random } from "../contract";
import type { Drawn } from "../scene";
import { type Work } from "./kit";

const GLASS = ["#b5313c", "#e7b23f", "#2f6fa0", "#3f8f5f", "#e9dcc0"];

/** One star of eight points with glass in its cells, 130 units across. */
function star(i: number, lit: boolean): string {
  const of = (k: number) =>
    lit ? (GLASS[(i + k) % 5] ?? "#b5313c") : (["#8f8a80", "#7d7a74", "#99938a"][(i + k) % 3] ?? "#8f8a80");
  return (
    times(4, (k) =>
      group(
        0,
        0,
        1,
        path("M0 -65L27 -27L65 -65Z", of(k)) +
          path("M0 -65L-27 -27L-65 -65Z", of(k + 1)) +
          path("M0 -65L27 -27L0 -14L-27 -27Z", of(k + 2)),
        k * 90,
      ),
    ) +
    path("M-27 -27H27V27H-27Z", of(0)) +
    path("M0 -34L34 0L0 34L-34 0Z", of(3))
  );
}

const BARS = "M-65 -65L65 65M65 -65L-65 65M-65 0L0 -65L65 0L0 65Z M-27 -27H27V27H-27Z";

function lattice(columns: number, rows: number, stateOf: (x: number, y: number) => "lit" | "dull" | "empty"): string {
  let bars = "";
  const cells = times(columns * rows, (i) => {
    const [cx, cy] = [i % columns, Math.floor(i / columns)];
    const [x, y] = [(cx - (columns - 1) / 2) * 130, (cy - (rows - 1) / 2) * 130];
    const state = stateOf(cx, cy);
    if (state === "empty") return "";
    bars += `<path transform="translate(${x} ${y})" d="${BARS}"/>`;
    return group(x, y, 1, star(cx + cy * 2, state === "lit"));
  });
  const wood = (colour: string, width: number) =>
    `<g fill="none" stroke="${colour}" stroke-width="${width}">${bars}</g>`;
  return cells + wood("#4a2c18", 15) + wood("#a8703f", 9);
}

/** A framed shebeke panel, 780 × 980; `half` is still being put together. */
export function latticePanel(state: "whole" | "half"): string {
  const frame = "M-390 -490H390V490H-390ZM-330 -430V430H330V-430Z";
  return (
    rect(-330, -430, 660, 860, state === "whole" ? "#f3e7cc" : "#6b4a30") +
    lattice(5, 7, (x, y) =>
      state === "whole" || y < 3 || (y === 3 && x < 3) || (y === 4 && x < 1) ? "lit" : "empty",
    ) +
    `<path d="${frame}" fill="#7a4a28" fill-rule="evenodd"/>` +
    line("M-390 -490H390V490H-390ZM-330 -430H330V430H-330Z", "#4a2c18", 6) +
    line("M-384 -484H384", "#c08a55", 6)
  );
}

function latticeRestoration(): Work {
  const opening = archPath(270, 1290, 740, 1080);
  const panel = within(
    "window",
    opening,
    rect(270, 200, 740, 1100, "#2a2622") +
      rect(640, 200, 370, 1100, "#f7e6bd") +
      group(
        640,
        800,
        1,
        lattice(6, 9, (x, y) =>
          x >= 3 ? "lit" : (x * 5 + y * 3) % 7 === 0 || (x === 1 && y === 5) || (x === 2 && y === 6) ? "empty" : "dull",
        ),
      ),
  );
  const stones = times(60, (i) => {
    const row = Math.floor(i / 6);
    return rect(
      -80 + (i % 6) * 240 + (row % 2) * 120,
      row * 162,
      232,
      154,
      ["#cdb592", "#c3aa86", "#d6c09e"][i % 3] ?? "#cdb592",
      6,
    );
  });
  const scaffold =
    line("M90 0V1600M90 1330H1280M1200 0V1600", "#8a8f93", 22) +
    rect(0, 1300, 1280, 34, "#b98d5f") +
    rect(0, 1326, 1280, 20, shade("down"));
  const tools = group(
    330,
    1290,
    1,
    solid("M-90 0V-110H90V0Z", "#7a4a28", "down") +
      line("M-50 -110L-70 -200M0 -110V-220M46 -110L66 -190", "#c9ced1", 14) +
      line("M-70 -200l-8 -40M0 -220v-50M66 -190l12 -40", "#a8703f", 24),
  );
  const scene =
    rect(0, 0, 1280, 1600, "#b39a78") +
    stones +
    path(archPath(230, 1300, 820, 1170), "#a58a66") +
    panel +
    line(opening, "#5a3820", 34) +
    line("M640 220V1290", "#f6f1e6", 6, 0.8) +
    `<path d="M640 240L1010 700V1290L1240 1600H700Z" fill="#ffe9b0" opacity=".14"/>` +
    scaffold +
    tools +
    times(5, (i) =>
      group(
        560 + i * 110,
        1284,
        1,
        path("M-40 8L0 -32L40 8Z", GLASS[i] ?? "#b5313c") + path("M-40 8L0 -32V8Z", "#ffffff40"),
        (i % 2) * 16,
      ),
    );
  return {
    scene,
    close: [650, 850, 1.9],
    piece: { svg: latticePanel("whole"), width: 780, height: 980, stance: "hanging" },
    cm: 110,
    room: "wall",
  };
}

/** The measured front of an old house with a wooden balcony; 1000 × 800, origin at its centre. */
function facade(drawn: boolean): string {
  const ink = "#2b3f55";
  const edge = (d: string) => line(d, drawn ? ink : "#5a4630", 5);
  const fill = (d: string, colour: string) => (drawn ? "" : path(d, colour));
  const bay = (x: number) =>
    fill(archPath(x, 360, 150, 260), "#5a3a26") +
    edge(archPath(x, 360, 150, 260)) +
    edge(`M${x + 75} 360V100M${x} 220H${x + 150}`) +
    fill(rectPath(x, -220, 150, 230), "#7fa0a8") +
    edge(`${rectPath(x, -220, 150, 230)}M${x + 50} -220V10M${x + 100} -220V10M${x} -150H${x + 150}`) +
    fill(archPath(x, -220, 150, 70), "#e2b24a") +
    edge(archPath(x, -220, 150, 70));
  return (
    fill(rectPath(-480, -340, 960, 740), "#d9c09a") +
    fill(rectPath(-500, -380, 1000, 44), "#b3583a") +
    fill(rectPath(-440, 40, 880, 40), "#7a4f2c") +
    edge(`${rectPath(-480, -340, 960, 740)}${rectPath(-500, -380, 1000, 44)}`) +
    times(4, (i) => bay(-420 + i * 230)) +
    edge(
      `M-440 40H440V70H-440ZM-440 -60H440${times(30, (i) => `M${-430 + i * 30} -60V40`)}${times(6, (i) => `M${-440 + i * 176} 40V-290`)}`,
    ) +
    fill("M-460 -290L460 -290L440 -336H-440Z", "#8a5a36") +
    edge("M-460 -290L460 -290L440 -336H-440Z") +
    (drawn
      ? line(
          times(12, (i) => `M-470 ${100 + i * 24}h${30 + ((i * 17) % 30)}M440 ${100 + i * 24}h${20 + ((i * 13) % 20)}`),
          ink,
          2,
        )
      : times(40, (i) => rect(-474 + ((i * 67) % 920), 90 + ((i * 43) % 300), 34, 12, "#00000014")))
  );
}

function houseProject(random: Random): Work {
  const ink = "#b5463c";
  const sheet =
    rect(-600, -520, 1200, 1040, "#f7f2e6") +
    rect(-576, -496, 1152, 992, "#fbf8ef") +
    group(
      0,
      -40,
      1,
      within("built", rectPath(-520, -400, 520, 820), facade(false)) +
        within("drawn", rectPath(0, -400, 520, 820), facade(true)) +
        line("M0 -430V420", ink, 4),
    ) +
    line(
      "M-480 400H480M-480 388V412M480 388V412M-250 392V408M-20 392V408M210 392V408M540 -380V360M528 -380H552M528 0H552M528 360H552",
      ink,
      4,
    ) +
    textRows(random, [200, 440, 330], 3, 22, "#6b6257") +
    line("M180 424H560V490H180Z", "#2b3f55", 3);
  const rule =
    rect(-340, -34, 680, 68, "#e3c88e", 4) +
    line(
      times(33, (i) => `M${-326 + i * 20} -34v${i % 5 ? 16 : 30}`),
      "#4c3a1c",
      3,
    );
  const compass =
    line("M0 -220L-70 180M0 -220L80 170", "#8d9499", 18) +
    disc(0, -220, 30, "#c9a13a") +
    line("M-70 180l-8 40M80 170l10 40", "#3a3f44", 8);
  const scene =
    rect(0, 0, 1280, 1600, "#56463a") +
    rect(0, 0, 1280, 1600, shade("up")) +
    group(640, 720, 1, rect(-586, -500, 1210, 1050, "#00000055") + sheet, -3) +
    group(420, 1370, 1, rect(-330, -20, 680, 68, "#00000040") + rule, 8) +
    group(1040, 1280, 1, compass, -18) +
    group(
      230,
      1500,
      1,
      rect(-200, -30, 560, 60, "#f7f2e6", 30) +
        disc(350, 0, 30, "#e0d6c0") +
        disc(350, 0, 16, "#b7a98c") +
        rect(-200, 4, 560, 26, shade("down"), 20),
      -10,
    );
  const piece: Drawn = { svg: sheet, width: 1200, height: 1040, stance: "hanging" };
  return { scene, close: [640, 640, 2], piece, cm: 100, room: "desk" };
}

/** Restoration: a lattice window half mended, and a measured drawing of a historic house. */
export function restoration(subject: PictureSubject, random: Random): Work {
  return /house/i.test(subject.title.en) ? houseProject(random) : latticeRestoration();
}
