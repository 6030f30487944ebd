import type { LoaderFunctionArgs } from "@remix-run/node";
import { importKinds } from "#app/features/exchange/access.ts";
import { answerFile } from "#app/features/exchange/answer-sheet.server.ts";
import { allImportKinds } from "#app/features/exchange/kinds.ts";
import { openRegister } from "#app/features/exchange/registers/open-register.server.ts";
import { writeTemplate } from "#app/features/exchange/write-xlsx.server.ts";
import { allow, found } from "#app/http/answers.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const kind = found(allImportKinds.find((one) => one === params.kind));
  allow(importKinds(viewer).includes(kind));
  const { definition } = await openRegister(kind, viewer, context.today);
  const content = await writeTemplate(definition, context);
  return answerFile(content, `${definition.title[context.language]}-${context.t("exchange:template")}.xlsx`);
}
