import { readFileSync } from 'node:fs';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { cleanEmblem } from '../../../campaigns/print/emblem/clean-emblem.ts';
import { EmblemFault } from '../../../campaigns/print/emblem/emblem-fault.ts';

type ReadEmblem = { kind: 'clean'; svg: string } | { kind: 'faulty'; fault: Bilingual };

export async function decode({ path }: { path: string }): Promise<ReadEmblem> {
  try {
    return { kind: 'clean', svg: cleanEmblem(readFileSync(path, 'utf8')).svg };
  } catch (error) {
    if (!(error instanceof EmblemFault)) throw error;
    return { kind: 'faulty', fault: error.texts };
  }
}
