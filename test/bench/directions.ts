import { RRuleTemporal } from 'rrule-temporal';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { buildRegister } from '../../campaigns/directions/directions.ts';
import { byUrgency, isListed } from '../../campaigns/directions/listing.ts';
import { findState } from '../../campaigns/directions/occurrence-state.ts';
import { type Occurrence, occurrences } from '../../campaigns/directions/occurrences.ts';
import { isOwner, owingOffices } from '../../campaigns/directions/owing-offices.ts';
import { loadBaseDirectory } from '../../campaigns/directory/directory-fs.ts';
import { toRule } from '../campaigns/directions/rrule.ts';
import { report } from './report.ts';

// Ten years of all directions for the 75 districts and 8 zones, with their states, narrowed to what is late and sorted.
const rounds = 40;
const until = '2029-03-26';
const register = buildRegister(loadCampaign('up-cop'));
const offices = owingOffices(register, loadBaseDirectory().districts).filter(
  ({ role }) => role === 'district' || role === 'zone',
);

const ours: number[] = [];
const theirs: number[] = [];
let found: Occurrence[] = [];
let late = 0;
let expanded = 0;
for (let round = 0; round < rounds; round += 1) {
  let begun = performance.now();
  found = occurrences(register, { offices, until });
  late = found
    .map((own) => ({ ...own, ...findState(own, { today: until }) }))
    .filter((own) => isListed(own, { state: 'late' }))
    .toSorted(byUrgency).length;
  if (round > 2) ours.push(performance.now() - begun);
  begun = performance.now();
  expanded = expandEach();
  if (round > 2) theirs.push(performance.now() - begun);
}
// The fastest round: on a machine with other work a median measures that work.
const own = Math.min(...ours);
const peer = Math.min(...theirs);
report('directions', [
  { what: 'offices', value: offices.length },
  { what: 'occurrences of ten years', value: found.length },
  { what: 'of them late', value: late },
  { what: 'computed, stated, filtered and sorted', value: own, digits: 1, unit: 'ms', most: 50 },
  { what: 'rules alone by rrule-temporal, office by office', value: peer, digits: 1, unit: 'ms' },
  { what: 'dates that it makes', value: expanded },
  { what: 'ours over the peer', value: own / peer, digits: 3, most: 0.25 },
]);

/** What a plain use of the library does: every rule for every office that it binds. */
function expandEach(): number {
  let dates = 0;
  for (const { obligations } of register?.directions ?? [])
    for (const { rhythm, owners } of obligations) {
      if (rhythm.kind !== 'every') continue;
      for (const office of offices.filter((each) => owners.some((owner) => isOwner(owner, each)))) {
        const rule = new RRuleTemporal({
          rruleString: `DTSTART;TZID=Asia/Kolkata:20190327T000000\nRRULE:${toRule(rhythm)};UNTIL=20290326T000000Z`,
        });
        dates += office === undefined ? 0 : rule.all().length;
      }
    }
  return dates;
}
