import { createHash } from 'node:crypto';
import { hourMs } from '../../../campaigns/durations.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { NoteFormat } from '../../contract/values.ts';
import type { Paper } from '../../platform/documents/paper.ts';
import { type PaperPress, writePaper } from '../../platform/documents/papers.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { lastWholeMonth, type Month } from './monthly-note.ts';

/** A note as it was on the day by which it is due. */
export interface KeptNote {
  month: Month;
  keptAt: string;
}

export interface KeptNotes {
  /** The latest month first. */
  list(): Promise<KeptNote[]>;
  /** A kept note; undefined for none. */
  open(month: Month, format: NoteFormat): ReturnType<FileStore['get']>;
  stop(): Promise<void>;
}

export interface KeptNotesOptions {
  files: FileStore;
  /** First and last month that have a note. */
  months: () => { first: Month; last: Month };
  /** The campaign's. */
  today: () => Promise<Day>;
  make: (month: Month, today: Day) => Promise<Paper>;
  decoders: PaperPress;
  /** Called once for each note, with the SHA-256 of its PDF. */
  onKept: (month: Month, sha256: string) => Promise<void>;
  onTrouble: (error: Error) => void;
}

/** The note of a month is due on this day of the next one. */
const dueDay = 5;

/**
 * Keeps each month's review note as DOCX and PDF on the day it is due, so that later entries do not change what
 * was sent. A service that was down on the day keeps it when it is back.
 */
export function keepNotes(options: KeptNotesOptions): KeptNotes {
  const { files, months, onTrouble } = options;
  const toFileName = (month: Month, format: NoteFormat) => `review-${month}.${format}`;

  async function look(): Promise<void> {
    const today = await options.today();
    if (today === null || Number(today.slice(8)) < dueDay) return;
    const month = lastWholeMonth(today);
    const { first, last } = months();
    if (month < first || month > last) return;
    if ((await files.head(toFileName(month, 'pdf'))) !== undefined) return;
    const note = await options.make(month, today);
    const write = (format: NoteFormat) =>
      writePaper(options.decoders, note, { format, account: 'service' });
    const pdf = await write('pdf');
    const docx = await write('docx');
    await files.put(toFileName(month, 'docx'), docx, { onlyNew: true });
    // Last: a note that has its PDF is whole. Of several services one keeps it.
    if (!(await files.put(toFileName(month, 'pdf'), pdf, { onlyNew: true }))) return;
    await options.onKept(month, createHash('sha256').update(pdf).digest('hex'));
  }

  const looks = repeat(look, { pauseMs: hourMs, onTrouble });
  void looks.run();

  return {
    async list() {
      const kept = (await files.list('review-')).flatMap(({ name, changedAt }) => {
        const month = /^review-(\d{4}-\d{2})\.pdf$/.exec(name)?.[1];
        return month === undefined ? [] : [{ month, keptAt: changedAt.toISOString() }];
      });
      return kept.reverse();
    },
    open: (month, format) => files.get(toFileName(month, format)),
    stop: looks.stop,
  };
}
