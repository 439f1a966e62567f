import { occurrenceKey, officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { offices } from './up-cop-register.ts';

/** The day of the meeting. */
export const meetingDay: Day = '2019-03-27';

/**
 * Read from the three papers, row by row: obligation, offices, and each time that it is owed as `period since due`. `-` where no
 * paper states a day, `~` before a day that is counted from the meeting of 27.03., `!` before one that is ours so that the paper's
 * own can be kept, `sop`: owed before it, by the letter of 2018.
 */
const papers = `
L2        | district                    | once 30.03 -
L2-news   | district                    | standing 30.03 -
L2-draft  | hq                          | once 30.03 -
L3        | district                    | 2019-03 01.04 05.04, 2019-04 01.05 05.05, 2019-05 01.06 05.06
L-copy    | zone range                  | standing 30.03 -
1         | hq zone pro-dgp             | once 27.03 30.04
1A        | pro-dgp                     | once 27.03 -
1B        | pro-dgp                     | once 27.03 -
1C        | hq zone pro-dgp             | once 27.03 -
1D        | hq zone pro-dgp             | once 27.03 -
1E        | hq zone pro-dgp             | once 27.03 -
1F        | hq zone pro-dgp             | once 27.03 -
2A        | zone                        | standing 27.03 -
2B        | zone                        | 2019-03 01.04 05.04, 2019-04 01.05 05.05, 2019-05 01.06 05.06
2B-form   | hq                          | once 27.03 -
2B-dgp    | hq                          | 2019-03 01.04 -, 2019-04 01.05 -, 2019-05 01.06 -
2C        | hq branch:railways zone     | once 27.03 -
3A        | branch:crime branch:iteccs  | once 27.03 ~11.04
3B        | branch:crime                | once 27.03 ~11.04
3C        | zone                        | 2019-03 01.04 !03.04, 2019-04 01.05 !03.05, 2019-05 01.06 !03.06
3C-dgp    | branch:crime                | 2019-03 01.04 05.04, 2019-04 01.05 05.05, 2019-05 01.06 05.06
4A        | district                    | once 27.03 ~27.05
4B-i      | hq branch:iteccs-adg zone   | event-1 23.05 -
4B-ii     | hq branch:iteccs-adg zone:agra | event-2 08.04 -
4B-ii     | hq branch:iteccs-adg zone:lucknow | event-3 10.06 -
5A        | branch:wpl-1090             | once 27.03 -
5B        | branch:wpl-1090             | once 27.03 -
6         | hq                          | once 27.03 ~27.06
7a        | hq                          | once 27.03 -
8         | branch:hq-prayagraj         | once 27.03 -
9         | hq                          | once 27.03 -
M-copy8   | branch:ig-traffic             | once 27.03 -
S3-entries | district                   | standing sop -
S3        | zone range district         | standing sop -
S4        | district                    | 2019-04 01.04 -, 2019-05 01.05 -, 2019-06 01.06 -
S4-officers | zone                      | standing sop -
S4-stations | district                  | standing sop -
S-copy9   | hq                          | once sop -
S-copy10  | hq                          | once sop -
S5-first  | district                    | once sop 2018-11-29
S5        | district                    | 2019-04 01.04 15.04
S5-review | zone district               | standing sop -
`;

/** `2B/zone:agra/2019-03: 2019-04-05`, with how its day is known. */
export const paperLine = (key: string, due: string | null, dueBy: string) =>
  `${key}: ${due ?? '-'} ${dueBy}`;
const dayOf = (written: string) => {
  if (written === 'sop') return meetingDay;
  const [, day, month] = /^(\d\d)\.(\d\d)$/.exec(written) ?? [];
  return day === undefined ? written : `2019-${month}-${day}`;
};

/** The lines of the papers by the day on which each begins to be owed. */
export function papersByDay(): Map<Day, Set<string>> {
  const byDay = new Map<Day, Set<string>>();
  for (const row of papers.trim().split('\n')) {
    const [obligation = '', whose = '', times = ''] = row.split('|').map((cell) => cell.trim());
    const owners = whose.split(' ');
    const owing = offices
      .map((office) => ({ role: office.role, key: officeKey(office) }))
      .filter(({ role, key }) => owners.includes(role) || owners.includes(key));
    for (const time of times.split(', ')) {
      const [period = '', since = '', written = ''] = time.split(' ');
      const due = written === '-' ? null : dayOf(written.replace(/^[~!]/, ''));
      const how = { '~': 'computed', '!': 'chosen' }[written[0] ?? ''] ?? 'stated';
      const dueBy = due === null ? 'none' : how;
      const day = dayOf(since);
      const lines = byDay.get(day) ?? new Set();
      byDay.set(day, lines);
      for (const { key } of owing)
        lines.add(paperLine(occurrenceKey({ obligation, office: key, period }), due, dueBy));
    }
  }
  return byDay;
}
