import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { TextField } from '../../ui/parts.tsx';
import { ArtworkPicture } from './ArtworkPicture.tsx';
import { orderWordsIn } from './order-words.ts';
import {
  type ArtworkDraft,
  type PressFile,
  pickUnit,
  type StationDraft,
} from './use-order-form.ts';

interface ArtworkFieldsProps {
  district: string;
  artwork: string;
  draft: ArtworkDraft;
  files: readonly PressFile[];
  onChange: (part: Partial<ArtworkDraft>) => void;
}

/** An artwork of the order: its rate, its quantity, and where single stations differ. */
export function ArtworkFields({ district, artwork, draft, files, onChange }: ArtworkFieldsProps) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
  return (
    <fieldset className="order-artwork">
      <legend>
        <label className="check">
          <input
            type="checkbox"
            checked={draft.chosen}
            onChange={({ currentTarget }) => onChange({ chosen: currentTarget.checked })}
          />
          {artworkName(artwork, language)}
        </label>
      </legend>
      {files[0] !== undefined && <ArtworkPicture district={district} file={files[0]} alt="" />}
      {draft.chosen && (
        <>
          <div className="ends">
            <TextField
              label={words.rate(words.unit[pickUnit(artwork)])}
              inputMode="decimal"
              value={draft.rate}
              onChange={({ currentTarget }) => onChange({ rate: currentTarget.value })}
              autoComplete="off"
            />
            <TextField
              label={words.quantity}
              inputMode="numeric"
              value={draft.quantity}
              onChange={({ currentTarget }) => onChange({ quantity: currentTarget.value })}
              autoComplete="off"
            />
          </div>
          <details>
            <summary>
              {words.station} ({formatNumber(files.length, language)})
            </summary>
            <ul className="plain order-stations">
              {files.map((file) => (
                <StationRow
                  key={file.path}
                  name={pickName(file, language)}
                  quantity={draft.quantity}
                  {...draft.own[file.path]}
                  onChange={(part) =>
                    onChange({
                      own: { ...draft.own, [file.path]: { ...draft.own[file.path], ...part } },
                    })
                  }
                />
              ))}
            </ul>
          </details>
        </>
      )}
    </fieldset>
  );
}

interface StationRowProps {
  name: string;
  quantity: string;
  place?: string;
  onChange: (part: StationDraft) => void;
}

function StationRow({ name, quantity, place = '', onChange }: StationRowProps) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
  return (
    <li>
      <span>{name}</span>
      <input
        aria-label={words.quantityOf(name)}
        inputMode="numeric"
        value={quantity}
        onChange={({ currentTarget }) => onChange({ quantity: currentTarget.value })}
      />
      <input
        aria-label={words.placeOf(name)}
        placeholder={words.place}
        maxLength={120}
        value={place}
        onChange={({ currentTarget }) => onChange({ place: currentTarget.value })}
      />
    </li>
  );
}
