import type { ObjectDrawer } from "../scene";
import {
  bandKilim,
  dragons,
  fairIsle,
  latticeCarpet,
  lozengeKilim,
  medallionCarpet,
  prayerCarpet,
  stripes,
} from "./designs";
import { bag } from "./bags";
import { saddlebag } from "./saddlebags";
import { carpet, cushion, knitted, pad } from "./forms";
import { horseCover } from "./horse-cover";
import { fulledShawl, laceShawl } from "./shawls";
import { schemeOf } from "./schemes";

const pileCarpet: ObjectDrawer = (subject, random) => {
  const title = subject.title.en;
  const named = schemeOf(title)?.design;
  if (named) return carpet(named, subject, random);
  if (/prayer/i.test(title)) return carpet(prayerCarpet, subject, random);
  return carpet(/shirvan|silk|gimil/i.test(title) ? latticeCarpet : medallionCarpet, subject, random);
};

const flatWeave: ObjectDrawer = (subject, random) => {
  const title = subject.title.en;
  const named = schemeOf(title)?.design;
  if (named && /horse/i.test(title)) return horseCover(named, subject, random);
  if (named) return carpet(named, subject, random, "flat");
  if (/verni|zili/i.test(title)) return carpet(dragons, subject, random, "flat");
  if (/sumakh/i.test(title)) return carpet(medallionCarpet, subject, random, "flat");
  if (/jejim|throw/i.test(title)) return carpet(stripes, subject, random, "flat");
  if (/blanket|palas|shadda/i.test(title)) return carpet(bandKilim, subject, random, "flat");
  return carpet(lozengeKilim, subject, random, "flat");
};

const carpetGoods: ObjectDrawer = (subject, random) => {
  const title = subject.title.en;
  const design = /sumakh/i.test(title) ? medallionCarpet : subject.seed % 2 ? lozengeKilim : bandKilim;
  if (/saddlebag|heybe/i.test(title)) return saddlebag(subject);
  if (/rucksack/i.test(title)) return bag(stripes, subject, random, "rucksack");
  if (/tote/i.test(title)) return bag(bandKilim, subject, random, "tote");
  if (/case/i.test(title)) return bag(stripes, subject, random, "case");
  if (/bag/i.test(title)) return bag(design, subject, random, "shoulder");
  if (/pad/i.test(title)) return pad(latticeCarpet, subject, random);
  if (/cushion/i.test(title)) {
    const named = schemeOf(title)?.design;
    return named ? cushion(named, subject, random, "pile") : cushion(design, subject, random);
  }
  return carpet(schemeOf(title)?.design ?? dragons, subject, random, "flat");
};

const knitwear: ObjectDrawer = (subject, random) => {
  const title = subject.title.en;
  if (/socks/i.test(title)) return knitted(fairIsle, subject, random, "socks");
  if (/mitten/i.test(title)) return knitted(fairIsle, subject, random, "mittens");
  const undyed = schemeOf(title)?.design ?? fairIsle;
  if (/vest/i.test(title)) return knitted(undyed, subject, random, "vest");
  if (/blanket/i.test(title)) return knitted(undyed, subject, random, "blanket");
  return /knitted/i.test(title) ? laceShawl(subject) : fulledShawl(subject, random);
};

export const wovenDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "carpet-medallion": pileCarpet,
  "kilim-lozenge": flatWeave,
  "kilim-band": carpetGoods,
  "knit-band": knitwear,
};
