import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountFilters } from "#app/auth/AccountFilters.tsx";
import { AccountTable } from "#app/auth/AccountTable.tsx";
import { countAccounts, listAccounts } from "#app/auth/accounts.server.ts";
import { accountFilter } from "#app/auth/schema.ts";
import { isCoordinator } from "#app/auth/viewer.ts";
import { listTowns } from "#app/features/members/queries/towns.server.ts";
import { allow } from "#app/http/answers.server.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { readAfter, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { ExportLinks } from "#app/ui/ExportLinks.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";

export const meta = titleFromLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(isCoordinator(viewer));
  const filter = readParameters(request, accountFilter);
  const [page, count, towns] = await Promise.all([
    listAccounts(viewer, filter, { after: readAfter(request), limit: rowsPerPage }),
    countAccounts(viewer, filter),
    listTowns(viewer),
  ]);
  return {
    title: context.t("auth:accounts.title"),
    accounts: page.items,
    next: page.next && writePageKey(page.next),
    count,
    towns,
  };
}

export default function Accounts() {
  const { title, accounts, next, count, towns } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("auth");
  return (
    <>
      <PageHeader
        title={title}
        answer={t("accounts.answer", { count, number: formatNumber(count, i18n.language) })}
        actions={
          <>
            <ButtonLink to="/admin/accounts/new" icon="plus" variant="primary">
              {t("accounts.add")}
            </ButtonLink>
            <ExportLinks of="/admin/accounts" />
          </>
        }
      />
      <AccountFilters towns={towns} />
      {accounts.length > 0 ? (
        <>
          <AccountTable accounts={accounts} />
          <Pagination shown={accounts.length} total={count} next={next} />
        </>
      ) : (
        <EmptyState title={t("accounts.none")}>{t("accounts.noneHint")}</EmptyState>
      )}
    </>
  );
}
