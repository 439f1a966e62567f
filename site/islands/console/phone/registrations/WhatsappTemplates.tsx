import { fillWhatsapp, listSamples } from '../../../../../campaigns/messages/whatsapp-text.ts';
import { templateReasons, whatsappCodes } from '../../../../../campaigns/words/whatsapp-codes.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { whatsappTemplates } from '../../../../../messaging/phone/whatsapp-templates/whatsapp-templates-feature.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FeatureView } from '../../ui/feature/FeatureView.tsx';
import { useSayValue } from '../../ui/feature/use-feature.ts';
import { type Fact, Facts } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { WhatsappPreview } from '../blasts/MessagePhone.tsx';

type Template = Answer<'GET /api/whatsapp-templates'>[number];

const { fields } = whatsappTemplates;

/** Templates that officers write for Meta, each as a phone shows it, with Meta's word on it. */
export function WhatsappTemplates() {
  const { words } = useConsole(templateWordsIn);
  const { state } = useLoad('GET /api/gateways');
  const lacksMeta =
    state.kind === 'loaded' && !state.value.gateways.some(({ name }) => name === 'meta');
  return (
    <>
      {lacksMeta && <p className="notice plain">{words.lacksMeta}</p>}
      <FeatureView of={whatsappTemplates} row={(template) => <Row template={template} />} />
    </>
  );
}

function Row({ template }: { template: Template }) {
  const { campaign, language, words } = useConsole(templateWordsIn);
  const sayValue = useSayValue();
  const { name, category, metaCategory, question, state, said, footer, purpose } = template;
  const next = (words.next as Partial<Record<typeof state, string>>)[state];
  const buttons = [
    { kind: 'app' as const, label: template.appButton },
    { kind: 'stop' as const, label: template.stopButton },
  ];
  const facts = (
    ['language', 'category', 'writtenBy', 'agreedBy', 'sentAt', 'readAt'] as const
  ).map((key): Fact => {
    const text = sayValue(fields[key], template[key]);
    return text !== '' && [fields[key].label[language === 'hi' ? 0 : 1], text];
  });
  return (
    <div className="phone-text" data-template={name}>
      <h3>
        {purpose} <span className="detail">{name}</span>
      </h3>
      <p>
        <strong>{sayValue(fields.state, state)}</strong>
        {said !== null && ` · ${sayMeta(said, language)}`}
      </p>
      {next !== undefined && <p className="detail">{next}</p>}
      {question !== null && (state === 'draft' || state === 'agreed') && (
        <p className="notice plain">{sayValue(fields.question, question)}</p>
      )}
      {metaCategory !== null && metaCategory !== category && (
        <p className="notice bad">{words.otherCategory(sayValue(fields.category, metaCategory))}</p>
      )}
      <div className="phone-beside">
        <WhatsappPreview
          header={campaign.force[template.language]}
          language={template.language}
          body={fillWhatsapp(template.body, listSamples(template.samples))}
          card={{
            picture: null,
            footer: footer === '' ? null : footer,
            buttons: buttons.filter(({ label }) => label !== ''),
          }}
        />
        <Facts className="facts phone-facts" facts={facts} />
      </div>
    </div>
  );
}

/** Meta's code or word in ours; its own sentence where it is not listed. */
function sayMeta(said: string, language: 'hi' | 'en'): string {
  const [code = ''] = said.split(':');
  const known = templateReasons[code] ?? whatsappCodes[code];
  return known === undefined ? said : known[language];
}

const templateWordsIn = inEachLanguage({
  lacksMeta: [
    'मेटा का Cloud API अभी स्थापित नहीं है: जिस टेंपलेट पर सहमति हो चुकी है, वह उसके स्थापित होते ही जाएगा।',
    'Meta’s Cloud API is not set up yet: what is agreed goes as soon as it is.',
  ],
  next: {
    sent: [
      'उत्तर नहीं आया; मेटा से दो-दो मिनट पर पूछा जा रहा है। यह दोबारा नहीं भेजा जाता।',
      'No answer came; Meta is asked every two minutes. It is never handed in a second time.',
    ],
    missing: [
      'मेटा के पास यह नहीं पहुँचा या वहाँ से हटा दिया गया। इसे दूसरे नाम से फिर लिखें।',
      'It did not reach Meta, or was deleted there. Write it again under another name.',
    ],
    refused: [
      'सुधारें; दूसरे अधिकारी की सहमति पर फिर जाएगा।',
      'Correct it; once a second officer agrees it goes again.',
    ],
    rejected: [
      'सुधारा हुआ पाठ दूसरे नाम से लिखें; प्रसारण में यह नहीं चुना जा सकता।',
      'Write the corrected text under another name; this one cannot be chosen for a blast.',
    ],
    paused: [
      'लोगों ने इसे ब्लॉक किया या स्पैम बताया। मेटा इसे स्वयं फिर खोलता है; तब तक इससे प्रसारण नहीं जाता।',
      'People blocked or reported it. Meta opens it by itself; until then no blast goes by it.',
    ],
  },
  otherCategory: (category: string) => [
    `मेटा ने श्रेणी बदलकर "${category}" कर दी है: दर और समय उसी के लगेंगे, और जिन प्रसारणों पर सहमति पहले हुई वे रुकेंगे।`,
    `Meta changed the category to "${category}": its price and hours apply, and blasts approved before pause.`,
  ],
});
