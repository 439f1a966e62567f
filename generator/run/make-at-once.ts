import type { Campaign } from '../../campaigns/campaign.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import { createFileWriter } from '../../campaigns/files/whole-file-fs.ts';
import { loadFonts } from '../layout/fonts-fs.ts';
import { coatedIntent } from '../print/output-intent-fs.ts';
import { type DistrictJob, unfinishedFolder } from './job.ts';
import type { Journal } from './journal-fs.ts';
import { createDistrictMaker } from './make-district.ts';
import { listEntries } from './manifest-fs.ts';
import type { RunAtWork } from './on-demand-server.ts';
import { openJobs, type Plan } from './plan.ts';
import type { SharedLayout } from './shared-layout.ts';

interface Run {
  campaign: Campaign;
  directory: Directory;
  plan: Plan;
  journal: Journal;
  layouts: readonly SharedLayout[];
  out: string;
}

/** Makes districts on this thread. */
export function openMaker({ campaign, layouts, out }: Run) {
  return createDistrictMaker({
    campaign,
    fonts: loadFonts(),
    intent: coatedIntent(),
    layouts: new Map(layouts.map((layout) => [layout.artwork, layout])),
    out,
    write: createFileWriter(out, unfinishedFolder, `${process.pid}-at-once`),
  });
}

/**
 * Makes what somebody waits for on the main thread, while the workers go on with their districts: a station's
 * press files or previews, or all press files of a district and its ticket. A worker that comes to it later makes the same bytes.
 */
export function createAtOnce(
  { directory, plan, journal }: Run,
  makeDistrict: ReturnType<typeof openMaker>,
): RunAtWork['make'] {
  return async (district, station, kind = 'pdf') => {
    const own = plan.stations.filter(
      (each) =>
        each.station.district === district &&
        (station === undefined || each.station.id === station),
    );
    if (own.length === 0) return undefined;
    const [job] = openJobs(
      plan,
      { ...directory, districts: directory.districts.filter(({ id }) => id === district) },
      { isFresh: journal.isFresh, sha256: (path) => journal.get(path)?.sha256 },
    );
    if (job !== undefined) {
      const { made, faults } = await makeDistrict(narrow(job, kind, station), () => undefined);
      journal.append(made);
      const [fault] = faults;
      if (fault !== undefined) throw new Error(`${fault.what}: ${fault.message}`);
    }
    const ticket = plan.districts.find(({ id }) => id === district)?.ticket ?? null;
    return listEntries(
      [...own.flatMap(({ planned }) => planned), ...(ticket === null ? [] : [ticket])],
      journal,
    );
  };
}

function narrow(
  job: DistrictJob,
  kind: 'pdf' | 'preview',
  station: string | undefined,
): DistrictJob {
  const stations = job.stations
    .filter(({ imprint }) => station === undefined || imprint.station === station)
    .map((work) => ({ ...work, targets: work.targets.filter((each) => each.kind === kind) }))
    .filter(({ targets }) => targets.length > 0);
  return { ...job, stations, ticket: station === undefined ? job.ticket : null, zip: null };
}
