import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { minuteMs } from '../../../campaigns/durations.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { demandedPath, pressPath, sentName } from '../../../campaigns/print/paths.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import type { Progress } from '../../figures/progress/module.ts';
import type { ReviewNotes } from '../../figures/review-notes/module.ts';
import type { House } from '../../kit/house.ts';
import type { Attachment } from '../../mail/delivery/letter.ts';
import type { Mail } from '../../mail/delivery/mail.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { repeat } from '../../platform/process/repeat.ts';
import type { Kit } from '../../print/print-files/kit-fs.ts';
import type { DirectionSources } from '../../register/directions/live-register.ts';
import { owedByOffice } from '../../register/directions/owed.ts';
import { writeDigests } from './digests.ts';
import type { Mailings } from './mailings.ts';
import { mailingRoutes } from './routes.ts';
import type { KitDraft } from './to-districts.ts';

interface MailingsHouse extends House {
  mail: Mail;
  progress: Pick<Progress, 'live'>;
  reviewNotes: Pick<ReviewNotes, 'notes'>;
  directions: DirectionSources;
  kit: Kit;
}

/** Mail to many at once: by an officer's word, and on Mondays, each morning and the 5th by the campaign's clock. */
export function openMailings(house: MailingsHouse): Module {
  const { config, database, campaign, districts, mail, directions, clock, log } = house;
  const { pool } = database;
  const { publicUrl } = config;
  const { notes } = house.reviewNotes;
  const progress = async () => (await house.progress.live.current()).file;
  const mailings = collectMailings(house, progress);
  const owed = (after: Day) => owedByOffice(directions, after);
  const digests = { pool, mail, campaign, districts, publicUrl, progress, notes, owed };

  const looks = repeat(() => writeDigests(digests, clock.now()), {
    pauseMs: minuteMs,
    onTrouble: (error) => log.warn({ err: error }, 'digests wait'),
  });
  void database.ready.then(looks.run, () => {});
  return {
    name: 'mailings',
    register: ({ api }) => addRoutes(api, mailingRoutes(mailings)),
    close: looks.stop,
  };
}

function collectMailings(
  { config, database, campaign, directory, mail, kit }: MailingsHouse,
  progress: () => Promise<ProgressFile>,
): Mailings {
  const { printDir, publicUrl } = config;
  return {
    pool: database.pool,
    mail,
    districts: directory.districts,
    campaign,
    readDraft: (draft) => readDraft(printDir, draft),
    facts: async () => {
      const counts = Map.groupBy(
        [...kit.planned().values()].filter(({ onDemand }) => onDemand !== true),
        ({ district }) => district,
      );
      return {
        campaign,
        directory,
        filesOf: (district: string) => counts.get(district)?.length ?? 0,
        draftOf: (district: string) => draftIn(kit.made(), district),
        progress: await progress(),
        publicUrl,
      };
    },
  };
}

/** Sharp enough to read every line of a board, and some 150 kB. */
const quality = 80;

/** The draft of a board as a letter carries it: the small PDF and a JPEG that opens on any phone. */
async function readDraft(
  printDir: string,
  { pdf, picture, ...place }: KitDraft,
): Promise<Attachment[]> {
  const [board, shown] = await Promise.all([
    readFile(join(printDir, pdf)),
    readFile(join(printDir, picture)),
  ]);
  const jpeg = await sharp(shown).flatten({ background: '#fff' }).jpeg({ quality }).toBuffer();
  return [
    { name: sentName(pressPath(place, 'board')), contentType: 'application/pdf', content: board },
    {
      name: basename(demandedPath(place, 'board', '', 'rgb')),
      contentType: 'image/jpeg',
      content: jpeg,
    },
  ];
}

/** The first station of a district whose board is made with its picture; null where none is. */
function draftIn(made: ReadonlyMap<string, ManifestFile>, district: string): KitDraft | null {
  for (const { path: pdf, station, artwork, format, ...file } of made.values()) {
    if (file.district !== district || station === null) continue;
    if (artwork !== 'board' || format !== 'pdf') continue;
    const picture = pdf.replace(/\.pdf$/, '-1440.png');
    if (made.has(picture)) return { district, station, pdf, picture };
  }
  return null;
}
