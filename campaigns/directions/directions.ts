import type { Bilingual } from '../bilingual.ts';
import type { Campaign } from '../campaign.ts';
import type { Day } from '../tracker/clock.ts';
import type { Obligation, RegisterData } from './register.ts';

/** A direction with title and quote, wherever they are in the campaign's data. */
export type RegisteredDirection = Omit<
  RegisterData['directions'][number],
  'title' | 'quote' | 'outreach'
> & {
  title: Bilingual;
  quote: string;
  /** Id of the campaign's own direction, which the tracker counts for. */
  outreach: string | null;
};

/** The register as everything reads it. */
export type Register = Omit<RegisterData, 'directions'> & {
  directions: RegisteredDirection[];
  /** Offices at headquarters that it names; one that headquarters added may have ended. */
  branches: { id: string; name: Bilingual; endedOn?: Day | null }[];
};

/** One-line name of an obligation: the direction's title, or its own words where the direction has several obligations. */
export function obligationTitle<Words>(
  { title, obligations }: { title: Words; obligations: readonly unknown[] },
  { owed }: { owed: Words },
): Words {
  return obligations.length > 1 ? owed : title;
}

/** The register before its first paper is entered: the own app, on which there may be directions. */
export function emptyRegister({ id, app }: Pick<Campaign, 'id' | 'app'>): RegisterData {
  const own = { id, name: { hi: app.nameHi, en: app.name }, citizen: true };
  return { apps: [own], papers: [], events: [], directions: [], amendments: [] };
}

/**
 * The register of a campaign, with what headquarters added to it from later papers.
 * @throws when a direction is of the campaign and the campaign does not have it
 */
export function buildRegister(
  campaign: Pick<Campaign, 'id' | 'app' | 'directions' | 'areas'> & {
    register?: RegisterData | undefined;
  },
  added: Partial<Pick<Register, 'papers' | 'directions' | 'amendments' | 'apps' | 'branches'>> = {},
): Register {
  const { register = emptyRegister(campaign) } = campaign;
  const directions = register.directions.map(({ outreach, title, quote, ...rest }) => {
    const own = campaign.directions.find(({ id }) => id === outreach);
    if (outreach !== undefined && own === undefined)
      throw new Error(
        `Expected the id of a direction for \`outreach\` of ${rest.id}, got "${outreach}"`,
      );
    const found = { title: title ?? own?.title, quote: quote ?? own?.quote };
    if (found.title === undefined || found.quote === undefined)
      throw new Error(`Expected \`title\` and \`quote\` of direction ${rest.id}`);
    const named = [
      ...rest.obligations.flatMap(({ owners }) => owners),
      ...(rest.nodal ? [rest.nodal] : []),
    ];
    for (const { role, area } of named)
      if (role === 'branch' && area !== undefined && campaign.areas.branches[area] === undefined)
        throw new Error(`Expected the id of a branch for an owner of ${rest.id}, got "${area}"`);
    return { ...rest, title: found.title, quote: found.quote, outreach: outreach ?? null };
  });
  const branches = Object.entries(campaign.areas.branches).map(([id, name]) => ({ id, name }));
  return {
    ...register,
    // An office that was added before the campaign named it is the campaign's now.
    branches: [
      ...branches,
      ...(added.branches ?? []).filter(({ id }) => campaign.areas.branches[id] === undefined),
    ],
    apps: [...register.apps, ...(added.apps ?? [])],
    papers: [...register.papers, ...(added.papers ?? [])],
    directions: [...directions, ...(added.directions ?? [])],
    amendments: [...register.amendments, ...(added.amendments ?? [])],
  };
}

/**
 * The campaign's own directions that are about its own app: the ones for everybody. What the papers order on other apps is
 * for officers.
 */
export function publicDirections<Own extends { id: string }>({
  id: app,
  directions,
  register,
}: {
  id: string;
  directions: readonly Own[];
  register?: RegisterData | undefined;
}): Own[] {
  return directions.filter(({ id }) => {
    const row = register?.directions.find(({ outreach }) => outreach === id);
    return row === undefined || row.apps.includes(app);
  });
}

/** The obligation of an id with its direction. */
export function findObligation(
  register: Register,
  id: string,
): { direction: RegisteredDirection; obligation: Obligation } | undefined {
  for (const direction of register.directions) {
    const obligation = direction.obligations.find((own) => own.id === id);
    if (obligation !== undefined) return { direction, obligation };
  }
  return undefined;
}
