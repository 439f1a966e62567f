import type {
  CheckedText,
  Finding,
} from '../../../../../messaging/phone/blasts/template-routes.ts';
import type { GatewayAnswer } from '../../../../../messaging/phone/gateways/routes.ts';
import { formatShare } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { type Fact, List } from '../../ui/parts.tsx';
import { phoneWordsIn } from '../phone-words.ts';
import { useGatewayName } from '../use-code-text.ts';

interface PhonePreviewProps {
  /** The registered header of a text, the caller's name of a call. */
  header: string;
  /** The words as they are sent or spoken. */
  body: string;
  language: 'hi' | 'en';
  kind: 'sms' | 'call';
}

/** Phosphor's user and phone, in the fill weight of the site's other icons. */
const icons = {
  sms: 'M230.93,220a8,8,0,0,1-6.93,4H32a8,8,0,0,1-6.92-12c15.23-26.33,38.7-45.21,66.09-54.16a72,72,0,1,1,73.66,0c27.39,8.95,50.86,27.83,66.09,54.16A8,8,0,0,1,230.93,220Z',
  call: 'M231.88,175.08A56.26,56.26,0,0,1,176,224C96.6,224,32,159.4,32,80A56.26,56.26,0,0,1,80.92,24.12a16,16,0,0,1,16.62,9.52l21.12,47.15,0,.12A16,16,0,0,1,117.39,96c-.18.27-.37.52-.57.77L96,121.45c7.49,15.22,23.41,31,38.83,38.51l24.34-20.71a8.12,8.12,0,0,1,.75-.56,16,16,0,0,1,15.17-1.4l.13.06,47.11,21.11A16,16,0,0,1,231.88,175.08Z',
};

const linkForm = /((?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S+)/gi;

/** A text as a phone shows it, or the words of a call as its owner hears them. */
export function PhonePreview({ header, body, language, kind }: PhonePreviewProps) {
  return (
    <figure className={`phone-preview ${kind}`}>
      <figcaption>
        <svg viewBox="0 0 256 256" aria-hidden="true">
          <path d={icons[kind]} />
        </svg>
        <span>{header}</span>
      </figcaption>
      <p className="bubble" lang={language}>
        {/* Every second piece is what the form has caught; it leads nowhere from here. */}
        {body.split(linkForm).map((piece, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text stay in their order
          index % 2 === 1 ? <u key={index}>{piece}</u> : piece,
        )}
      </p>
    </figure>
  );
}

type Counted = Pick<CheckedText, 'measure' | 'oneMore'>;
type Price = Pick<GatewayAnswer, 'name' | 'paisePerSegment'>;
const lakh = 100_000;

/** Says how long a text is, in how many segments, and what one more character costs; null while it is counted. */
export function useMeasure(): (text: Counted | null) => Fact[] {
  const { words: all, format } = useConsole(phoneWordsIn);
  const words = all.texts;
  const count = format.number;
  return (text) => {
    if (text === null)
      return [words.size, words.segments, words.oneMore].map((term) => [term, '…']);
    const { measure, oneMore } = text;
    return [
      [words.size, `${words.units(count(measure.units))} (${words.encodings[measure.encoding]})`],
      [words.segments, <strong key="segments">{count(measure.segments)}</strong>],
      [
        words.oneMore,
        oneMore.segments === 0
          ? words.free(count(measure.unitsLeft))
          : words.costs(formatShare(oneMore.share)),
      ],
    ];
  };
}

/** The same with the cost for a lakh of phones. */
export function usePricedMeasure(): (text: CheckedText, price: Price | null) => Fact[] {
  const { words, format } = useConsole(phoneWordsIn);
  const nameGateway = useGatewayName();
  const say = useMeasure();
  return (text, price) => [
    ...say(text),
    price !== null && [
      words.texts.lakh,
      <>
        <strong>{format.rupees(lakh * text.measure.segments * price.paisePerSegment)}</strong>{' '}
        <span className="detail">
          {words.texts.at(format.rupees(price.paisePerSegment), nameGateway(price.name))}
        </span>
      </>,
    ],
  ];
}

/** Findings of the linter, errors first, each once. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { language, words } = useConsole(phoneWordsIn);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  // The same character may be in many places.
  const byMessage = new Map([...errors, ...others].map((finding) => [finding.message.en, finding]));
  if (byMessage.size === 0) return <p className="phone-findings">{words.texts.clean}</p>;
  return (
    <List
      of={[...byMessage.values()]}
      className="phone-findings"
      keyOf={({ message }) => message.en}
    >
      {({ severity, message }) => (
        <>
          <strong className={severity}>{words.texts.severity[severity]}</strong>
          {message[language]}
        </>
      )}
    </List>
  );
}
