import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Card } from "#app/ui/Card.tsx";
import { Section } from "#app/ui/Section.tsx";
import { partyClassWord } from "./kinds.ts";
import type { Organization } from "./organization.ts";

type IdentityHistoryProps = { organization: Organization; mayManage: boolean };

/** When it was a member, who signed for it, and how its Party organization was classed, each over the years. */
export function IdentityHistory({ organization, mayManage }: IdentityHistoryProps) {
  const { t } = useTranslation("members");
  const { kind, memberships, legalEntities, partyClasses, endedOn } = organization;
  const mayWrite = mayManage && endedOn === null;
  const isMember = memberships.some(({ leftOn }) => leftOn === null);
  const span = useSpan();
  return (
    <div className="grid items-start gap-6 xl:grid-cols-3">
      <Section
        title={t("group.membership")}
        actions={
          mayWrite && (
            <ButtonLink to="membership">{t(isMember ? "leaveAlliance" : "joinAlliance")}</ButtonLink>
          )
        }
      >
        <Card>
          <Lines
            none={t("none.memberships")}
            lines={memberships.map(({ id, joinedOn, leftOn }) => ({ id, text: span(joinedOn, leftOn) }))}
          />
        </Card>
      </Section>
      {kind === "village" && organization.isOwnConcern && (
        <Section
          title={t("group.partyClass")}
          actions={mayWrite && <ButtonLink to="party-class">{t("setPartyClass")}</ButtonLink>}
        >
          <Card>
            <Lines
              none={t("none.classes")}
              lines={partyClasses.map(({ year, class: value }) => ({
                id: String(year),
                text: t("yearClass", { year, class: t(`class.${partyClassWord(value)}`) }),
              }))}
            />
          </Card>
        </Section>
      )}
      {(mayWrite || legalEntities.length > 0) && (
        <Section
          title={t("group.legal")}
          actions={mayWrite && <ButtonLink to="legal-entity">{t("changeLegalEntity")}</ButtonLink>}
        >
          <Card>
            <Lines
              none={t("none.legal")}
              lines={legalEntities.map(({ id, name, creditCode, fromOn, toOn }) => ({
                id,
                text: (
                  <>
                    <span lang="zh">{name}</span> {creditCode}
                  </>
                ),
                note: span(fromOn, toOn),
              }))}
            />
          </Card>
        </Section>
      )}
    </div>
  );
}

/** "2024-05-01 to 2025-12-31", or since when. */
export function useSpan() {
  const { t } = useTranslation("members");
  return (from: string | null, to: string | null) => {
    const begin = from ?? t("unknownDay");
    return to === null ? t("since", { day: begin }) : t("span", { from: begin, to });
  };
}

type Line = { id: string; text: React.ReactNode; note?: string };

function Lines({ lines, none }: { lines: Line[]; none: string }) {
  if (lines.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul className="flex flex-col gap-1">
      {lines.map(({ id, text, note }) => (
        <li key={id}>
          {text} {note && <span className="block text-sm text-muted">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
