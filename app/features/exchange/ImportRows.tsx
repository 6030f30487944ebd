import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Marked } from "#app/ui/Marked.tsx";
import { RowStatusBadge } from "./RowStatusBadge.tsx";
import type { ShownRow } from "./show-row.ts";

/** What storing does to each row, cell by cell. */
export function ImportRows({ rows }: { rows: ShownRow[] }) {
  const { t } = useTranslation("exchange");
  return (
    <DataTable
      caption={t("rows")}
      rows={rows}
      rowKey={(row) => String(row.number)}
      columns={[
        { key: "number", label: t("rowNumber"), align: "end", cell: (row) => row.number },
        {
          key: "key",
          label: t("key"),
          heading: true,
          cell: (row) => (
            <span lang="zh">
              {row.key || "—"}
              {row.name && <span className="block font-normal text-muted">{row.name}</span>}
            </span>
          ),
        },
        { key: "status", label: t("statusLabel"), cell: (row) => <RowStatusBadge status={row.status} /> },
        { key: "what", label: t("what"), wrap: true, phone: "wide", cell: (row) => <RowEffect row={row} /> },
      ]}
    />
  );
}

function RowEffect({ row: { isNew, changes, errors, warnings } }: { row: ShownRow }) {
  const { t } = useTranslation("exchange");
  return (
    <div className="flex flex-col gap-1">
      {errors.map((reason) => (
        <p key={reason} className="text-late">
          <Marked text={reason} />
        </p>
      ))}
      {warnings.map((reason) => (
        <p key={reason} className="text-due">
          <Marked text={reason} />
        </p>
      ))}
      {isNew ? (
        <details>
          <summary className="cursor-pointer text-muted">{t("filled", { count: changes.length })}</summary>
          <Changes changes={changes} />
        </details>
      ) : (
        <Changes changes={changes} />
      )}
    </div>
  );
}

function Changes({ changes }: { changes: ShownRow["changes"] }) {
  const { t } = useTranslation("exchange");
  return (
    <ul>
      {changes.map(({ column, from, to }) => (
        <li key={column}>
          <span className="text-muted">{column}</span>{" "}
          {from && (
            <>
              <del lang="zh">{from}</del> <span aria-hidden="true">→</span>{" "}
            </>
          )}
          {to ? <ins lang="zh">{to}</ins> : <span className="text-muted">{t("cleared")}</span>}
        </li>
      ))}
    </ul>
  );
}
