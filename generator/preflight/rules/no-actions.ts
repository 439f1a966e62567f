import { readName } from '../reader/value.ts';
import { allDictionaries } from '../reader/walk.ts';
import type { AnyPdf, Deviation, Rule } from './rule.ts';

/** Not encrypted, and nothing that acts, asks or hides: no JavaScript, action, form, annotation or attachment. */
export const noActions: Rule<AnyPdf> = {
  id: 'no-actions',
  check({ document }) {
    const deviations: Deviation[] = [];
    if (document.trailer.entries.has('Encrypt')) {
      deviations.push({ expected: 'no encryption', found: 'Encrypt in the trailer' });
    }
    const found = new Set<string>();
    for (const { entries } of allDictionaries(document)) {
      for (const key of entries.keys()) if (acting.has(key)) found.add(key);
      const kind = readName(entries.get('S'));
      if (kind !== undefined && actions.has(kind)) found.add(kind);
    }
    for (const name of found) deviations.push({ expected: 'a page and nothing else', found: name });
    return deviations;
  },
};

const acting = new Set([
  'JS',
  'JavaScript',
  'OpenAction',
  'AA',
  'AcroForm',
  'Annots',
  'EmbeddedFiles',
  'XFA',
]);
const actions = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'URI',
  'GoToR',
  'ImportData',
  'Rendition',
]);
