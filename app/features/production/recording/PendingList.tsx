import { Form } from "@remix-run/react";
import { Doubts } from "#app/forms/Doubts.tsx";
import { errorText } from "#app/forms/errorText.ts";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { formatTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { Marked } from "#app/ui/Marked.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import type { EventBody } from "../events/registry.ts";
import type { WhyWaiting } from "../queries/find-recorded.server.ts";
import type { MassUnit } from "./mass-unit.ts";
import { whyWaiting } from "./why-waiting.ts";

/** What trying again came to, when it is not booked. */
export type SettleAnswer = { id: string; still?: true; refused?: string; doubts?: string[] };

type Pending = {
  id: string;
  kind: EventBody["kind"] | "treatment" | "test";
  siteId: string;
  siteName: string;
  lotCode: string | null;
  occurredAt: string | Date;
  recordedAt: string | Date;
  accountName: string;
  why: WhyWaiting;
  maySettle: boolean;
};

type PendingListProps = { pending: Pending[]; unit: MassUnit; answer: SettleAnswer | undefined };

export function PendingList({ pending, unit, answer }: PendingListProps) {
  const { t, i18n } = useTranslation(["recording", "production", "common"]);
  return (
    <ul className="flex flex-col gap-3">
      {pending.map((one) => (
        <li key={one.id} className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <strong>{t(`production:kind.${one.kind}`)}</strong>
            <Link to={`/sites/${one.siteId}`} lang="zh">
              {one.siteName}
            </Link>
            {one.lotCode && <span className="text-muted">{one.lotCode}</span>}
            <span className="text-muted">{formatTime(one.occurredAt)}</span>
          </p>
          <p className="text-due">
            {whyWaiting(t as never, one.why, { ...one, unit, language: i18n.language })}
          </p>
          <p className="text-sm text-muted">
            <Marked text={t("pending.by", { name: one.accountName, time: formatTime(one.recordedAt) })} />
          </p>
          {one.maySettle && <Settle one={one} answer={answer?.id === one.id ? answer : undefined} />}
        </li>
      ))}
    </ul>
  );
}

function Settle({ one, answer }: { one: Pending; answer: SettleAnswer | undefined }) {
  const { t } = useTranslation(["recording", "production", "common"]);
  const doubts = answer?.doubts ?? [];
  return (
    <>
      {answer?.still && <Notice tone="error">{t("pending.still")}</Notice>}
      {answer?.refused && <Notice tone="error">{errorText(t as never, answer.refused)}</Notice>}
      <div className="flex flex-wrap items-end gap-3">
        <Form method="post" className="flex flex-col gap-2">
          <input type="hidden" name="id" value={one.id} />
          <Doubts
            doubts={doubts.map((code) => t(`production:doubt.${code as "density"}`))}
            ask={t("doubt.ask")}
            accept={t("doubt.accept")}
          />
          {doubts.map((code) => (
            <input key={code} type="hidden" name="asked" value={code} />
          ))}
          <SubmitButton name="intent" value="again">
            {t("pending.again")}
          </SubmitButton>
        </Form>
        <Form method="post" className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="id" value={one.id} />
          <label className="flex flex-col gap-1 text-sm">
            {t("pending.dropReason")}
            <input name="reason" required maxLength={200} className="control" />
          </label>
          <SubmitButton variant="danger" name="intent" value="drop">
            {t("pending.drop")}
          </SubmitButton>
        </Form>
      </div>
    </>
  );
}
