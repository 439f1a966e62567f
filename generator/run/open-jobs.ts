import type { Directory } from '../../campaigns/directory/station.ts';
import type { DistrictJob, Target } from './job.ts';
import type { Plan } from './plan.ts';

/** Files from an earlier run: whether one is still fresh, and its hash. */
export interface Kept {
  isFresh(target: Target): boolean;
  sha256(path: string): string | undefined;
}

/** The jobs that are left once every file has been looked at. */
export function openJobs(plan: Plan, directory: Directory, kept: Kept): DistrictJob[] {
  const jobs: DistrictJob[] = [];
  for (const { id, nameHi } of directory.districts) {
    const own = plan.stations.filter(({ station }) => station.district === id);
    const stations = own
      .filter(({ selected }) => selected)
      .map(({ work }) => ({
        ...work,
        targets: work.targets.filter((target) => !kept.isFresh(target)),
      }))
      .filter(({ targets }) => targets.length > 0);
    const coming = new Set(stations.flatMap(({ targets }) => targets.map(({ path }) => path)));
    const known: DistrictJob['known'] = {};
    let complete = true;
    for (const { target } of own.flatMap(({ planned }) => planned)) {
      if (target.kind !== 'pdf' || coming.has(target.path)) continue;
      const sha256 = kept.isFresh(target) ? kept.sha256(target.path) : undefined;
      if (sha256 === undefined) complete = false;
      else known[target.path] = sha256;
    }
    const district = plan.districts.find((each) => each.id === id);
    const open = <T extends Target>(target: T | undefined): T | null =>
      target !== undefined && complete && !kept.isFresh(target) ? target : null;
    const ticket = open(district?.ticket?.target);
    const zip = open(district?.zip?.target);
    if (stations.length === 0 && ticket === null && zip === null) continue;
    jobs.push({ district: id, districtHi: nameHi, stations, ticket, zip, known });
  }
  return jobs;
}
