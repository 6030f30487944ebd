import { toMu } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Badge } from "#app/ui/Badge.tsx";
import { type Column, DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Link } from "#app/ui/Link.tsx";
import { type Stage, StageBadge } from "#app/ui/StageBadge.tsx";
import type { organizationFlags, organizationKinds } from "./kinds.ts";
import { NumberLink } from "./NumberLink.tsx";

export type OrganizationRow = {
  id: string;
  name: string;
  code: string;
  kind: (typeof organizationKinds)[number];
  townName: string | null;
  stages: Stage[];
  flags: (typeof organizationFlags)[number][];
  memberSince: string | null;
  endedOn: string | null;
  /** Of these two, null: not the viewer's to know. */
  households: number | null;
  operated: { sites: number; ponds: number; waterM2: number; species: string[] } | null;
};

type OrganizationTableProps = {
  caption: string;
  organizations: OrganizationRow[];
  /** Villages, enterprises, whoever the viewer works with, or those that have ended. */
  shape: "villages" | "enterprises" | "partners" | "ended";
};

const shapes = {
  villages: ["name", "town", "memberSince", "ponds", "water", "species", "households", "flags"],
  enterprises: ["name", "kind", "stages", "town", "sites", "ponds", "water", "species"],
  partners: ["name", "kind", "town", "memberSince", "ponds", "water", "species"],
  ended: ["name", "kind", "town", "endedOn"],
} as const;

export function OrganizationTable({ caption, organizations, shape }: OrganizationTableProps) {
  const columns = useColumns();
  return (
    <DataTable
      caption={caption}
      rows={organizations}
      rowKey={({ id }) => id}
      columns={shapes[shape].map((key) => ({ key, ...columns[key] }))}
    />
  );
}

function useColumns() {
  const { t } = useTranslation(["members", "common"]);
  return {
    name: {
      label: t("field.name"),
      heading: true,
      cell: ({ id, name, code }) => (
        <>
          <Link to={`/members/${id}`} lang="zh">
            {name}
          </Link>{" "}
          <span className="font-normal text-muted">{code}</span>
        </>
      ),
    },
    kind: { label: t("field.kind"), cell: ({ kind }) => t(`kind.${kind}`) },
    stages: {
      label: t("field.stages"),
      wrap: true,
      cell: ({ stages }) => (
        <span className="inline-flex flex-wrap gap-1">
          {stages.map((stage) => (
            <StageBadge key={stage} stage={stage} />
          ))}
        </span>
      ),
    },
    town: {
      label: t("field.townCode"),
      cell: ({ townName }) => townName && <span lang="zh">{townName}</span>,
    },
    memberSince: {
      label: t("field.memberSince"),
      cell: ({ memberSince }) => memberSince && <Day day={memberSince} />,
    },
    endedOn: {
      label: t("field.endedOn"),
      cell: ({ endedOn }) => endedOn && <Day day={endedOn} />,
    },
    sites: {
      label: t("field.sites"),
      align: "end",
      cell: ({ id, operated }) =>
        operated && <NumberLink value={operated.sites} to={`/sites?organization=${id}`} />,
    },
    ponds: {
      label: t("field.ponds"),
      align: "end",
      cell: ({ id, operated }) =>
        operated && <NumberLink value={operated.ponds} to={`/sites?organization=${id}&kind=pond`} />,
    },
    water: {
      label: t("field.waterMu"),
      align: "end",
      cell: ({ id, operated }) =>
        operated && (
          <NumberLink
            value={toMu(operated.waterM2)}
            decimals={1}
            to={`/sites?organization=${id}&kind=water_area`}
          />
        ),
    },
    species: {
      label: t("field.species"),
      wrap: true,
      cell: ({ operated }) => operated?.species.join(t("common:comma")),
    },
    households: {
      label: t("field.households"),
      align: "end",
      cell: ({ id, households }) =>
        households !== null && <NumberLink value={households} to={`/households?organization=${id}`} />,
    },
    flags: {
      label: t("field.flags"),
      wrap: true,
      cell: ({ flags }) =>
        flags.length > 0 && (
          <span className="inline-flex flex-wrap gap-1">
            {flags.map((flag) => (
              <Badge key={flag}>{t(`flag.${flag}`)}</Badge>
            ))}
          </span>
        ),
    },
  } satisfies Record<string, Omit<Column<OrganizationRow>, "key">>;
}
