import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import { type Selection, useSelection } from '../../../../site/islands/console/ui/list/ListBar.tsx';
import { useList } from '../../../../site/islands/console/ui/list/use-list.ts';
import { useChanges } from '../../../../site/islands/console/ui/use-changes.ts';
import { usePoll } from '../../../../site/islands/console/ui/use-service.ts';
import { showPart } from '../part.ts';

test.each([
  { page: 1, found: 45, range: '45 में से 1–20', next: true },
  { page: 2, found: 45, range: '45 में से 21–40', next: true },
  { page: 3, found: 45, range: '45 में से 41–45', next: false },
  { page: 2, found: 40, range: '40 में से 21–40', next: false },
])('page $page of $found rows says $range', async ({ page, found, range, next }) => {
  const { main } = await showPart(async () => {
    const { Pager } = await import('../../../../site/islands/console/ui/list/ListBar.tsx');
    return createElement(Pager, { page, found, pageRows: 20, onPage: () => {} });
  });
  expect(main.querySelector('[role=status]')?.textContent).toBe(range);
  expect(main.querySelectorAll('button')[1]?.disabled).toBe(!next);
});

interface ListProps {
  ids: string[];
  tell: (selection: Selection) => void;
}

function List({ ids, tell }: ListProps) {
  tell(useSelection(ids));
  return null;
}

test('a row that left the list is no longer among the chosen ones', async () => {
  let selection: Selection | undefined;
  const tell: ListProps['tell'] = (given) => {
    selection = given;
  };
  const { show, during } = await showPart(async () =>
    createElement(List, { ids: ['a', 'b'], tell }),
  );
  await during(() => selection?.choose(['a', 'b']));
  expect([...(selection?.chosen ?? [])]).toEqual(['a', 'b']);
  await show(createElement(List, { ids: ['a', 'c'], tell }));
  expect([...(selection?.chosen ?? [])]).toEqual(['a']);
});

describe('a copy button', () => {
  test.each([
    {
      label: 'that the browser allows says that it is done',
      writeText: async () => {},
      said: 'हुआ',
    },
    {
      label: 'that the browser refuses says nothing',
      writeText: () => Promise.reject(new Error('not allowed')),
      said: 'कॉपी',
    },
  ])('$label', async ({ writeText, said }) => {
    const { main, press } = await showPart(
      async () => {
        const { CopyButton } = await import('../../../../site/islands/console/ui/parts.tsx');
        return createElement(CopyButton, { text: 'x', label: 'कॉपी', done: 'हुआ' });
      },
      { standIns: { navigator: { clipboard: { writeText } } } },
    );
    await press('कॉपी');
    expect(main.textContent).toBe(said);
  });
});

test.each([
  { press: 'स्वीकार', sent: [['accept', '']], wrong: [] },
  { press: 'अस्वीकार', sent: [], wrong: ['कारण लिखें'] },
  { press: 'सुनकर', sent: [], wrong: [] },
])('of the decisions $press sends $sent and says $wrong', async ({ press, sent, wrong }) => {
  const decided: string[][] = [];
  const shown = await showPart(async () => {
    const { DecisionForm } = await import('../../../../site/islands/console/ui/DecisionForm.tsx');
    return createElement(DecisionForm, {
      label: 'टिप्पणी',
      missing: 'कारण लिखें',
      decisions: [
        { action: 'accept', button: 'स्वीकार' },
        { action: 'refuse', button: 'अस्वीकार', needsReason: true },
        { action: 'hear', button: 'सुनकर', disabled: true },
      ],
      send: async (...decision: [string, string]) => decided.push(decision),
    });
  });
  await shown.press(press);
  expect(decided).toEqual(sent);
  const said = [...shown.main.querySelectorAll('.wrong')].map(({ textContent }) => textContent);
  expect(said).toEqual(wrong);
});

type Forms = typeof import('../../../../site/islands/console/ui/AskForm.tsx');

function EndLink({ AskButton, useAsk }: Pick<Forms, 'AskButton' | 'useAsk'>) {
  const send = useAsk()('POST /api/vendor-links/:id/revoke', { params: { id: 1 } });
  return createElement(AskButton, { button: 'बंद करें', send });
}

