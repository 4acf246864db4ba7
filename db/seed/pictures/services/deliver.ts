import { mix } from "../colour";
import { PICTURE_HEIGHT, PICTURE_WIDTH, type MotifDrawer, type PictureSubject, type Random } from "../contract";
import { LIGHT, photographed, SCENE_DEFS } from "../scene";
import { archPath, group, line, oval, path, rect, shade, SHADES, shadow, solid, times } from "../shapes";
import { visitor } from "./people";
import { studio, surface, type Work, type WorkDrawer } from "./kit";

const W = PICTURE_WIDTH;
const H = PICTURE_HEIGHT;

const FLOORS = ["#a98a68", "#8f7a66", "#c2ab8c", "#7b6a5b"];
const WALLS = ["#e6ded0", "#cfd8d4", "#d9c7b4", "#c7cbd6", "#e9dccb", "#b9c4b8"];

/** A desk 160 cm wide and 74 cm high, 6 units to the centimetre; origin at the middle of its top. */
function desk(colour: string): string {
  const legs = times(2, (i) => rect(i ? 420 : -450, 26, 30, 420, mix(colour, "#1f1510", 0.45)));
  const lamp =
    line("M330 0H440M400 0L440 -190L330 -300", "#2b2f33", 14) +
    path("M270 -240L330 -330L380 -290L330 -210Z", "#b5463c") +
    `<path d="M280 -232L150 10H380L330 -212Z" fill="#fff1c4" opacity=".2"/>`;
  const cup =
    solid("M-420 0V-56H-366V0Z", "#d9b98a") +
    line("M-404 -56L-412 -110M-392 -56V-118M-380 -56L-370 -106", "#7a5c3e", 8);
  return legs + rect(-480, 0, 960, 28, colour) + rect(-480, 20, 960, 12, shade("down")) + lamp + cup;
}

function shelf(x: number, y: number, random: Random): string {
  let books = "";
  for (let at = 0; at < 260;) {
    const w = random.whole(18, 40);
    const h = random.whole(80, 130);
    books += rect(x + at, y - h, w, h, random.pick(["#7d2c3b", "#27496d", "#d8b56a", "#4f6b5a", "#e6dcc6", "#8a5a3a"]));
    at += w + 2;
  }
  return books + rect(x - 14, y, 330, 16, "#7a5c3e") + rect(x - 14, y + 16, 330, 30, shade("down"));
}

const plant = (x: number, y: number): string =>
  group(
    x,
    y,
    1,
    times(9, (i) =>
      line(
        `M0 -120Q${(i - 4) * 26} -260 ${(i - 4) * 46} ${-330 + Math.abs(i - 4) * 36}`,
        i % 2 ? "#4f6b4a" : "#65855a",
        20,
      ),
    ) + solid("M-74 -150H74L54 0H-54Z", "#b9714b"),
  );

/** Performers in a courtyard with arches, seen over empty chairs. */
function onStage({ piece }: Work, wall: string): string {
  const scale = 820 / piece.width;
  const arches = times(
    3,
    (i) =>
      path(archPath(90 + i * 380, 1060, 320, 700), "#00000026") +
      path(archPath(120 + i * 380, 1060, 260, 640), mix(wall, "#33414a", 0.5)),
  );
  const chair = (x: number, y: number, s: number) =>
    group(
      x,
      y,
      s,
      line("M-60 0V-120M60 0V-120", "#2b211a", 14) +
        rect(-76, -300, 152, 150, "#7d2c3b", 20) +
        rect(-84, -160, 168, 44, "#6b2230", 12),
    );
  return (
    rect(0, 0, W, H, mix(wall, "#c9a878", 0.45)) +
    arches +
    rect(0, 1060, W, 540, "#a58b6b") +
    path("M60 1120H1220L1280 1270H0Z", "#7a5a3e") +
    rect(0, 1270, W, 44, "#5a4029") +
    shadow(640, 1216, 460, 50) +
    group(640, 1210, scale, piece.svg) +
    times(5, (i) => chair(120 + i * 260, 1520, 1)) +
    times(4, (i) => chair(250 + i * 260, 1650, 1.16))
  );
}

