import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";

export async function loader({ context }: LoaderFunctionArgs) {
  await context.viewer();
  return {};
}

export default function FirstPage() {
  const { t } = useTranslation();
  return <h1>{t("name")}</h1>;
}
