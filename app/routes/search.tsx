import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { SearchResults } from "#app/features/overview/SearchResults.tsx";
import { search } from "#app/features/overview/search.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "#app/ui/Button.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ q: z.string().max(60).trim().default("") });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { q } = readParameters(request, parameters);
  return { title: context.t("overview:search.title"), q, groups: await search(viewer, q, context.today) };
}

/** The page without a script; with one the same answer fills the dialog. */
export default function Search() {
  const { title, q, groups } = useLoaderData<typeof loader>();
  const { t } = useTranslation("overview");
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const atLeast = groups.some(({ more }) => more !== undefined);
  return (
    <>
      <PageHeader
        title={title}
        answer={count > 0 && t(atLeast ? "search.foundAtLeast" : "search.found", { count })}
      />
      <Form role="search" className="flex max-w-2xl items-end gap-2">
        <label className="min-w-0 flex-1">
          <span className="block text-sm text-muted">{t("search.label")}</span>
          <input
            key={q}
            type="search"
            name="q"
            defaultValue={q}
            maxLength={60}
            placeholder={t("search.hint")}
            autoComplete="off"
            className="control"
          />
        </label>
        <Button type="submit" variant="primary" icon="search">
          {t("search.submit")}
        </Button>
      </Form>
      {q !== "" && count === 0 ? (
        <EmptyState title={t("search.none", { q })}>{t("search.noneHint")}</EmptyState>
      ) : (
        <SearchResults groups={groups} />
      )}
    </>
  );
}
