import { globSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { manual } from '../../../site/manual/manual.ts';
import {
  type Act,
  manualPages,
  pictureName,
  type Step,
  type Task,
} from '../../../site/manual/task.ts';

/** Sources of all words that the console and the printer's page show. */
const words = [
  '{site/i18n,campaigns/words,campaigns/activities}/**/*.ts',
  'site/islands/console/**/*.{ts,tsx}',
  'messaging/**/*-feature.ts',
  'campaigns/messages/draft-fields.ts',
]
  .flatMap((pattern) => globSync(pattern))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
/** Whether something on the screen is called like that, or begins so: with what follows filled in. */
const isOnScreen = (name: string) =>
  ["'", '`', '"', '}'].some((before) => words.includes(`${before}${name}`));

const tasks = manualPages.flatMap((page) => manual[page].tasks.map((task) => ({ page, task })));
const steps = tasks.flatMap(({ page, task }) =>
  task.steps.map((step, at) => ({ label: `${page}, ${task.id}, step ${at + 1}`, step })),
);
const quoted = (text: string) => [...text.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name);

test('what a step calls by its name stands on the screen, in Hindi and in English', () => {
  const gone = steps.flatMap(({ label, step }) =>
    [...quoted(step.hi), ...quoted(step.en)]
      .filter((name) => !isOnScreen(name))
      .map((name) => `${label}: “${name}”`),
  );
  expect(gone).toEqual([]);
});

test('what a step presses or fills in is called in its sentence, or shown by a place of the sample', () => {
  const unnamed = steps.flatMap(({ label, step }) =>
    [step.act ?? []]
      .flat()
      .filter((act) => 'fill' in act && !step.hi.includes(nameOf(act as Act)))
      .filter((act) => !isOnScreen(nameOf(act as Act)))
      .map((act) => `${label}: ${nameOf(act as Act)}`),
  );
  expect(unnamed).toEqual([]);
});

function nameOf(act: Act): string {
  if ('press' in act) return act.press;
  if ('fill' in act) return act.fill;
  return 'choose' in act ? act.choose : act.look;
}

test('sentences are short: fifteen words at most', () => {
  const long = (['hi', 'en'] as const).flatMap((language) =>
    steps.flatMap(({ label, step }: { label: string; step: Step }) =>
      step[language]
        .split(/(?<=[।.?!])\s/)
        .filter((sentence) => sentence.replace(/“[^”]*”/g, 'name').split(/\s+/).length > 15)
        .map((sentence) => `${label}: ${sentence}`),
    ),
  );
  expect(long).toEqual([]);
});

test('each page has three to ten tasks of three to six steps, each with a place of its own', () => {
  for (const page of manualPages) {
    const { tasks } = manual[page];
    expect(tasks.length, page).toBeGreaterThanOrEqual(3);
    expect(tasks.length, page).toBeLessThanOrEqual(10);
    expect(new Set(tasks.map(({ id }: Task) => id)).size, page).toBe(tasks.length);
    for (const { id, steps } of tasks) {
      expect(steps.length, `${page}, ${id}`).toBeGreaterThanOrEqual(3);
      expect(steps.length, `${page}, ${id}`).toBeLessThanOrEqual(6);
    }
  }
});

test('the first task of a view stands where the “?” of the view leads to', () => {
  for (const page of manualPages) {
    const first = new Map<string, string>();
    for (const { view, id } of manual[page].tasks)
      if (view !== null && !first.has(view)) first.set(view, id);
    for (const [view, id] of first) expect([page, id]).toEqual([page, view]);
  }
});

test('each picture that a step has was taken, and none is left of a step that is gone', () => {
  const wanted = tasks.flatMap(({ page, task }) =>
    task.steps.flatMap(({ picture }, at) =>
      picture ? [`${pictureName(page, task, at)}.webp`] : [],
    ),
  );
  expect(readdirSync('site/manual/pictures').sort()).toEqual(wanted.sort());
});
