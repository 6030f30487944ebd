import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";

type ListBodyProps = {
  shown: number;
  total: number;
  next: string | undefined;
  of: "members" | "enterprises" | "households";
  /** How to begin, for whoever may. */
  add?: ReactNode;
  children: ReactNode;
};

/** The rows of a list with its pages; or why there are none, and how to begin. */
export function ListBody({ shown, total, next, of, add, children }: ListBodyProps) {
  const { t } = useTranslation("members");
  const [parameters] = useSearchParams();
  if (shown > 0) {
    return (
      <>
        {children}
        <Pagination shown={shown} total={total} next={next} />
      </>
    );
  }
  if (parameters.size > 0) return <EmptyState title={t("none.found")}>{t("none.foundHint")}</EmptyState>;
  return (
    <EmptyState title={t(`none.${of}`)} action={add}>
      {add && t(`none.${of}Hint`)}
    </EmptyState>
  );
}
