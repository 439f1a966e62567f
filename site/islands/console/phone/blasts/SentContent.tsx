import { blastRows } from '../../../../../campaigns/messages/draft-fields.ts';
import { messageLanguages } from '../../../../../campaigns/messages/message-language.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { LinkHold } from '../../ui/LinkNotice.tsx';
import { Section } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { whatsappWordsIn } from '../whatsapp-words.ts';
import { blastWordsIn } from './blast-words.ts';
import { TestList } from './draft/TestMessage.tsx';
import { GatewayParts } from './GatewayParts.tsx';
import { CallPreviews, MessagePhone, WhatsappPhone } from './MessagePhone.tsx';
import { describeRows } from './row-facts.ts';
import { SheetRow } from './SheetRow.tsx';
import { WhoGetsIt } from './WhoGetsIt.tsx';

/** Letter for letter what is sent, to how many, when, from where, and for how much. */
export function SentContent({ detail }: { detail: BlastDetail }) {
  const { language, words } = useConsole(blastWordsIn);
  const { blast, estimate, counting } = detail;
  const rows = describeRows(detail, { words, language });
  return (
    <Section id="content" title={words.content.title} level="h3">
      <div className="blast-sheet">
        <div>
          {blastRows.map((row) => (
            <SheetRow key={row} row={row} {...rows[row]}>
              {row === 'cost' && estimate !== null && <GatewayParts parts={detail.byGateway} />}
              {row === 'list' && (counting || estimate !== null) && <WhoGetsIt detail={detail} />}
            </SheetRow>
          ))}
        </div>
        <div className="previews">
          <SentTexts blast={blast} />
          <TestList detail={detail} />
        </div>
      </div>
    </Section>
  );
}

/** Each text as it arrives, or as it is heard. */
export function SentTexts({ blast }: Pick<BlastDetail, 'blast'>) {
  const { fallbackTo } = useConsole(whatsappWordsIn).words;
  return (
    <>
      {blast.channel === 'ivr' ? <Calls /> : <Bodies blast={blast} />}
      {blast.trial !== null && (
        <Bodies blast={{ ...blast, texts: blast.trial.texts, shortCode: null }} />
      )}
      {blast.fallback !== null && (
        <>
          <Bodies blast={{ ...blast, ...blast.fallback, shortCode: null }} />
          {blast.fallback.afterHours != null && (
            <p className="detail">{fallbackTo(blast.fallback.afterHours)}</p>
          )}
        </>
      )}
      {blast.approvedAt === null && <UnconfirmedLink />}
    </>
  );
}

interface BodiesProps {
  blast: Pick<BlastDetail['blast'], 'texts' | 'category' | 'paisePerSegment' | 'shortCode'>;
}

function Bodies({ blast }: BodiesProps) {
  return messageLanguages.map((language) => {
    const text = blast.texts[language];
    if (text === undefined) return null;
    const { category, paisePerSegment, shortCode } = blast;
    const { card } = text;
    if (card !== undefined) {
      const shown = { ...text, card, language };
      return <WhatsappPhone key={language} text={shown} paise={paisePerSegment} />;
    }
    const shared = { paisePerSegment, shortCode };
    return <MessagePhone key={language} {...shared} text={{ ...text, language, category }} />;
  });
}

function Calls() {
  const { state } = useLoad('GET /api/templates');
  if (state.kind !== 'loaded') return null;
  return <CallPreviews call={state.value.call} findings={state.value.callFindings} />;
}

function UnconfirmedLink() {
  const { state } = useLoad('GET /api/templates');
  return state.kind === 'loaded' ? <LinkHold {...state.value.link} /> : null;
}
