import type { Figures } from "../../src/model/forms.ts";
import { labelPrinter, numberPrinter } from "../forms/chart/print.ts";

interface FiguresProps {
  readonly figures: Figures;
  /** BCP 47. */
  readonly language: string;
}

/** The figures of a chart as a table. */
export function FiguresTable({ figures: { labelled, labels, dates, series }, language }: FiguresProps) {
  const number = numberPrinter(language);
  const label = labelPrinter(language, dates);
  return (
    <table>
      <thead>
        <tr>
          {labelled === "" ? <td /> : <th scope="col">{labelled}</th>}
          {series.map(({ name }) => (
            <th scope="col" class="right">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((written, row) => (
          <tr>
            <th scope="row">{label(written)}</th>
            {series.map(({ values }) => {
              const value = values[row] ?? null;
              return <td class="right">{value === null ? "–" : number(value)}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
