import { useState } from 'react';
import { useConsole } from '../ui/console-context.ts';
import { Annotations } from './Annotations.tsx';
import { figureWordsIn } from './figure-words.ts';
import { ManualFigure } from './ManualFigure.tsx';
import { Objections } from './Objections.tsx';
import { PendingFigures } from './PendingFigures.tsx';
import { ReportHistory } from './ReportHistory.tsx';
import { ReportUpload } from './ReportUpload.tsx';

/** The stores' reports, and figures that HQ got otherwise. */
export function ReportsView() {
  const { language } = useConsole();
  const reportWords = figureWordsIn(language).reports;
  const [round, setRound] = useState(0);
  const onStored = () => setRound((last) => last + 1);
  return (
    <>
      <PendingFigures round={round} onChanged={onStored} />
      <div className="two">
        <div>
          <section aria-labelledby="upload">
            <h2 id="upload">{reportWords.upload}</h2>
            <p>{reportWords.lead}</p>
            <ReportUpload onStored={onStored} />
          </section>
          <section aria-labelledby="manual">
            <h2 id="manual">{reportWords.manual}</h2>
            <p>{reportWords.manualLead}</p>
            <ManualFigure onStored={onStored} />
          </section>
        </div>
        <section aria-labelledby="history">
          <h2 id="history">{reportWords.history}</h2>
          <ReportHistory round={round} onChanged={onStored} />
        </section>
      </div>
      <Annotations />
      <Objections may="answer" />
    </>
  );
}
