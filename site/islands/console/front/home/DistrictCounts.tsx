import {
  type ActivityKind,
  activityForms,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import type { DistrictChecklist } from '../../../../../campaigns/activities/checklist.ts';
import { measuresOfChannel } from '../../../../../campaigns/tracker/measures.ts';
import { localPath } from '../../../../i18n/language.ts';
import { recordableKinds } from '../../field/activities/activity-entry.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { Section } from '../../ui/parts.tsx';

/** Counts of everything but boards, with the way to enter more. */
export function DistrictCounts({ checklist }: { checklist: DistrictChecklist }) {
  const { language, words, format } = useConsole();
  const me = useMe();
  const kinds = recordableKinds(me).filter((kind) => kind !== 'board');
  const shown = Object.entries(measuresOfChannel).filter(([channel]) => channel !== 'board');
  const title = (channel: string) => activityForms[channel as ActivityKind].title[language];
  const entry = localPath(language, '/console/entry/');
  return (
    <Section id="counts" title={words.home.others} level="h3">
      <FigureTable
        label={words.home.others}
        rows={shown}
        keyOf={([channel]) => channel}
        columns={[
          [words.kind, ([channel]) => title(channel)],
          [
            words.home.count,
            ([, measures]) =>
              measures
                .map((measure) => {
                  const count = format.number(checklist.counts[measure] ?? 0);
                  return measures.length === 1 ? count : `${count} ${words.measures[measure]}`;
                })
                .join(', '),
          ],
          kinds.length > 0 && [
            words.menuNames.entry,
            ([channel]) =>
              kinds.some((name) => name === channel) && (
                <a
                  href={`${entry}?kind=${channel}&district=${checklist.district}`}
                  aria-label={words.home.enterOf(title(channel))}
                >
                  {words.home.enter}
                </a>
              ),
            'hidden',
          ],
        ]}
      />
    </Section>
  );
}
