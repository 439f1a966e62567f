import type { Flows } from '../../../../../campaigns/flows/flow.ts';
import { registrars } from '../../../../../campaigns/messages/registrars.ts';
import type {
  CheckedText,
  TextsAnswer,
} from '../../../../../messaging/phone/blasts/template-routes.ts';
import type { GatewayAnswer } from '../../../../../messaging/phone/gateways/routes.ts';
import { whatsappTemplates } from '../../../../../messaging/phone/whatsapp-templates/whatsapp-templates-feature.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useSay } from '../../ui/feature/use-feature.ts';
import { Fold } from '../../ui/lines.tsx';
import { ListBar, MoreRows } from '../../ui/list/ListBar.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { Await, Facts, List, Section } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { FlowPart } from '../flows/FlowPart.tsx';
import { phoneWordsIn } from '../phone-words.ts';
import { Registrations } from '../registrations/Registrations.tsx';
import { WhatsappTemplates } from '../registrations/WhatsappTemplates.tsx';

import { Findings, PhonePreview, usePricedMeasure } from './PhonePreview.tsx';
import { TextCheck } from './TextCheck.tsx';

const parts = ['sms', 'whatsapp', 'check', 'call', 'replies'] as const;

/** The registered texts as a phone shows them, the linter for a new one, and the words of the call. */
export function TextsView() {
  const { words } = useConsole(phoneWordsIn);
  const say = useSay();
  const { state, reload } = useLoad('GET /api/templates');
  const price = usePrice();
  const titles = {
    sms: words.texts.sms,
    whatsapp: say(whatsappTemplates.title),
    check: words.check.title,
    call: words.call.title,
    replies: words.replies.title,
  };
  return (
    <Await state={state} retry={reload}>
      {({ principalEntityId, registrar, registered, templates, ...texts }) => (
        <>
          <List of={parts} className="row phone-jumps" keyOf={(part) => part}>
            {(part) => <a href={`#${part}`}>{titles[part]}</a>}
          </List>
          {!registered && <p className="notice plain">{words.texts.unregistered}</p>}
          <Section id="sms" title={titles.sms}>
            <p>{words.texts.lead}</p>
            <p className="detail">
              {words.texts.principalEntity}: {principalEntityId ?? words.texts.notYet}
              {registrar !== null && ` · ${words.texts.registrar}: ${registrars[registrar].name}`}
            </p>
            <TextList texts={templates} price={price} />
          </Section>
          <Registrations texts={templates} />
          <Section id="whatsapp" title={titles.whatsapp}>
            <WhatsappTemplates />
          </Section>
          <Section id="check" title={titles.check}>
            <p>{words.check.lead}</p>
            <TextCheck header={templates[0]?.template.header ?? ''} price={price} />
          </Section>
          <FlowSections texts={texts} />
        </>
      )}
    </Await>
  );
}

/** The gateway by whose price a cost is shown: the cheapest real one, or the emulator with the operators' price. */
function usePrice(): Price {
  const { state } = useLoad('GET /api/gateways');
  if (state.kind !== 'loaded') return null;
  const { gateways } = state.value;
  const real = gateways.filter(({ name }) => name !== 'emulator');
  const [cheapest] = (real.length > 0 ? real : gateways).toSorted(
    (left, right) => left.paisePerSegment - right.paisePerSegment,
  );
  return cheapest ?? null;
}

/** Flows of calls and of texts, each with its own heading. */
function FlowSections({ texts }: { texts: Pick<TextsAnswer, 'call' | 'flows' | 'link'> }) {
  const { words } = useConsole(phoneWordsIn);
  const { call, link } = texts;
  // The service answers with all that the file may leave out.
  const flows = texts.flows as Flows;
  const views = [
    { id: 'call', ...words.call, view: { kind: 'call' as const, call, flow: flows.call } },
    ...(flows.text === undefined
      ? []
      : [
          {
            id: 'replies',
            ...words.replies,
            view: { kind: 'text' as const, call, flow: flows.text },
          },
        ]),
  ];
  return views.map(({ id, title, lead, view }) => (
    <Section key={id} id={id} title={title}>
      <Fold className="list-fold" title={lead}>
        <FlowPart view={view} host={link.host} />
      </Fold>
    </Section>
  ));
}

type Price = Pick<GatewayAnswer, 'name' | 'paisePerSegment'> | null;

const sameBy =
  (key: 'language' | 'category') =>
  ({ template }: CheckedText, value: string) =>
    template[key] === value;

/** The registered texts, each behind its purpose; found by their words. */
function TextList({ texts, price }: { texts: readonly CheckedText[]; price: Price }) {
  const { words } = useConsole(phoneWordsIn);
  const list = useList(texts, {
    texts: ({ template: { id, purpose, text, header, templateId } }) => [
      ...[id, purpose.hi, purpose.en, text, header, templateId ?? ''],
    ],
    filters: { language: sameBy('language'), category: sameBy('category') },
    sorts: {},
    sort: '',
    upward: [],
  });
  return (
    <>
      <ListBar
        folded
        list={list}
        filters={[
          {
            name: 'language',
            label: words.check.language,
            choices: Object.entries(words.languages),
          },
          {
            name: 'category',
            label: words.texts.category,
            choices: Object.entries(words.texts.categories),
          },
        ]}
      />
      <List of={list.shown} className="plain" keyOf={({ template }) => template.id}>
        {(text) => <TextCard text={text} price={price} />}
      </List>
      <MoreRows list={list} />
    </>
  );
}

/** One registered text as a phone shows it, with its ids, its size and what was found in it. */
function TextCard({ text, price }: { text: CheckedText; price: Price }) {
  const { language, words, format } = useConsole(phoneWordsIn);
  const measured = usePricedMeasure();
  const { template, preview, onPortal, findings } = text;
  const isApart = onPortal.tags.length > 0;
  // Said by the id above already.
  const others = findings.filter(
    ({ rule, severity }) => rule !== 'template-id' || severity === 'error',
  );
  return (
    <Fold
      className="list-fold phone-text"
      data-text={template.id}
      title={
        <>
          {template.purpose[language]}{' '}
          <span className="tag">{words.languages[template.language]}</span>
        </>
      }
    >
      <div className="phone-beside">
        <PhonePreview
          kind="sms"
          header={template.header}
          body={preview}
          language={template.language}
        />
        <div>
          <Facts
            className="facts phone-facts"
            facts={[
              [words.texts.header, template.header],
              [words.texts.templateId, template.templateId ?? words.texts.notYet],
              [words.texts.category, words.texts.categories[template.category]],
              template.approvedOn !== null && [
                words.texts.approvedOn,
                format.day(template.approvedOn),
              ],
              isApart && [
                words.texts.onPortal,
                <span key="portal" lang={template.language}>
                  {onPortal.text}
                </span>,
              ],
              isApart && [words.texts.tagsApart, onPortal.tags.join(', ')],
              ...measured(text, price),
            ]}
          />
          <Findings findings={others} />
        </div>
      </div>
    </Fold>
  );
}
