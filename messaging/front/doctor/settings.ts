import { environment } from '../../config.ts';
import { act, type DoctorContext, good } from './finding.ts';

/** Read by the generator and the build of the site alone, or by the cloud's own library. */
const others = ['OVERRIDES_DIR', 'SITE_WITH_FILES'];
const known = new Set([...Object.keys(environment.shape), ...others]);
/** First words of groups of variables that are ours. */
const groups = /^(SMPP|TWILIO|EXOTEL|CDAC|NIC|SMTP|DKIM|EMULATOR|GATEWAY|ALERT)_/;
/** A name this short is one letter from many that are not ours, such as PATH. */
const shortName = 6;

/** Variables that look like ours and that nobody reads: most likely misspelt. */
export async function checkSettings({ env }: DoctorContext) {
  const unread = Object.keys(env)
    .filter((name) => !known.has(name))
    .sort()
    .flatMap((name) => {
      const near = findNear(name);
      if (near !== undefined) return [`${name} (${near}?)`];
      return groups.test(name) ? [name] : [];
    });
  if (unread.length > 0) return act('unknown', unread.join(', '));
  return good(String([...known].filter((name) => env[name]).length));
}

/** The known name that is nearest; undefined where none is near. */
function findNear(name: string): string | undefined {
  return [...known]
    .map((each) => ({ each, edits: countEdits(each, name.toUpperCase()) }))
    .filter(({ each, edits }) => edits <= (Math.min(each.length, name.length) < shortName ? 0 : 2))
    .toSorted((a, b) => a.edits - b.edits)[0]?.each;
}

/** Letters to insert, delete or change to make one name of the other (Levenshtein). */
function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min(
          (row[j + 1] ?? 0) + 1,
          (next[j] ?? 0) + 1,
          (row[j] ?? 0) + Number(letter !== other),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
