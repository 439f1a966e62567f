import type { Field } from '../../../../../campaigns/fields/field.ts';
import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import type { RouteName } from '../../../../../messaging/contract/contract.ts';
import type { Entry, Feature } from '../../../../../messaging/kit/feature.ts';
import { headquarters } from '../../../../i18n/campaign-names.ts';
import { useConsole, useDistrictName } from '../console-context.ts';
import { type Loaded, useLoad } from '../use-service.ts';

/** Entries of a feature, and a way to read them again. */
export function useEntries<Of extends Feature>(
  of: Of,
): { state: Loaded<Entry<Of>[]>; reload: () => Promise<void> } {
  const name = `GET /api/${of.path}` as RouteName;
  return useLoad<RouteName>(name, {} as never) as never;
}

/** Words of a declaration in the officer's language. */
export function useSay(): (pair: Pair) => string {
  const { language } = useConsole();
  return (pair) =>
    pair[language === 'hi' ? 0 : 1].replace('{headquarters}', headquarters[language]);
}

/** A field's value as the officer reads it. */
export function useSayValue(): (field: Field, value: unknown) => string {
  const { language, campaign, format } = useConsole();
  const say = useSay();
  const nameDistrict = useDistrictName();
  return (field, value) => {
    const { type, none, options = {} } = field;
    if (type === 'district') return nameDistrict(String(value ?? ''));
    if (value === null || value === '') return none === undefined ? '' : say(none);
    const text = String(value);
    switch (type) {
      case 'count':
      case 'measure':
        return format.number(Number(value));
      case 'moment':
        return format.moment(text);
      case 'day':
        return format.day(text);
      case 'choice':
        return options[text] === undefined ? text : say(options[text]);
      case 'service':
        return campaign.services.find(({ id }) => id === text)?.name[language] ?? text;
      default:
        return text;
    }
  };
}
