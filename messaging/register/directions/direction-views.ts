import type { Register, RegisteredDirection } from '../../../campaigns/directions/directions.ts';
import {
  listAmendments,
  obligationTerms,
  termsOn,
} from '../../../campaigns/directions/obligation-terms.ts';
import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import {
  findState,
  isPossible,
  occurrenceActions,
  stateForActions,
} from '../../../campaigns/directions/occurrence-state.ts';
import { findOffice, mayAct } from '../../../campaigns/directions/rights.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import {
  type OwingPlaces,
  owingOfficeName,
  ownerName,
  rhythmText,
} from '../../../campaigns/words/direction-words.ts';
import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import type { DirectionCatalogue, GatheredPart } from './directions-schemas.ts';
import { listEvents } from './events-sql.ts';
import {
  type DirectionSources,
  type FoundOccurrence,
  type LiveRegister,
  listSeenOffices,
  readLive,
} from './live-register.ts';
import { findVisible, isOnBehalf } from './occurrences.ts';
import { findOccurrence, listParts } from './occurrences-sql.ts';
import { owedOn, toKept } from './register-now.ts';
import { lastSubmissions, listFiles, listSteps } from './steps-sql.ts';

/** All directions as an officer reads them, with the offices that the officer may see. */
export async function readCatalogue(
  sources: DirectionSources,
  actor: Actor,
): Promise<DirectionCatalogue> {
  const { campaign, directory } = sources;
  const { districts } = directory;
  const known = await readLive(sources);
  const { register, today, bases, baseReasons } = known;
  const places: OwingPlaces = { campaign, districts, branches: register.branches };
  const home = findOffice(actor);
  const findBase = (paper: string) =>
    bases[paper] ?? register.papers.find(({ id }) => id === paper)?.day ?? today;
  return {
    today,
    takeover: known.takeover,
    apps: register.apps,
    papers: register.papers.map((paper) => ({
      ...paper,
      base: bases[paper.id] ?? null,
      baseReason: baseReasons[paper.id] ?? '',
    })),
    events: register.events,
    directions: register.directions.map((direction) =>
      toShown(direction, { register, places, today, findBase }),
    ),
    offices: listSeenOffices(sources, known, actor).map((office) => ({
      ...office,
      endedOn: office.endedOn ?? null,
      key: officeKey(office),
      name: owingOfficeName(office, places),
    })),
    own: home === null ? null : officeKey(home),
  };
}

interface ShownIn {
  register: Register;
  places: OwingPlaces;
  today: Day;
  /** The day from which computed days of a paper count. */
  findBase(paper: string): Day;
}

/** A direction as it holds today, with what later papers changed of it. */
function toShown(
  { outreach: _outreach, nodal, named, workflow, obligations, ...rest }: RegisteredDirection,
  { register: { amendments }, places, today, findBase }: ShownIn,
): DirectionCatalogue['directions'][number] {
  const now = obligations.map((obligation) => ({
    ...obligation,
    ...termsOn(obligationTerms(obligation, amendments), today),
  }));
  const owners = now.flatMap((obligation) => obligation.owners);
  const keys = new Map(owners.map((owner) => [`${owner.role}:${owner.area ?? ''}`, owner]));
  return {
    ...rest,
    named: named ?? null,
    nodal: nodal === undefined ? null : ownerName(nodal, places),
    workflow: workflow ?? null,
    owners: [...keys.values()].map((owner) => ownerName(owner, places)),
    obligations: now.map(({ id, owed, figures, file, rhythm, gathers }) => ({
      id,
      owed,
      figures,
      file,
      when: rhythmText(rhythm, findBase(rest.paper)),
      gathers: gathers ?? null,
    })),
    history: obligations.flatMap(({ id }) =>
      listAmendments(id, amendments).map((amendment) => ({
        ...amendment,
        owners: (amendment.owners ?? []).map((owner) => ownerName(owner, places)),
        owed: amendment.owed ?? null,
        when: amendment.rhythm === undefined ? null : rhythmText(amendment.rhythm, amendment.from),
      })),
    ),
  };
}

/** One occurrence with its history and what the officer may do with it. */
export async function readDetail(sources: DirectionSources, key: string, actor: Actor) {
  const known = await readLive(sources);
  const found = findVisible(sources, known, { actor, key });
  const { database, directory } = sources;
  const { districts } = directory;
  const { pool } = database;
  const { occurrence, tracker } = found;
  const kept = await findOccurrence(pool, occurrence);
  const state = findState(occurrence, {
    touched: kept,
    today: known.today,
    tracker: tracker?.state,
  });
  const status = stateForActions(state, kept, tracker !== undefined);
  const may = occurrenceActions.filter(
    (action) =>
      status !== null &&
      isPossible(status, action) &&
      mayAct(actor, { action, office: occurrence.office, districts }),
  );
  const event =
    occurrence.event === null
      ? undefined
      : (await listEvents(pool)).find(({ id }) => id === occurrence.event);
  return {
    occurrence: { ...occurrence, ...state, ...toKept(kept) },
    details: kept?.details ?? '',
    figures: kept?.figures ?? {},
    beyond: kept?.beyond ?? '',
    files: kept === undefined ? [] : await listFiles(pool, kept.id),
    steps: kept === undefined ? [] : await listSteps(pool, kept.id),
    counts: tracker?.counts ?? [],
    parts: await listGathered(sources, known, found),
    event: event ?? null,
    may,
    second: await judgeSecondPerson(pool, actor.id, kept?.makers ?? []),
    onBehalf: isOnBehalf(actor, occurrence.office),
  };
}

/** Parts that an obligation consolidates, office by office; empty where it gathers nothing. */
async function listGathered(
  { database }: DirectionSources,
  known: LiveRegister,
  { obligation, occurrence, direction }: FoundOccurrence,
): Promise<GatheredPart[]> {
  const { gathers } = obligation;
  if (gathers === undefined) return [];
  const directions = new Set([direction.id]);
  const parts = owedOn(known, { offices: known.offices, directions }).filter(
    (each) => each.obligation === gathers && each.period === occurrence.period,
  );
  const kept = await listParts(database.pool, { obligation: gathers, period: occurrence.period });
  const sent = await lastSubmissions(
    database.pool,
    kept.map(({ id }) => id),
  );
  return parts.map((part) => {
    const answer = kept.find(({ office }) => office === part.office);
    const last = answer && sent.get(answer.id);
    const { state, lateDays } = findState(part, { touched: answer, today: known.today });
    return {
      key: part.key,
      office: part.office,
      state,
      lateDays,
      waits: toKept(answer).waits,
      details: last?.details ?? '',
      figures: last?.figures ?? {},
      files: last?.files ?? [],
    };
  });
}
