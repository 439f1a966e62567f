import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import type { AuditNames } from '../../../../../campaigns/words/audit-text.ts';
import { useConsole } from '../../ui/console-context.ts';
import { auditWordsIn } from './audit-words.ts';

/** Words of the audit log's filters and changes. */
export function useAuditWords() {
  return auditWordsIn(useConsole().language);
}

/** The names of which the log's sentences are made; `actorRole` says who acts where nobody has a name. */
export function useAuditNames(actorRole: string): AuditNames {
  const { words, language, districts, areas: own } = useConsole();
  const others: Readonly<Record<string, string>> = auditWordsIn(language).others;
  const roles: Readonly<Record<string, string>> = { ...words.people.roles, ...others };
  const areas: Readonly<Record<string, { hi: string; en: string }>> = {
    ...own.ranges,
    ...own.zones,
  };
  return {
    language,
    nobody: others[actorRole] ?? actorRole,
    nameOfRole: (role) => roles[role],
    nameOfArea(id) {
      const district = districts.find((known) => known.id === id);
      if (district !== undefined) return pickName(district, language);
      return areas[id]?.[language];
    },
  };
}
