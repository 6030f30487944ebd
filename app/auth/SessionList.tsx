import { Form } from "@remix-run/react";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Badge } from "#app/ui/Badge.tsx";
import { Button } from "#app/ui/Button.tsx";
import { Time } from "#app/ui/Time.tsx";
import { deviceOf } from "./device.ts";

type Session = {
  id: string;
  createdAt: string | Date;
  lastSeenAt: string | Date;
  remembered: boolean;
  userAgent: string | null;
  isThis: boolean;
};

/** Where this account is signed in; each but the one in hand can be ended. */
export function SessionList({ sessions }: { sessions: Session[] }) {
  const { t } = useTranslation(["auth", "common"]);
  return (
    <Form method="post" className="flex flex-col items-start gap-3">
      <input type="hidden" name="intent" value="end-session" />
      <ul className="w-full max-w-3xl divide-y divide-line rounded-card border border-line bg-surface">
        {sessions.map(({ id, createdAt, lastSeenAt, remembered, userAgent, isThis }) => {
          const device = deviceOf(userAgent);
          return (
            <li key={id} className="flex items-center gap-3 px-4 py-2">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {device ? t("account.deviceOn", device) : t("account.unknownDevice")}
                  {isThis && <Badge>{t("account.thisDevice")}</Badge>}
                  {remembered && <Badge>{t("account.remembered")}</Badge>}
                </p>
                <p className="flex flex-wrap gap-x-4 text-sm text-muted">
                  <span>
                    {t("account.lastSeen")} <Time at={lastSeenAt} />
                  </span>
                  <span>
                    {t("account.since")} <Time at={createdAt} />
                  </span>
                </p>
              </div>
              {!isThis && (
                <Button
                  type="submit"
                  name="id"
                  value={id}
                  variant="quiet"
                  aria-label={t("common:pair", {
                    label: t("account.endSession"),
                    value: device ? t("account.deviceOn", device) : t("account.unknownDevice"),
                  })}
                >
                  {t("account.endSession")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <SubmitButton variant="secondary" name="id" value="others">
          {t("account.endOthers")}
        </SubmitButton>
      )}
    </Form>
  );
}
