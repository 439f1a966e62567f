import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { usePhoneWords } from '../use-phone-words.ts';
import { NumberListForm } from './NumberListForm.tsx';

/** Telecom operators with how many numbers each is known to have, and for HQ a new list. */
export function NumberOperators() {
  const { language } = useConsole();
  const may = useMay();
  const words = usePhoneWords().operators;
  const { state, reload } = useLoad('GET /api/number-operators');
  return (
    <>
      <Await state={state} retry={reload}>
        {({ operators }) =>
          operators.length === 0 ? (
            <p>{words.never}</p>
          ) : (
            <table className="figures-table">
              <caption className="sr-only">{words.title}</caption>
              <thead>
                <tr>
                  {words.head.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {operators.map(({ operator, series, ported }) => (
                  <tr key={operator}>
                    <th scope="row">{operator}</th>
                    <td>{formatNumber(series, language)}</td>
                    <td>{formatNumber(ported, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Await>
      {may('number-operators.import') && <OperatorUpload onStored={reload} />}
    </>
  );
}

function OperatorUpload({ onStored }: { onStored: () => void }) {
  const { service } = useConsole();
  const { operators } = usePhoneWords();
  return (
    <NumberListForm
      words={operators}
      modes={['add', 'replace']}
      send={async (mode, sent) => {
        const stored = await service.upload(
          'POST /api/number-operators',
          { query: { mode } },
          sent,
        );
        onStored();
        return stored;
      }}
      say={() => operators.stored}
    />
  );
}
