import { hourMs } from '../../../campaigns/durations.ts';
import { type FetchState, readFetchState } from '../../figures/store-reports/fetch-reports.ts';
import { act, type DoctorContext, good, unset } from './finding.ts';

/** They are asked each night; one night may fail. */
const oldestMs = 50 * hourMs;

/** When each store with an account last gave its reports. */
export async function checkStoreReports({ config, files }: DoctorContext) {
  const { play, appStore } = config.storeReports;
  const accounts = { play, 'app-store': appStore };
  const names = (['play', 'app-store'] as const).filter((name) => accounts[name] !== undefined);
  if (names.length === 0) return unset('none');
  const state: FetchState['stores'] = (await readFetchState(files.room('reports')))?.stores ?? {};
  const faults = names.flatMap((name) => {
    const fault = state[name]?.fault;
    return fault == null ? [] : [`${name}: ${fault}`];
  });
  if (faults.length > 0) return act('failed', faults.join(', '));
  const fetched = names.map((name) => ({ name, at: state[name]?.fetchedAt ?? null }));
  const days = fetched.flatMap(({ name, at }) =>
    at === null ? [] : [`${name} ${at.slice(0, 16)}`],
  );
  if (days.length < names.length) return unset('waits');
  const isOld = fetched.some(({ at }) => Date.now() - Date.parse(at ?? '') > oldestMs);
  return isOld ? act('old', days.join(', ')) : good(days.join(', '));
}
