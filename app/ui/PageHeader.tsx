import type { ReactNode } from "react";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";

type PageHeaderProps = {
  title: string;
  /** The page's question answered in a sentence or a number. */
  answer?: ReactNode;
  /** Badges beside the title. */
  marks?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
  breadcrumbs?: ReactNode;
};

export function PageHeader({ title, answer, marks, actions, breadcrumbs }: PageHeaderProps) {
  const { i18n } = useTranslation();
  return (
    <header className="flex flex-col gap-1">
      {breadcrumbs}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-[52rem]">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-2xl font-semibold" lang={langOf(title, i18n.language)}>
              {title}
            </h1>
            {marks}
          </div>
          {answer && <div className="mt-1 text-muted lg:text-[0.9375rem]">{answer}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
    </header>
  );
}
