import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from '../../campaigns/campaign.ts';
import { stationKey } from '../../campaigns/directory/station.ts';
import type { Manifest, ManifestFile } from '../../campaigns/manifest.ts';
import { onDemandArtworks } from '../artwork/catalogue.ts';
import type { Journal } from './journal-fs.ts';
import { listEntries, mergeManifest, writeManifest } from './manifest-fs.ts';
import type { Plan } from './plan.ts';

/**
 * Writes the manifest of what is there, and after a whole run removes files that no longer belong.
 * @returns how many files were removed
 */
export function finishRun(end: {
  campaign: Campaign;
  plan: Plan;
  journal: Journal;
  earlier: Manifest | undefined;
  out: string;
  whole: boolean;
  complete: boolean;
}): number {
  const { campaign, plan, journal, earlier, out } = end;
  const planned = [
    ...plan.stations.flatMap((station) => station.planned),
    ...plan.districts.flatMap(({ ticket, zip }) => [ticket, zip].filter((each) => each !== null)),
  ];
  const entries = listEntries(planned, journal);
  const belongs = new Set(planned.map(({ target }) => target.path));
  const stations = new Set(plan.stations.map(({ station }) => stationKey(station)));
  const onDemand = new Set(onDemandArtworks.map(({ id }) => id));
  const isAsked = ({ artwork, district, station }: ManifestFile) =>
    station !== null &&
    onDemand.has(artwork) &&
    stations.has(stationKey({ district, id: station }));
  const gone =
    end.whole && end.complete
      ? (earlier?.files ?? []).filter((file) => !belongs.has(file.path) && !isAsked(file))
      : [];
  for (const { path } of gone) rmSync(join(out, path), { force: true });
  const gonePaths = new Set(gone.map(({ path }) => path));
  const manifest = mergeManifest(campaign.id, earlier, entries, ({ path }) => gonePaths.has(path));
  writeManifest(out, manifest);
  const listed = new Set(manifest.files.map(({ path }) => path));
  journal.compact((path) => listed.has(path));
  return gone.length;
}
