import { hash } from 'node:crypto';
import type { Bilingual } from '../../campaigns/campaign.ts';
import { boardStations, type Directory, stationsOf } from '../../campaigns/directory/station.ts';
import type { Day } from '../../campaigns/tracker/clock.ts';
import { lateDistricts } from '../../campaigns/tracker/late-districts.ts';
import type { ProgressFile } from '../../campaigns/tracker/progress-file.ts';
import type { Queryable } from '../database/transaction.ts';
import { localPath } from '../mail/audit-letters.ts';
import type { LetterContent, LetterLanguage, NewLetter } from '../mail/letter.ts';
import { kitLetter } from '../mail/letters/kit.ts';
import { reminderLetter } from '../mail/letters/reminder.ts';
import { type LetterCampaign, voiceOf } from '../mail/letters/voice.ts';
import { toOfficer } from '../mail/mail.ts';
import { listInvitedDistricts, listRecipients } from '../mail/recipients-sql.ts';

export type MailingKind = 'kit' | 'reminder';

/** What letters to districts are made of at a moment. */
export interface MailingFacts {
  campaign: LetterCampaign;
  directory: Directory;
  /** How many files the kit has, or will have, for a district. */
  filesOf(district: string): number;
  progress: ProgressFile;
  publicUrl: string;
  /** Office that sends it. */
  signedBy: Bilingual;
}

/** Districts that a mailing is meant for. */
export function districtsOf(kind: MailingKind, facts: MailingFacts): string[] {
  const { directory, progress } = facts;
  if (kind === 'kit') return directory.districts.map(({ id }) => id);
  return lateDistricts(progress).map(({ district }) => district);
}

/** The letter to one district; undefined for a district that there is not. */
export function contentFor(
  kind: MailingKind,
  id: string,
  asked: LetterLanguage,
  facts: MailingFacts,
): LetterContent | undefined {
  const voice = voiceOf(facts.campaign, asked);
  const { language } = voice;
  const { directory, progress, publicUrl, signedBy } = facts;
  const district = directory.districts.find((each) => each.id === id);
  if (district === undefined) return undefined;
  const name = { hi: district.nameHi, en: district.nameEn };
  const own = { ...directory, stations: stationsOf(directory, id) };
  if (kind === 'kit') {
    const boards = boardStations(own);
    return kitLetter(
      {
        district: name,
        stations: boards.length,
        files: facts.filesOf(id),
        toCheck: boards
          .filter(({ needsCheck }) => needsCheck)
          .map(({ nameHi, nameEn }) => ({ hi: nameHi, en: nameEn })),
        pageUrl: `${publicUrl}${localPath(language, `/print/${id}/`)}`,
        consoleUrl: `${publicUrl}${localPath(language, '/console/stations/')}?show=check`,
        signedBy,
      },
      voice,
    );
  }
  const boards = boardsOf(progress).find((each) => each.district === id);
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

/**
 * The letters of a mailing on a day, to every officer of each district; where nobody has an account yet, to the address
 * that was invited.
 */
export async function planMailing(
  database: Queryable,
  kind: MailingKind,
  facts: MailingFacts,
): Promise<{ key: string; districts: string[]; without: string[]; letters: NewLetter[] }> {
  const districts = districtsOf(kind, facts);
  const topic = kind === 'reminder' ? ('reminders' as const) : undefined;
  const officers = await listRecipients(database, { roles: ['district'] }, topic ?? null);
  const invited = kind === 'kit' ? await listInvitedDistricts(database) : [];
  const key = mailingKey(kind, facts.progress.today);
  const languageFor = (asked: LetterLanguage) => voiceOf(facts.campaign, asked).language;
  const letters: NewLetter[] = [];
  const without: string[] = [];
  for (const district of districts) {
    const own = [
      ...officers
        .filter(({ area }) => area === district)
        .map((each) => toOfficer(each, { language: languageFor(each.language), topic })),
      ...invited
        .filter((each) => each.district === district)
        .map(({ email }) => ({ to: { email, district }, language: languageFor('hi') })),
    ];
    if (own.length === 0) without.push(district);
    for (const recipient of own) {
      const content = contentFor(kind, district, recipient.language, facts);
      if (content === undefined) continue;
      letters.push({
        // No address stands in a key, which stays when the letter's words go.
        key: `${key}/${district}/${hash('sha256', recipient.to.email).slice(0, 16)}`,
        kind,
        mailing: key,
        ...recipient,
        content,
      });
    }
  }
  return { key, districts, without, letters };
}

/** What goes out on one day is one mailing: whoever presses twice sends it once. */
export function mailingKey(kind: MailingKind, day: Day): string {
  return `${kind}/${day}`;
}

function boardsOf({ districts }: ProgressFile) {
  return districts.map(({ district, boards: { stations, up } }) => ({ district, stations, up }));
}
