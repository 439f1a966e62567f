import type { Bilingual } from '../../bilingual.ts';

/** Why a drawing cannot be the emblem. */
export class EmblemFault extends Error {
  readonly texts: Bilingual;

  constructor(texts: Bilingual) {
    super(texts.en);
    this.name = 'EmblemFault';
    this.texts = texts;
  }
}

/** @throws EmblemFault, always */
export function refuse(hi: string, en: string): never {
  throw new EmblemFault({ hi, en });
}
