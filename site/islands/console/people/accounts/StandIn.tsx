import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { AskButton } from '../../ui/AskForm.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { List, Section } from '../../ui/parts.tsx';

/** Begins or ends standing in; all that is shown may be another officer's after that, so the page reloads. */
function useStandIn() {
  const { service } = useConsole();
  return async (personId: string | null) => {
    await service.ask('POST /api/me/stand-in', { body: { personId } });
    location.reload();
  };
}

/** Says on every page for whom the officer acts now. */
export function StandInNotice() {
  const { words } = useConsole(deputyWordsIn);
  const { standsInFor } = useMe();
  const choose = useStandIn();
  // A phone may have kept what an earlier version answered.
  if (standsInFor === null || standsInFor === undefined) return null;
  return (
    <section className="notice plain" aria-label={words.acting}>
      <p>{words.now(standsInFor.name)}</p>
      <AskButton button={words.end} send={() => choose(null)} />
    </section>
  );
}

/** On the page of the account: for whom the officer may act today. */
export function StandInChoice() {
  const { words, format } = useConsole(deputyWordsIn);
  const { mayStandInFor = [], standsInFor } = useMe();
  const choose = useStandIn();
  const others = mayStandInFor.filter(({ personId }) => personId !== standsInFor?.id);
  if (others.length === 0) return null;
  return (
    <Section id="stand-in" title={words.standIn}>
      <List of={others} className="activities" keyOf={({ personId }) => personId}>
        {({ personId, personName, lastDay }) => (
          <>
            <div className="row">
              <AskButton button={words.begin(personName)} send={() => choose(personId)} />
            </div>
            <p className="detail">{words.until(format.day(lastDay))}</p>
          </>
        )}
      </List>
    </Section>
  );
}

/** Words of deputies and handing over, in both languages. */
export const deputyWordsIn = inEachLanguage({
  days: (first: string, last: string) => [`${first} से ${last} तक`, `From ${first} to ${last}`],
  end: ['समाप्त करें', 'End'],
  left: ['जो अधिकारी चले गए (खाता बंद है)', 'Officer who left (the account is deactivated)'],
  successor: ['उत्तराधिकारी', 'Successor'],
  transfer: ['अधूरे प्रारूप सौंपें', 'Hand over open drafts'],
  moved: (count: number) => [
    count === 0 ? 'सौंपने योग्य कोई प्रारूप शेष नहीं था।' : `${count} प्रारूप सौंपे गए।`,
    count === 0 ? 'There was no draft to hand over.' : `Drafts handed over: ${count}`,
  ],
  nobody: ['इस कार्यालय में कोई दूसरा खुला खाता नहीं है।', 'This office has no other open account.'],
  standIn: ['दूसरे अधिकारी की ओर से कार्य', 'Acting for another officer'],
  begin: (person: string) => [`${person} की ओर से कार्य करें`, `Act for ${person}`],
  until: (day: string) => [`${day} तक`, `Until ${day}`],
  acting: ['प्रतिनिधि के रूप में', 'As a deputy'],
  now: (person: string) => [
    `आप ${person} की ओर से कार्य कर रहे हैं; अभिलेख में दोनों के नाम रहेंगे।`,
    `You act for ${person}; the log names both of you.`,
  ],
});
