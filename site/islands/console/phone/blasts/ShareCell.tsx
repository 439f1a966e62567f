import {
  formatInterval,
  type ShareInterval,
} from '../../../../../campaigns/messages/click-share.ts';

/** A share with its 95 % interval, as a cell of a table. */
export function ShareCell({ share }: { share: ShareInterval | null }) {
  return (
    <td>
      {share === null ? '–' : `${(100 * share.share).toFixed(1)} %`}{' '}
      {share !== null && <small>{formatInterval(share)}</small>}
    </td>
  );
}
