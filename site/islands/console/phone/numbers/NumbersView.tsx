import { useState } from 'react';
import { usePhoneWords } from '../use-phone-words.ts';
import { AddStop } from './AddStop.tsx';
import { DoNotDisturb } from './DoNotDisturb.tsx';
import { NumberLookUp } from './NumberLookUp.tsx';
import { NumberOperators } from './NumberOperators.tsx';
import { StopList } from './StopList.tsx';

/** One number and its owner's wishes, the stop list, and the numbers that get no promotional messages. */
export function NumbersView() {
  const words = usePhoneWords();
  const [round, setRound] = useState(0);
  const changed = () => setRound((last) => last + 1);
  return (
    <>
      <section aria-labelledby="one">
        <h2 id="one">{words.numbers.one}</h2>
        <p>{words.numbers.lead}</p>
        <NumberLookUp onStopsChanged={changed} />
      </section>
      <section aria-labelledby="stops">
        <h2 id="stops">{words.numbers.stop}</h2>
        <p>{words.numbers.stopLead}</p>
        <AddStop onAdded={changed} />
        <StopList round={round} />
        <p className="detail">{words.numbers.removeHint}</p>
      </section>
      <section aria-labelledby="dnd">
        <h2 id="dnd">{words.dnd.title}</h2>
        <p>{words.dnd.lead}</p>
        <DoNotDisturb />
      </section>
      <section aria-labelledby="operators">
        <h2 id="operators">{words.operators.title}</h2>
        <p>{words.operators.lead}</p>
        <NumberOperators />
      </section>
    </>
  );
}
