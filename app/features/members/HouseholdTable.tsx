import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Badge } from "#app/ui/Badge.tsx";
import { type Column, DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Link } from "#app/ui/Link.tsx";
import { NumberLink } from "./NumberLink.tsx";
import type { listHouseholds } from "./queries/households.server.ts";

type Listed = Awaited<ReturnType<typeof listHouseholds>>["items"][number];
export type HouseholdRow = Pick<
  Listed,
  | "id"
  | "code"
  | "headName"
  | "phone"
  | "people"
  | "flags"
  | "joinedOn"
  | "endedOn"
  | "organizationId"
  | "organizationName"
  | "townName"
> & { mayEdit: boolean; sites: number };

export function HouseholdTable({ caption, households }: { caption: string; households: HouseholdRow[] }) {
  const { t } = useTranslation("members");
  const columns: Column<HouseholdRow>[] = [
    {
      key: "head",
      label: t("field.headName"),
      heading: true,
      cell: ({ id, headName, mayEdit }) =>
        mayEdit ? (
          <Link to={`/households/${id}/edit`} lang="zh">
            {headName}
          </Link>
        ) : (
          <span lang="zh">{headName}</span>
        ),
    },
    {
      key: "code",
      label: t("field.code"),
      cell: ({ code }) => <span className="text-muted">{code}</span>,
    },
    {
      key: "village",
      label: t("field.organizationId"),
      cell: ({ organizationId, organizationName }) => (
        <Link to={`/members/${organizationId}`} lang="zh">
          {organizationName}
        </Link>
      ),
    },
    {
      key: "town",
      label: t("field.townCode"),
      phone: "hidden",
      cell: ({ townName }) => townName && <span lang="zh">{townName}</span>,
    },
    { key: "people", label: t("field.people"), align: "end", cell: ({ people }) => people },
    {
      key: "sites",
      label: t("field.householdSites"),
      align: "end",
      cell: ({ code, sites }) => sites > 0 && <NumberLink to={`/sites?household=${code}`} value={sites} />,
    },
    {
      key: "flags",
      label: t("field.householdFlags"),
      wrap: true,
      cell: ({ flags }) =>
        flags.length > 0 && (
          <span className="inline-flex flex-wrap gap-1">
            {flags.map((flag) => (
              <Badge key={flag}>{t(`householdFlag.${flag}`)}</Badge>
            ))}
          </span>
        ),
    },
    { key: "phone", label: t("field.phone"), cell: ({ phone }) => phone },
    {
      key: "joined",
      label: t("field.householdJoinedOn"),
      cell: ({ joinedOn }) => joinedOn && <Day day={joinedOn} />,
    },
  ];
  const ended: Column<HouseholdRow> = {
    key: "ended",
    label: t("field.endedOn"),
    cell: ({ endedOn }) => endedOn && <Day day={endedOn} />,
  };
  const anyEnded = households.some(({ endedOn }) => endedOn !== null);
  return (
    <DataTable
      caption={caption}
      rows={households}
      rowKey={({ id }) => id}
      columns={anyEnded ? [...columns, ended] : columns}
    />
  );
}
