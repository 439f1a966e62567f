import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWholeFile } from '../../campaigns/files/whole-file-fs.ts';
import type { Day } from '../../campaigns/tracker/clock.ts';
import type { NoteFormat } from '../contract/values.ts';
import { lastWholeMonth, type Month } from './monthly-note.ts';
import type { NoteContent } from './note-content.ts';
import { noteDocx } from './note-docx.ts';
import { notePdf } from './note-pdf.ts';

/** A note as it stood on the day by which it is due. */
export interface KeptNote {
  month: Month;
  keptAt: string;
}

export interface KeptNotes {
  /** The latest month first. */
  list(): Promise<KeptNote[]>;
  /** Where a kept note lies; undefined for none. */
  find(month: Month, format: NoteFormat): string | undefined;
  stop(): Promise<void>;
}

export interface KeptNotesOptions {
  folder: string;
  /** First and last month that have a note. */
  months: { first: Month; last: Month };
  /** The campaign's today; null while its figures are sample ones, of which nothing is kept. */
  today: () => Promise<Day | null>;
  make: (month: Month, today: Day) => Promise<NoteContent>;
  /** Called once for each note, with the SHA-256 of its PDF. */
  onKept: (month: Month, sha256: string) => Promise<void>;
  onTrouble: (error: Error) => void;
  lookEveryMs?: number;
}

/** The note of a month is due on this day of the next one. */
const dueDay = 5;
const hourMs = 3_600_000;

/**
 * Keeps each month's review note as DOCX and PDF on the day it is due, so that later entries do not change what
 * was sent. A service that was down on the day keeps it when it is back.
 */
export function keepNotes(options: KeptNotesOptions): KeptNotes {
  const { folder, months, onTrouble, lookEveryMs = hourMs } = options;
  const pathOf = (month: Month, format: NoteFormat) => join(folder, `review-${month}.${format}`);

  async function look(): Promise<void> {
    const today = await options.today();
    if (today === null || Number(today.slice(8)) < dueDay) return;
    const month = lastWholeMonth(today);
    if (month < months.first || month > months.last || existsSync(pathOf(month, 'pdf'))) return;
    const note = await options.make(month, today);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const pdf = notePdf(note);
    await writeWholeFile(pathOf(month, 'docx'), await noteDocx(note));
    // Last: a note that has its PDF is whole.
    await writeWholeFile(pathOf(month, 'pdf'), pdf);
    await options.onKept(month, createHash('sha256').update(pdf).digest('hex'));
  }

  let running = look().catch(onTrouble);
  const timer = setInterval(() => {
    running = running.then(look).catch(onTrouble);
  }, lookEveryMs).unref();

  return {
    async list() {
      const names = existsSync(folder) ? await readdir(folder) : [];
      const kept = names.flatMap((name) => /^review-(\d{4}-\d{2})\.pdf$/.exec(name)?.[1] ?? []);
      return Promise.all(
        kept
          .sort()
          .reverse()
          .map(async (month) => ({
            month,
            keptAt: (await stat(pathOf(month, 'pdf'))).mtime.toISOString(),
          })),
      );
    },
    find(month, format) {
      const path = pathOf(month, format);
      return existsSync(path) ? path : undefined;
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
