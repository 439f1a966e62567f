import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { packPaths } from '../../../campaigns/channels/social/card-paths.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import type { NamedStation } from '../../../campaigns/directory/station-names.ts';
import { ValueError } from '../../../campaigns/messages/fill-template.ts';
import { stationField } from '../../../campaigns/messages/merge-fields.ts';
import type { StationCards } from '../../../campaigns/messages/station-cards.ts';
import { retryMark } from '../../../campaigns/words/blast-problem-words.ts';
import { operatorGateway } from '../../contract/values.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findListStations } from '../audiences/audiences.ts';
import { type Audience, findAudience, readSegments } from '../audiences/audiences-sql.ts';
import { readPromptHashes } from '../takes/recorded-prompts.ts';
import { type Blast, listGateways, pickTexts, withoutCode } from './blast.ts';
import { auditBlast, type BlastDependencies } from './blast-request.ts';
import { applyCommand, findRetry, insertBlast } from './blasts-sql.ts';
import { buildDraft, lacksConsent } from './draft.ts';
import type { BlastDraft, ParsedDraft } from './draft-schemas.ts';

type Drafts = Pick<
  BlastDependencies,
  'database' | 'campaign' | 'directory' | 'paise' | 'gateways' | 'publicUrl' | 'printDir'
>;

/** A draft whose list may be written to, and how many of the list it is for. */
interface CheckedDraft {
  input: ParsedDraft;
  audience: Audience;
  members: number;
  stations: NamedStation[];
  cards: StationCards | null;
  recordings: Record<string, string>;
}

export async function draftBlast(
  drafts: Drafts,
  input: ParsedDraft,
  caller: Caller,
): Promise<Blast> {
  const draft = build(drafts, await checkDraft(drafts, input, caller), null);
  return insert(drafts, { verb: 'draft', draft, parentId: null }, caller);
}

export async function editBlast(
  drafts: Drafts,
  { blast, input }: { blast: Blast; input: ParsedDraft & { revision?: number } },
  caller: Caller,
): Promise<void> {
  const { revision } = input;
  const checked = await checkDraft(drafts, input, caller);
  if (input.channel !== blast.channel) throw new Refusal('other-channel');
  if (input.repeat !== null && blast.round !== null) {
    throw new Refusal('wrong-input', {
      detail: 'Expected null for `repeat` in a round of a series',
    });
  }
  // A test may have given it a code meanwhile.
  const draft = ({ shortCode }: Blast) => build(drafts, checked, shortCode);
  const decision = await applyCommand(
    drafts.database.pool,
    blast.id,
    { kind: 'edit', ...(revision === undefined ? {} : { revision }) },
    {
      actor: caller.actor,
      draft,
      record: (tx, before, state) =>
        auditBlast(
          tx,
          { verb: 'edit', blast, before, after: { ...state, ...draft(before) } },
          caller,
        ),
    },
  );
  if (decision.kind === 'refused') throw new Refusal(decision.refusal);
}

/** Drafts a blast to those whom an ended one failed to reach. */
export async function retryBlast(drafts: Drafts, parent: Blast, caller: Caller): Promise<Blast> {
  if (parent.status !== 'finished' && parent.status !== 'stopped') throw new Refusal('not-ended');
  const earlier = await findRetry(drafts.database.pool, {
    parentId: parent.id,
    channel: parent.channel,
  });
  if (earlier !== null) throw new Refusal('retried-already');
  const draft = copyForRetry(parent);
  return insert(drafts, { verb: 'retry', draft, parentId: parent.id }, caller);
}

/** The same text, to get its own link; of a trial the chosen one. */
function copyForRetry(parent: Blast): BlastDraft {
  const texts = withoutCode(pickTexts(parent, null), parent.shortCode);
  const { night, ...again } = parent;
  return {
    ...again,
    texts,
    trial: null,
    startsAt: null,
    repeat: null,
    name: `${parent.name.slice(0, 190)} ${retryMark}`,
  };
}

