import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  /** Empty above a column of buttons, which name themselves. */
  label: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right. */
  align?: "end";
  /** The name of the row; also the title of its card on a phone. */
  heading?: boolean;
  /** Long text may run over several lines. */
  wrap?: boolean;
  /** On a phone's card: across its whole width, or not shown. */
  phone?: "wide" | "hidden";
  /** The sum or word at the foot. */
  foot?: ReactNode;
};

type DataTableProps<Row> = {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Records turn into cards on a phone; figures to compare scroll with their names in sight. */
  phone?: "cards" | "scroll";
};

export function DataTable<Row>({ caption, columns, rows, rowKey, phone = "cards" }: DataTableProps<Row>) {
  const table = (
    <table className="data-table" data-phone={phone}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, align }) =>
            label ? (
              <th key={key} scope="col" data-align={align}>
                {label}
              </th>
            ) : (
              <td key={key} />
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} value={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
      {columns.some(({ foot }) => foot !== undefined) && (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <Cell key={column.key} column={column} value={column.foot ?? ""} />
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (phone === "cards")
    return <div className="overflow-x-auto xl:overflow-visible print:overflow-visible">{table}</div>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; a section would be one more landmark
    <div
      role="group"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto xl:overflow-visible print:overflow-visible"
    >
      {table}
    </div>
  );
}

function Cell<Row>({ column, value }: { column: Column<Row>; value: ReactNode }) {
  const { label, align, heading, wrap, phone } = column;
  const empty = value === null || value === undefined || value === false || value === "";
  const marks = {
    "data-align": align,
    "data-wrap": wrap,
    "data-phone": phone,
    "data-empty": empty || undefined,
  };
  // An empty corner of the foot is no heading.
  if (heading && !empty) {
    return (
      <th scope="row" {...marks}>
        {value}
      </th>
    );
  }
  return (
    <td data-label={label} {...marks}>
      {value ?? <span className="text-muted">—</span>}
    </td>
  );
}
