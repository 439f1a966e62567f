import type { Findings } from '../findings.ts';

const mostTitleCharacters = 15;

/** Fields of the naming convention in order (ISDCF Document 9), for a 2K film of 1.85:1 with 5.1. */
const fields: readonly [name: string, expected: string, pattern: RegExp][] = [
  ['title', `1 to ${mostTitleCharacters} letters, digits, dashes`, /^[A-Za-z0-9-]{1,15}$/],
  ['content type', 'like PSA-1', /^[A-Z]{3}(-[A-Za-z0-9]+)*$/],
  ['aspect', 'F, S or C, with the picture in it', /^[FSC](-\d{3})?$/],
  ['language', 'like HI-XX or HI-hi', /^[A-Z]{2,3}(-[A-Za-z]{2,3})*$/],
  ['territory and rating', 'like IN or IN-U', /^[A-Z]{2,3}(-[A-Z0-9]{1,4})?$/],
  ['audio', '51, 71, 20 or MOS', /^(10|20|51|71|MOS)(-[A-Z0-9]+)*$/],
  ['resolution', '2K or 4K', /^[24]K$/],
  ['studio', '2 to 4 letters', /^[A-Z0-9]{2,4}$/],
  ['date', 'like 20261125', /^\d{8}$/],
  ['facility', '2 to 4 letters', /^[A-Z0-9]{2,4}$/],
  ['standard', 'SMPTE', /^SMPTE(-3D)?$/],
  ['package type', 'OV', /^(OV|VF)(-\d+)?$/],
];

const kindOfType: Record<string, string> = {
  PSA: 'psa',
  ADV: 'advertisement',
  TLR: 'trailer',
  TST: 'test',
  SHR: 'short',
  FTR: 'feature',
};

/** The composition's name, and what it says against the playlist. */
export function checkName(
  findings: Findings,
  file: string,
  { title, kind, issueDate }: { title: string; kind: string; issueDate: string },
): void {
  const parts = title.split('_');
  const rule = 'playlist.name';
  if (parts.length !== fields.length) {
    const expected = `${fields.length} fields between underscores`;
    findings.add({ file, rule, expected, found: title === '' ? 'nothing' : title });
    return;
  }
  for (const [at, [name, expected, pattern]] of fields.entries()) {
    const found = parts[at] ?? '';
    if (!pattern.test(found)) findings.add({ file, rule, expected: `${name}: ${expected}`, found });
  }
  const [, type = '', , , , , , , date = ''] = parts;
  const due = kindOfType[type.slice(0, 3)];
  if (due !== undefined) findings.same({ file, rule: 'playlist.name-kind' }, due, kind);
  const said = issueDate.slice(0, 10).replaceAll('-', '');
  findings.same({ file, rule: 'playlist.name-date' }, said, date);
}
