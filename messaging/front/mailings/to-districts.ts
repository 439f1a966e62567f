import { hash } from 'node:crypto';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { districtNamed, rangeName, zoneName } from '../../../campaigns/directory/areas.ts';
import { boardStations, type Directory, stationsOf } from '../../../campaigns/directory/station.ts';
import { stripName, stripNameEn } from '../../../campaigns/directory/strip-name.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { lateDistricts } from '../../../campaigns/tracker/late-districts.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { localPath } from '../../mail/delivery/audit-letters.ts';
import type { LetterContent, LetterLanguage, NewLetter } from '../../mail/delivery/letter.ts';
import { reminderLetter } from '../../mail/delivery/letters/digests.ts';
import { kitLetter } from '../../mail/delivery/letters/kit.ts';
import { findVoice, type LetterCampaign } from '../../mail/delivery/letters/voice.ts';
import { toOfficer } from '../../mail/delivery/mail.ts';
import { listInvitedDistricts, listRecipients } from '../../mail/delivery/recipients-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export type MailingKind = 'kit' | 'reminder';

/** Facts for letters to districts at a moment. */
export interface MailingFacts {
  campaign: LetterCampaign & Pick<Campaign, 'areas'>;
  directory: Directory;
  /** How many files the kit has, or will have, for a district. */
  filesOf(district: string): number;
  /** The board that a district sees as a draft; null while none of its stations has one. */
  draftOf(district: string): KitDraft | null;
  progress: ProgressFile;
  publicUrl: string;
  /** Office that sends it. */
  signedBy: Bilingual;
}

/** The board of one station in the kit, by its files. */
export interface KitDraft {
  district: string;
  station: string;
  pdf: string;
  picture: string;
}

/** Districts that a mailing is meant for. */
export function listMailedDistricts(kind: MailingKind, facts: MailingFacts): string[] {
  const { directory, progress } = facts;
  if (kind === 'kit') return directory.districts.map(({ id }) => id);
  return lateDistricts(progress).map(({ district }) => district);
}

/** The letter to one district; undefined for a district that there is not. */
export function contentFor(
  kind: MailingKind,
  id: string,
  preferred: LetterLanguage,
  facts: MailingFacts,
): LetterContent | undefined {
  const voice = findVoice(facts.campaign, preferred);
  const { language } = voice;
  const { directory, progress, publicUrl, signedBy } = facts;
  const district = directory.districts.find((each) => each.id === id);
  if (district === undefined) return undefined;
  const name = { hi: district.nameHi, en: district.nameEn };
  if (kind === 'kit') {
    const place = districtNamed(facts.campaign.areas, district);
    return kitContent({ place, districts: [id], page: `/print/${id}/` }, preferred, facts);
  }
  const boards = pickBoards(progress).find((each) => each.district === id);
  return reminderLetter(
    {
      district: name,
      stations: boards?.stations ?? 0,
      up: boards?.up ?? 0,
      daysLeft: progress.progress.daysLeft,
      endsOn: progress.goal.endsOn,
      today: progress.today,
      consoleUrl: `${publicUrl}${localPath(language, '/console/')}`,
      signedBy,
    },
    voice,
  );
}

/** The kit of a district, or of all districts of a range or zone, whose draft is then that of the first. */
function kitContent(
  { place, districts, page }: { place: Bilingual; districts: readonly string[]; page: string },
  preferred: LetterLanguage,
  facts: MailingFacts,
): LetterContent {
  const voice = findVoice(facts.campaign, preferred);
  const { directory, publicUrl, signedBy } = facts;
  const boards = boardStations({
    ...directory,
    stations: districts.flatMap((id) => stationsOf(directory, id)),
  });
  const draft = facts.draftOf(districts[0] ?? '');
  const drawn = boards.find(
    ({ id, district }) => id === draft?.station && district === draft.district,
  );
  const at = (path: string) => `${publicUrl}${localPath(voice.language, path)}`;
  return kitLetter(
    {
      place,
      draftOf: drawn === undefined ? null : { hi: stripName(drawn), en: stripNameEn(drawn) },
      stations: boards.length,
      files: districts.reduce((sum, id) => sum + facts.filesOf(id), 0),
      toCheck: boards
        .filter(({ needsCheck }) => needsCheck)
        .map(({ nameHi, nameEn }) => ({ hi: nameHi, en: nameEn })),
      pageUrl: at(page),
      consoleUrl: `${at('/console/stations/')}?show=check`,
      signedBy,
    },
    voice,
  );
}

