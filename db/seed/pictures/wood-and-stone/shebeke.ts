import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { cast, disc, filled, grain, hanging, linear, lit, lying, moved, slab, star, times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { shebekeCasket } from "./boxes";

/** Eight-pointed stars in a square field, glass of three colours between, strips of wood over the joints. */
function starLattice(glass: readonly string[], wood: string): (w: number, h: number, cell: number) => string {
  return (w, h, cell) => {
    const columns = Math.ceil(w / cell) + 1;
    const rows = Math.ceil(h / cell) + 1;
    const r = cell * 0.541;
    const places = Array.from({ length: columns * rows }, (_, i) => ({
      x: ((i % columns) - (columns - 1) / 2) * cell,
      y: (Math.floor(i / columns) - (rows - 1) / 2) * cell,
      tone: glass[((i % columns) + Math.floor(i / columns) * 2) % glass.length] ?? "#c0392b",
    }));
    const outlineOf = star(8, r, r * 0.765);
    const heart = star(8, r * 0.5, r * 0.3);
    const panes = places
      .map(
        ({ x, y, tone }, i) =>
          `<g transform="translate(${to1(x)} ${to1(y)})"><path d="${outlineOf}" fill="${tone}"/><path d="${heart}" fill="${lighten(glass[(i + 1) % glass.length] ?? tone, 0.25)}"/><path d="M${to1(-r * 0.7)} ${to1(-r * 0.7)}H${to1(r * 0.2)}L${to1(-r * 0.7)} ${to1(r * 0.2)}Z" fill="#fff" opacity=".16"/></g>`,
      )
      .join("");
    const rays = times(8, (i) => {
      const a = (i * Math.PI) / 4;
      return `M${to1(Math.sin(a) * r * 0.5)} ${to1(-Math.cos(a) * r * 0.5)}L${to1(Math.sin(a) * r)} ${to1(-Math.cos(a) * r)}`;
    });
    const bars = (stroke: string, width: number, dx: number) =>
      `<g fill="none" stroke="${stroke}" stroke-width="${to1(width)}" stroke-linejoin="round" transform="translate(${dx} ${dx})">${places.map(({ x, y }) => `<path d="${outlineOf}${heart}${rays}" transform="translate(${to1(x)} ${to1(y)})"/>`).join("")}</g>`;
    return `<rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" fill="${lighten(glass[2] ?? "#e7b93c", 0.45)}"/>${panes}${bars(darken(wood, 0.55), cell * 0.075, 2)}${bars(lighten(wood, 0.2), cell * 0.04, -1)}`;
  };
}

/** Hexagons around six-pointed stars, for the screen's leaves. */
function hexLattice(glass: readonly string[], wood: string, w: number, h: number, size: number): string {
  const across = size * 1.732;
  const columns = Math.ceil(w / across) + 2;
  const rows = Math.ceil(h / (size * 1.5)) + 2;
  let panes = "";
  let bars = "";
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const x = (column - (columns - 1) / 2 + (row % 2 ? 0.5 : 0)) * across;
      const y = (row - (rows - 1) / 2) * size * 1.5;
      const tone = glass[(row + column) % glass.length] ?? "#c0392b";
      const place = `transform="translate(${to1(x)} ${to1(y)})"`;
      panes += `<g ${place}><path d="${star(3, size, size)}" fill="${lighten(tone, 0.5)}"/><path d="${star(6, size, size * 0.56)}" fill="${tone}"/><circle r="${to1(size * 0.26)}" fill="${lighten(glass[(row + column * 2 + 1) % glass.length] ?? tone, 0.3)}"/></g>`;
      bars += `<path d="${star(3, size, size)}${star(6, size, size * 0.56)}${disc(0, 0, size * 0.26)}" ${place}/>`;
    }
  return `<rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" fill="${lighten(glass[1] ?? "#1f6f8b", 0.6)}"/>${panes}<g fill="none" stroke="${darken(wood, 0.5)}" stroke-width="11" stroke-linejoin="round">${bars}</g><g fill="none" stroke="${lighten(wood, 0.22)}" stroke-width="5" stroke-linejoin="round" transform="translate(-1 -2)">${bars}</g>`;
}