function insert(
  { database }: Drafts,
  { verb, ...blast }: { verb: 'draft' | 'retry'; parentId: number | null; draft: BlastDraft },
  caller: Caller,
): Promise<Blast> {
  const { id: drafterId, district = null } = caller.actor;
  return inTransaction(database.pool, async (tx) => {
    const inserted = await insertBlast(tx, { ...blast, drafterId, district });
    await auditBlast(tx, { verb, blast: inserted, after: inserted }, caller);
    return inserted;
  });
}

/** A district sends to its own list and its own people only. */
async function checkDraft(
  drafts: Drafts,
  input: ParsedDraft,
  { actor: { district } }: Caller,
): Promise<CheckedDraft> {
  const { database, campaign, gateways } = drafts;
  const audience = await findAudience(database.pool, input.audienceId);
  if (audience === null) throw new Refusal('no-such-list');
  if (audience.excluding) throw new Refusal('excluding-list');
  const names = listGateways(input);
  const calls = (name: string) => name === operatorGateway || gateways[name]?.placeCall;
  if (input.channel === 'ivr' && !names.every(calls)) throw new Refusal('no-voice');
  const gateway = gateways[input.gateway];
  if (input.channel === 'whatsapp' && gateway?.whatsapp === undefined) {
    throw new Refusal('no-whatsapp');
  }
  const texters = input.channel === 'whatsapp' ? [input.fallback?.gateway ?? ''] : names;
  const refuses = (name: string) => gateways[name]?.texts === 'refused';
  if (input.channel !== 'ivr' && texters.some(refuses)) {
    throw new Refusal('no-sms');
  }
  if (district !== undefined && audience.district !== district) throw new Refusal('outside-area');
  const districts = district === undefined ? input.districts : [district];
  const hasCards = input.channel === 'whatsapp' && input.stationCards;
  const stations = hasCards || namesStations(input) ? await findListStations(drafts, audience) : [];
  return {
    audience,
    members: await countMembers(database.pool, audience, districts),
    stations,
    cards: hasCards ? listStationCards(drafts, stations) : null,
    recordings: await readPromptHashes(database.pool, campaign),
    input: { ...input, districts },
  };
}

/** How many of a list live in these districts; counted only where it is not known. */
async function countMembers(
  pool: Pool,
  { id, members }: Audience,
  districts: string[] | null,
): Promise<number> {
  if (districts === null) return members;
  const segments = await readSegments(pool, id);
  return segments
    .filter(({ district }) => district !== null && districts.includes(district))
    .reduce((sum, segment) => sum + segment.members, 0);
}

/** Whether a text of the draft says each recipient's station. */
function namesStations({ values, trial, fallback, repeat }: ParsedDraft): boolean {
  return JSON.stringify([values, trial, fallback, repeat]).includes(stationField);
}

function build(
  { campaign, directory, paise, publicUrl }: Drafts,
  { input, audience, ...checked }: CheckedDraft,
  shortCode: string | null,
): BlastDraft {
  try {
    const draft = buildDraft(input, shortCode, {
      campaign,
      districts: directory.districts,
      paise,
      publicUrl,
      ...checked,
    });
    if (lacksConsent(draft.category, audience)) throw new Refusal('no-explicit-consent');
    return draft;
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    const { variable, hi, en } = error;
    throw new Refusal('wrong-value', { variable, hi, en }, { cause: error });
  }
}

interface Site {
  printDir: string;
  /** Its address, without a slash at its end. */
  publicUrl: string;
  campaign: { id: string };
}

/**
 * Cards of stations that the site has. One that is made when somebody asks for it is left out: for so long nobody who
 * fetches a picture waits, and a message without its picture is not sent.
 */
function listStationCards(
  { printDir, publicUrl, campaign }: Site,
  stations: readonly NamedStation[],
): StationCards {
  const made = stations.filter(({ district, id }) =>
    existsSync(join(printDir, packPaths(campaign.id, district, id).card)),
  );
  return {
    files: `${publicUrl}/files`,
    campaign: campaign.id,
    stations: made.map(stationKey),
    unmade: stations.length - made.length,
  };
}
