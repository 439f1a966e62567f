import { Fragment, useState } from 'react';
import { type CodeUse, codeUses } from '../../../../../campaigns/links/code-shares.ts';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole, useDistrictName, useMe } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { readText } from '../../ui/form-text.ts';
import { Await, Outcome, Section, SelectField, TextField } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';

const codeWordsIn = inEachLanguage({
  lead: [
    'लघु कोडों में हर कार्यालय का अपना हिस्सा है; एक कार्यालय सबके कोड नहीं ले सकता। थाने का कोड जोड़ते ही लगता है; प्रसारण का कोड स्वीकृति पर, फ़ोन पर जाँचते समय या सेवा प्रदाता का पैक लेते। भेजने से पहले रोके गए प्रसारण का कोड लौट आता है; छपा या भेजा गया कोड कभी नहीं लौटता।',
    'Each office has a share of the short codes, so that no office can take everybody’s. A station has its code as soon as it is added; a blast when it is approved, tried on a phone or packed for an operator. The code of a blast that is stopped before anything was sent comes back; one that was printed or sent never does.',
  ],
  ask: ['हिस्सा 80 % से ऊपर हो तो मुख्यालय से बढ़ाने को कहें।', 'Above 80 % ask HQ to raise the share.'],
  office: ['कार्यालय', 'Office'],
  state: ['राज्य मुख्यालय', 'State headquarters'],
  uses: {
    station: ['जोड़े गए थाने', 'Added stations'],
    sms: ['SMS प्रसारण', 'SMS blasts'],
    ivr: ['कॉल प्रसारण', 'Call blasts'],
  } satisfies Record<CodeUse, Pair>,
  usedOf: (used: string, share: string) => [`${used} / ${share}`, `${used} / ${share}`],
  low: ['80 % से ऊपर', 'above 80 %'],
  none: ['अभी किसी कार्यालय ने कोई कोड नहीं लिया है।', 'No office has taken a code yet.'],
  setTitle: ['हिस्सा बदलें', 'Change a share'],
  use: ['किसके लिए', 'What for'],
  share: ['नया हिस्सा', 'New share'],
  bounds: (used: string, share: string, least: string, most: string) => [
    `अभी ${share}, जिनमें से ${used} लिए जा चुके हैं। ${least} से ${most} तक।`,
    `Now ${share}, of which ${used} are taken. From ${least} to ${most}.`,
  ],
  reason: ['कारण', 'Reason'],
  set: ['हिस्सा तय करें', 'Set the share'],
  done: (office: string, use: string, share: string) => [
    `${office}, ${use}: अब ${share}`,
    `${office}, ${use}: now ${share}`,
  ],
});

type CodeHoldingView = Answer<'GET /api/code-shares'>[number];

/** How many of its short codes each office has used; HQ sets how many each may use. */
export function CodesView() {
  const { words } = useConsole(codeWordsIn);
  const me = useMe();
  const { state, reload } = useLoad('GET /api/code-shares');
  const sets = rolesFor('code-share.set').includes(me.role);
  return (
    <>
      <p>{words.lead}</p>
      {!sets && <p>{words.ask}</p>}
      <Await state={state} retry={reload}>
        {(holdings) => (
          <>
            <HoldingTable holdings={holdings} isOwn={me.role === 'district'} />
            {sets && <ShareForm holdings={holdings} onSet={reload} />}
          </>
        )}
      </Await>
    </>
  );
}

/** Offices that took codes or whose share was raised; the fullest first. A district sees its holdings in any case. */
function HoldingTable({ holdings, isOwn }: { holdings: CodeHoldingView[]; isOwn: boolean }) {
  const { words, format } = useConsole(codeWordsIn);
  const nameOffice = useOfficeName();
  const offices = [...new Set(holdings.map(({ office }) => office))].map(
    (office) => [office, holdings.filter((each) => each.office === office)] as const,
  );
  const fullness = (holdings: CodeHoldingView[]) =>
    Math.max(...holdings.map(({ used, share }) => used / share));
  const rows = offices
    .filter(
      ([, holdings]) =>
        isOwn || holdings.some(({ used, share, least }) => used > 0 || share > least),
    )
    .toSorted(([, a], [, b]) => fullness(b) - fullness(a));
  if (rows.length === 0) return <p className="notice plain">{words.none}</p>;
  return (
    <FigureTable
      rows={rows}
      keyOf={([office]) => office ?? ''}
      columns={[
        [words.office, ([office]) => nameOffice(office)],
        ...codeUses.map(
          (name) =>
            [
              words.uses[name],
              ([, holdings]: (typeof rows)[number]) =>
                holdings
                  .filter(({ use }) => use === name)
                  .map(({ use, used, share, low }) => (
                    <Fragment key={use}>
                      {words.usedOf(format.number(used), format.number(share))}
                      {low && <span className="state rejected late">{words.low}</span>}
                    </Fragment>
                  )),
            ] as const,
        ),
      ]}
    />
  );
}

/** Names an office that has its own codes. */
export function useOfficeName(): (office: string | null) => string {
  const { language } = useConsole();
  const districtName = useDistrictName();
  return (office) => (office === null ? codeWordsIn(language).state : districtName(office));
}

/** HQ says how many codes an office may use. */
function ShareForm({ holdings, onSet }: { holdings: CodeHoldingView[]; onSet: () => void }) {
  const { service, words, format } = useConsole(codeWordsIn);
  const nameOffice = useOfficeName();
  const [chosen, setChosen] = useState<{ office: string; use: CodeUse }>({
    office: '',
    use: 'sms',
  });
  const [result, setResult] = useState<CodeHoldingView | null>(null);
  // null for the state.
  const office = chosen.office || null;
  const { use } = chosen;
  const holding = holdings.find((each) => each.office === office && each.use === use);
  const offices = [...new Set(holdings.map((each) => each.office))];
  const send = async (form: FormData, element: HTMLFormElement) => {
    setResult(null);
    const body = {
      office,
      use,
      share: Number(readText(form, 'share')),
      reason: readText(form, 'reason'),
    };
    setResult(await service.ask('POST /api/code-shares', { body }));
    element.reset();
    onSet();
  };
  return (
    <Section id="share" title={words.setTitle}>
      {result !== null && (
        <Outcome tone="good">
          <p>
            {words.done(
              nameOffice(result.office),
              words.uses[result.use],
              format.number(result.share),
            )}
          </p>
        </Outcome>
      )}
      <AskForm button={words.set} send={send}>
        <SelectField
          label={words.office}
          value={chosen.office}
          options={offices.map((id) => [id ?? '', nameOffice(id)] as const)}
          onChoose={(id) => setChosen({ ...chosen, office: id })}
        />
        <SelectField
          label={words.use}
          value={use}
          options={codeUses.map((each) => [each, words.uses[each]] as const)}
          onChoose={(next) => setChosen({ ...chosen, use: next })}
        />
        <TextField
          label={words.share}
          hint={
            holding &&
            words.bounds(
              format.number(holding.used),
              format.number(holding.share),
              format.number(holding.least),
              format.number(holding.most),
            )
          }
          name="share"
          inputMode="numeric"
          required
          min={holding?.least}
          max={holding?.most}
        />
        <TextField label={words.reason} name="reason" required maxLength={200} />
      </AskForm>
    </Section>
  );
}
