import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { keepInAddress, useAsked } from '../../ui/in-address.ts';
import { Button } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { type View, viewPath } from '../../ui/views.ts';

/** Offers the first three steps on the first page of a district's officer, until they are done or left out. */
export function FirstSteps() {
  const { progress, go } = useFirstSteps();
  const isAskedFor = useAsked().has('first-steps');
  useEffect(() => {
    if (!isAskedFor) return;
    go('new');
    keepInAddress({ 'first-steps': null });
  }, [isAskedFor, go]);
  return progress === 'ended' ? null : (
    <StepList next={progress === 'new' ? firstSteps[0] : progress} onGo={go} />
  );
}

interface StepProps {
  next: FirstStep;
  onGo: (to: FirstStep | 'ended') => void;
}

function StepList({ next, onGo }: StepProps) {
  const { language } = useConsole();
  const { firstSteps: words } = homeWordsIn(language);
  const address = useStepAddress();
  return (
    <section className="first-steps" aria-labelledby="first-steps">
      <h2 id="first-steps" className="steps-title">
        {words.title}
      </h2>
      <ol>
        {firstSteps.map((step) => (
          <li key={step} aria-current={step === next ? 'step' : undefined}>
            {words.steps[step].title}
          </li>
        ))}
      </ol>
      <p className="row">
        <StepLink step={next} address={address} onGo={onGo}>
          {words.begin(firstSteps.indexOf(next) + 1)}
        </StepLink>
        <SkipButton onGo={onGo} />
      </p>
    </section>
  );
}

/** Says on the page of a step what to do there, and leads to the next one; other pages keep to their own work. */
export function FirstStepBar({ view }: { view: View }) {
  const { progress, go } = useFirstSteps();
  if (progress === 'ended' || progress === 'new' || view !== stepViews[progress]) return null;
  return <StepBar next={progress} onGo={go} />;
}

function StepBar({ next: step, onGo }: StepProps) {
  const { language } = useConsole();
  const { firstSteps: words } = homeWordsIn(language);
  const address = useStepAddress();
  const at = firstSteps.indexOf(step);
  const following = firstSteps[at + 1];
  return (
    <section className="first-steps" aria-label={words.title}>
      <p>
        <strong>{words.at(at + 1)}</strong> {words.steps[step].text}
      </p>
      <p className="row">
        {following === undefined ? (
          <Button look="button" onClick={() => onGo('ended')}>
            {words.done}
          </Button>
        ) : (
          <StepLink step={following} address={address} onGo={onGo}>
            {words.onward(words.steps[following].title)}
          </StepLink>
        )}
        {following !== undefined && <SkipButton onGo={onGo} />}
      </p>
    </section>
  );
}

interface StepLinkProps extends Pick<StepProps, 'onGo'> {
  step: FirstStep;
  address: ((step: FirstStep) => string) | null;
  children: string;
}

function StepLink({ step, address, onGo, children }: StepLinkProps) {
  return address === null ? (
    <Button look="button" disabled>
      {children}
    </Button>
  ) : (
    <a
      className="button"
      href={address(step)}
      onClick={(event) => {
        // The step that is begun changes where this link leads.
        event.preventDefault();
        const to = address(step);
        onGo(step);
        location.assign(to);
      }}
    >
      {children}
    </a>
  );
}

function SkipButton({ onGo }: Pick<StepProps, 'onGo'>) {
  const { firstSteps: words } = homeWordsIn(useConsole().language);
  return (
    <Button look="link" onClick={() => onGo('ended')}>
      {words.skip}
    </Button>
  );
}

/** Leads to a station of the own district, where there is one whose name is still to be checked; null until it is known. */
function useStepAddress(): ((step: FirstStep) => string) | null {
  const { language } = useConsole();
  const district = useMe().area ?? '';
  const { state } = useLoad('GET /api/stations/:district', { params: { district } });
  if (state.kind === 'loading') return null;
  const stations = state.kind === 'loaded' ? state.value.stations : [];
  const station = stations.find(({ needsCheck }) => needsCheck) ?? stations[0];
  const opened = station === undefined ? '' : `&station=${station.id}`;
  const shown = { look: opened, correct: `&show=check${opened}`, print: '' };
  return (step) =>
    `${localPath(language, viewPath(stepViews[step]))}?district=${district}${shown[step]}`;
}

const firstSteps = ['look', 'correct', 'print'] as const;
type FirstStep = (typeof firstSteps)[number];
const stepViews: Record<FirstStep, View> = {
  look: 'stations',
  correct: 'stations',
  print: 'orders',
};

/** `new` before the officer began, `ended` once they are done or left out. */
type Progress = FirstStep | 'new' | 'ended';

/** Tells the parts of this page; other pages hear of it by the browser. */
const changed = 'first-steps';

/** How far the officer is with the first steps; this phone remembers it, and the help page restarts them. */
function useFirstSteps(): { progress: Progress; go: (to: Progress) => void } {
  const { id, role } = useMe();
  const key = `${changed} ${id}`;
  const progress = useSyncExternalStore(subscribe, () =>
    role === 'district' ? read(key) : 'ended',
  );
  const go = useCallback(
    (to: Progress) => {
      try {
        localStorage.setItem(key, to);
      } catch {
        // A browser that keeps nothing shows them again.
      }
      window.dispatchEvent(new Event(changed));
    },
    [key],
  );
  return { progress, go };
}

function read(key: string): Progress {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'ended' ? kept : (firstSteps.find((step) => step === kept) ?? 'new');
  } catch {
    return 'ended';
  }
}

function subscribe(listener: () => void): () => void {
  for (const event of [changed, 'storage']) window.addEventListener(event, listener);
  return () => {
    for (const event of [changed, 'storage']) window.removeEventListener(event, listener);
  };
}
