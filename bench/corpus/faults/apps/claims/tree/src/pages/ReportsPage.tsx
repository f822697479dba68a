import { useEffect } from "react";
import { formatMoney } from "../lib/format";
import { useAppDispatch, useAppSelector } from "../store";
import { loadMonthly, selectTotals } from "../store/reportsSlice";

export function ReportsPage() {
  const dispatch = useAppDispatch();
  const report = useAppSelector((state) => state.reports.monthly);
  const totals = useAppSelector(selectTotals);

  useEffect(() => {
    dispatch(loadMonthly());
  }, [dispatch]);

  if (!report || !totals) return <p>Loading report</p>;
  return (
    <>
      <h2>{`Report ${report.year}`}</h2>
      <table>
        <tbody>
          {report.months.map(({ month, opened, settled }) => (
            <tr key={month}>
              <td>{month}</td>
              <td>{`${opened} opened`}</td>
              <td>{`${settled} settled`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{`Paid in all: ${formatMoney(totals.paid, report.currency)}`}</p>
    </>
  );
}