function frame(id: string, w: number, h: number, thick: number, wood: string, random: Random): string {
  const [x, y] = [w / 2, h / 2];
  const beam = (d: string, turn: number, length: number, cx: number, cy: number, shade: string) =>
    filled(
      `${id}${turn}${cx}${cy}`.replaceAll(/[^a-z0-9]/gi, "_"),
      d,
      shade,
      moved(cx, cy, grain(thick, length, darken(wood, 0.65), random, 9, 0.5), turn),
    );
  return `${beam(`M${-x} ${-y}L${-x + thick} ${-y + thick}V${y - thick}L${-x} ${y}Z`, 0, h, -x + thick / 2, 0, lighten(wood, 0.14))}${beam(`M${x} ${-y}L${x - thick} ${-y + thick}V${y - thick}L${x} ${y}Z`, 0, h, x - thick / 2, 0, darken(wood, 0.25))}${beam(`M${-x} ${-y}H${x}L${x - thick} ${-y + thick}H${-x + thick}Z`, 90, w, 0, -y + thick / 2, lighten(wood, 0.24))}${beam(`M${-x} ${y}H${x}L${x - thick} ${y - thick}H${-x + thick}Z`, 90, w, 0, y - thick / 2, darken(wood, 0.12))}<path d="${slab(0, 0, w - thick * 2, h - thick * 2)}" fill="none" stroke="${darken(wood, 0.6)}" stroke-width="8"/><path d="${slab(0, 0, w, h)}" fill="none" stroke="${darken(wood, 0.5)}" stroke-width="4"/>`;
}

const glassOf = (palette: readonly string[]) => palette.slice(1);

