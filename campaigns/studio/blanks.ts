import { boardServices, type Campaign } from '../campaign.ts';
import { isUnread } from '../demonstration.ts';
import type { Directory } from '../directory/station.ts';
import { languageFacts } from '../language.ts';
import { titledRoles } from '../offices/role.ts';
import { noPlace } from './open-directory.ts';

/** Blanks: fields that are left out or not decided, by file and name. Nothing of them is on artwork. */
export function listBlanks(
  campaign: Campaign,
  { districts, stations }: Directory,
): [file: string, what: string][] {
  const { copy, app, links, goal, privacy, offices, headquarters, helpLines } = campaign;
  const { open } = languageFacts[campaign.languages[0]].begun;
  const isOpen = ({ hi }: { hi: string }) => hi === open;
  const onBoard = boardServices(campaign).length;
  const unsure = stations.filter(({ needsCheck }) => needsCheck).length;
  const placeless = districts.filter(
    ({ lon, lat }) => lon === noPlace.lon && lat === noPlace.lat,
  ).length;
  const roles = titledRoles.filter((role) => isOpen(offices[role]));
  const blanks: [string, string, boolean][] = [
    ['campaign.yaml', 'goal.source: the paper that states it', isOpen(goal.source)],
    ['campaign.yaml', 'app.playPackage: id at Google Play', app.playPackage === null],
    ['campaign.yaml', 'app.appStoreId: id at the App Store', app.appStoreId === null],
    ['campaign.yaml', 'app.portalUrl, app.siteUrl: portal and site', isDemo(app.portalUrl)],
    ['campaign.yaml', 'links: host of the printed codes, confirmed', !links.confirmed],
    ['campaign.yaml', 'helpLines: numbers to call', helpLines.length === 0],
    ['campaign.yaml', 'privacy.grievance: who answers for data', !privacy.grievance.confirmed],
    ['campaign.yaml', 'demonstration: goes once the facts are confirmed', isMarked(campaign)],
    ['campaign.yaml', 'wordsRead: native reader of the words', isUnread(campaign)],
    ['offices.yaml', `offices: title of ${roles.join(', ')}`, roles.length > 0],
    ['offices.yaml', 'headquarters: what it is called', isOpen(headquarters)],
    ['services.yaml', `serviceGroups: ${4 - onBoard} more on the board, of 4`, onBoard < 4],
    ['directory/', `stations.csv: ${unsure} names that their districts check`, unsure > 0],
    ['directory/', `districts.csv: place of ${placeless} districts, lon and lat`, placeless > 0],
    ['copy.yaml', 'motto: of the force', copy.motto === undefined],
    ['copy.yaml', 'pamphlet.fee: what is paid', copy.pamphlet.fee === undefined],
    ['copy.yaml', 'pamphlet.note: whom to call in an emergency', copy.pamphlet.note === undefined],
    ['copy.yaml', 'pamphlet.questions: one to three', copy.pamphlet.questions.length === 0],
    [
      'messages.yaml',
      'messages.registered: texts and header at the operators',
      !campaign.messages.registered,
    ],
  ];
  return blanks.flatMap(([file, what, isBlank]) => (isBlank ? [[file, what]] : []));
}

const isDemo = (url: string) => new URL(url).hostname.endsWith('.example');
const isMarked = ({ demonstration }: Campaign) => demonstration !== undefined;
