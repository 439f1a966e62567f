import type { Findings } from '../findings.ts';
import { findChildren, readText, uuidOfUrn, type XmlElement } from '../xml-reader.ts';

/** Second and offset, as ST 429-7, 6.4 and its like ask. */
const dateTime = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Rules that asset map, packing list and playlist share: name space, id, date, no empty texts. */
export function checkText(
  findings: Findings,
  file: string,
  {
    root,
    part,
    name,
    nameSpace,
  }: { root: XmlElement; part: string; name: string; nameSpace: string },
): void {
  findings.same(
    { file, rule: `${part}.name-space` },
    `${name} of ${nameSpace}`,
    `${root.name} of ${root.nameSpace}`,
  );
  const id = readText(root, 'Id');
  if (uuidOfUrn(id) === null) {
    findings.add({
      file,
      rule: `${part}.id`,
      expected: 'urn:uuid: of RFC 4122',
      found: id ?? 'nothing',
    });
  }
  const date = readText(root, 'IssueDate');
  if (date === undefined || !dateTime.test(date) || Number.isNaN(Date.parse(date))) {
    const expected = 'a date like 2026-11-25T00:00:00+00:00';
    findings.add({ file, rule: `${part}.issue-date`, expected, found: date ?? 'nothing' });
  }
  for (const field of ['AnnotationText', 'Issuer', 'Creator']) {
    for (const { text } of findChildren(root, field)) {
      if (text === '') {
        findings.add({
          file,
          rule: `${part}.empty-text`,
          expected: `text in ${field}`,
          found: 'none',
        });
      }
    }
  }
}

/** Duplicate ids. */
export function twice(ids: readonly (string | null)[]): string[] {
  return ids.flatMap((id, at) => (id !== null && ids.indexOf(id) !== at ? [id] : []));
}