function inRoom(work: Work, random: Random): string {
  const { piece } = work;
  const wall = random.pick(WALLS);
  const ground =
    rect(0, 0, W, H, wall) + rect(0, 1290, W, 310, random.pick(FLOORS)) + rect(0, 1276, W, 14, "#ffffff66");
  if (work.room === "desk") {
    const scale = Math.min(620 / piece.width, 560 / piece.height);
    const isFlat = piece.stance !== "standing";
    const board = isFlat ? group(600, 500, scale * 1.05, piece.svg) : group(600, 980, scale, piece.svg);
    const back = isFlat
      ? shadow(614, 520, piece.width * scale * 0.6, piece.height * scale * 0.6)
      : shelf(200, 330, random) + shelf(760, 250, random);
    return (
      ground +
      back +
      (isFlat ? board : "") +
      group(620, 980, 1, desk(random.pick(["#b98d5f", "#d8c3a0", "#8a6342"]))) +
      (isFlat ? "" : shadow(600, 984, piece.width * scale * 0.5, 16) + board) +
      group(
        560,
        1440,
        1,
        solid("M-120 -300Q-130 -450 -90 -460H90Q130 -450 120 -300Z", "#33414a") +
          rect(-130, -280, 260, 44, "#2a353c", 20) +
          line("M0 -236V-90M0 -90L-110 0M0 -90L110 0M0 -90V10", "#23292d", 18),
      ) +
      plant(1140, 1430)
    );
  }
  if (work.room === "stage") return onStage(work, wall);
  if (work.room === "wall") {
    const scale = Math.min(660 / piece.width, 820 / piece.height);
    const y = piece.stance === "standing" ? 1390 : 560;
    return (
      ground +
      `<path d="M250 0L${W - 250} 0L${W - 60} 1290H60Z" fill="#fff" opacity=".12"/>` +
      shadow(
        640 + 20,
        y + 20,
        piece.width * scale * 0.58,
        piece.stance === "standing" ? 50 : piece.height * scale * 0.58,
      ) +
      group(640, y, scale, piece.svg) +
      (piece.stance === "standing"
        ? plant(150, 1400)
        : group(
            640,
            1430,
            1,
            shadow(0, 0, 380, 36) +
              solid("M-320 -110H320V-60H-320Z", "#9a7350", "down") +
              rect(-280, -60, 30, 70, "#5a4230") +
              rect(250, -60, 30, 70, "#5a4230"),
          )) +
      plant(1150, 1440)
    );
  }
  const scale = Math.min(640 / piece.width, 700 / piece.height);
  const isFlat = piece.stance !== "standing";
  const tableTop = random.pick(["#b98d5f", "#8a6342", "#d8cdbb", "#6d5a48"]);
  const light = `<path d="M760 0H1180L820 1600H260Z" fill="#fff" opacity=".13"/>`;
  if (isFlat)
    return (
      surface(tableTop, random) +
      shadow(600, 790, piece.width * scale * 0.66, piece.height * scale * 0.66) +
      group(570, 760, scale, piece.svg, random.between(-6, 6)) +
      group(
        1060,
        300,
        1,
        shadow(14, 20, 150, 150) +
          oval(0, 0, 120, 120, "#f4f1ea") +
          oval(0, 0, 74, 74, "#e2dbcd") +
          oval(0, 0, 62, 62, "#8a3c16"),
      ) +
      group(
        1090,
        1130,
        1,
        shadow(12, 8, 60, 260) + solid("M-13 -240H13V200H-13Z", "#27496d") + path("M-13 200L0 250L13 200Z", "#e3c79a"),
        14,
      ) +
      light
    );
  return (
    studio(wall, tableTop, 1040) +
    rect(120, 130, 380, 620, "#f4f7f4cc") +
    line("M120 130h380v620h-380ZM310 130v620M120 440h380", "#8b735c", 16) +
    shelf(820, 420, random) +
    shadow(690, 1306, piece.width * scale * 0.6, 50) +
    group(660, 1300, scale, piece.svg) +
    plant(150, 1250) +
    light
  );
}

/** Big pieces beside a person of 1.7 m; small ones as objects are, beside a tea glass or a ruler. */
function toScale(work: Work, subject: PictureSubject, random: Random): string {
  if (work.cm <= 45) {
    const sized = { ...subject, sizeCm: { length: work.cm, width: work.cm, height: work.cm } };
    return photographed(() => work.piece)(sized, "scale", random);
  }
  const { piece } = work;
  const largest = Math.max(piece.width, piece.height);
  const unit = Math.min(5.6, (700 * largest) / (work.cm * piece.width));
  const scale = (work.cm * unit) / largest;
  const isStanding = piece.stance === "standing";
  const onTable = isStanding && (work.room === "desk" || work.room === "table");
  const y = isStanding ? (onTable ? 1030 : 1420) : 760;
  const top = onTable
    ? group(
        430,
        1030,
        1,
        rect(-360, 0, 720, 26, "#a9805a") + rect(-330, 26, 26, 370, "#6b4c33") + rect(304, 26, 26, 370, "#6b4c33"),
      )
    : "";
  return (
    SCENE_DEFS +
    rect(0, 0, W, H, random.pick(WALLS)) +
    rect(0, 1330, W, 270, random.pick(FLOORS)) +
    rect(0, 1318, W, 12, "#ffffff66") +
    top +
    shadow(450, isStanding ? y : y + 20, piece.width * scale * 0.6, isStanding ? 30 : piece.height * scale * 0.6) +
    group(430, y, scale, piece.svg) +
    shadow(1060, 1440, 23 * unit, 5 * unit) +
    group(1050, 1440, unit / 5.6, visitor(random)) +
    LIGHT
  );
}

/** Turns a service's work into its four pictures. */
export function delivered(draw: WorkDrawer): MotifDrawer {
  return (subject, view, random) => {
    const work = draw(subject, random);
    if (view === "scale") return `${SHADES}${toScale(work, subject, random)}`;
    if (view === "setting") return `${SCENE_DEFS}${SHADES}${inRoom(work, random)}${LIGHT}`;
    if (view === "front") return `${SCENE_DEFS}${SHADES}${work.scene}${LIGHT}`;
    const [x, y, zoom] = work.close;
    return `${SCENE_DEFS}${SHADES}<g transform="translate(${W / 2 - x * zoom} ${H / 2 - y * zoom}) scale(${zoom})">${work.scene}</g>${LIGHT}`;
  };
}
