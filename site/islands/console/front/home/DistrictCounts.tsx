import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import type { DistrictChecklist } from '../../../../../campaigns/activities/checklist.ts';
import { measuresOfChannel } from '../../../../../campaigns/tracker/measures.ts';
import { localPath } from '../../../../i18n/language.ts';
import { recordableKinds } from '../../field/activities/activity-entry.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Section } from '../../ui/parts.tsx';

/** Counts of everything but boards, with the way to enter more. */
export function DistrictCounts({ checklist }: { checklist: DistrictChecklist }) {
  const { language, words, format } = useConsole();
  const me = useMe();
  const kinds = recordableKinds(me).filter((kind) => kind !== 'board');
  const shown = Object.entries(measuresOfChannel).filter(([channel]) => channel !== 'board');
  return (
    <Section id="counts" title={words.home.others} level="h3">
      <table className="figures-table">
        <caption className="sr-only">{words.home.others}</caption>
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.home.count}</th>
            {kinds.length > 0 && (
              <th scope="col">
                <span className="sr-only">{words.menuNames.entry}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map(([channel, measures]) => {
            const kind = channel as keyof typeof activityForms;
            const title = activityForms[kind].title[language];
            const address = `${localPath(language, '/console/entry/')}?kind=${kind}&district=${checklist.district}`;
            return (
              <tr key={kind}>
                <th scope="row">{title}</th>
                <td>
                  {measures
                    .map((measure) => {
                      const count = format.number(checklist.counts[measure] ?? 0);
                      return measures.length === 1 ? count : `${count} ${words.measures[measure]}`;
                    })
                    .join(', ')}
                </td>
                {kinds.length > 0 && (
                  <td>
                    {kinds.some((name) => name === kind) && (
                      <a href={address} aria-label={words.home.enterOf(title)}>
                        {words.home.enter}
                      </a>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
