import { writeFileSync } from 'node:fs';
import { type OfficeSheet, officeFile } from '../print/office-file.ts';
import { inRoom, plainFile, type ShelfItem } from './item.ts';
import type { PressRoom } from './press-item.ts';

/** An office paper on a channel's shelf: a job ticket, a measuring sheet. */
export function officeItem(
  room: PressRoom,
  paper: {
    item: string;
    /** Relative to the print folder. */
    path: string;
    district: string | null;
    title: string;
    /** Its own input, in addition to all that the channel depends on. */
    about: readonly unknown[];
    draw(sources: ReturnType<PressRoom['sources']>): readonly OfficeSheet[];
    mm?: { width: number; height: number };
  },
): ShelfItem {
  const { item, path, district, title, about, draw, mm = null } = paper;
  return {
    files: [{ ...plainFile, item, format: 'pdf', path, district, mm, language: 'hi' }],
    inputs: room.inputs([item, ...about]),
    async make(folder) {
      const sources = room.sources();
      const file = officeFile(draw(sources), { title, date: room.date }, sources);
      writeFileSync(inRoom(folder, path), Buffer.concat(file.parts));
    },
  };
}