/** A window: one field of stars under a pointed arch, glowing. */
export function shebekeWindow({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#6b3f1d"] = palette;
  const glass = glassOf(palette);
  const arch = "M-330 500V-170C-330 -350 -150 -420 0 -510C150 -420 330 -350 330 -170V500Z";
  return hanging(
    `<defs>${linear(
      "swG",
      [
        [0, "#fff7d8", 0.5],
        [0.6, "#fff7d8", 0.1],
        [1, "#000", 0.25],
      ],
      [0.2, 0, 0.8, 1],
    )}${lit("swW", wood, 0.3, 0.35)}</defs>${filled("swB", slab(0, 0, 820, 1200, 4), "url(#swW)", grain(820, 1200, darken(wood, 0.7), random, 46, 0.36))}<g transform="translate(0 -10)"><path d="${arch}" transform="scale(1.07 1.05)" fill="${darken(wood, 0.5)}"/>${filled("swA", arch, "#fff", `${starLattice(glass, wood)(720, 1080, 164)}<path d="${arch}" fill="url(#swG)"/>`)}<path d="${arch}" fill="none" stroke="${lighten(wood, 0.2)}" stroke-width="12"/></g>${[-1, 1].map((side) => moved(side * 292, -478, `<path d="${star(8, 66, 46)}" fill="${darken(wood, 0.5)}"/><path d="${star(8, 54, 36)}" fill="${glass[side > 0 ? 1 : 0] ?? "#c0392b"}"/>`)).join("")}${frame("swF", 820, 1200, 40, wood, random)}`,
    820,
    1200,
  );
}

/** A screen of two leaves set at an angle; coloured light falls in front of it. */
export function screen({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#6b3f1d"] = palette;
  const glass = glassOf(palette);
  const leaf = (id: string, shear: number, x: number) =>
    `<g transform="matrix(.94 ${shear} 0 1 ${x} -620)"><g>${filled(`${id}a`, slab(0, -80, 380, 940), "#fff", `<g transform="translate(0 -80)">${hexLattice(glass, wood, 400, 960, 108)}</g>`)}<g transform="translate(0 480)">${filled(`${id}b`, slab(0, 0, 390, 190), darken(wood, 0.1), grain(390, 190, darken(wood, 0.7), random, 20, 0.4))}<path d="${slab(0, 0, 320, 120, 4)}" fill="none" stroke="${darken(wood, 0.55)}" stroke-width="9"/><path d="${star(8, 52, 34)}" fill="${darken(wood, 0.4)}" stroke="${lighten(wood, 0.3)}" stroke-width="4"/></g>${frame(id, 460, 1200, 42, wood, random)}<path d="M-230 382H230" stroke="${darken(wood, 0.3)}" stroke-width="30"/><path d="M-230 368H230" stroke="${lighten(wood, 0.3)}" stroke-width="4"/><path d="M-228 600H-180V630H-220ZM228 600H180V630H220Z" fill="${darken(wood, 0.55)}"/></g></g>`;
  const spots = times(22, (i) => {
    const tone = glass[i % glass.length] ?? "#c0392b";
    return `<ellipse cx="${to1(random.between(-430, 470))}" cy="${to1(random.between(16, 120))}" rx="${to1(random.between(16, 34))}" ry="${to1(random.between(5, 10))}" fill="${tone}" opacity=".42"/>`;
  });
  const hinges = [-1040, -640, -260].map(
    (y) =>
      `<path d="${slab(0, y, 26, 80, 4)}" fill="#c9973a" stroke="#6d4d17" stroke-width="3"/><path d="M0 ${y - 40}v80" stroke="#6d4d17" stroke-width="4"/>`,
  );
  return {
    svg: `${spots}${leaf("scrL", 0.14, -217)}${leaf("scrR", -0.14, 217)}${hinges.join("")}`,
    width: 900,
    height: 1260,
    stance: "standing",
    ground: "floor",
  };
}

/** A round lattice: rays run out from the sun in the middle. */
export function sun({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#6b3f1d", red = "#c0392b", blue = "#1f6f8b", gold = "#e7b93c"] = palette;
  const pane = (i: number, from: number, to: number, tones: readonly string[], count: number, bend: number) => {
    const step = (Math.PI * 2) / count;
    const p = (r: number, a: number) => `${to1(Math.sin(a) * r)} ${to1(-Math.cos(a) * r)}`;
    const a = i * step;
    const mid = (from + to) / 2;
    return `<path d="M${p(from, a)}L${p(mid, a + step * bend)}L${p(to, a)}L${p(mid, a - step * bend)}Z" fill="${tones[i % tones.length] ?? gold}"/>`;
  };
  const ring = (from: number, to: number, tones: readonly string[], count = 24, bend = 0.5) =>
    times(count, (i) => pane(i, from, to, tones, count, bend));
  const panes = `<circle r="420" fill="${lighten(gold, 0.5)}"/>${ring(280, 424, [red, gold], 24)}${ring(180, 352, [blue, lighten(blue, 0.35)], 24)}${ring(110, 280, [gold, lighten(red, 0.15)], 24)}`;
  return {
    svg: `<defs>${lit("sunW", wood, 0.4, 0.4)}</defs>${cast(disc(0, 0, 476), 14, 22)}<path d="${disc(0, 0, 480)}" fill="url(#sunW)"/><circle r="454" fill="none" stroke="${darken(wood, 0.5)}" stroke-width="6"/>${times(24, (i) => `<path d="M0 -470L10 -452L0 -434L-10 -452Z" transform="rotate(${i * 15})" fill="${lighten(wood, 0.45)}"/>`)}<g stroke="${darken(wood, 0.5)}" stroke-width="10" stroke-linejoin="round">${panes}</g><g transform="translate(-1.5 -2)" stroke="${lighten(wood, 0.25)}" stroke-width="4" fill="none">${panes.replaceAll(/fill="[^"]*"/g, 'fill="none"')}</g><path d="${star(12, 150, 104)}" fill="${wood}"/><path d="${star(12, 134, 92)}" fill="${gold}"/><circle r="72" fill="${lighten(gold, 0.4)}" stroke="${darken(wood, 0.3)}" stroke-width="10"/><path d="${star(8, 60, 34)}" fill="${red}"/><circle r="425" fill="none" stroke="${darken(wood, 0.55)}" stroke-width="14"/>${moved(random.between(-4, 4), 0, `<path d="M-330 -150Q-250 -310 -80 -368" stroke="#fff" stroke-opacity=".4" stroke-width="26" fill="none" stroke-linecap="round"/>`)}`,
    width: 960,
    height: 960,
    stance: "hanging",
    outline: "cast",
  };
}

/** Six coasters of bare lattice, without glass, each cut to a pattern of its own. */
export function coasters({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#6b3f1d"] = palette;
  const beech = mix(wood, "#f0cf94", 0.72);
  const octagon = star(4, 178, 178, 22.5);
  const patterns = [
    star(8, 118, 66),
    `${star(6, 122, 62)}${star(6, 62, 34, 30)}`,
    times(8, (i) => `M0 0L${to1(Math.sin((i * Math.PI) / 4) * 150)} ${to1(-Math.cos((i * Math.PI) / 4) * 150)}`) +
      star(4, 84, 84, 45),
    times(5, (i) => `M${-120 + i * 60} -150V150M-150 ${-120 + i * 60}H150`),
    `${star(12, 122, 78)}${star(12, 62, 40)}`,
    times(
      6,
      (i) =>
        `M${-150 + i * 60} -150L150 ${150 - i * 60}M-150 ${-150 + i * 60}L${150 - i * 60} 150M${150 - i * 60} -150L-150 ${150 - i * 60}M150 ${-150 + i * 60}L${-150 + i * 60} 150`,
    ),
  ];
  const coaster = (i: number, x: number, y: number, turn: number) => {
    const tone = i % 2 ? beech : mix(wood, "#e0a860", 0.5);
    const d = `${patterns[i] ?? ""}${times(8, (k) => `M${to1(Math.sin((k * Math.PI) / 4) * 118)} ${to1(-Math.cos((k * Math.PI) / 4) * 118)}L${to1(Math.sin((k * Math.PI) / 4) * 160)} ${to1(-Math.cos((k * Math.PI) / 4) * 160)}`)}`;
    return moved(
      x,
      y,
      `<clipPath id="co${i}"><path d="${octagon}"/></clipPath><path d="${octagon}" transform="translate(12 20)" fill="#140d07" opacity=".3"/><path d="${octagon}" fill="#140d07" opacity=".42"/><g clip-path="url(#co${i})" fill="none"><path d="${d}" stroke="${darken(tone, 0.5)}" stroke-width="22" transform="translate(3 5)"/><path d="${d}" stroke="${tone}" stroke-width="20"/><path d="${d}" stroke="${lighten(tone, 0.4)}" stroke-width="4" transform="translate(-5 -6)"/></g><path d="${octagon}" fill="none" stroke="${darken(tone, 0.5)}" stroke-width="38" stroke-linejoin="round" transform="translate(3 6)"/><path d="${octagon}" fill="none" stroke="${tone}" stroke-width="34" stroke-linejoin="round"/><path d="${octagon}" fill="none" stroke="${lighten(tone, 0.45)}" stroke-width="5" stroke-linejoin="round" transform="scale(1.06) translate(-3 -4)"/>`,
      turn,
    );
  };
  return lying(
    times(6, (i) =>
      coaster(
        i,
        (i % 2 ? 214 : -214) + random.between(-16, 16),
        -410 + Math.floor(i / 2) * 410 + (i % 2 ? 40 : 0),
        random.between(-9, 9),
      ),
    ),
    860,
    1270,
  );
}

export function lidded(subject: PictureSubject, random: Random): Drawn {
  return shebekeCasket(subject, random, starLattice(glassOf(subject.palette), subject.palette[0] ?? "#6b3f1d"));
}
