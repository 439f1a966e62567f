import { officeSide } from '../../../../../campaigns/language.ts';
import { messageLanguages } from '../../../../../campaigns/messages/message-language.ts';
import type { CallScript } from '../../../../../campaigns/messages/messages.ts';
import type { TextsAnswer } from '../../../../../messaging/phone/blasts/template-routes.ts';
import { useConsole } from '../../ui/console-context.ts';
import { PhonePreview } from '../texts/PhonePreview.tsx';
import { Findings } from './Findings.tsx';
import { PromptRecordings, useTakes } from './PromptRecordings.tsx';
import { useBlastWords } from './use-blast-words.ts';

interface CallPreviewsProps {
  call: Record<'hi' | 'en', CallScript>;
  findings: TextsAnswer['callFindings'];
}

/** The words of a call until a key is pressed, in both languages, and all of its prompts to be heard. */
export function CallPreviews({ call, findings }: CallPreviewsProps) {
  const { campaign, language } = useConsole();
  const words = useBlastWords();
  const takes = useTakes();
  return messageLanguages.map((name) => (
    <div key={name}>
      <p className="detail">{words.languages[name]}</p>
      <PhonePreview
        kind="call"
        language={name}
        header={campaign.force[officeSide(language, campaign.own)]}
        body={`${call[name].greeting.text} ${call[name].menu.text}`}
      />
      {takes !== null && <PromptRecordings call={call[name]} spoken={name} scripts={takes} />}
      {findings[name].length > 0 && <Findings findings={findings[name]} />}
    </div>
  ));
}
