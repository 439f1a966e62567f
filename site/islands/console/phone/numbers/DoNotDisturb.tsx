import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { usePhoneWords } from '../use-phone-words.ts';
import { NumberListForm } from './NumberListForm.tsx';

/** The numbers that get no promotional messages: how many there are, and for HQ a new list. */
export function DoNotDisturb() {
  const { language } = useConsole();
  const may = useMay();
  const words = usePhoneWords();
  const { state, reload } = useLoad('GET /api/do-not-disturb');
  return (
    <>
      <Await state={state} retry={reload}>
        {({ numbers, changedAt }) =>
          changedAt === null ? (
            <p>{words.dnd.never}</p>
          ) : (
            <>
              <p className="headline phone-figure">
                <strong>{formatNumber(numbers, language)}</strong> {words.dnd.numbers}
              </p>
              <p className="detail">{words.dnd.changed(formatMoment(changedAt, language))}</p>
            </>
          )
        }
      </Await>
      {may('do-not-disturb.import') ? <ListUpload onStored={reload} /> : <p>{words.dnd.hqOnly}</p>}
    </>
  );
}

function ListUpload({ onStored }: { onStored: () => void }) {
  const { service, language } = useConsole();
  const { dnd } = usePhoneWords();
  return (
    <NumberListForm
      words={dnd}
      modes={['replace', 'add']}
      send={async (mode, sent) => {
        const stored = await service.upload('POST /api/do-not-disturb', { query: { mode } }, sent);
        onStored();
        return stored;
      }}
      say={({ numbers }) => dnd.stored(formatNumber(numbers, language))}
    />
  );
}