test.each([
  { label: 'is done', answer: {}, readings: 1 },
  {
    label: 'waits for a second officer',
    answer: { held: { id: 3, effect: { changes: [], findings: [] } } },
    readings: 0,
  },
])('an act that $label has what is around it read $readings times', async ({ answer, ...told }) => {
  let readings = 0;
  const { press } = await showPart(
    async () => {
      const [form, { ReloadContext }] = await Promise.all([
        import('../../../../site/islands/console/ui/AskForm.tsx'),
        import('../../../../site/islands/console/ui/use-service.ts'),
      ]);
      const value = () => {
        readings += 1;
      };
      return createElement(ReloadContext, { value }, createElement(EndLink, form));
    },
    { ask: async () => answer },
  );
  await press('बंद करें');
  expect(readings).toBe(told.readings);
});

function Figures() {
  const { state, lost } = usePoll(() => true, 'GET /api/kit');
  const step = state.kind === 'loaded' ? state.value.step : state.kind;
  return `${step}${lost ? ', old' : ''}`;
}

test('figures that can no longer be read stay, and are said to be old until they are read again', async () => {
  let isAway = false;
  const { main, during, document } = await showPart(async () => createElement(Figures), {
    ask: async () => {
      if (isAway) throw new Error('away');
      return { step: 'idle' };
    },
  });
  const look = () => during(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(main.textContent).toBe('idle');
  isAway = true;
  await look();
  expect(main.textContent).toBe('idle, old');
  isAway = false;
  await look();
  expect(main.textContent).toBe('idle');
});

function Listener({ reload }: { reload: () => void }) {
  useChanges(['activity'], reload);
  return null;
}

test('after a lost connection a page reads again what it may have missed, and else only what it shows', async () => {
  const listeners = new Map<string, (event: object) => void>();
  class Stream {
    static readonly CLOSED = 2;
    readonly readyState = 1;
    addEventListener(kind: string, listener: (event: object) => void) {
      listeners.set(kind, listener);
    }
    close() {}
  }
  let readings = 0;
  const reload = () => {
    readings += 1;
  };
  await showPart(async () => createElement(Listener, { reload }), {
    standIns: { EventSource: Stream },
  });
  const happens = (kind: string, data = {}) =>
    listeners.get(kind)?.({ data: JSON.stringify(data) });
  happens('open');
  happens('change', { kind: 'blast' });
  happens('change', { kind: 'activity' });
  await expect.poll(() => readings).toBe(1);
  happens('error');
  happens('open');
  await expect.poll(() => readings).toBe(2);
});

test.each([
  { role: 'hq', offered: true },
  { role: 'pro-dgp', offered: false },
] as const)(
  'a higher ceiling of its cost is offered to who may approve a blast: $role',
  async ({ role, offered }) => {
    const blast = { id: 7, status: 'paused', pauseReason: 'budget', budgetPaise: 50_000 };
    const detail = { blast, second: { bar: null }, changes: [] } as never;
    const { main } = await showPart(
      async () => {
        const { RunControls } = await import(
          '../../../../site/islands/console/phone/blasts/RunControls.tsx'
        );
        return createElement(RunControls, { detail, reload: async () => {} });
      },
      { role },
    );
    expect(main.querySelectorAll('input')).toHaveLength(offered ? 1 : 0);
  },
);

test('a password is hidden until it is asked for, and hidden again', async () => {
  const { main, press } = await showPart(async () => {
    const { CurrentPassword } = await import(
      '../../../../site/islands/console/people/sign-in/SecretFields.tsx'
    );
    return createElement(CurrentPassword, { label: 'पासवर्ड', name: 'password' });
  });
  const type = () => main.querySelector('input')?.type;
  expect(type()).toBe('password');
  await press('दिखाएँ');
  expect(type()).toBe('text');
  await press('छिपाएँ');
  expect(type()).toBe('password');
});

const added = [{ n: 2 }, { n: 3 }, { n: 1 }];

function Rows({ tell }: { tell: (found: string) => void }) {
  const { found, sortBy } = useList(added, {
    filters: {},
    sorts: { n: (left, right) => left.n - right.n },
    texts: () => [],
    upward: [],
    sort: 'added',
  });
  tell(found.map(({ n }) => n).join());
  return createElement('button', { type: 'button', onClick: () => sortBy('n') }, 'n');
}

test('a list is left as it is until an order is chosen, which is down first and then up', async () => {
  const found: string[] = [];
  const { press } = await showPart(async () =>
    createElement(Rows, { tell: (rows) => void found.push(rows) }),
  );
  expect(found.at(-1)).toBe('2,3,1');
  await press('n');
  expect(found.at(-1)).toBe('3,2,1');
  await press('n');
  expect(found.at(-1)).toBe('1,2,3');
});
