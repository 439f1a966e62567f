import type { Campaign } from '../../../campaigns/campaign.ts';
import { usualChoices } from '../../../campaigns/messages/draft-fields.ts';
import { type Day, eachDay, zonedText } from '../../../campaigns/tracker/clock.ts';
import { sampleMark } from '../../../campaigns/tracker/sample.ts';
import type { BlastStatus, PauseReason, RecipientStatus } from '../../contract/values.ts';
import { buildDraft } from '../../phone/blasts/draft.ts';
import { type ParsedDraft, usualSelection } from '../../phone/blasts/draft-schemas.ts';
import type { DeliveryRow } from '../../phone/telecom-operators/delivery-report.ts';

/** Drafts and approves sample blasts; no account has such an id. */
export const sampleOfficers = {
  drafter: `${sampleMark} पुलिस महानिदेशक के जनसंपर्क अधिकारी`,
  approver: `${sampleMark} नोडल अधिकारी`,
};

/** Every n-th recipient comes to this end; the first rule that fits counts. */
export interface SampleFate {
  every: number;
  status: RecipientStatus;
  code: string | null;
}

export interface SampleBlast {
  input: Omit<ParsedDraft, 'audienceId'>;
  /** Name of the sample list. */
  list: 'state' | 'district';
  /** Its check symbol is wrong, so that it can never belong to anybody. */
  shortCode: string;
  status: Extract<BlastStatus, 'submitted' | 'paused' | 'finished'>;
  pauseReason: PauseReason | null;
  /** Asia/Kolkata; null while it waits for approval. */
  times: { created: string; approved: string | null; ended: string | null };
  /** Recipients that were handled; the rest waits. */
  handled: number;
  perMinute: number;
  fates: readonly SampleFate[];
  /** Scans of its link by day, and installs that Play puts down to it. */
  scans: Readonly<Record<Day, number>>;
  installs: Readonly<Record<Day, number>>;
}

const common = {
  values: {},
  gateway: 'emulator',
  further: [],
  districts: null,
  startsAt: null,
  fromMinute: 600,
  toMinute: 1260,
  ...usualSelection,
  ...usualChoices,
  canarySize: 100,
  trial: null,
  fallback: null,
  repeat: null,
};

export const sampleBlasts: readonly SampleBlast[] = [
  {
    input: {
      ...common,
      name: `${sampleMark} ऐप का सामान्य प्रचार, अप्रैल 2019`,
      channel: 'sms',
      templates: { hi: 'services-hi', en: 'services-en' },
      budgetPaise: 100_000,
    },
    list: 'state',
    shortCode: 'SMPL71',
    status: 'finished',
    pauseReason: null,
    times: {
      created: '2019-04-09T11:20',
      approved: '2019-04-10T10:40',
      ended: '2019-04-10T11:12',
    },
    handled: Number.POSITIVE_INFINITY,
    perMinute: 80,
    fates: [
      { every: 97, status: 'skipped', code: 'opted-out' },
      { every: 61, status: 'failed', code: '21211' },
      { every: 17, status: 'undelivered', code: '30003' },
      { every: 41, status: 'undelivered', code: '30005' },
      { every: 53, status: 'accepted', code: null },
    ],
    scans: { '2019-04-10': 121, '2019-04-11': 64, '2019-04-12': 23 },
    installs: { '2019-04-10': 38 },
  },
  {
    input: {
      ...common,
      name: `${sampleMark} किरायेदार सत्यापन की सूचना`,
      channel: 'sms',
      templates: { hi: 'verification-hi' },
    },
    list: 'state',
    shortCode: 'SMPL72',
    status: 'paused',
    pauseReason: 'errors',
    times: { created: '2019-04-11T16:05', approved: '2019-04-12T10:10', ended: null },
    handled: 900,
    perMinute: 60,
    fates: [
      { every: 3, status: 'undelivered', code: '30008' },
      { every: 19, status: 'failed', code: '21614' },
    ],
    scans: { '2019-04-12': 31 },
    installs: {},
  },
  {
    input: {
      ...common,
      name: `${sampleMark} खोए सामान की रिपोर्ट, एक जनपद`,
      channel: 'sms',
      templates: { hi: 'lost-article-hi' },
      budgetPaise: 20_000,
    },
    list: 'district',
    shortCode: 'SMPL73',
    status: 'submitted',
    pauseReason: null,
    times: { created: '2019-04-12T12:30', approved: null, ended: null },
    handled: 0,
    perMinute: 1,
    fates: [],
    scans: {},
    installs: {},
  },
  {
    input: {
      ...common,
      name: `${sampleMark} रिकॉर्डेड कॉल, एक जनपद`,
      channel: 'ivr',
      templates: {},
      canarySize: 0,
    },
    list: 'district',
    shortCode: 'SMPL81',
    status: 'finished',
    pauseReason: null,
    times: {
      created: '2019-04-10T15:00',
      approved: '2019-04-11T10:30',
      ended: '2019-04-11T11:40',
    },
    handled: Number.POSITIVE_INFINITY,
    perMinute: 5,
    fates: [
      { every: 4, status: 'undelivered', code: 'no-answer' },
      { every: 7, status: 'undelivered', code: 'busy' },
      { every: 29, status: 'failed', code: 'failed' },
    ],
    scans: { '2019-04-11': 14, '2019-04-12': 6 },
    installs: {},
  },
];

/** The emulator's price, so that the sample's costs are those that training shows. */
const samplePaise = 15;

/** The text letter for letter, as any other draft gets it. */
export function sampleDraft(blast: SampleBlast, audienceId: number, campaign: Campaign) {
  return buildDraft({ ...blast.input, audienceId }, blast.shortCode, {
    campaign,
    // Its texts name none.
    districts: [],
    stations: [],
    // Each says itself how many go first.
    members: 0,
    // None of them has a picture.
    publicUrl: '',
    recordings: {},
    paise: { emulator: samplePaise },
  });
}

/** Operator of a pack that it sent itself. */
export const sampleOperator = `${sampleMark} सर्विस प्रोवाइडर`;

export function sampleDeliveries(districts: readonly string[]): DeliveryRow[] {
  return eachDay('2019-04-10', '2019-04-11').flatMap((day, dayAt) =>
    districts.flatMap((district, at): DeliveryRow[] => {
      const sent = 1_200 + ((at * 37 + dayAt * 211) % 900);
      const delivered = Math.round(sent * (0.88 + (at % 9) / 100));
      return [{ day, district, channel: 'sms', sent, delivered }];
    }),
  );
}

/** Rows of the list that were not taken; the cells are as people spoil them. */
export const sampleRejects: readonly { row: number; reason: string; value: string }[] = [
  { row: 14, reason: 'malformed', value: '50000' },
  { row: 61, reason: 'spreadsheet-damaged', value: '9.15E+11' },
  { row: 203, reason: 'duplicate', value: '915000000044' },
  { row: 407, reason: 'malformed', value: `${sampleMark} नंबर नहीं` },
  { row: 655, reason: 'unknown-district', value: `${sampleMark} जनपद` },
  { row: 912, reason: 'duplicate', value: '915000000310' },
  { row: 1288, reason: 'opted-out', value: '915000009003' },
];

/** Numbers that said stop, by the way they said it. */
export const sampleOptOuts = ['call', 'sms', 'call', 'officer', 'provider', 'call', 'sms'] as const;

/** A local time of Asia/Kolkata as PostgreSQL takes it. */
export function moment(local: string): string {
  const [day = '', time] = local.split('T');
  return zonedText(day, time);
}
