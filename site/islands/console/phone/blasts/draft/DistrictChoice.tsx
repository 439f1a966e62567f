import { useId, useState } from 'react';
import type { Segment } from '../../../../../../messaging/phone/audiences/audiences-schemas.ts';
import { formatNumber } from '../../../../../i18n/format.ts';
import { useConsole, useDistrictName } from '../../../ui/console-context.ts';
import { TextField } from '../../../ui/parts.tsx';
import { useBlastWords } from '../use-blast-words.ts';

interface DistrictChoiceProps {
  segments: readonly Segment[];
  /** Null for all of the list. */
  chosen: readonly string[] | null;
  fault: string | undefined;
  onChoose: (districts: string[] | null) => void;
}

const searchedFrom = 12;

/** All of a list, or its members in some districts. */
export function DistrictChoice({ segments, chosen, fault, onChoose }: DistrictChoiceProps) {
  const { language } = useConsole();
  const words = useBlastWords();
  const nameDistrict = useDistrictName();
  const [typed, setTyped] = useState('');
  const faultId = useId();
  const members = new Map<string, number>();
  let without = 0;
  for (const { district, members: count } of segments) {
    if (district === null) without += count;
    else members.set(district, (members.get(district) ?? 0) + count);
  }
  const rows = [...members]
    .map(([id, count]) => ({ id, count, name: nameDistrict(id) }))
    .toSorted((left, right) => right.count - left.count);
  if (rows.length === 0) return null;
  const shown = rows.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  const toggle = (id: string, on: boolean) => {
    const others = (chosen ?? []).filter((name) => name !== id);
    onChoose(on ? [...others, id] : others);
  };
  return (
    <fieldset className="choices" aria-describedby={fault === undefined ? undefined : faultId}>
      <legend>{words.audience.districts}</legend>
      <label className="choice">
        <input type="radio" name="area" checked={chosen === null} onChange={() => onChoose(null)} />
        <span>
          <strong>{words.audience.allDistricts}</strong>
        </span>
      </label>
      <label className="choice">
        <input type="radio" name="area" checked={chosen !== null} onChange={() => onChoose([])} />
        <span>
          <strong>{words.audience.someDistricts}</strong>
          {without > 0 && (
            <span className="detail">
              {words.audience.without(formatNumber(without, language))}
            </span>
          )}
        </span>
      </label>
      {chosen !== null && (
        <>
          {fault !== undefined && (
            <p className="wrong" id={faultId}>
              {fault}
            </p>
          )}
          {rows.length >= searchedFrom && (
            <TextField
              label={words.audience.find}
              type="search"
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
          )}
          <ul className="plain districts">
            {shown.map(({ id, name, count }) => (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.includes(id)}
                    aria-invalid={fault === undefined ? undefined : true}
                    onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
                  />
                  <span>{name}</span>
                  <span className="detail">{formatNumber(count, language)}</span>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  );
}
