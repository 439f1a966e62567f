import { pickName } from '../../../../../../campaigns/directory/pick-name.ts';
import { isMergeField, stationField } from '../../../../../../campaigns/messages/merge-fields.ts';
import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../../campaigns/messages/message-language.ts';
import type { StationCards } from '../../../../../../campaigns/messages/station-cards.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { useLoad } from '../../../ui/use-service.ts';
import { CallPreviews, MessagePhone, WhatsappPhone } from '../MessagePhone.tsx';
import { type DraftForm, fillText, findPaise } from './draft-form.ts';
import type { EditorProps } from './editor-props.ts';
import { useTemplateState } from './use-draft.ts';

/** The chosen and typed text as it will arrive. */
export function DraftPhone({ form, texts, gateways, draft }: EditorProps) {
  const nameState = useTemplateState({ form, gateways });
  const longest = useLongestNames(form);
  if (form.channel === 'ivr') {
    return <CallPreviews call={texts.call} findings={texts.callFindings} />;
  }
  const gateway = gateways.find(({ name }) => name === form.gateway);
  const shortCode = draft?.blast.shortCode ?? null;
  const code = shortCode ?? undefined;
  return messageLanguages.map((language) => {
    const chosen = texts.templates.find(({ template }) => template.id === form.templates[language]);
    if (chosen === undefined) return null;
    const values = form.values[language].map((value) =>
      isMergeField(value) ? (longest(value, language) ?? value) : value,
    );
    const body = fillText(chosen.template, texts.link.host, { values, code });
    const state = nameState(chosen.template.id);
    if (chosen.card !== undefined) {
      const { card, template } = chosen;
      return (
        <WhatsappPhone
          key={language}
          text={{ ...template, body, card: { ...card, ...keptCards(form, draft, language) } }}
          paise={findPaise(gateway, template.category)}
          {...(state === undefined ? {} : { state })}
        />
      );
    }
    return (
      <MessagePhone
        key={language}
        text={{ ...chosen.template, body }}
        paisePerSegment={gateway?.paisePerSegment}
        shortCode={shortCode}
        findings={chosen.findings}
      />
    );
  });
}

/** Cards of stations as the draft was last kept with them. */
function keptCards(
  { stationCards }: DraftForm,
  draft: EditorProps['draft'],
  language: MessageLanguage,
): { stationCards?: StationCards } {
  const cards = draft?.blast.texts[language]?.card?.stationCards;
  return stationCards && cards !== undefined ? { stationCards: cards } : {};
}

/** The longest name that may stand for a field; a station has one once the list is chosen, and else the district's. */
function useLongestNames({ values, audienceId, districts: chosen }: DraftForm) {
  const { districts } = useConsole();
  const asks = audienceId !== null && Object.values(values).flat().includes(stationField);
  const { state } = useLoad(asks ? 'GET /api/audiences/:id' : null, {
    params: { id: audienceId ?? 0 },
  });
  const isMeant = (id: string) => chosen?.includes(id) ?? true;
  const ofDistricts = districts.filter(({ id }) => isMeant(id));
  const ofStations =
    asks && state.kind === 'loaded'
      ? state.value.longestStations.filter(({ district }) => isMeant(district))
      : [];
  return (field: string, language: MessageLanguage): string | undefined => {
    const places = field === stationField && ofStations.length > 0 ? ofStations : ofDistricts;
    return places
      .map((place) => pickName(place, language))
      .toSorted((one, other) => other.length - one.length)[0];
  };
}
