import { useState } from 'react';
import { longestRemark } from '../../../../../campaigns/directions/limits.ts';
import type { ListedState } from '../../../../../campaigns/directions/listing.ts';
import {
  isPossible,
  occurrenceStates,
} from '../../../../../campaigns/directions/occurrence-state.ts';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import type { Role } from '../../../../../campaigns/offices/role.ts';
import type { Answer, Asked } from '../../../../../messaging/contract/contract.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { HeldNotice, isHeld } from '../../ui/Effect.tsx';
import { Form } from '../../ui/Form.tsx';
import { readText } from '../../ui/form-text.ts';
import { ErrorNotice, Field, Outcome, SelectField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { useNumber } from './OccurrenceState.tsx';

const route = 'POST /api/directions/occurrences/decide';
type Many = Asked<typeof route>['body'];
type Action = Many['action'];

/** Headquarters closes and sets aside; an office answers for itself. */
export function manyActions(role: Role): Action[] {
  return [
    ...(rolesFor('direction.settle').includes(role) ? (['close', 'set-aside'] as const) : []),
    ...(rolesFor('direction.submit').includes(role) ? (['submit'] as const) : []),
  ];
}

/** Settles what is ticked in the list, or all that the filters leave, with one reason. */
export function ManyForm({
  selection,
  chosen,
  counts,
  onDone,
}: {
  selection: Many['selection'];
  chosen: ReadonlySet<string>;
  counts: Partial<Record<ListedState, number>>;
  onDone: () => void;
}) {
  const { language, service, words } = useConsole(registerWordsIn);
  const number = useNumber();
  const actions = manyActions(useMe().role);
  const [action, setAction] = useState<Action>(actions[0] ?? 'submit');
  const { busy, error, run } = useAction();
  const [result, setResult] = useState<Answer<typeof route> | null>(null);
  const all =
    selection.state === undefined
      ? occurrenceStates
          .filter((state) => isPossible(state, action))
          .reduce((sum, state) => sum + (counts[state] ?? 0), 0)
      : (counts[selection.state] ?? 0);
  const count = chosen.size === 0 ? all : chosen.size;
  const submit = (form: FormData, element: HTMLFormElement) => {
    const remark = readText(form, 'remark');
    const keys = chosen.size === 0 ? {} : { keys: [...chosen] };
    run(async () => {
      setResult(await service.ask(route, { body: { action, remark, selection, ...keys } }));
      element.reset();
      onDone();
    });
  };
  return (
    <details className="direction-many">
      <summary>{words.many}</summary>
      <Form className="narrow" onSubmit={submit}>
        <p className="detail">{words.manyHint}</p>
        <SelectField
          label={words.manyAction}
          value={action}
          options={actions.map((each) => [each, words.manyActions[each]] as const)}
          onChoose={setAction}
        />
        <p role="status">
          {chosen.size === 0 ? words.manyAll(number(count)) : words.manyChosen(number(count))}
        </p>
        <Field label={action === 'submit' ? words.manyAnswer : words.manyReason}>
          {(ids) => <textarea {...ids} name="remark" rows={2} required maxLength={longestRemark} />}
        </Field>
        <ErrorNotice error={error} />
        <button type="submit" className="button" disabled={busy || count === 0}>
          {words.manyDo(words.manyActions[action], number(count))}
        </button>
      </Form>
      <HeldNotice answer={result} />
      {result !== null && !isHeld(result) && (
        <Outcome tone={result.left.length === 0 ? 'good' : 'plain'}>
          <p>{words.manyDone(number(result.done))}</p>
          {result.left.map(({ reason, text, keys }) => (
            <p key={reason}>
              {words.manyLeft(number(keys.length))} {text[language]}
            </p>
          ))}
        </Outcome>
      )}
    </details>
  );
}
