import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { KindHeader } from "#app/features/production/recording/KindHeader.tsx";
import { PondScript } from "#app/features/production/recording/PondScript.tsx";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { buttonStyle } from "#app/ui/buttonStyle.ts";

export const meta = titleFromLoader;
export const handle = { scripts: false };

/** Where the service worker leads who signs out while entries wait on the phone. */
export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  return { title: context.t("recording:offline.leaving"), accountId: viewer.userId };
}

export default function Leaving() {
  const { title, accountId } = useLoaderData<typeof loader>();
  const { t } = useTranslation("recording");
  return (
    <>
      <KindHeader title={title} />
      <p className="max-w-xl">{t("offline.leavingText")}</p>
      <PondScript accountId={accountId} />
      <Form reloadDocument method="post" action="/logout?anyway" className="flex flex-wrap gap-3">
        <ButtonLink reloadDocument to="/record" variant="primary">
          {t("offline.stay")}
        </ButtonLink>
        <button type="submit" className={buttonStyle("danger")}>
          {t("offline.leaveAnyway")}
        </button>
      </Form>
    </>
  );
}
