import { listProcesses } from '../../platform/database/processes-sql.ts';
import { version } from '../../platform/process/version.ts';
import { act, type DoctorContext, expectPool, good } from './finding.ts';

export async function checkWorkers(context: DoctorContext) {
  const seen = (await listProcesses(expectPool(context))).filter(({ sends }) => sends);
  const hosts = seen.map(({ host, part }) => `${host} ${part}`);
  return seen.length === 0 ? act('none') : good(hosts.join(', '));
}

/** Whether all processes, this program too, are of one version. */
export async function checkVersions(context: DoctorContext) {
  const seen = await listProcesses(expectPool(context));
  const found = new Set([version, ...seen.map((each) => each.version)]);
  const names = seen.map((each) => `${each.host} ${each.part} ${each.version}`);
  return found.size > 1 ? act('differ', [version, ...new Set(names)].join(', ')) : good(version);
}
