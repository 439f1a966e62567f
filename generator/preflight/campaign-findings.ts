import type { Campaign } from '../../campaigns/campaign.ts';
import { isUnread } from '../../campaigns/demonstration.ts';
import { boardStations, type Directory, stationKey } from '../../campaigns/directory/station.ts';
import { openFacts, openStores } from '../../campaigns/facts.ts';
import { languageFacts } from '../../campaigns/language.ts';
import { isUrduDraft } from '../../campaigns/languages/urdu/in-urdu.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import type { OwnFieldsOfStations } from '../../campaigns/print/own-fields/own-fields-fs.ts';
import { nameOnUrdu } from '../../campaigns/print/own-fields/urdu-name.ts';
import { artworks } from '../artwork/catalogue.ts';
import type { Finding } from './check-file.ts';

/** Artworks on whose roof the flag is. */
const flagged = new Set<string | null>(['board', 'board-ur']);

/** Artwork of the stations in Urdu. */
const urduIds = new Set(artworks.flatMap(({ id, language }) => (language === 'ur' ? [id] : [])));

/**
 * Obstacles to printing beside the files themselves: a link host and facts that nobody has confirmed, a placeholder for
 * emblem or flag, stations without a file, and names that their district still has to check. Names stay warnings; the rest
 * are faults for a release.
 * @param placeholders pictures that stand for the police's own
 */
export function campaignFindings(
  {
    campaign,
    directory,
    ownFields,
    placeholders,
  }: {
    campaign: Campaign;
    directory: Directory;
    ownFields: OwnFieldsOfStations;
    placeholders: readonly ('emblem' | 'flag')[];
  },
  files: readonly ManifestFile[],
  { release, whole }: { release: boolean; whole: boolean },
): Finding[] {
  const strict = release ? 'fault' : 'warning';
  const findings: Finding[] = [];
  const { host, confirmed } = campaign.links;
  if (!confirmed) {
    findings.push({
      severity: strict,
      rule: 'link-host',
      district: '',
      file: null,
      page: null,
      expected: `the owner's word that https://${host}/Q… answers`,
      found: 'links.confirmed: false in the campaign',
    });
  }
  const stores = openStores(campaign);
  // Facts stand on pamphlets alone, which say in their slug how many are open.
  const hasFacts = files.some(({ artwork }) => artwork?.startsWith('pamphlet'));
  const facts = hasFacts ? openFacts(campaign) : stores;
  for (const { id, name } of facts) {
    findings.push({
      severity: strict,
      rule: stores.some((store) => store.id === id) ? 'store-id' : 'fact',
      district: '',
      file: null,
      page: null,
      expected: `the owner's word on: ${name.en}`,
      found: `confirmed: null of the fact ${id} in the campaign`,
    });
  }
  const hasFlag = campaign.idea === 'station' && files.some(({ artwork }) => flagged.has(artwork));
  for (const picture of placeholders) {
    if (picture === 'flag' && !hasFlag) continue;
    findings.push({
      severity: strict,
      rule: picture,
      district: '',
      file: null,
      page: null,
      expected: `the official ${picture}`,
      found: `a placeholder; README says which file takes it`,
    });
  }
  const inUrdu = files.filter(({ artwork }) => urduIds.has(artwork));
  if (inUrdu.length > 0 && isUrduDraft(campaign)) {
    findings.push({
      severity: strict,
      rule: 'urdu-words',
      district: '',
      file: null,
      page: null,
      expected: 'the Urdu words read by a native reader',
      found: 'urdu.confirmed: false in the campaign',
    });
  }
  const drafts = new Set(inUrdu.map(({ district, station }) => `${district}/${station}`));
  for (const station of directory.stations) {
    const key = stationKey(station);
    if (!drafts.has(key)) continue;
    if (!nameOnUrdu(station, ownFields.get(key)).isDraft) continue;
    findings.push({
      severity: strict,
      rule: 'urdu-name',
      district: station.district,
      file: null,
      page: null,
      expected: `the name of ${key} in Urdu, read by somebody who reads Urdu and entered in the console`,
      found: 'a draft by the sound of the Hindi name',
    });
  }
  findings.push(...unread(campaign, strict));
  const pressFiles = files.filter(({ station, format }) => station !== null && format === 'pdf');
  const shown = new Set(pressFiles.map(({ district, station }) => `${district}/${station}`));
  if (whole) findings.push(...missing(directory, pressFiles, strict));
  for (const station of directory.stations) {
    if (!station.needsCheck || !shown.has(stationKey(station))) continue;
    findings.push({
      severity: station.evidence === 'draft' ? strict : 'warning',
      rule: 'name-check',
      district: station.district,
      file: null,
      page: null,
      expected: `${station.nameHi} (${stationKey(station)}) confirmed by the district`,
      found:
        station.notes.map(({ en }) => en).join(' ') ||
        (station.evidence === 'draft' ? 'a draft by its sound' : 'a doubtful source'),
    });
  }
  return findings;
}

/** Words of a language that is a draft, until a native reader has read them. */
function unread(campaign: Campaign, severity: Finding['severity']): Finding[] {
  if (!isUnread(campaign)) return [];
  return [
    {
      severity,
      rule: 'words-read',
      district: '',
      file: null,
      page: null,
      expected: `the words in ${languageFacts[campaign.languages[0]].name.en} read by a native reader`,
      found: 'no wordsRead in the campaign',
    },
  ];
}

/** Missing stations that are named. */
const named = 4;

/** Artworks that some stations of the folder have and others of the same districts lack. */
function missing(
  directory: Directory,
  files: readonly ManifestFile[],
  severity: Finding['severity'],
): Finding[] {
  const districts = new Set(files.map(({ district }) => district));
  const artworks = new Set(files.map(({ artwork }) => artwork));
  const there = new Set(
    files.map(({ district, station, artwork }) => `${district}/${station} ${artwork}`),
  );
  const stations = boardStations(directory);
  return [...districts].flatMap((district) =>
    [...artworks].flatMap((artwork): Finding[] => {
      const wanted = stations.filter((station) => station.district === district);
      const lacking = wanted
        .filter((station) => !there.has(`${stationKey(station)} ${artwork}`))
        .map(({ id }) => id);
      if (lacking.length === 0) return [];
      const more = lacking.length > named ? ` and ${lacking.length - named} more` : '';
      return [
        {
          severity,
          rule: 'complete',
          district,
          file: null,
          page: null,
          expected: `${artwork} of all ${wanted.length} stations of ${district}`,
          found: `none of ${lacking.slice(0, named).join(', ')}${more}`,
        },
      ];
    }),
  );
}
