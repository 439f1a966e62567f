import { useState } from 'react';
import { orderWordsIn } from '../../../../i18n/order-words.ts';
import { useConsole, useDistrictName, useMay, useMe } from '../../ui/console-context.ts';
import { Await, SelectField } from '../../ui/parts.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useLoad } from '../../ui/use-service.ts';
import { ApprovalsPanel } from './ApprovalsPanel.tsx';
import { OrderForm } from './OrderForm.tsx';
import { OrderList } from './OrderList.tsx';
import { OrderPage } from './OrderPage.tsx';
import { VendorLinks } from './VendorLinks.tsx';

/** Printing: what the district approves, orders, sends and receives; HQ sees all of it and may hold. */
export function OrdersView() {
  const me = useMe();
  const query = useAsked();
  const [district, setDistrict] = useState(
    (me.role === 'district' ? me.area : query.get('district')) ?? '',
  );
  const [id, setId] = useState(Number(query.get('id')) || null);
  const open = (order: number | null) => {
    const query = order === null ? '' : `?id=${order}`;
    history.replaceState(null, '', location.pathname + query);
    setId(order);
  };
  if (id !== null) return <OrderPage id={id} onClose={() => open(null)} />;
  return (
    <>
      {me.role !== 'district' && <DistrictChoice value={district} onChange={setDistrict} />}
      {/* Of a whole state only the orders are read. */}
      {district === '' ? (
        <OrderList district={null} onOpen={open} />
      ) : (
        <District key={district} district={district} onOpen={open} />
      )}
    </>
  );
}

function District({ district, onOpen }: { district: string; onOpen: (order: number) => void }) {
  const may = useMay();
  const { state, reload } = useLoad('GET /api/print-approvals', { query: { district } });
  return (
    <div className="orders-columns">
      <div>
        <OrderList district={district} onOpen={onOpen} />
        <VendorLinks district={district} order={null} />
      </div>
      <div>
        <Await state={state} retry={reload}>
          {(view) => (
            <>
              {may('order.place') && (
                <OrderForm district={district} view={view} onPlaced={onOpen} />
              )}
              <ApprovalsPanel district={district} view={view} onChanged={reload} />
            </>
          )}
        </Await>
      </div>
    </div>
  );
}

interface DistrictChoiceProps {
  value: string;
  onChange: (district: string) => void;
}

function DistrictChoice({ value, onChange }: DistrictChoiceProps) {
  const { language, districts } = useConsole();
  const words = orderWordsIn(language);
  const nameDistrict = useDistrictName();
  return (
    <div className="narrow">
      <SelectField
        label={words.district}
        value={value}
        options={['', ...districts.map(({ id }) => id)].map(
          (id) => [id, nameDistrict(id)] as const,
        )}
        onChoose={onChange}
      />
    </div>
  );
}
