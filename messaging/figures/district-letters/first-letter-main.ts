import { writeFileSync } from 'node:fs';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { runCommand } from '../../../campaigns/command/run-command.ts';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../../campaigns/directory/station.ts';
import { buildProgress } from '../../../campaigns/tracker/build-progress.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import { markPaper } from '../../platform/documents/paper.ts';
import { paperPdf } from '../../platform/documents/paper-pdf.ts';
import { districtLetter } from './district-letter.ts';

// The letter to the first district of a campaign that was just begun and has no figures yet; run by `campaign new`.
await runCommand(async () => {
  const [out = ''] = process.argv.slice(2);
  const folder = process.env['CAMPAIGN'] ?? '';
  const campaign = loadCampaign(folder);
  const directory = loadBaseDirectory(folder);
  const [district] = directory.districts;
  if (district === undefined) throw new Error(`Expected a district in ${folder}, got none`);
  const stations = Map.groupBy(boardStations(directory), (station) => station.district);
  const now = new Date();
  const file = buildProgress({
    campaign,
    districts: directory.districts.map(({ id }) => ({
      id,
      stations: (stations.get(id) ?? []).map((station) => station.id),
    })),
    readings: [],
    scans: [],
    activities: [],
    today: toDay(now),
    now,
  });
  const letter = districtLetter(district, { file, campaign });
  const mark = campaign.demonstration?.notice;
  writeFileSync(out, await paperPdf(mark ? markPaper(letter, mark) : letter));
});
