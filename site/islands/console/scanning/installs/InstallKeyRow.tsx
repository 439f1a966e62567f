import { useState } from 'react';
import type { InstallKey } from '../../../../../messaging/scanning/installs/installs-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { installWordsIn } from './install-words.ts';

/** A key with its count, and the two ways to end it. */
export function InstallKeyRow({
  installKey,
  onRevoked,
}: {
  installKey: InstallKey;
  onRevoked: () => void;
}) {
  const { words: all, language, service } = useConsole();
  const words = installWordsIn(language);
  const { busy, error, run } = useAction();
  const [asking, setAsking] = useState(false);
  const number = (value: number) => formatNumber(value, language);
  const revoke = (discard: boolean) =>
    run(async () => {
      await service.ask('POST /api/install-keys/:id/revoke', {
        params: { id: installKey.id },
        body: { discard },
      });
      setAsking(false);
      onRevoked();
    });
  return (
    <>
      <p>
        <strong>
          <code>{installKey.id}</code>
        </strong>{' '}
        · {words.places[installKey.place]}
      </p>
      <p>
        {words.counted(
          number(installKey.installs),
          number(installKey.today),
          number(installKey.dailyLimit),
        )}
      </p>
      <p className="detail">
        {words.made(installKey.madeBy, formatMoment(installKey.madeAt, language))}
      </p>
      {installKey.revokedAt !== null && (
        <p className="detail">
          {words.revoked(installKey.revokedBy ?? '', formatMoment(installKey.revokedAt, language))}
        </p>
      )}
      <ErrorNotice error={error} />
      {asking ? (
        <>
          <p>{words.sure}</p>
          <p className="actions">
            <button
              type="button"
              className="button quiet"
              disabled={busy}
              onClick={() => revoke(false)}
            >
              {words.keep}
            </button>{' '}
            <button
              type="button"
              className="button quiet"
              disabled={busy}
              onClick={() => revoke(true)}
            >
              {words.discard}
            </button>{' '}
            <button type="button" className="button quiet" onClick={() => setAsking(false)}>
              {all.cancel}
            </button>
          </p>
        </>
      ) : (
        (installKey.revokedAt === null || installKey.installs > 0) && (
          <button type="button" className="button quiet" onClick={() => setAsking(true)}>
            {words.revoke} <span className="sr-only">{installKey.id}</span>
          </button>
        )
      )}
    </>
  );
}
