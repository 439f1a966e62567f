import type { Campaign } from '../../../campaigns/campaign.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { bareLetters } from '../../../campaigns/directory/name-grammar.ts';
import { type District, type Station, stationsOf } from '../../../campaigns/directory/station.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import type { Change, Effect, Finding } from '../../../campaigns/held-acts/effect.ts';
import { type KnownWords, knownWords } from '../../../campaigns/press-notes/check-text.ts';
import { personRules } from '../../../campaigns/press-notes/finding.ts';
import { type FieldFinding, publicText } from '../../../campaigns/press-notes/public-text.ts';
import { inBoth } from '../../../campaigns/words/pairs.ts';
import { pressRuleWords } from '../../../campaigns/words/press-rule-words.ts';
import type { PublicWords, WordChange } from '../../kit/public-words.ts';
import { queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

const noSections = { ipc: [], bns: [], it: [], unnamed: [] };

/** Places are those of the compiled directory, and names that a second officer accepted. */
export function createPublicWords({
  campaign,
  config,
}: {
  campaign: Pick<Campaign, 'pressNotes'>;
  config: { campaign: string };
}): PublicWords {
  const compiled = loadDirectory({ campaign: config.campaign });
  const places = async (database: Queryable, district: string | null) => {
    const { districts } = compiled;
    const stations = district === null ? compiled.stations : stationsOf(compiled, district);
    return [
      ...knownPlaces({ districts, stations }),
      ...(await readAcceptedNames(database, district)),
    ];
  };
  return {
    places,
    async judge(database, changes, district) {
      if (!changes.some(isNew)) return { changes: [], findings: [] };
      const sections = campaign.pressNotes?.sections ?? noSections;
      return findEffect(changes, knownWords(await places(database, district), sections));
    },
    async findForVendor(database, changes, district) {
      const sections = campaign.pressNotes?.sections ?? noSections;
      const found = listFindings(changes, knownWords(await places(database, district), sections));
      const isOwnName = ({ rule, field }: FieldFinding) =>
        rule === 'name' && changes[Number(field)]?.isName === true;
      const others = found.filter((each) => !isOwnName(each));
      return {
        isHeld: others.some(({ rule }) => personRules.has(rule)),
        changes: listChanges(changes),
        findings: others.map((each) => ({ ...toFinding(each), noReason: true })),
      };
    },
  };
}

/** Rules miss words that nobody thought of: what is new waits for a reader, whether they find something in it or not. */
const newWords: Finding = {
  code: 'new-words',
  hi: 'नए शब्द, जो जनता पढ़ेगी',
  en: 'New words that the public will read',
  noReason: true,
};
const newName: Finding = {
  code: 'new-name',
  hi: 'नया नाम, जो केवल वर्तनी का सुधार नहीं है',
  en: 'A new name, which is no correction of spelling',
};

function isNew({ before, after }: WordChange): boolean {
  return Boolean(after) && bareLetters(before ?? '') !== bareLetters(after ?? '');
}

function findEffect(changes: readonly WordChange[], known: KnownWords): Effect {
  const isNamed = changes.some(({ isName }) => isName);
  return {
    changes: listChanges(changes),
    findings: [isNamed ? newName : newWords, ...listFindings(changes, known).map(toFinding)],
  };
}

function listFindings(changes: readonly WordChange[], known: KnownWords): FieldFinding[] {
  const texts = Object.fromEntries(changes.map(({ after }, at) => [String(at), after ?? '']));
  return publicText(texts, known);
}

function toFinding({ rule, found }: FieldFinding): Finding {
  return { code: rule, ...inBoth(pressRuleWords[rule]), found };
}

function listChanges(changes: readonly WordChange[]): Change[] {
  return changes.map(({ what, before, after }) => ({ what: inBoth(what), before, after }));
}

async function readAcceptedNames(database: Queryable, district: string | null): Promise<string[]> {
  const rows = await queryRows<{ name: string }>(database)`
    SELECT unnest(ARRAY[name_hi, name_en]) AS name FROM station_correction
    WHERE checked_by IS NOT NULL AND action <> 'remove'
      AND (${district}::text IS NULL OR district = ${district})`;
  return rows.map(({ name }) => name);
}

/** Names of stations and districts as they are written: in both languages, and as written on boards. */
export function knownPlaces(places: {
  districts: readonly Pick<District, 'nameHi' | 'nameEn'>[];
  stations: readonly Station[];
}): string[] {
  const stations = places.stations.flatMap((station) => {
    const strip = stripName(station);
    const { nameHi, nameEn } = station;
    return strip === `थाना ${nameHi}` ? [nameHi, nameEn] : [nameHi, nameEn, strip];
  });
  return [...places.districts.flatMap(({ nameHi, nameEn }) => [nameHi, nameEn]), ...stations];
}
