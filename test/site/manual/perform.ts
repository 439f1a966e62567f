import type { Locator, Page } from 'playwright';
import type { Act, Step } from '../../../site/manual/task.ts';

/** How long a thing that a step names may take to come. */
const waitMs = 15_000;

/** Does what a step says. `take` is given the thing that the step names last, before it is pressed or once it is filled in. */
export async function perform(
  page: Page,
  step: Step,
  take: (named: Locator | null) => Promise<void>,
): Promise<void> {
  const acts = [step.act ?? []].flat() as Act[];
  for (const [at, act] of acts.entries()) {
    const named = find(page, act);
    await named.waitFor({ timeout: waitMs });
    const last = at === acts.length - 1;
    const pressed = 'press' in act;
    if (last && pressed) await take(named);
    if (pressed) await named.click({ timeout: waitMs });
    else if ('fill' in act) await named.fill(act.with);
    else if ('choose' in act) await named.selectOption(act.option);
    if (last && !pressed) await take(named);
  }
  if (acts.length === 0) await take(null);
}

/** The first thing in the view whose name begins like that; a heading or text when no part that can be used has the name. */
function find(page: Page, act: Act): Locator {
  const main = page.locator('main');
  if ('fill' in act) return main.getByLabel(startsWith(act.fill)).filter({ visible: true }).first();
  if ('choose' in act) return main.getByRole('combobox', { name: startsWith(act.choose) }).first();
  const text = 'press' in act ? act.press : act.look;
  const name = startsWith(text);
  const [button, ...others] = (
    ['button', 'link', 'checkbox', 'radio', 'heading', 'img', 'figure'] as const
  ).map((role) => main.getByRole(role, { name }));
  const usable = others.reduce((all, each) => all.or(each), button as Locator);
  return usable
    .or(main.getByLabel(name))
    .or(
      main
        .locator('label, summary, dt, th, p:not(:has(a, button, input))')
        .filter({ hasText: name }),
    )
    .filter({ visible: true })
    .first();
}

function startsWith(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