/** The kit's letter to ranges and zones, which see to it that the letter is followed. */
async function kitToAreas(
  database: Queryable,
  key: string,
  facts: MailingFacts,
): Promise<PlannedLetter[]> {
  const { directory, campaign } = facts;
  const { areas } = campaign;
  const officers = await listRecipients(database, { roles: ['range', 'zone'] });
  return officers.flatMap((officer) => {
    const { role, area } = officer;
    if (area === null || (role !== 'range' && role !== 'zone')) return [];
    const districts = directory.districts.filter((each) => each[role] === area).map(({ id }) => id);
    const place = role === 'zone' ? zoneName(areas, area) : rangeName(areas, area);
    const { language } = findVoice(campaign, officer.language);
    return [
      {
        key: `${key}/${role}/${area}/${hash('sha256', officer.email).slice(0, 16)}`,
        kind: 'kit' as const,
        mailing: key,
        ...toOfficer(officer, { language }),
        content: kitContent({ place, districts, page: '/print/' }, officer.language, facts),
        draft: facts.draftOf(districts[0] ?? ''),
      },
    ];
  });
}

/** A letter with the draft that is still to be read from the kit. */
export type PlannedLetter = NewLetter & { draft: KitDraft | null };

/**
 * The letters of a mailing on a day, to every officer of each district; where nobody has an account yet, to the address
 * that was invited.
 */
export async function planMailing(
  database: Queryable,
  kind: MailingKind,
  facts: MailingFacts,
): Promise<{ key: string; districts: string[]; without: string[]; letters: PlannedLetter[] }> {
  const districts = listMailedDistricts(kind, facts);
  const topic = kind === 'reminder' ? ('reminders' as const) : undefined;
  const officers = await listRecipients(database, { roles: ['district'] }, topic ?? null);
  const invited = kind === 'kit' ? await listInvitedDistricts(database) : [];
  const key = mailingKey(kind, facts.progress.today);
  const pickLanguage = (preferred: LetterLanguage) => findVoice(facts.campaign, preferred).language;
  const letters: PlannedLetter[] = kind === 'kit' ? await kitToAreas(database, key, facts) : [];
  const without: string[] = [];
  for (const district of districts) {
    const recipients = [
      ...officers
        .filter(({ area }) => area === district)
        .map((each) => toOfficer(each, { language: pickLanguage(each.language), topic })),
      ...invited
        .filter((each) => each.district === district)
        .map(({ email }) => ({ to: { email, district }, language: pickLanguage('hi') })),
    ];
    if (recipients.length === 0) without.push(district);
    for (const recipient of recipients) {
      const content = contentFor(kind, district, recipient.language, facts);
      if (content === undefined) continue;
      letters.push({
        // No address is in a key, which stays when the letter's words go.
        key: `${key}/${district}/${hash('sha256', recipient.to.email).slice(0, 16)}`,
        kind,
        mailing: key,
        ...recipient,
        content,
        draft: kind === 'kit' ? facts.draftOf(district) : null,
      });
    }
  }
  return { key, districts, without, letters };
}

/** All that goes out on one day is one mailing: pressing twice sends it once. */
export function mailingKey(kind: MailingKind, day: Day): string {
  return `${kind}/${day}`;
}

function pickBoards({ districts }: ProgressFile) {
  return districts.map(({ district, boards: { stations, up } }) => ({ district, stations, up }));
}
